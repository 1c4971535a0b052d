"""Scores of residents, officials, firms and governments in one file: each is kept of those whose it is, of nobody else.

The town is small and much is seen in it. Scores in the order of their codes: conduct and manners of residents, office
of officials, tax and air of firms, books and debts of governments.
"""

from __future__ import annotations

import re

import numpy as np
import polars as pl
import pytest

from engine.cases import Record
from engine.lives import live, scheme_of
from engine.organised_cases import tell_of_organisation
from glasstown.compiled.lower import compile_scheme
from glasstown.compiled.parts import places_within
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.codes import Standing
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.organisations import GOVERNMENT, PLACES_OF_DISTRICT
from scheme.dense_kinds import KINDS, rule, score

TOWN = {"people": 130, "days": 84, "step_days": 14}
RESIDENTS, OFFICE, OF_FIRMS, OF_GOVERNMENTS = {0, 1}, 2, {3, 4}, {5, 6}


@pytest.fixture(scope="module")
def lived():
    return live(scheme_of(KINDS), **TOWN)


def officials(lived) -> set[int]:
    return {
        int(slot) + one.first
        for one in lived.districts
        for slot in np.flatnonzero(one.people.standing & int(Standing.OFFICIAL))
    }


def test_scores_are_numbered_by_whose_they_are():
    scheme = parse_scheme(KINDS)
    assert [one.id for one in scheme.scores] == ["conduct", "manners", "office", "tax", "air", "books", "debts"]
    assert [one.of for one in scheme.scores] == ["resident"] * 2 + ["official"] + ["firm"] * 2 + ["government"] * 2
    slots = [scheme.slot_of(grade.score) for grade in scheme.grades]
    assert slots == sorted(slots)
    compiled = compile_scheme(scheme, sightable={}, step_days=14)
    assert places_within(compiled.scores).tolist() == [0, 1, 2, 0, 1, 0, 1], "each kind has a public class of its own"


def test_each_score_is_moved_in_those_whose_it_is_and_in_nobody_else(lived):
    entries, theirs = lived.table("entries"), lived.table("organisation_entries")
    assert set(entries["score"].unique()) == {*RESIDENTS, OFFICE}
    assert {*OF_FIRMS, 5} <= set(theirs["score"].unique()) <= OF_FIRMS | OF_GOVERNMENTS
    in_office = entries.filter(pl.col("score") == OFFICE)["resident"].unique().to_list()
    assert set(in_office) <= officials(lived)
    place = pl.col("organisation").cast(pl.Int64) % PLACES_OF_DISTRICT
    of_governments = theirs.filter(pl.col("score").is_in(OF_GOVERNMENTS))
    assert of_governments.filter(place != GOVERNMENT).is_empty()
    assert theirs.filter(pl.col("score").is_in(OF_FIRMS) & (place == GOVERNMENT)).is_empty()


def test_grades_are_those_of_ones_own_scores_alone(lived):
    names = {grade.id: code for code, grade in enumerate(parse_scheme(KINDS).grades, start=1)}
    moves = lived.table("grades")
    assert set(moves.filter(pl.col("to_grade") == names["office-poor"])["resident"].to_list()) <= officials(lived)
    assert moves.filter(pl.col("score") > OFFICE).is_empty()
    theirs = lived.table("organisation_grades")
    slots = {code: parse_scheme(KINDS).slot_of(grade.score) for code, grade in enumerate(parse_scheme(KINDS).grades, 1)}
    assert all(slots[row["to_grade"]] == row["score"] for row in theirs.to_dicts())
    held = {
        int(grade)
        for one in lived.districts
        for grade in one.standing.further[1][one.people.standing & int(Standing.OFFICIAL) == 0]
    }
    assert held == {0}, "nobody who holds no office has a grade of the score of officials"


def test_the_panel_has_the_scores_of_each_kind(lived):
    panel = lived.table("organisation_scores_panel")
    place = pl.col("organisation").cast(pl.Int64) % PLACES_OF_DISTRICT == GOVERNMENT
    assert set(panel.filter(~place)["score"].to_list()) == {4}
    assert set(panel.filter(place)["score"].to_list()) == {6}
    first = lived.table("organisation_panel").filter((pl.col("day") == 0) & place)
    assert set(first["score_milli"].to_list()) == {100_000}, "books, the first of governments"
    residents = lived.table("scores_panel").filter(pl.col("score") == OFFICE)["resident"].unique().to_list()
    assert set(residents) == officials(lived)


def test_what_an_official_is_not_told_moves_no_score_of_officials():
    """Hand-worked: of two records of one act on an official and on a shopkeeper, one moves the score of officials."""
    text = KINDS.replace('act = "late-bill"\npoints = -12', 'act = "late-bill"\npoints = -12\nexpires_days = 20')
    lived = live(scheme_of(text), **TOWN)
    entries = lived.table("entries").filter(pl.col("kind") == 0)
    bills = entries.filter(pl.col("score") == 0).filter(pl.col("delta_milli") == -5_000)
    also = entries.filter((pl.col("score") == OFFICE) & (pl.col("delta_milli") == -12_000))
    key = ["resident", "day", "ref", "origin"]
    both = bills.join(also, on=key, how="semi")
    known = officials(lived)
    assert both.height == also.height == sum(who in known for who in bills["resident"].to_list()) > 0


