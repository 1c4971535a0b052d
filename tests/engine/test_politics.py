"""What a county thinks of a scheme, and what begins because of it: worked by hand, and as a town lives it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from engine.lives import edited, live, request, scheme_of, society
from glasstown.behaviours.responses.protest import AT_NOTHING
from glasstown.compiled.politics import BILLION, Politics, TriggerRow
from glasstown.simulate.counties import NOT_YET, Counties, exchange, mood_of, moved
from glasstown.simulate.opinion import PROTEST
from glasstown.simulate.rows import StepRows
from glasstown.simulate.settings import dated, settings_of
from glasstown.simulate.span import Span
from glasstown.simulate.stretch import cut
from scheme.dense import DENSE
from scheme.dense_politics import POLITICS

OUTCRY = TriggerRow(version=0, below=600_000_000, protests_above=None, for_days=90)
LOUD = TriggerRow(version=1, below=None, protests_above=Fraction(26), for_days=0)
HAND = Politics(
    nation=False, start=800_000_000, lowest=0, highest=BILLION,
    events=(0, -500_000, -2_000_000, 0, 0, 0), drift=0, triggers=(OUTCRY, LOUD),
)  # fmt: skip


class Rows:
    """Stands where a run folder's writer stands."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, dict[str, list[int]]]] = []

    def append(self, table, columns):
        self.rows.append((table, {name: np.asarray(column).tolist() for name, column in columns.items()}))


class Town:
    """As much of a stretch as a county looks at."""

    def __init__(self, first: int) -> None:
        self.first = first


def step_of(events, *, subjects=1_000, protests=0) -> StepRows:
    rows = StepRows()
    rows.events, rows.protests = list(events), protests
    rows.totals |= {"residents": 1_000, "subjects": subjects}
    return rows


def counties(politics=HAND, lived=(0,)) -> Counties:
    number, triggers = 1 if politics.nation else len(lived), len(politics.triggers)
    return Counties(
        politics, lived, lambda days: settings_of(request(), None, society()), np.full(number, politics.start),
        np.zeros((triggers, number), np.int32), np.full((triggers, number), NOT_YET, np.int32),
    )  # fmt: skip


def pass_steps(where: Counties, town, rows, steps: int, horizon: int = 3_650) -> Rows:
    writer = Rows()
    for step in range(steps):
        with np.errstate(over="ignore"):
            exchange(where, town, rows, Span(step, 7 * step, 7, horizon), writer, np.zeros(2, np.uint64))
    return writer


def test_twelve_records_of_which_three_are_untrue_cost_twelve_thousandths_among_a_thousand():
    """0.8 - (0.5 x 12 + 2 x 3) / 1,000 = 0.788."""
    assert moved(HAND, 800_000_000, (0, 12, 3, 0, 0, 0), 1_000, 7) == 788_000_000


def test_it_is_rounded_to_the_nearest_billionth_and_halves_go_away_from_nothing():
    """0.5 / 3 = 0.166 666 666 6...; drift of 0.05 a year in 7 days: 0.000 958 904 1...; 1 / 2 billionth is one."""
    assert moved(HAND, 800_000_000, (0, 1, 0, 0, 0, 0), 3, 7) == 800_000_000 - 166_666_667
    drifting = replace(HAND, events=(0,) * 6, drift=50_000_000)
    assert moved(drifting, 500_000_000, (0,) * 6, 1_000, 7) == 500_958_904
    fine = replace(HAND, events=(-1, 0, 0, 0, 0, 0))
    assert moved(fine, 500_000_000, (1, 0, 0, 0, 0, 0), 2_000, 7) == 499_999_999


def test_it_stays_between_its_ends_and_moves_only_where_somebody_is_scored():
    narrow = replace(HAND, lowest=400_000_000, highest=600_000_000, events=(-1_000_000, 0, 0, 0, 1_000_000, 0))
    assert moved(narrow, 500_000_000, (900, 0, 0, 0, 0, 0), 1_000, 7) == 400_000_000
    assert moved(narrow, 500_000_000, (0, 0, 0, 0, 900, 0), 1_000, 7) == 600_000_000
    assert moved(narrow, 500_000_000, (900, 0, 0, 0, 0, 0), 0, 7) == 500_000_000


def test_a_trigger_that_waits_for_ninety_days_begins_its_version_two_steps_after_the_thirteenth():
    """0.8 - 17 x 0.012 = 0.596: below 0.6 at the end of step 16; thirteen steps of seven days are 91, the last of
    them step 28, which ends before day 203; what it begins turns at the end of the next step, on day 210."""
    where = counties()
    step = [step_of((0, 12, 3, 0, 0, 0))]
    pass_steps(where, [Town(0)], step, 28)
    assert where.begun[0, 0] == NOT_YET
    assert where.held[0, 0] == 84
    where = counties()
    writer = pass_steps(where, [Town(0)], step, 29)
    assert int(where.legitimacy[0]) == 800_000_000 - 29 * 12_000_000
    assert where.begun[0, 0] == 210
    assert [row for table, row in writer.rows if table == "versions_begun"] == [
        {"county": [0], "day": [210], "version": [0], "trigger": [0]}
    ]


def test_days_are_counted_without_a_break():
    where = counties()
    low, high = [step_of((0, 0, 0, 0, 0, 0))], 700_000_000
    where.legitimacy[0] = 500_000_000
    pass_steps(where, [Town(0)], low, 12)
    assert where.held[0, 0] == 84
    where.legitimacy[0] = high
    pass_steps(where, [Town(0)], low, 1)
    assert where.held[0, 0] == 0


