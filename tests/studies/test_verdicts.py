"""Holds, within noise, missed, by construction, undefined, not modelled: each with an example worked by hand."""

from __future__ import annotations

import pytest

from glasstown.society.check import Target
from glasstown.studies.measured import Measured, ratio_of, share_of
from glasstown.studies.verdicts import (
    AT_THE_BORDER,
    CANNOT_TELL,
    NO_CHANGE,
    TOO_SMALL,
    VERDICTS,
    WRITTEN,
    compared,
    judged,
    not_modelled,
    with_town_to_tell,
)


@pytest.mark.parametrize(
    ("number", "found", "verdict", "why"),
    [
        ("T34", Measured(1000.0, 0.0), "by construction", WRITTEN),  # a start of 1,000, as published: it is written
        ("T34", Measured(900.0, 0.0), "missed", ""),
        ("T35", Measured(0.86, 0.01, 1_000), "holds", ""),  # the band is 0.85 to 0.99
        ("T35", Measured(0.83, 0.01, 1_000), "within noise", CANNOT_TELL),  # below it by two standard errors
        ("T35", Measured(0.81, 0.01, 1_000), "missed", ""),  # by four
        ("T35", Measured(0.95, 0.01, 29), "undefined", "fewer than 30 residents (29)"),
        ("T35", Measured(0.2, 0.3, 1_000), "undefined", TOO_SMALL),
        ("T35", Measured(None, 0.0, 0, "graded"), "undefined", "there are no graded in so small a town"),
        ("T33", Measured(0.0, 0.0, 1_000), "by construction", WRITTEN),  # nothing takes points
        ("T33", Measured(0.1, 0.01, 1_000), "missed", ""),
        ("T37", Measured(1.4, 0.1, 1_000), "holds", ""),  # more penalties for each reward in the country
        ("T37", Measured(0.6, 0.1, 1_000), "missed", ""),
        ("T37", Measured(1.2, 0.1, 1_000), "within noise", AT_THE_BORDER),
        ("T37", Measured(0.9, 0.1, 1_000), "within noise", AT_THE_BORDER),
        ("T44", Measured(0.8, 0.0), "by construction", WRITTEN),  # the survey's share stands in the file
        ("T27", Measured(74_200.0, 22_400.0, 30), "within noise", CANNOT_TELL),  # half of it, in a town of 200,000
        ("T27", Measured(74_200.0, 15_800.0, 60), "missed", ""),  # and of 400,000
        ("T27", Measured(74_200.0, 50_000.0, 30), "undefined", TOO_SMALL),
        ("T65", Measured(-0.16, 0.01, 1_000), "holds", ""),  # the band is -0.2 to -0.15
        ("T65", Measured(-0.02, 0.01, 1_000), "missed", ""),
        ("T65", Measured(-0.16, 0.06, 1_000), "undefined", NO_CHANGE),
    ],
)  # fmt: skip
def test_a_measured_value_against_its_figure(number, found, verdict, why):
    row = compared(number, found, "somewhere")
    assert (row.verdict, row.reason) == (verdict, why)
    assert (row.modelled is None) == (found.value is None or bool(found.units and found.units < 30))


@pytest.mark.parametrize(
    ("number", "found", "people", "needed"),
    [
        ("T27", Measured(74_200.0, 22_400.0, 30), 200_000, 280_000),  # 67,200 over 57,550, squared: 1.363 times
        ("T35", Measured(0.83, 0.01, 1_000), 100_000, 230_000),  # 0.03 over 0.02, squared: 2.25 times
        ("T37", Measured(1.2, 0.1, 1_000), 100_000, 230_000),  # of a sign test the border counts: 0.3 over 0.2
        ("T35", Measured(0.86, 0.01, 1_000), 100_000, None),
        ("T35", Measured(0.7, 0.01, 1_000), 100_000, None),
        ("T34", Measured(1000.0, 0.0), 100_000, None),
    ],
)
def test_what_is_within_the_noise_says_how_large_a_town_could_tell(number, found, people, needed):
    """Rounded up to two digits; noise falls with the root of the residents."""
    row = with_town_to_tell(compared(number, found), people)
    assert row.people_to_tell == needed
    assert (f"a town of some {needed or 0:,} residents could tell" in row.reason) == (needed is not None)
    if needed:
        there = Measured(found.value, found.noise * (people / needed) ** 0.5, found.units)
        assert compared(number, there).verdict in {"missed", "holds"}, "in such a town it is told"


@pytest.mark.parametrize("value", [74_200.0, 131_749.0, 131_750.0, 150_000.0, 178_250.0, 178_251.0, 400_000.0])
def test_noise_makes_no_row_hold(value):
    """Whatever the noise, a row holds inside its tolerance alone (T27: 131,750 to 178,250)."""
    verdicts = [compared("T27", Measured(value, noise, 100)).verdict for noise in (0.0, 100.0, 10_000.0, 40_000.0)]
    assert set(verdicts) <= set(VERDICTS)
    assert ("holds" in verdicts) == (131_750 <= value <= 178_250)


def test_what_is_written_otherwise_than_published_is_a_miss_and_never_noise():
    assert compared("T33", Measured(0.1, 0.2, 1_000)).verdict == "missed"
    assert compared("T34", Measured(1001.0, 10.0, 1_000)).verdict == "missed"


def test_what_the_model_has_nothing_of_has_a_reason_and_no_value():
    row = not_modelled("T27", "nobody is detained")
    assert (row.verdict, row.reason, row.modelled) == ("not modelled", "nobody is detained", None)
    absent = judged(Target("T57", "blood", 12.05, 11.4, 12.7, None, 0.0, "no act counts for it"), "somewhere")
    assert (absent.verdict, absent.reason) == ("not modelled", "no act counts for it")


def test_shares_and_ratios_say_how_many_they_are_of():
    assert share_of(1, 4, "members") == (0.25, pytest.approx((0.25 * 0.75 / 4) ** 0.5), 4, "members")
    assert share_of(0, 0, "members") == (None, 0.0, 0, "members")
    assert ratio_of(50, 100, "offences") == (0.5, pytest.approx(0.5 * (1 / 50 + 1 / 100) ** 0.5), 50, "offences")
    assert ratio_of(0, 100, "offences") == (None, 0.0, 0, "offences")
