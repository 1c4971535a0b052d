"""A warning where a score starts in a grade that harms, and none where it harms only some, or later."""

from __future__ import annotations

import pytest

from scheme.dense import DENSE
from scheme.dense_kinds import KINDS
from scheme.fault_texts import faults_of

JOBS = 'grade = "middle"\ndeny = ["public-job"]\ndegree = { airport-lane = -2, fare = -1 }\n'


def warned(text: str) -> list[str]:
    """What is marked by each warning of a start in a grade that harms."""
    told = [one for one in faults_of(text) if one.code == "SCH409"]
    assert all(one.severity == "warning" for one in told)
    return [one.span.source_line[one.span.column - 1 : one.span.end_column - 1] for one in told if one.span]


def started(points: str, old: str = "", new: str = "") -> str:
    """The dense scheme with that start, and a piece of it put otherwise."""
    assert not old or old in DENSE
    return DENSE.replace("start = 100", f"start = {points}", 1).replace(old, new, 1)


@pytest.mark.parametrize(
    ("points", "marked"),
    [("90", []), ("89.999", ["89.999"]), ("55", ["55"]), ("54.999", []), ("15", []), ("14.999", ["14.999"])],
)
def test_it_is_told_from_the_edge_of_the_grade_to_the_next(points: str, marked: list[str]):
    # from 90 the grade is favoured, from 55 denied posts, from 15 nothing follows, and below that support is denied
    assert warned(started(points)) == marked


def test_it_says_which_consequence_and_whom_it_hits():
    (told,) = (one for one in faults_of(started("60")) if one.code == "SCH409")
    assert told.message == (
        'the score starts at 60, in grade "middle", and from there "no-jobs" harms every resident who is scored, '
        "from day 0 and whatever they do"
    )
    assert '"no-jobs"' in told.fix


@pytest.mark.parametrize(
    "harm",
    ['deny = ["public-job"]\n', "degree = { fare = -1 }\n", "degree = { airport-lane = 2, fare = -1 }\n"],
)
def test_what_is_denied_and_what_is_made_worse_harm_alike(harm: str):
    assert warned(started("60", JOBS, f'grade = "middle"\n{harm}')) == ["60"]


@pytest.mark.parametrize(
    "milder",
    [
        'grade = "middle"\ndegree = { airport-lane = 2 }\n',
        'grade = "middle"\nfavour = ["public-job"]\n',
        f'{JOBS}when = "needy"\n',
        f"{JOBS}from_day = 30\n",
        f"{JOBS}from_date = 2031-01-01\n",
        f"{JOBS}decision = {{ by = 'judge', override = 0.4 }}\n",
    ],
)
def test_it_is_not_told_of_what_harms_nobody_only_some_or_later(milder: str):
    assert warned(started("60", JOBS, milder)) == []


def test_it_is_told_of_whoever_a_score_is_of():
    told = [one.message for one in faults_of(KINDS) if one.code == "SCH409"]
    assert any("every firm" in message for message in told)
    assert any("every official" in message for message in told)
