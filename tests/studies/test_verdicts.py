"""Holds, missed, undefined, not modelled: each with an example worked by hand."""

from __future__ import annotations

import pytest

from glasstown.society.check import Target
from glasstown.studies.measured import Measured, ratio_of, share_of
from glasstown.studies.verdicts import compared, judged, not_modelled


@pytest.mark.parametrize(
    ("number", "found", "verdict", "why"),
    [
        ("T34", Measured(1000.0, 0.0), "holds", ""),  # a start of 1,000, as published
        ("T34", Measured(900.0, 0.0), "missed", ""),
        ("T35", Measured(0.86, 0.01, 1_000), "holds", ""),  # the band is 0.85 to 0.99
        ("T35", Measured(0.83, 0.01, 1_000), "holds", ""),  # below it by two standard errors
        ("T35", Measured(0.81, 0.01, 1_000), "missed", ""),  # by four
        ("T35", Measured(0.95, 0.01, 29), "undefined", "fewer than 30 residents (29)"),
        ("T35", Measured(0.2, 0.3, 1_000), "undefined", "the town is so small that even a draw of nothing would hold"),
        ("T35", Measured(None, 0.0, 0, "graded"), "undefined", "there are no graded in so small a town"),
        ("T33", Measured(0.0, 0.0, 1_000), "holds", ""),  # a share of nobody is what was published
        ("T33", Measured(0.1, 0.01, 1_000), "missed", ""),
        ("T37", Measured(1.4, 0.1, 1_000), "holds", ""),  # more penalties for each reward in the country
        ("T37", Measured(0.6, 0.1, 1_000), "missed", ""),
        ("T37", Measured(1.2, 0.1, 1_000), "undefined",
         "within three standard errors of the border between the two sides"),
        ("T65", Measured(-0.16, 0.01, 1_000), "holds", ""),  # the band is -0.2 to -0.15
        ("T65", Measured(-0.02, 0.01, 1_000), "missed", ""),
        ("T65", Measured(-0.16, 0.06, 1_000), "undefined", "the town is so small that no change at all would hold"),
    ],
)  # fmt: skip
def test_a_measured_value_against_its_figure(number, found, verdict, why):
    row = compared(number, found, "somewhere")
    assert (row.verdict, row.reason) == (verdict, why)
    assert (row.modelled is None) == (found.value is None or bool(found.units and found.units < 30))


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
