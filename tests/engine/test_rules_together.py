"""Rules that move points once in a while, or no more than the largest of their group: worked by hand."""

from __future__ import annotations

from engine.cases import Record, tell
from engine.lives import scheme_of
from scheme.dense import DENSE


def rule(name: str, act: str, points: int, more: str) -> str:
    return f"""
[[rule]]
id = "{name}"
act = "{act}"
points = {points}
{more}
mark = "fiction"
cite = ["test-book"]
"""


def dispute(day: int) -> Record:
    return Record(day, "civil-dispute", "registry", done=day)


def care(day: int) -> Record:
    return Record(day, "elder-care", "registry", done=day)


def moved(text: str, records: list[Record], days: int) -> list[int]:
    """The points that are on the score at the end of each step, from 100."""
    return [score // 1000 for score in tell(scheme_of(text), records, days).scores]


ONCE = DENSE + rule("disputes", "civil-dispute", -10, "per_days = 30")


def test_a_further_record_within_thirty_days_moves_nothing():
    """Day 3: 90. Day 28 is 25 days later: 90. Day 33 is the thirtieth day after day 3, on which the time is over: 80.

    Day 28 moved nothing, so it keeps nothing from moving: day 62 is 29 days after 33 (80), day 63 is 30 (70).
    """
    assert moved(ONCE, [dispute(3), dispute(28)], 35) == [90] * 5
    assert moved(ONCE, [dispute(3), dispute(28), dispute(33)], 35) == [90] * 4 + [80]
    assert moved(ONCE, [dispute(3), dispute(33), dispute(62)], 70)[-1] == 80
    assert moved(ONCE, [dispute(3), dispute(33), dispute(63)], 70)[-1] == 70


GROUPED = DENSE + rule("disputes", "civil-dispute", -10, 'group = "home"\ngroup_days = 60') + rule(
    "cares", "elder-care", -25, 'group = "home"\ngroup_days = 60'
)  # fmt: skip


def test_a_group_takes_no_more_than_its_largest_debit():
    """10 on day 3; then 25 - 10 = 15 on day 10; then 10 is less than the 25 that are gone: nothing. 75 in all."""
    assert moved(GROUPED, [dispute(3), care(10), dispute(20)], 28) == [90, 75, 75, 75]
    assert moved(GROUPED, [care(3), dispute(10), care(20)], 28) == [75, 75, 75, 75]


def test_what_a_group_took_counts_for_its_days():
    """10 of day 3 count until day 63, 15 of day 10 until day 70. On day 62 nothing, on day 63 25 - 15 = 10 more,

    which count until day 123; on day 70 the 15 are over and 25 - 10 = 15 go.
    """
    begun = [dispute(3), care(10)]
    assert moved(GROUPED, [*begun, care(62)], 84)[-1] == 75
    assert moved(GROUPED, [*begun, care(63)], 84)[-1] == 65
    assert moved(GROUPED, [*begun, care(63), care(70)], 84)[-1] == 50


def test_a_limit_and_a_group_together():
    """The rule moves 10 once in thirty days, and with its group of one nothing more for sixty."""
    text = DENSE + rule("disputes", "civil-dispute", -10, 'per_days = 30\ngroup = "home"\ngroup_days = 60')
    assert moved(text, [dispute(3), dispute(40)], 84)[-1] == 90
    assert moved(text, [dispute(3), dispute(40), dispute(63)], 84)[-1] == 80


def test_what_comes_back_is_what_was_taken():
    """25 - 10 = 15 of day 10 come back after 20 days, and not 25; the group goes by what was taken, not by what is."""
    text = GROUPED.replace('-25\ngroup = "home"', '-25\nexpires_days = 20\ngroup = "home"')
    assert moved(text, [dispute(3), care(10)], 42) == [90, 75, 75, 75, 90, 90]
