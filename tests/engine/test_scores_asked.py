"""Conditions that ask for another score of the resident, worked by hand."""

from __future__ import annotations

import pytest

from engine.lives import edited, scheme_of
from engine.plain import PLAIN, told
from glasstown.vocab.errors import InputFaultsError

TWO = (
    edited(
        PLAIN,
        ("[score]\n", '[[score]]\nid = "first"\n'),
        ('act = "late-bill"\n', 'score = "first"\nact = "late-bill"\n'),
        ('act = "charity-gift"\n', 'score = "first"\nact = "charity-gift"\n'),
    )
    + """
[[score]]
id = "second"
start = 10
lowest = 0
highest = 50
cap = "each-entry"
stack = "record"

[[rule]]
id = "harder"
score = "second"
act = "late-bill"
points = -4
when = "score.first < 90"
"""
)


def test_a_rule_of_one_score_hangs_on_another_as_the_step_began():
    """On day 3 the first stands at 100, and in the same step at 80: nothing. On day 10 it began at 80: 10 - 4."""
    one = told(TWO, 28, (3, "b"), (5, "b"), (10, "b"))
    assert [row[0] / 1000 for row in one.further][:3] == [10, 6, 6]


def test_what_moves_a_score_asks_for_none():
    text = TWO + '\n[[state_rule]]\nid = "more"\nscore = "second"\nwhen = "score.first > 90"\npoints = 1\n'
    with pytest.raises(InputFaultsError) as found:
        scheme_of(text)
    assert [one.code for one in found.value.diagnostics] == ["SCH355"]
    with pytest.raises(InputFaultsError) as found:
        scheme_of(TWO.replace("score.first", "score.third"))
    assert [one.code for one in found.value.diagnostics] == ["SCH351"]
