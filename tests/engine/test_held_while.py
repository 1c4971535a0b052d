"""Consequences that hold only while something is so of whoever earned them, worked by hand.

The adult of these cases is the first of the town, in grade top from day 0 (100 points; a gift gives 35). Steps are of
seven days; what must be so is asked at the end of each, so that it bites from the first day of the next.
"""

from __future__ import annotations

import pytest

from engine.cases import Record, tell
from engine.lives import live, people_of, request, scheme_of, society
from glasstown.simulate.settings import settings_of
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE
from scheme.dense_kinds import KINDS
from scheme.dense_organisations import ORGANISED

SLOT = tell(scheme_of(DENSE), [], 7).slot
BORN = int(people_of(1, 64).birth_day[SLOT])
YEARS = -BORN // 365
BIRTHDAY = BORN + (YEARS + 1) * 365
ASKED_AFTER = -(-BIRTHDAY // 7) * 7
"""The first end of a step on or after the birthday."""

CITED = 'mark = "fiction"\ncite = ["test-book"]\n'


def while_so(when: str, more: str = "") -> str:
    """The dense scheme with a consequence of grade top that holds only while something is so."""
    body = f'grade = "top"\ndeny = ["flight"]\nnotice = "none"\nwhen = "{when}"\n{CITED}'
    return f'{DENSE}\n[[consequence]]\nid = "grounded"\n{body}{more}'


def held(when: str, things=(), days: int = 371, more: str = "") -> list[tuple[int, int]]:
    return tell(scheme_of(while_so(when, more)), list(things), days).held("grounded")


def gift(day: int) -> Record:
    """A gift that is written down: 35 points."""
    return Record(day, "charity-gift", "registry", done=day)


def test_it_ends_at_the_end_of_the_step_in_which_the_birthday_falls():
    assert held(f"age <= {YEARS}") == [(0, ASKED_AFTER)]


def test_it_begins_when_the_condition_comes_to_hold_though_the_grade_held_before():
    assert held(f"age > {YEARS}") == [(ASKED_AFTER, 371)]


def test_what_always_holds_is_as_if_nothing_were_asked_and_what_never_holds_is_never_in_force():
    assert held("age >= 0") == [(0, 371)]
    assert held("age > 120") == []


def test_the_score_asked_about_is_that_at_the_end_of_the_step():
    """100 until the gift of day 10, then 135; the step ends on day 14."""
    assert held("score > 110", [gift(10)], 70) == [(14, 70)]
    assert held("score <= 110", [gift(10)], 70) == [(0, 14)]


def test_the_grade_must_hold_as_well():
    """Somebody at 100 points is in grade top, so that nothing of grade spare reaches them, whatever their age."""
    text = while_so("age >= 0").replace('grade = "top"\ndeny = ["flight"]', 'grade = "spare"\ndeny = ["flight"]')
    assert tell(scheme_of(text), [], 70).held("grounded") == []


def test_a_case_before_an_official_is_dropped_when_the_condition_fails_and_filed_anew_when_it_holds_again():
    """Decided no sooner than 30 days after filing: where the condition fails before, nothing is left to decide."""
    decision = f'[consequence.decision]\nby = "officer"\ndelay_days = 30\noverride = 0\n{CITED}'
    assert held("score <= 110", [gift(10)], 70, decision) == []
    assert held("score > 110", [gift(10)], 70, decision)[0][0] >= 14 + 30


def test_in_a_town_only_those_of_whom_it_is_so_are_hit():
    text = while_so("age >= 40 and not urban")
    lived = live(scheme_of(text), people=300, days=28, step_days=14)
    number = [row.id for row in scheme_of(text).consequences].index("grounded")
    people = people_of(1, 300)
    spells = lived.table("spells")
    hit = {row["resident"] for row in spells.to_dicts() if row["consequence"] == number}
    assert hit
    for who in hit:
        assert (28 - int(people.birth_day[who])) // 365 >= 40
        assert not people.urban[who]


@pytest.mark.parametrize("scope", ["officers", "firms"])
def test_what_is_about_firms_cannot_ask_it(scope):
    at = ORGANISED.index(f'scope = "{scope}"')
    text = f'{ORGANISED[:at]}when = "age > 30"\n{ORGANISED[at:]}'
    with pytest.raises(InputFaultsError) as error:
        scheme_of(text)
    (one,) = [one for one in error.value.diagnostics if "condition" in one.message]
    assert one.code == "SCH391"
    assert one.span.source_line == 'when = "age > 30"'


def test_firms_on_the_list_are_asked_nothing_about_the_lives_of_residents():
    body = 'grade = "conduct-poor"\ndeny = ["visa"]\nnotice = "none"\nwhen = "age > 30"\n'
    text = f'{KINDS}\n[[consequence]]\nid = "of-age"\n{body}'
    settings = settings_of(request(scheme_of(text), people=60, days=28, step_days=7), scheme_of(text), society())
    firms = settings.organising
    assert firms
    assert settings.world.consequences.conditional
    assert not firms.settings.world.consequences.conditional
    assert (firms.settings.world.consequences.when == -1).all()
