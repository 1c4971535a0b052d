"""A crowd to draw acts for: tables of a real world or of a plain one, and residents of every kind."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from glasstown.kernels.bounds import UNBOUND, bound_residents
from glasstown.kernels.heights import ACT, accept_candidates
from glasstown.kernels.prefix import type_tables
from glasstown.kernels.rates import Classes, People, Rates, trait_shift
from glasstown.kernels.tables import height_table
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.bound_tables import bounds_of
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.settings import settings_of
from glasstown.society.spec import load_spec
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.geography import MOODS

CELLS, GROUPS, PRIVATE = 32, 3, 18
LEAVES = tuple((act.family, act.code, act.leaf) for act in ACTS)
KEYS = np.array([123, 456], np.uint64)


@cache
def world_of(text, step_days=7):
    """All tables of the world of a scheme, to be read only; an empty text is the world without one."""
    scheme = parse_scheme(text) if text else None
    request = RunRequest(scheme=scheme, people=1, days=365, step_days=step_days, seed=1, start=date(2020, 1, 1),
                         out=Path("never"))  # fmt: skip
    return settings_of(request, scheme, load_spec()).world


def void_leaf(family):
    """The shortest leaf that no act of a family owns, nor the beginning or end of one."""
    taken = [leaf for number, _, leaf in LEAVES if number == family and leaf]
    leaves = (f"{n:0{size}b}" for size in range(1, 12) for n in range(2**size))
    return next(leaf for leaf in leaves if not any(t.startswith(leaf) or leaf.startswith(t) for t in taken))


def plain_rates(base, *, step_days=31, leaves=LEAVES):
    """Rates where an act has one log-rate for everybody: `base` by act number."""
    size = max(code for _, code, _ in leaves) + 1
    by_cell = np.full((144, CELLS), -32_000, np.int16)
    by_cell[:size] = np.asarray(base, np.int16)[:size, None]
    zeros = [np.zeros((144, n), np.int16) for n in (MOODS, 2, PRIVATE)]
    first, second = type_tables(8, leaves)
    return Rates(
        height=np.array([height_table(f.rate_per_year * step_days / 365) for f in FAMILIES]), first=first,
        second=second, base=by_cell, by_mood=zeros[0], by_public=zeros[1], by_private=zeros[2],
        loading=np.zeros((8, 3), np.int16), needs=np.zeros(144, np.uint16),
        needs_assets=np.zeros(144, np.uint16), needs_lack=np.zeros(144, np.uint16),
        capacity=np.zeros(144, np.uint32), favour=np.array([50], np.int16),
        hush=np.zeros((144, PRIVATE), np.int16),
    )  # fmt: skip


def crowd(size, rates, seed=0):
    """Residents with every cell, group, trait and standing, and classes likewise."""
    chance = np.random.default_rng(seed)
    people = People(
        cell=chance.integers(0, CELLS, size).astype(np.uint8),
        group=chance.integers(0, GROUPS, size).astype(np.uint8),
        standing=chance.integers(0, 1 << 14, size).astype(np.uint16),
        traits=np.clip(chance.normal(0, 32, (3, size)).round(), -127, 127).astype(np.int8),
        bound=np.zeros((8, size), np.uint16),
        watch=chance.integers(0, 6, size).astype(np.uint8),
        mood=chance.integers(0, rates.by_mood.shape[1], size).astype(np.uint8),
        state=np.full(size, UNBOUND, np.uint64),
    )
    public = chance.integers(0, rates.by_public.shape[1], size).astype(np.uint8)
    private = chance.integers(0, rates.by_private.shape[1], size).astype(np.uint8)
    assets = chance.integers(0, 2048, size).astype(np.uint16)
    return people, Classes(public, private, assets, np.zeros(size, np.uint32))


def class_sum(tables, people, classes, row, slot):
    """Sum of the four tables by cell, mood, public and private class, at one row, for one resident."""
    columns = (people.cell, people.mood, classes.public, classes.private)
    return sum(int(table[row, int(column[slot])]) for table, column in zip(tables, columns, strict=True))


def rate_index(rates, people, classes, family, act, slot):
    """Index into the height table of one act's rate for one resident, before any hush; 0 means never."""
    total = class_sum((rates.base, rates.by_mood, rates.by_public, rates.by_private), people, classes, act, slot)
    if total < -16_000:
        return 0
    return min(max(1024 + total + int(trait_shift(rates.loading, family, people.traits, slot)), 0), 2047)


def bind(rates, people, classes, leaves=LEAVES):
    """Work out the bounds of everybody anew."""
    people.state[:] = UNBOUND
    bounds = bounds_of(rates, [(family, code) for family, code, leaf in leaves if leaf])
    bound_residents(bounds, people, classes, np.arange(people.cell.size, dtype=np.int32))


def limit_of(people, family, slot):
    """What a height of a family must exceed for one resident to have a candidate."""
    return int(people.bound[family, slot]) << 16


def drawn(rates, people, classes, *, step=0, days=(0, 31, 4745), room=None, block=1024, first=0, leaves=LEAVES):
    """Acts of one step as a sorted list of rows; the room doubles until they fit."""
    bind(rates, people, classes, leaves)
    room = room or 64 + 16 * people.cell.size
    span = np.array(days, np.int64)
    while True:
        found = np.empty(room, ACT)
        with np.errstate(over="ignore"):
            count = accept_candidates(rates, people, classes, first, step, span, KEYS, block, found)
        if count < room:
            return sorted(found[:count].tolist())
        room *= 2
