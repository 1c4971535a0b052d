"""Hand-worked cases of Rongcheng, 2016 to 2018: points, awards, and a grade that a record forces.

Thresholds: AAA 1,050, AA 1,030, A 960, B 850, C 600, below it D. Steps of seven days; a grade of a step holds from the
next one on.
"""

from __future__ import annotations

import polars as pl
import pytest

from engine.cases import Record, Told, tell
from engine.lives import live
from glasstown.scheme.library import find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.vocab.codes import Fate

AAA, AA, A, B, C, D = range(1, 7)
SEEN_BY = {
    "utility-theft": "utilities", "late-bill": "utilities", "heating-tampered": "utilities",
    "city-award": "civil-affairs", "department-award": "civil-affairs",
    "late-loan-payment": "banks", "loan-default": "banks", "drunk-driving": "road-checks",
    "judgment-default": "courts", "pyramid-selling": "market-supervision",
}  # fmt: skip


@pytest.fixture(scope="module")
def rongcheng() -> Scheme:
    return read_scheme(find("rongcheng-2016"))


def record(day: int, act: str, source: str = "") -> Record:
    return Record(day, act, source or SEEN_BY[act], done=day)


def at(told: Told, day: int) -> tuple[int, int]:
    """Points and grade at the end of the step that holds a day."""
    return told.scores[day // 7] // 1000, told.grades[day // 7]


def test_debits_down_to_the_lowest_grade(rongcheng: Scheme):
    """1,000 - 60 (theft of power, day 10) = 940: B. - 20 (late fees, 24) = 920. - 50 (tampering, 45) = 870: B still.

    - 50 (arrears found by a court, 60) = 820: C, below 850. - 20 (80) = 800. Then late fees every fourteen days from
    day 94 on: after the tenth (day 220) 800 - 200 = 600, the lower edge of C; after the eleventh (day 234) 580: D.
    """
    begun = [record(10, "utility-theft"), record(24, "late-bill"), record(45, "heating-tampered"),
             record(60, "late-bill", "bill-suits"), record(80, "late-bill")]  # fmt: skip
    told = tell(rongcheng, begun + [record(day, "late-bill") for day in range(94, 235, 14)], 245)
    assert at(told, 0) == (1_000, A)
    assert [at(told, day) for day in (10, 24, 45, 60, 80)] == [(940, B), (920, B), (870, B), (820, C), (800, C)]
    assert [at(told, day) for day in (220, 234)] == [(600, C), (580, D)]
    assert told.grades[32:34] == [C, D], "day 234 is the fourth of step 33"


def test_awards_and_arrears_counted_by_the_month(rongcheng: Scheme):
    """1,000 + 30 = 1,030: AA, at its edge. + 5 = 1,035: AA. + 30 = 1,065: AAA. Arrears on day 23: - 10 = 1,055: AAA.

    Arrears again 25 days later, on day 48, are of the same cycle: 0. On day 54, 31 days after day 23: - 10 = 1,045: AA.
    """
    told = tell(rongcheng, [record(3, "city-award"), record(10, "department-award"), record(17, "city-award"),
                            *(record(day, "late-loan-payment") for day in (23, 48, 54))], 63)  # fmt: skip
    assert [at(told, day) for day in (3, 10, 17)] == [(1_030, AA), (1_035, AA), (1_065, AAA)]
    assert [at(told, day) for day in (23, 48, 54)] == [(1_055, AAA), (1_055, AAA), (1_045, AA)]


def test_drunk_driving_forces_grade_c_for_a_year_whatever_the_points(rongcheng: Scheme):
    """Two awards: 1,060, AAA. A conviction on day 10 takes no points; C from day 14 on.

    It counts for 365 days, to day 375, which lies in the step of days 371 to 377: AAA again from day 378. A second one
    on day 300 counts to day 665, the first of the step of days 665 to 671: AAA from day 672.
    """
    awards = [record(3, "city-award"), record(4, "city-award")]
    told = tell(rongcheng, [*awards, record(10, "drunk-driving")], 392)
    assert set(told.scores) == {1_060_000}
    assert [told.grades[step] for step in (0, 1, 52, 53)] == [AAA, C, C, AAA]
    told = tell(rongcheng, [*awards, record(10, "drunk-driving"), record(300, "drunk-driving")], 686)
    assert set(told.grades[1:95]) == {C}
    assert set(told.grades[95:]) == {AAA}


def test_one_default_four_times_and_once(rongcheng: Scheme):
    """Arrears on days 20 and 45, default on 60, breach found on 120, judgment on 130.

    As shipped all add up: 1,000 - 10 - 0 (same cycle) - 20 - 50 - 30 = 890. With one group of a year only the largest
    counts: 10, 0, 20 - 10 = 10, 50 - 20 = 30, and 30 is less than 50: 950. B either way, below 960.
    """
    story = [record(20, "late-loan-payment"), record(45, "late-loan-payment"), record(60, "loan-default"),
             record(120, "contract-breach", "civil-suits"), record(130, "judgment-default")]  # fmt: skip
    apart = tell(rongcheng, story, 140)
    assert [at(apart, one.day)[0] for one in story] == [990, 990, 970, 920, 890]
    text = rongcheng.text
    for rule in ("late-loan-payment", "loan-not-performed", "civil-judgment-breach", "debt-judgment"):
        line = f'[[rule]]\nid = "{rule}"\n'
        grouped = f'{line}group = "one-default"\ngroup_days = {{ value = 365, band = [30, 3650], mark = "assumed" }}\n'
        assert text.count(line) == 1
        text = text.replace(line, grouped)
    together = tell(parse_scheme(text), story, 140)
    assert [at(together, one.day)[0] for one in story] == [990, 990, 980, 950, 950]
    assert at(apart, 130)[1] == at(together, 130)[1] == B


def test_pyramid_selling_counts_with_the_larger_of_its_two_figures(rongcheng: Scheme):
    """Fund-raising 40; pyramid selling 30, of the same act and group: 0 more. 1,000 - 40 = 960, the lower edge of A."""
    told = tell(rongcheng, [record(3, "pyramid-selling")], 14)
    assert at(told, 3) == (960, A)


def test_what_the_sources_give_is_documented_or_reported_and_the_rest_is_assumed(rongcheng: Scheme):
    marks = {rule.id: rule.mark for rule in rongcheng.rules}
    assumed = {name for name, mark in marks.items() if mark == "assumed"}
    assert assumed == {"sect-membership", "abandoned-family", "defamed-others"}
    assert {name for name, mark in marks.items() if mark == "reported"} == {
        "department-award", "charity-gift", "volunteer-day",
    }  # fmt: skip
    points = {rule.id: tuple(int(end) for end in rule.points) for rule in rongcheng.rules if rule.mark == "documented"}
    assert points["other-commerce"] == (-50, -5)
    assert points["public-property-damage"] == (-100, -100)
    assert len(points) == 23


def test_whether_records_of_one_act_add_up_moves_a_town(rongcheng: Scheme):
    """Courts find again what registers had: every record counts, or (`stack = "act"`) the first of an act alone."""
    once = parse_scheme(rongcheng.text.replace('stack = "record"', 'stack = "act"'))
    towns = [live(scheme, people=3_000, days=728, step_days=14).table("sightings") for scheme in (rongcheng, once)]
    twice, first = (table.filter(pl.col("fate") == Fate.DUPLICATE).height for table in towns)
    assert twice == 0 < first
    assert towns[0].height == towns[1].height
