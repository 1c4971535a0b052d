"""Worlds lived in memory by the engine itself: no folder, but every table; for tests of what a world does.

A test may alter one resident's state or agenda before or between steps. That is possible here, in `tests/`,
and nowhere in the package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from glasstown.ledger.tables import SCHEMAS
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.checkpoints import column_of
from glasstown.simulate.counties import counties_of
from glasstown.simulate.digests import Lanes, digests
from glasstown.simulate.first_day import stretches_of
from glasstown.simulate.lay_out import join_organisations
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.settings import settings_of, settings_with, spans_of
from glasstown.simulate.span import Settings
from glasstown.simulate.step import live_step
from glasstown.simulate.stretch import STATE, Stretch, cut
from glasstown.simulate.town import Clock, live_town
from glasstown.society.build import build
from glasstown.society.population import Population
from glasstown.society.spec import Spec, load_spec
from glasstown.vocab.geography import DISTRICT

ADDRESS = ("resident", "step", "family", "ordinal", "act", "day")


@cache
def people_of(seed: int, people: int, replicate: int = 0, of: str = "china-2020") -> Population:
    """The residents of a town; made once for all tests."""
    return build(society(of), seed=seed, people=people, replicate=replicate)


@cache
def society(of: str = "china-2020") -> Spec:
    """The specification a town here is made from."""
    return load_spec(of)


def request(scheme: Scheme | None = None, **more: Any) -> RunRequest:
    """A request of a small town, to be changed by name."""
    asked = {"people": 300, "days": 182, "step_days": 7, "seed": 1, "baseline": "none"} | more
    return RunRequest(scheme=scheme, start=date(2020, 1, 1), **{"out": Path("nowhere"), **asked})


def edited(text: str, *changes: tuple[str, str]) -> str:
    """The text with every change made wherever it fits; each must fit somewhere."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


class Memory:
    """Stands where a run folder's writer stands, and keeps the rows."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Mapping[str, Any]]] = {}

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        self.rows.setdefault(table, []).append({name: np.array(column) for name, column in columns.items()})

    def log_step(self, summary: Mapping[str, Any]) -> None:
        """The summary of a step is in the table of steps as well."""

    def checkpoint(self, *anything: object) -> None:
        """Nothing is on disk."""


@dataclass(frozen=True)
class Lived:
    """One world that was lived: its digests, its tables, and the town as it stood at the end."""

    digest: str
    life_digest: str
    districts: list[Stretch]
    memory: Memory

    def table(self, name: str) -> pl.DataFrame:
        """One table, rows in the order in which the engine gave them, with the columns of the ledger."""
        schema = SCHEMAS[name]
        pieces = self.memory.rows.get(name, [])
        columns = [np.concatenate([piece[c] for piece in pieces] or [np.zeros(0, np.int64)]) for c in schema.names]
        return pl.DataFrame(
            pl.from_arrow(pa.table([pa.array(c).cast(t) for c, t in zip(columns, schema.types, strict=True)], schema))
        )

    def acts(self, *, tried: bool = False) -> set[tuple[int, ...]]:
        """Every act that was done (or, with `tried`, also those denied), by its address."""
        acts = self.table("acts")
        return set((acts if tried else acts.filter(pl.col("outcome") == 0)).select(ADDRESS).iter_rows())


def live(
    asked: RunRequest | Scheme | None,
    alter: Callable[[list[Stretch]], None] | None = None,
    closed: Sequence[str] = (),
    **more: Any,
) -> Lived:
    """Live one world, every resident's every act kept."""
    asked = asked if isinstance(asked, RunRequest) else request(asked, **more)
    districts, settings = lay_out(asked, closed)
    if alter:
        alter(districts)
    memory, lanes = Memory(), Lanes()
    clock = Clock("scheme", 0.0, asked.threads, 10_000, None, None)
    again = partial(settings_with, asked, asked.scheme, society())
    counties = counties_of(settings, districts, again)
    assert live_town(districts, settings, counties, spans_of(asked), memory, lanes, clock, 0)
    return Lived(*digests(districts, settings, lanes), districts, memory)


def lay_out(asked: RunRequest, closed: Sequence[str] = ()) -> tuple[list[Stretch], Settings]:
    """The town of a request on day 0, and its tables.

    Args:
        asked: the request.
        closed: ways between residents to close: "places" (there are enough for everybody), "harms" (acts have no
            victims).
    """
    people = people_of(asked.seed, asked.people, asked.replicate, asked.society)
    settings = settings_of(asked, asked.scheme, society(asked.society))
    for period in (settings, *settings.later):
        if "places" in closed:
            period.world.by_act.seats.place[:] = 0
        if "harms" in closed:
            period.world.by_act.harms.tie[:] = 0
    every = np.ones(asked.people, np.uint8)
    with np.errstate(over="ignore"):
        districts = range(-(-asked.people // DISTRICT))
        pieces = cut(districts, asked.threads, by_county=settings.by_county)
        town = list(stretches_of(people, settings.world, settings.luck, every, every, pieces, settings.overrides))
        join_organisations(town, people, settings)
    return town, settings


def side_by_side(
    asked: tuple[RunRequest, RunRequest],
    alter: Callable[[int, Sequence[Stretch]], None] = lambda step, town: None,
    closed: Sequence[str] = (),
) -> list[set[int]]:
    """Live two worlds step by step; returns everybody who had differed by the end of each step.

    A resident differs who acts otherwise, whose score moves otherwise, or whose state is another.

    Args:
        asked: the two requests, of one town and step.
        alter: called with the number of each step and the second town, before the step is lived.
        closed: ways between residents that are closed in both (see `lay_out`).
    """
    (one, first), (other, second) = (lay_out(request, closed) for request in asked)
    changed: list[set[int]] = []
    differs: set[int] = set()
    for span in spans_of(asked[0]):
        alter(span.step, other)
        for a, b in zip(one, other, strict=True):
            with np.errstate(over="ignore"):
                rows = live_step(a, first, span), live_step(b, second, span)
            differs |= _rows_apart(rows[0].tables, rows[1].tables) | _state_apart(a, b)
        changed.append(set(differs))
    return changed


def _rows_apart(one: Mapping[str, Mapping[str, Any]], other: Mapping[str, Mapping[str, Any]]) -> set[int]:
    """Residents with an act, an entry or a change of grade that only one of two worlds holds."""
    apart: set[int] = set()
    for table in ("acts", "entries", "grades"):
        rows = [set(zip(*(c.tolist() for c in t.get(table, {}).values()), strict=True)) for t in (one, other)]
        apart |= {row[0] for row in rows[0] ^ rows[1]}
    return apart


def _state_apart(one: Stretch, other: Stretch) -> set[int]:
    """Residents whose state is not the same in two worlds."""
    apart = np.zeros(one.size, bool)
    for part, name in STATE:
        apart |= column_of(one, part, name) != column_of(other, part, name)
    return set((np.flatnonzero(apart) + one.first).tolist())


def scheme_of(text: str) -> Scheme:
    """A scheme without a file."""
    return parse_scheme(text, "test.toml")