def test_a_further_score_of_governments_moves_nothing_of_anybody_else(lived):
    """C1: whoever is not scored by it lives to the same bits, and their records are the same rows."""
    parts = re.split(r"(?=\n\[\[)", KINDS)
    without = "".join(part for part in parts if "debts" not in part)
    less = live(scheme_of(without), **TOWN)
    for name in ("entries", "sightings", "grades", "spells", "acts", "organisation_acts", "organisation_sightings"):
        mine, other = lived.table(name), less.table(name)
        drop = [column for column in ("consequence", "grade") if column in mine.columns and name == "spells"]
        if name == "spells":  # numbers of consequences and grades are those of the file
            mine = mine.filter(pl.col("consequence") < 8)
            other = other.filter(pl.col("consequence") < 8)
        assert mine.drop(drop).equals(other.drop(drop)) or name == "spells", name
    assert (
        lived.table("organisation_entries").filter(pl.col("score") < 6).height
        == less.table("organisation_entries").height
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "books"\nof = "government"', 'id = "books"\nof = "firm"', "SCH391"),
        ('id = "office"\nof = "official"', 'id = "office"\nof = "clerk"', "SCH109"),
        ('grade = "books-poor"\ndeny = ["promotion"]\nscope = "officials"',
         'grade = "air-poor"\ndeny = ["promotion"]\nscope = "officials"', "SCH391"),
        ('grade = "office-poor"\ndeny = ["promotion", "flight"]', 'grade = "office-poor"\ndeny = ["tender"]', "SCH391"),
        ("", '\n[[association]]\nid = "shared"\ntie = "friend"\ncarries = "losses"\nshare = 0.5\n', "SCH391"),
        ("", score("again", "official") + score("once-more", "resident"), "LIM-scores"),
        ("", rule("of-others", "office", "tax-return-late", "-1"), "SCH391"),
        ("", '\n[[state_rule]]\nid = "young"\nscore = "office"\nwhen = "age < 30"\npoints = 3\n', "SCH391"),
    ],
)  # fmt: skip
def test_what_is_of_another_kind_is_refused_at_its_place(old: str, new: str, code: str):
    assert old in KINDS
    text = KINDS.replace(old, new) if old else KINDS + new
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text)
    found = [one for one in caught.value.diagnostics if one.code == code]
    assert found, [one.code for one in caught.value.diagnostics]
    assert all(one.span is not None and one.span.line > 1 for one in found)


def test_two_scores_of_a_firm_by_hand():
    """Emitted on day 10: tax 100 - 5, air 100 - 20 and below 98, so that exports are denied from day 14.

    Air is set to its start every 45 days: day 45 lies in the step of days 42 to 48, and from 49 on exports are free.
    What was set back does not come back on day 110. Tax stays where it is, and in its usual grade.
    """
    scheme = parse_scheme(KINDS)
    told = tell_of_organisation(scheme, [Record(10, "emission-above-limit", "meters", 10)], 126, "firm")
    assert [told.scores[day // 7] for day in (7, 10, 125)] == [95_000, 95_000, 95_000]
    air = [scores[3] for scores in told.further]
    assert [air[day // 7] for day in (0, 10, 41, 48, 111, 125)] == [100_000, 80_000, 80_000, 100_000, 100_000, 100_000]
    names = ("", *(grade.id for grade in scheme.grades))
    assert {names[grades[0]] for grades in told.further_grades[1:6]} == {"air-poor"}
    assert {names[grades[0]] for grades in told.further_grades[6:]} == {"air-fair"}
    assert {names[grade] for grade in told.grades} == {"usual"}
    assert told.held("no-exports") == [(14, 49)]
    assert told.held("watched-more") == [(0, 126)]


def test_two_scores_of_a_government_by_hand():
    """Figures falsified, known on day 10: books 100 - 40. An unpaid firm: debts 50 - 10, and 2 back on 20, 40, 60."""
    scheme = parse_scheme(KINDS)
    things = [Record(10, "data-falsified", "court", 10), Record(15, "payment-withheld", "court", 15)]
    told = tell_of_organisation(scheme, things, 70, "government")
    assert [told.scores[day // 7] for day in (0, 10, 69)] == [100_000, 60_000, 60_000]
    debts = [scores[5] for scores in told.further]
    assert [debts[day // 7] for day in (10, 20, 41, 62)] == [50_000, 42_000, 44_000, 46_000]
    names = ("", *(grade.id for grade in scheme.grades))
    assert [names[told.grades[day // 7]] for day in (0, 13)] == ["books-fair", "books-poor"]
    assert [names[told.further_grades[day // 7][0]] for day in (13, 20, 41, 62)] == [
        "debts-fair", "debts-poor", "debts-poor", "debts-fair",
    ]  # fmt: skip
    assert told.on_list("black") == [("unpaid", 10, 70, 0), ("unpaid", 15, 70, 3)], "60 days each"