def test_protests_are_counted_by_a_thousand_and_year():
    """One among 1,000 in seven days is 52.1 a year: more than 26. One among 2,000 is 26.07; among 2,006 25.995."""
    for residents, begins in ((1_000, 14), (2_000, 14), (2_006, NOT_YET)):
        where = counties()
        one = step_of((0,) * 6, protests=1)
        one.totals["residents"] = residents
        pass_steps(where, [Town(0)], [one], 1)
        assert where.begun[1, 0] == begins, residents


def test_a_version_that_the_run_does_not_reach_is_not_begun():
    where = counties()
    pass_steps(where, [Town(0)], [step_of((0,) * 6, protests=9)], 1, horizon=14)
    assert where.begun[1, 0] == NOT_YET


def test_each_county_goes_its_own_way_and_the_nation_one():
    """Two stretches of county 0 and one of county 3: 24 records among 2,000, and none among 1,000."""
    town = [Town(0), Town(15 * 4096), Town(3 * 64 * 4096)]
    rows = [step_of((0, 24, 0, 0, 0, 0)), step_of((0,) * 6), step_of((0,) * 6, protests=1)]
    apart = counties(lived=(0, 3))
    writer = pass_steps(apart, town, rows, 1)
    assert apart.legitimacy.tolist() == [794_000_000, 800_000_000]
    assert apart.begun.tolist() == [[NOT_YET, NOT_YET], [NOT_YET, 14]]
    assert writer.rows[-1][1]["county"] == [3]
    loud = TriggerRow(version=1, below=None, protests_above=Fraction(17), for_days=0)
    together = counties(replace(HAND, nation=True, triggers=(loud,)), lived=(0, 3))
    writer = pass_steps(together, town, rows, 1)
    assert together.legitimacy.tolist() == [796_000_000], "24 x 0.5 / 3,000 = 0.004"
    assert writer.rows[-1][1]["county"] == [0, 3], "one protest among 3,000 is 17.4 a year; it begins everywhere"


def test_no_stretch_reaches_into_a_second_county():
    assert cut(range(130), 1, by_county=True)[-1] == (128, 2)
    assert all(first // 64 == (first + number - 1) // 64 for first, number in cut(range(130), 1, by_county=True))
    assert any(first // 64 != (first + number - 1) // 64 for first, number in cut(range(130), 1))


@pytest.mark.parametrize(("legitimacy", "mood"), [(0.9, 0), (0.8, 0), (0.71, 0), (0.7, 1), (0.4, 4), (0.1, 7), (0, 7)])
def test_the_mood_is_how_many_eighths_of_the_start_are_lost(legitimacy, mood):
    """An eighth of 0.8 is 0.1."""
    assert mood_of(HAND, int(legitimacy * BILLION)) == mood


def test_protest_alone_becomes_more_frequent_where_trust_is_lost():
    """Eight times is three octaves: 384 steps of 1/128, of which 3/7 are 164.57 and 6/7 329.14."""
    assert AT_NOTHING.value == 8
    with_it = settings_of(request(scheme_of(DENSE + POLITICS)), scheme_of(DENSE + POLITICS), society()).world.rates
    assert with_it.by_mood[PROTEST].tolist() == [0, 55, 110, 165, 219, 274, 329, 384]
    with_it.by_mood[PROTEST] = 0
    assert not with_it.by_mood.any()
    off = request(scheme_of(DENSE + POLITICS), without=("response:protest",))
    assert not settings_of(off, off.scheme, society()).world.rates.by_mood.any()


ENDS = """
[legitimacy]
start = 0.8
debited = -1
mark = "fiction"
cite = ["test-book"]

[[version]]
id = "the-end"
drop = ["scheme"]
mark = "fiction"
cite = ["test-book"]

[[trigger]]
id = "outcry"
version = "the-end"
legitimacy_below = 0.5
mark = "fiction"
cite = ["test-book"]
"""


def test_what_a_trigger_begins_is_what_a_day_begins():
    """The same scheme, ended by its trigger, and ended by hand on that day: the same lives, entries and spells."""
    town = {"people": 150, "days": 210, "step_days": 14}
    text = DENSE + ENDS
    by_trigger = live(scheme_of(text), **town, without=("response:protest",))
    (day,) = by_trigger.table("versions_begun")["day"].to_list()
    assert 14 < day < 180
    low = by_trigger.table("counties").filter(legitimacy_nano=by_trigger.table("counties")["legitimacy_nano"].min())
    assert low["day"][0] == day - 28, "it fell below in the step before the last of the scheme"
    by_hand = live(dated(scheme_of(text), {0: day}), **town, without=("response:protest",))
    assert by_hand.life_digest == by_trigger.life_digest
    for table in ("entries", "spells", "grades", "sightings", "panel", "steps"):
        assert by_hand.table(table).equals(by_trigger.table(table)), table
    assert by_trigger.table("steps").filter(day=day)["subjects"].to_list() == [0]


def test_where_trust_is_lost_people_protest_more_and_nobody_does_less():
    """Whoever protests anyway does so too, and nothing else is done more or less often."""
    town = {"people": 2_000, "days": 84, "step_days": 28, "seed": 3}
    fallen = ("debited = -1", "debited = -100"), ("legitimacy_below = 0.5", "protests_above = 90000")
    lost = edited(DENSE + ENDS, *fallen)
    with_it, without = (live(scheme_of(lost), **town, without=off).acts() for off in ((), ("response:protest",)))
    assert without < with_it
    assert {row[4] for row in with_it - without} == {PROTEST}
