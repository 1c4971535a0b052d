"""Points for quantities that are read, worked by hand: what is owed and what is not, limits, scores, days, replay.

The dense score starts at 100 and goes from 0 to 150. Service is worth 2.5 points for each 3 hours; of play what lies
above 12 hours costs 7 points for each 10, and 4 a month at most, until day 60; spending costs 0.125 for each 40.5.
"""

from __future__ import annotations

from functools import cache

import polars as pl
import pytest

from engine.case_read import Read
from engine.cases import tell
from engine.lives import Lived, edited, live, request, scheme_of
from glasstown.simulate.changed import with_change
from glasstown.vocab.change import Change
from glasstown.vocab.codes import Entry, Truth
from scheme.dense_quantities import QUANTITIES, QUANTITIES_OPEN

QUANTITY, CAP = int(Entry.QUANTITY), int(Entry.CAP)
ARCADE, ROSTER, TILL = range(3)
PLAY, SERVICE, SPENDING = range(3)
TOWN = {"people": 300, "days": 98, "step_days": 7}


def read(day: int, meter: int, amount: float, truly: float | None = None) -> Read:
    """A reading; it is as it was where that is not said."""
    return Read(day, meter, round(amount * 1000), round((amount if truly is None else truly) * 1000))


def scores(*reads: Read, text: str = QUANTITIES, days: int = 98) -> list[float]:
    """Points at the end of each step."""
    return [milli / 1000 for milli in tell(scheme_of(text), [], days, reads=reads).scores]


@cache
def lived(text: str = QUANTITIES) -> Lived:
    """A quarter of one town."""
    return live(scheme_of(text), **TOWN)


def moved(world: Lived) -> pl.DataFrame:
    """Movements for quantities."""
    return world.table("entries").filter(pl.col("kind") == QUANTITY)


def test_a_month_of_hours_moves_the_score_at_the_end_of_the_step_in_which_it_is_read():
    """Day 30 lies in the step of days 28 to 34: 12 hours are 4 times 3, so 10 points."""
    told = scores(read(30, ROSTER, 12))
    assert told == [100] * 4 + [110] * 10


def test_parts_of_units_count_and_are_rounded_to_thousandths():
    """One hour is a third of 3: 0.83333 points, of which 0.833 stay; 1.0002 of 40.5 is 0.003 of a debit."""
    assert scores(read(0, ROSTER, 1))[0] == 100.833
    assert scores(read(0, TILL, 1.0))[0] == 99.997


@pytest.mark.parametrize(("hours", "after"), [(12, 100), (13, 99.3), (17, 96.5), (18, 96), (500, 96)])
def test_only_what_lies_above_counts_and_no_more_than_the_most_of_a_month(hours: int, after: float):
    assert scores(read(0, ARCADE, hours))[0] == after


def test_each_month_counts_by_itself_until_the_rule_ends():
    """The version of day 60 begins with the step of day 63: the third month is read in the step before it."""
    reads = [read(day, ARCADE, 17) for day in (0, 30, 60, 90)]
    told = scores(*reads)
    assert (told[0], told[4], told[8], told[13]) == (96.5, 93, 89.5, 89.5)


def test_the_ends_of_the_score_hold():
    """100 + 90 is cut to 150, and what was cut off is gone: a debit then starts from 150, or from 190."""
    reads = [read(0, ROSTER, 108), read(30, ARCADE, 18)]
    assert scores(*reads)[::4][:2] == [150, 146]
    assert scores(*reads, text=QUANTITIES_OPEN)[::4][:2] == [150, 150]


def entries_of(*reads: Read) -> list[tuple[int, int, int]]:
    """(rule, truth, delta in points of a town of one case) from the table of entries."""
    told = tell(scheme_of(QUANTITIES), [], 7, reads=reads)
    return [(one.kind, one.rule) for one in told.moved if one.who == told.slot]


def test_what_a_reading_is_too_high_by_is_an_entry_of_its_own():
    assert entries_of(read(0, ROSTER, 12, 12)) == [(QUANTITY, SERVICE)]
    assert entries_of(read(0, ROSTER, 12, 9)) == [(QUANTITY, SERVICE)] * 2
    assert entries_of(read(0, ROSTER, 12, 0)) == [(QUANTITY, SERVICE)]
    assert entries_of(read(0, ROSTER, 9, 12)) == [(QUANTITY, SERVICE)], "what was not read is no entry"
    assert entries_of(read(0, ARCADE, 11, 40)) == []


def test_in_a_town_nobody_gets_untrue_points_by_meters_that_see_too_little():
    rows = moved(lived())
    owed, untrue = (rows.filter(pl.col("truth") == int(truth)) for truth in (Truth.TRUE, Truth.FALSE))
    assert {*rows["truth"].unique()} == {int(Truth.TRUE), int(Truth.FALSE)}
    assert {*owed["rule"].unique()} == {*untrue["rule"].unique()} == {PLAY, SERVICE, SPENDING}
    exact = QUANTITIES
    for name in ("0.6", "0.5", "0.3"):
        exact = edited(exact, (f"error = {name}\n", ""))
    rows = moved(lived(exact))
    assert rows.height > 100
    assert (rows["truth"] == int(Truth.TRUE)).all()


def test_the_sums_of_the_ledger_check():
    """What each score reads is the start and every movement so far, clamps among them."""
    rows = lived().table("entries").filter(pl.col("score") == 0)
    sums = rows.with_columns(pl.col("delta_milli").cum_sum().over("resident") + 100_000)
    assert moved(lived()).height > 100
    assert (sums["delta_milli"] == sums["score_after_milli"]).all()


def test_a_rule_on_a_quantity_is_switched_off_by_name_like_any_rule():
    world = live(with_change(request(scheme_of(QUANTITIES), **TOWN), Change(("rule:service",))))
    assert {*moved(world)["rule"].unique()} == {PLAY, SPENDING}
    bare = live(
        with_change(request(scheme_of(QUANTITIES), **TOWN), Change(("rule:service", "rule:play", "rule:spending")))
    )
    assert not moved(bare).height
