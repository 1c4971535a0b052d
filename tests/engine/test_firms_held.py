"""Firms held to a grade: by the other firm of the same representative, and by their age; worked by hand, by weeks.

A rating begins at 100: A from 90, B from 70, C from 40, D below. What is written down on day 10 counts from the end of
that week, day 14; what is carried comes one step later, on day 21.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import polars as pl
import pytest

from engine.lives import Lived, live
from glasstown.audit.metrics.firms_graded import firms_graded
from glasstown.ledger.reader import open_run
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.agenda import RECORD, with_room
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live as live_run
from glasstown.simulate.run import resume
from scheme.dense_firms_held import CARRYING, RATING

EVADED, LATE = 145, 144
A, B, M, C, D = range(1, 6)


def plant(stretch, place: int, act: int) -> None:
    """A record of an act of one firm is due on day 10."""
    stretch.agenda = with_room(stretch.agenda, stretch.used, 1)
    row = stretch.agenda[stretch.used]
    row["due"], row["who"], row["kind"], row["act"], row["source"] = 10, place, RECORD, act, 0
    row["ref"], row["origin"] = 1 << 20 | 3 << 15 | 60 << 9, stretch.first + place
    stretch.used += 1


def pair_of(joined) -> int:
    """The first of two firms of one representative, both older than any that are new."""
    there = (joined.stretch.kept != 0) & (joined.stretch.ages.birth_day < -365)
    return next(int(place) for place in np.flatnonzero(there) if place % 2 == 0 and there[place + 1])


@cache
def lived(act: int, carried_days: int = 365, days: int = 399) -> tuple[Lived, int]:
    """A town in which one act of one firm is written down (0: none); with the number of that firm."""
    chosen: list[int] = []

    def alter(districts) -> None:
        joined = districts[0].organisations
        place = pair_of(joined)
        chosen.append(joined.stretch.first + place)
        if act:
            plant(joined.stretch, place, act)

    text = RATING.replace("within_days = 365 # carried", f"within_days = {carried_days}")
    found = live(parse_scheme(text), alter, people=60, days=days, step_days=7)
    return found, chosen[0]


def changes(world: Lived, firm: int) -> list[tuple[int, int, int]]:
    """(day, grade before, grade after) of a firm."""
    rows = world.table("organisation_grades").filter(pl.col("organisation") == firm)
    return sorted(rows.select("day", "from_grade", "to_grade").iter_rows())


def test_a_firms_d_is_carried_to_the_other_firm_and_ends_one_step_after_it():
    """Points 40 make it a C; the record holds it to D until day 375, so to the end of that week, day 378."""
    world, firm = lived(EVADED)
    assert changes(world, firm) == [(14, A, D), (378, D, C)]
    assert changes(world, firm + 1) == [(21, A, D), (385, D, A)]


def test_a_d_earned_by_points_alone_is_carried_no_longer_than_it_may_be():
    """-70 leave 30 points for good. From day 14 a hundred days are over on day 114, in the week up to day 119."""
    world, firm = lived(LATE, 100, 133)
    assert changes(world, firm) == [(14, A, D)]
    assert changes(world, firm + 1) == [(21, A, D), (119, D, A)]


def test_what_one_firm_did_reaches_no_firm_but_the_other_of_the_same_people():
    """D denies loans: to the firm from day 14 to 378, to the other from 21 to 385; all others do what they did."""
    (world, firm), (without, _) = lived(EVADED), lived(0)
    spells = world.table("organisation_spells").select("organisation", "start_day", "end_day")
    assert sorted(spells.iter_rows()) == [(firm, 14, 378), (firm + 1, 21, 385)]
    for name in ("organisation_acts", "organisation_entries", "organisation_grades", "organisation_blocked"):
        others = [one.table(name).filter(~pl.col("organisation").is_in([firm, firm + 1])) for one in (world, without)]
        assert others[0].sort(others[0].columns).equals(others[1].sort(others[1].columns)), name
        assert name != "organisation_acts" or others[0].height > 20
    assert changes(without, firm) == changes(without, firm + 1) == []


def test_a_new_firm_is_rated_m_until_it_is_old_enough():
    """The limit is 50 days more than the age of the youngest firm: it comes of age on day 50, in the week to 56."""
    founded: dict[int, int] = {}

    def look(districts) -> None:
        firms = districts[0].organisations.stretch
        founded.update({firms.first + int(n): int(firms.ages.birth_day[n]) for n in np.flatnonzero(firms.kept)})

    live(parse_scheme(RATING), look, people=60, days=7, step_days=7)
    limit = 50 - max(founded.values())
    world = live(parse_scheme(RATING.replace("younger_days = 365", f"younger_days = {limit}")), people=60, days=84,
                 step_days=7)  # fmt: skip
    found = {firm: changes(world, firm) for firm in founded}
    expected = {
        firm: [(-(-(day + limit) // 7) * 7, M, A)] if 0 < day + limit <= 84 else [] for firm, day in founded.items()
    }
    assert found == expected
    assert [(56, M, A)] in found.values()
    assert [] in found.values()


@pytest.mark.nightly
def test_what_holds_firms_goes_on_to_the_same_bits_where_it_was_stopped(tmp_path):
    """Stopped every three steps, with grades that have just been earned and are carried in the next step."""
    request = RunRequest(
        scheme=parse_scheme(CARRYING), people=700, days=364, step_days=14, seed=2, start=date(2020, 1, 1),
        out=tmp_path / "whole", baseline="none", checkpoint_steps=1,
    )  # fmt: skip
    whole = live_run(request)
    for stop in (3, 9, 17):
        asked = iter([False] * stop + [True] * 100)
        folder = tmp_path / f"cut {stop}"
        assert live_run(replace(request, out=folder), should_stop=lambda asked=asked: next(asked)).stopped
        assert resume(folder).digest == whole.digest
    found = {one.slug: one for one in firms_graded(open_run(tmp_path / "whole"))}
    assert found["carried.same-people"].value
