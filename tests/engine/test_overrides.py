"""Overrides worked by hand: records, or a list, that hold a resident to a grade whatever the score."""

from __future__ import annotations

from engine.cases import Record, tell
from engine.lives import scheme_of
from scheme.dense import DENSE, FULL

TOP, MIDDLE, SPARE, BOTTOM = 1, 2, 3, 4


def dispute(day: int) -> Record:
    """A record of an act that no rule of the dense scheme is about."""
    return Record(day, "civil-dispute", "registry", done=day)


def held(grade: str = "spare", more: str = "", name: str = "disputes", acts: str = '["civil-dispute"]') -> str:
    return f"""
[[override]]
id = "{name}"
grade = "{grade}"
acts = {acts}
{more}
mark = "fiction"
cite = ["test-book"]
"""


def grades(text: str, records: list[Record], days: int) -> list[int]:
    """The grade from the end of each step on."""
    return tell(scheme_of(text), records, days).grades


def test_a_record_holds_for_its_term_and_not_a_step_longer():
    """Day 10 lies in step 1, so from day 14 on; 10 + 365 = 375 lies in step 53, days 371 to 377, so up to day 377."""
    told = tell(scheme_of(DENSE + held(more="within_days = 365")), [dispute(10)], 385)
    assert told.grades[:1] == [TOP]
    assert set(told.grades[1:53]) == {SPARE}
    assert set(told.grades[53:]) == {TOP}
    assert set(told.scores) == {100_000}, "no point is moved"


def test_a_second_record_holds_longer_and_no_term_is_for_good():
    """Days 10 and 300: the second counts until 665, in step 95."""
    text = DENSE + held(more="within_days = 365")
    told = grades(text, [dispute(10), dispute(300)], 700)
    assert set(told[1:95]) == {SPARE}
    assert set(told[95:]) == {TOP}
    assert set(grades(DENSE + held(), [dispute(10)], 700)[1:]) == {SPARE}


def test_two_records_within_sixty_days_are_needed():
    """Days 3 and 40 stand together until the first ends on day 63, in step 9; days 3 and 63 never do."""
    text = DENSE + held(more="count = 2\nwithin_days = 60")
    assert grades(text, [dispute(3), dispute(40)], 84) == [TOP] * 5 + [SPARE] * 4 + [TOP] * 3
    assert grades(text, [dispute(3), dispute(63)], 84) == [TOP] * 12


def test_the_lower_of_what_is_earned_and_what_is_allowed_counts():
    """100 - 2 * 40 = 20 earns the third grade, which an override to the second leaves; one to the last does not."""
    posts = [Record(day, "critical-post", "neighbours", done=day) for day in (3, 4)]
    text = DENSE + held("middle") + held("bottom", name="worse", acts='["charity-gift"]')
    assert grades(text, [*posts, dispute(5)], 14) == [SPARE, SPARE]
    gift = Record(10, "charity-gift", "neighbours", done=10)
    assert grades(text, [dispute(5), gift], 21) == [MIDDLE, BOTTOM, BOTTOM]


def test_only_the_named_sources_are_heard():
    text = DENSE + held(more='sources = ["neighbours"]', acts='["charity-gift"]')
    assert grades(text, [Record(3, "charity-gift", "registry", done=3)], 14) == [TOP, TOP]
    assert grades(text, [Record(3, "charity-gift", "neighbours", done=3)], 14) == [SPARE, SPARE]


LISTED = """
[[list]]
id = "hall"
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "disputed"
list = "hall"
acts = ["civil-dispute"]
term_days = 20
mark = "fiction"
cite = ["test-book"]

[[override]]
id = "in-the-hall"
grade = "spare"
list = "hall"
mark = "fiction"
cite = ["test-book"]
"""


def test_a_list_holds_while_somebody_stands_on_it():
    """Listed from day 3 to day 22; steps begin on days 7, 14 and 21 on the list, and on day 28 off it."""
    assert grades(DENSE + LISTED, [dispute(3)], 35) == [SPARE] * 3 + [TOP] * 2


def test_a_version_ends_an_override_for_good():
    """The version begins on day 280; the dense grades end on it, so here only the override does."""
    ending = FULL.replace('drop = ["grades"]', 'drop = ["rules"]').replace('"critics"]', '"critics", "disputes"]')
    ending = ending.replace('[[version]]\nid = "tired"', held().lstrip() + '\n[[version]]\nid = "tired"')
    told = grades(ending, [dispute(10), dispute(290)], 301)
    assert set(told[1:39]) == {SPARE}
    assert set(told[39:]) == {TOP}
