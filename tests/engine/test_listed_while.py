"""Grounds that take a record only of somebody of whom something is so, worked by hand.

The adult of these cases is the first of the town; steps are of seven days. A debt is written down on some day and lists
at once, for good; what must be so is asked of the beginning of the step in which the record is due.
"""

from __future__ import annotations

import pytest

from engine.cases import Record, tell
from engine.lives import people_of, scheme_of
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE
from scheme.dense_organisations import ORGANISED

SLOT = tell(scheme_of(DENSE), [], 7).slot
BORN = int(people_of(1, 64).birth_day[SLOT])
YEARS = -BORN // 365
BIRTHDAY = BORN + (YEARS + 1) * 365
CITED = 'mark = "fiction"\ncite = ["test-book"]\n'


def grounds(*rows: tuple[str, str, str]) -> str:
    """The dense scheme with two lists, and a ground for each row: its list, its act, and its condition."""
    lists = "".join(f'\n[[list]]\nid = "{name}"\n{CITED}' for name in ("first", "second"))
    said = "".join(
        f'\n[[ground]]\nid = "{name}-{act}"\nlist = "{name}"\nacts = ["{act}"]\nwhen = "{when}"\n{CITED}'
        for name, act, when in rows
    )
    return DENSE + lists + said


def bill(day: int) -> Record:
    """A late bill that is written down on the day."""
    return Record(day, "late-bill", "registry", done=day)


def listed(when: str, things, days: int = 371) -> list[int]:
    """First days on the list."""
    told = tell(scheme_of(grounds(("first", "late-bill", when))), list(things), days)
    return [first for _, first, _, _ in told.on_list("first")]


def test_a_record_lists_only_while_the_condition_holds():
    """The step of the birthday still begins with the old age; the one after begins with the new."""
    inside, after = BIRTHDAY // 7 * 7, (BIRTHDAY // 7 + 1) * 7
    assert BIRTHDAY % 7
    assert listed(f"age <= {YEARS}", [bill(inside + 6)]) == [inside + 6]
    assert listed(f"age <= {YEARS}", [bill(after)]) == []
    assert listed(f"age > {YEARS}", [bill(inside + 6), bill(after)]) == [after]


def test_a_second_list_takes_only_those_who_stand_on_the_first():
    """On the first from day 10; in the same step nobody stood on it yet, in the next they do."""
    text = grounds(("first", "late-bill", "age > 0"), ("second", "civil-dispute", "listed.first"))
    quarrel = [Record(day, "civil-dispute", "registry", done=day) for day in (11, 15)]
    told = tell(scheme_of(text), [bill(10), *quarrel], 70)
    assert [row[1] for row in told.on_list("first")] == [10]
    assert [row[1] for row in told.on_list("second")] == [15]
    assert tell(scheme_of(text), quarrel, 70).on_list("second") == []


def test_the_score_is_that_of_the_beginning_of_the_step():
    """A gift of day 8 makes 100 to 135, known from the step of day 14 on."""
    gift = Record(8, "charity-gift", "registry", done=8)
    assert listed("score > 110", [gift, bill(9)], 70) == []
    assert listed("score > 110", [gift, bill(14)], 70) == [14]


def test_a_repeat_counts_only_records_of_which_it_holds():
    """Two within a year, and of age: the one before the birthday does not count."""
    after = (BIRTHDAY // 7 + 1) * 7
    text = grounds(("first", "late-bill", f"age > {YEARS}")).replace(
        'acts = ["late-bill"]\n', 'acts = ["late-bill"]\nrepeat = { count = 2, within_days = 360 }\n'
    )
    days = [after - 14, after, after + 1]
    told = tell(scheme_of(text), [bill(day) for day in days], after + 21)
    assert [row[1] for row in told.on_list("first")] == [after + 1]


def test_a_list_that_a_condition_asks_about_is_not_called_useless():
    asked = {one.message for one in scheme_of(grounds(("first", "late-bill", "listed.second"))).warnings}
    assert 'nothing follows from the list "first"' in asked
    assert 'nothing follows from the list "second"' not in asked


def test_what_is_about_firms_cannot_ask_it():
    at = ORGANISED.index("acts = [", ORGANISED.index("[[ground]]"))
    with pytest.raises(InputFaultsError) as error:
        scheme_of(f'{ORGANISED[:at]}when = "age > 30"\n{ORGANISED[at:]}')
    (one,) = [one for one in error.value.diagnostics if "condition" in one.message]
    assert (one.code, one.span.source_line) == ("SCH391", 'when = "age > 30"')
