"""Points that stand while something is so of a resident, and rules that answer only then, worked by hand.

The adult of these cases is the first of the town; how old they are, and on which day the next birthday falls, is read
from the people. The dense score starts at 100 and goes from 0 to 150; grades are top from 90, middle from 55, spare
from 15, bottom. Steps are of seven days, so a rule that is looked at each day is looked at on the last day of each.
"""

from __future__ import annotations

import pytest

from engine.cases import Record, tell
from engine.lives import edited, people_of, scheme_of
from glasstown.vocab.codes import Entry
from scheme.dense import DENSE, FULL

STATE = int(Entry.STATE)
SLOT = tell(scheme_of(DENSE), [], 7).slot
BORN = int(people_of(1, 64).birth_day[SLOT])
YEARS = -BORN // 365
BIRTHDAY = BORN + (YEARS + 1) * 365
FIRST_STEP_AFTER = -(-BIRTHDAY // 7)


def stands(points: str, when: str = f"age <= {YEARS}", every: int = 1) -> str:
    """A rule of points that stand."""
    body = f'when = "{when}"\npoints = {points}\nrefresh_days = {every}\nmark = "fiction"\ncite = ["test-book"]'
    return f'\n[[state_rule]]\nid = "young"\n{body}\n'


def scores(text: str, things=(), days: int = 371) -> list[int]:
    """Points at the end of each step."""
    return [milli / 1000 for milli in tell(scheme_of(text), list(things), days).scores]


def gift(day: int) -> Record:
    """A gift that is written down: 35 points."""
    return Record(day, "charity-gift", "registry", done=day)


def test_points_stand_until_the_birthday_and_are_taken_back_in_the_step_after_it():
    assert 0 < BIRTHDAY <= 365
    told = scores(DENSE + stands("-20"))
    assert told == [80] * FIRST_STEP_AFTER + [100] * (53 - FIRST_STEP_AFTER)


def test_what_a_cap_on_each_entry_cut_off_is_not_taken_back():
    """100 + 80 is cut to 150, so 50 were given; the end of it takes 50 back: 100."""
    assert scores(DENSE + stands("80"))[::52] == [150, 100]
    told = tell(scheme_of(DENSE + stands("80")), [], 371)
    mine = [one for one in told.moved if one.who == told.slot]
    assert [(one.day, one.kind) for one in mine] == [(6, STATE), (6, int(Entry.CAP)), (7 * FIRST_STEP_AFTER + 6, STATE)]


def test_a_gift_that_a_cap_cut_off_is_gone_when_the_points_end():
    """100 + 45 = 145; the gift of day 10 adds 5 of its 35: 150; the end takes 45 back: 105, and not 135."""
    told = scores(DENSE + stands("45"), [gift(10)])
    assert (told[0], told[1], told[-1]) == (145, 150, 105)
    open_sum = edited(DENSE, ('cap = "each-entry"', 'cap = "on-reading"'))
    told = scores(open_sum + stands("45"), [gift(10)])
    assert (told[0], told[1], told[-1]) == (145, 150, 135)


@pytest.mark.parametrize(("every", "after"), [(1, 0), (30, None), (365, None)])
def test_it_is_looked_at_on_its_days_alone(every, after):
    """The step after the birthday is the first whose days hold a multiple of `every`."""
    first = FIRST_STEP_AFTER
    while not any(day % every == 0 for day in range(7 * first, 7 * first + 7)):
        first += 1
    assert after is None or first == FIRST_STEP_AFTER + after
    told = scores(DENSE + stands("-20", every=every), days=7 * (first + 1))
    assert told == [80] * first + [100]


def test_a_grade_follows_from_points_that_stand():
    """100 - 20 = 80 is middle from day 7 on; with a gift, 115 is top."""
    told = tell(scheme_of(DENSE + stands("-20", "age > 3")), [gift(10)], 21)
    assert told.grades == [2, 1, 1]


def test_nobody_is_told_of_them_and_nobody_is_warned():
    told = tell(scheme_of(DENSE + stands("-20", "age > 3")), [], 21, knows=False)
    assert told.aware == [False] * 3


def test_a_version_takes_them_back():
    """The version begins on day 280, which begins step 40."""
    ending = edited(FULL, ('drop_state_rules = ["work"]', 'drop_state_rules = ["work", "young", "schooling"]'))
    ending = edited(ending, ('drop = ["grades"]', 'drop = ["rules"]'))
    ending = ending.replace('[[version]]\nid = "tired"', stands("-20", "age > 3") + '\n[[version]]\nid = "tired"')
    told = scores(ending, days=350)
    assert told[39] in {80, 80 - 4.5, 86, 86 - 4.5}
    assert told[-1] == 100


def when(formula: str) -> str:
    """The dense scheme whose gifts count only where something is so."""
    return DENSE.replace('act = "charity-gift"', f'act = "charity-gift"\nwhen = "{formula}"')


def test_a_rule_answers_only_while_its_condition_holds():
    """The condition is asked with what is so at the beginning of the step of the record."""
    day = 7 * (FIRST_STEP_AFTER - 1)
    young = when(f"age <= {YEARS}")
    assert scores(young, [gift(day + 1)], day + 7)[-1] == 135
    assert scores(young, [gift(day + 8)], day + 14)[-1] == 100


def test_a_condition_reads_the_score_as_it_stands_when_the_record_arrives():
    """100 is below 120, so the first gift counts: 135; the second, a day later, does not."""
    text = when("score < 120")
    assert scores(text, [gift(3), gift(4)], 7) == [135]
    assert scores(when("score <= 135"), [gift(3), gift(4)], 7) == [150]


def test_a_condition_reads_the_grade_in_force():
    post = Record(2, "critical-post", "neighbours", done=2)
    assert scores(when("grade == 2"), [post, gift(3), gift(8)], 14) == [60, 95]
