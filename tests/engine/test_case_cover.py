"""What cases have to show of a scheme: nothing of a file is left out in silence."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from engine.case_cover import mismatches, shown, to_be_shown, told_of
from engine.case_files import CaseFaultsError, case_files, parse_cases, read_cases
from engine.case_ways import ASKED, ELSEWHERE, SAYS_OF_ITSELF
from glasstown.scheme.library import find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import read_scheme


def test_every_part_of_a_scheme_is_shown_by_cases_or_by_a_test_that_is_named():
    elsewhere = {part for part, _, _ in ELSEWHERE}
    parts = [*ASKED, *elsewhere, *SAYS_OF_ITSELF]
    assert sorted(parts) == sorted(one.name for one in fields(Scheme))
    for part, why, test in ELSEWHERE:
        assert why, part
        assert (Path(__file__).parent / test).is_file(), part


def test_officials_and_who_answers_for_organisations_are_asked_for():
    asked = to_be_shown(read_scheme(find("national-outline-2014")))
    assert {"rule:bribes", "expiry:bribes", "grade:office-d", "edge:office-a", "consequence:no-promotion",
            "consequence:leaders-answer", "consequence:representatives-barred"} <= asked  # fmt: skip
    asked = to_be_shown(read_scheme(find("court-list-firms")))
    assert {"consequence:leaders", "before its date:representatives", "after its date:representatives"} <= asked
    assert "association:friends" in to_be_shown(read_scheme(find("national-as-told")))
    assert "cap:service-in-a-year" in to_be_shown(read_scheme(find("good-faith")))
    assert "version:cancelled" in to_be_shown(read_scheme(find("suining-2010-cancelled")))


def case_of(name: str, title: str):
    """One shipped case by the beginning of its title."""
    path = next(path for path in case_files() if path.stem == name)
    return next(case for case in read_cases(path) if case.title.startswith(title))


@pytest.mark.nightly
def test_a_tie_is_shown_only_by_what_befell_a_friend():
    case = case_of("national-as-told", "below an edge for")
    assert "association:friends" in shown(case, told_of(case))
    own = replace(case, things=tuple(one._replace(by_friend=False) for one in case.things))
    assert "association:friends" not in shown(own, told_of(own))
    assert any("the points are 580" in wrong for wrong in mismatches(own, told_of(own)))


@pytest.mark.nightly
def test_a_date_is_shown_only_by_a_case_that_stands_on_both_sides_of_it():
    both = {"before its date:representatives", "after its date:representatives"}
    case = case_of("court-list-firms", "who represents a listed firm")
    assert both <= shown(case, told_of(case))
    late = case_of("court-list-firms", "after that date")
    assert both & shown(late, told_of(late)) == {"after its date:representatives"}


SAID = """\
[about]
scheme = "national-outline-2014"

[[case]]
title = "A duty"
whose = "official"
cite = ["assumption"]
worked = "100 - 20 = 80"
happens = [{ day = 3, act = "neglect-of-duty", recorded_by = "discipline" }]
expect = [{ day = 3, points = 80 }]
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("points = 80 }", "points = 80, officer_under = [] }", "10:51", "of firms and governments alone"),
        ("worked =", "starts = 2019-07-01\nworked =", "8:10", "of firms and governments alone"),
        ("worked =", 'starts = "2019"\nworked =', "8:10", '"starts" of case holds text'),
        ('whose = "official"', 'whose = "government"', "9:88", "of residents and officials alone"),
    ],
)
def test_what_is_said_of_another_kind_of_subject_is_refused_at_its_place(old, new, place, told):
    text = SAID.replace(old, new)
    text = text.replace('"discipline" }', '"discipline", by_friend = true }') if "government" in new else text
    with pytest.raises(CaseFaultsError) as caught:
        parse_cases(text.encode(), "mine.toml")
    assert f"mine.toml:{place}: " in str(caught.value)
    assert told in str(caught.value)
