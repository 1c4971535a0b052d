"""A running key changed alone changes what is recorded; a declared key changes a page and nothing that is lived."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zlib import crc32

import pytest

from engine.lives import Lived, live, scheme_of
from glasstown.scheme.grammar import KEYS
from glasstown.scheme.key import DECLARED, RUNNING
from glasstown.scheme.page import describe
from scheme.dense import FULL
from scheme.dense_agree import AGREED
from scheme.dense_dated import DATED
from scheme.dense_recipients import HEARD
from scheme.dense_refit import FITTED
from scheme.dense_votes import RULED
from scheme.key_changes import CALM, KEY_CHANGES, KeyChange
from scheme.key_changes_watch import ROLES

TOWN = {"people": 1_000, "days": 364, "step_days": 28}
TWO_DISTRICTS = 4_300
DENSEST = {FULL, CALM}
"""Schemes with nearly every key at once, of which one town takes as long as several of the others."""

HAMLET = {"people": 120, "days": 364, "step_days": 28}
"""Enough where nothing may change."""


SOON = {"override.list", "score.hidden"}
"""Keys of what lasts less than a long step: a grade held for the days of a listing, a threshold that comes near."""

MANY_OFFICIALS = str(Path(__file__).parents[1] / "society" / "many_officials.toml")
MANY_ROLES = str(Path(__file__).parents[1] / "society" / "many_roles.toml")
"""In a small town of the shipped society there is nobody of some public roles."""


def town_of(change: KeyChange) -> dict[str, object]:
    """The town in which a change is tried; exits, and what else befalls few, need a larger one."""
    if change.table.endswith(".favour") or (change.key == "favour" and change.table != "consequence"):
        return TOWN | {"society": MANY_OFFICIALS}
    if change.table == "source.watch" and change.key in ROLES:
        return TOWN | {"society": MANY_ROLES}
    if change.name in SOON:
        return TOWN | {"step_days": 14}
    if change.base == DATED or change.table == "repair":
        return TOWN | {"people": 300, "step_days": 14}
    if change.table.startswith("consent") or change.base in {AGREED, HEARD}:
        return TOWN | {"people": 400}
    few = change.key.startswith("exit_") or change.name == "scheme.society"
    people = {"rank_scope": TWO_DISTRICTS}.get(change.key, 3_000 if few else TOWN["people"])
    return TOWN | ({"people": 100, "days": 168} if change.base.startswith((RULED, FITTED)) else {"people": people})


@cache
def lived(text: str, **town: object) -> Lived:
    return live(scheme_of(text), **town)


@cache
def lived_small(text: str) -> Lived:
    return live(scheme_of(text), **HAMLET)


def of_kind(kind: str) -> list[object]:
    return [pytest.param(change, id=change.name) for change in KEY_CHANGES if change.kind == kind]


def running() -> list[object]:
    """Every running key; of those tried on the whole dense scheme every other one is left for the night."""
    rows = [change for change in KEY_CHANGES if change.kind == RUNNING]
    left = {change.name for change in rows if change.base in DENSEST and crc32(change.name.encode()) % 2}
    return [
        pytest.param(change, id=change.name, marks=pytest.mark.nightly if change.name in left else ())
        for change in rows
    ]


def test_every_key_of_the_grammar_is_tried():
    assert {(change.table, change.key, change.kind) for change in KEY_CHANGES} == {
        (key.table, key.name, key.kind) for key in KEYS
    }


@pytest.mark.parametrize("change", running())
def test_a_running_key_changes_the_digest(change: KeyChange):
    """Most show among a few for half a year already; where one does not, the town of the key is lived."""
    town = town_of(change)
    few = town | {"people": min(town["people"], 300), "days": 168}
    assert any(live(scheme_of(change.changed), **one).digest != lived(change.base, **one).digest for one in (few, town))


@pytest.mark.parametrize("change", of_kind(DECLARED))
def test_a_declared_key_changes_a_page(change: KeyChange):
    """That it does not reach the engine is tested where schemes are compiled; every night it is lived as well."""
    base, changed = scheme_of(change.base), scheme_of(change.changed)
    assert (describe(base), base.warnings) != (describe(changed), changed.warnings)


@pytest.mark.nightly
@pytest.mark.parametrize("change", of_kind(DECLARED))
def test_a_declared_key_changes_nothing_that_is_lived(change: KeyChange):
    changed = scheme_of(change.changed)
    with_it, without = live(changed, **HAMLET), lived_small(change.base)
    assert (with_it.digest, with_it.life_digest) == (without.digest, without.life_digest)
