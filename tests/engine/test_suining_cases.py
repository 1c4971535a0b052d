"""Hand-worked cases of Suining, as documented, as told, and in both endings: points and grades by day."""

from __future__ import annotations

import re

import pytest

from engine.cases import Record, tell
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme

A, B, C, D = 1, 2, 3, 4
NOT_GRADED = 0


def slander(day: int) -> Record:
    return Record(day, "false-accusation-online", "online-monitoring", done=day)


def at(told, day: int) -> tuple[int, int]:
    """Points and grade at the end of the step that holds a day."""
    return told.scores[day // 7] // 1000, told.grades[day // 7]


@pytest.mark.parametrize("name", ["suining-2010", "suining-2010-as-told"])
def test_an_accusation_costs_a_hundred_points(name: str):
    """1,000 - 100 = 900: out of A (970), in B (850); 800: C (600); 500 after five of them: D."""
    told = tell(read_scheme(find(name)), [slander(day) for day in (3, 80, 90, 100, 110)], 140)
    assert at(told, 0) == (900, B)
    assert at(told, 80) == (800, C)
    assert at(told, 110) == (500, D)


def test_points_come_back_after_five_years_as_documented_and_never_as_told():
    documented = tell(read_scheme(find("suining-2010")), [slander(3)], 1_890)
    as_told = tell(read_scheme(find("suining-2010-as-told")), [slander(3)], 1_890)
    assert at(documented, 1_820) == (900, B)
    assert at(documented, 1_829) == (1_000, A)
    assert at(as_told, 1_889) == (900, B)


def test_an_honour_only_repairs_a_loss():
    honour = Record(50, "honour-award", "honours-office", done=50)
    told = tell(read_scheme(find("suining-2010")), [Record(10, "honour-award", "honours-office", done=10),
                                                    slander(30), honour], 70)  # fmt: skip
    assert [at(told, day)[0] for day in (10, 30, 50)] == [1_000, 900, 1_000]


def test_the_lowest_grade_is_barred_from_more_as_told_than_as_documented():
    """Five accusations by day 110, in the step to 112: D from then on."""
    records = [slander(day) for day in (3, 80, 90, 100, 110)]
    documented, as_told = (tell(read_scheme(find(name)), records, 140) for name in (
        "suining-2010", "suining-2010-as-told"))  # fmt: skip
    assert documented.held("barred-from-public-jobs") == documented.held("barred-from-support") == [(112, 140)]
    assert as_told.held("no-jobs") == as_told.held("no-support") == as_told.held("no-permits") == [(112, 140)]
    denied = {row.id: row.deny for row in read_scheme(find("suining-2010-as-told")).consequences}
    assert denied["no-jobs"] == ("public-job", "private-job")


def test_grades_dropped_keeps_the_scores():
    """A trigger lets the version begin on day 365; the first step that begins on it or later begins on day 371."""
    records = [slander(day) for day in (3, 80, 90, 100, 110, 400)]
    told = tell(read_scheme(find("suining-2010-grades-dropped")), records, 420, begins={"grades-dropped": 365})
    assert at(told, 362) == (500, D)
    assert at(told, 370) == (500, NOT_GRADED)
    assert at(told, 400) == (400, NOT_GRADED)
    assert told.held("barred-from-public-jobs") == [(112, 371)]


def test_cancelled_ends_everything():
    records = [slander(day) for day in (3, 80, 90, 100, 110, 400)]
    told = tell(read_scheme(find("suining-2010-cancelled")), records, 420, begins={"cancelled": 365})
    assert at(told, 370) == (500, NOT_GRADED)
    assert at(told, 400) == (500, NOT_GRADED)
    assert told.held("barred-from-support") == [(112, 371)]


def test_the_endings_are_the_documented_scheme_but_for_the_version_and_what_begins_it():
    documented = read_scheme(find("suining-2010"))
    for name in ("suining-2010-grades-dropped", "suining-2010-cancelled"):
        ending = read_scheme(find(name))
        head = {"id", "title", "status", "settings", "text", "places", "versions", "warnings", "legal"}
        head |= {"legitimacy", "triggers"}
        assert [one.version for one in ending.triggers] == [one.id for one in ending.versions]
        assert len(ending.versions) == 1
        for field in type(documented).__dataclass_fields__:
            if field not in head:
                assert strip(getattr(ending, field)) == strip(getattr(documented, field)), field


def strip(value: object) -> str:
    """A value without the places in which it stands."""
    return re.sub(r"Span\(.*?source_line='.*?'\)", "", repr(value)) if not isinstance(value, str) else value
