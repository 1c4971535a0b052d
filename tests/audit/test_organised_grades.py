"""Firms' books kept again: all records give the grades of the ledger, and true ones alone say who is hit wrongly."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from engine.lives import scheme_of
from glasstown.audit.case import open_case
from glasstown.audit.causes import THROUGH_OTHERS, WRONGLY
from glasstown.audit.life.decisions import decisions_of
from glasstown.audit.life.names import Whose
from glasstown.audit.life.organisation import called
from glasstown.audit.organised_grades import OrganisedGrades
from glasstown.audit.terms import terms_of_kind
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.reader import open_run
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_firms_held import CARRYING
from scheme.dense_organisations import ORGANISED

TOWN = {"people": 4_096, "days": 1_092, "step_days": 14, "seed": 2, "start": date(2020, 1, 1), "baseline": "none"}
CITED = 'mark = "fiction"\ncite = ["test-book"]\n'
OF_BAD = (
    f'[[consequence]]\nid = "their-loans"\ngrade = "bad"\ndeny = ["loan"]\nscope = "officers"\n{CITED}notice = "none"\n'
)
FALSE = ("false_per_year = 0.2\nwrong_person = 0.2", "false_per_year = 0.3\nwrong_person = 0")


def run_of(folder, text: str):
    live(RunRequest(scheme=scheme_of(text), out=folder / "run", **TOWN))
    return folder / "run"


def changed(text: str, *swaps: tuple[str, str]) -> str:
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    return text


def grades_of_ledger(ledger, organisation: int, score: int) -> list[tuple[int, int]]:
    """(first day, grade) of one organisation, as it was lived."""
    rows = ledger.table("organisation_grades").filter(
        (pl.col("organisation") == organisation) & (pl.col("score") == score)
    )
    rows = rows.sort("day").select("day", "from_grade", "to_grade").rows()
    return [(0, rows[0][1]), *((day, grade) for day, _, grade in rows)] if rows else []


def test_all_records_give_the_grades_that_firms_had(tmp_path):
    """By points that expire, by records, by age, and by the other firm of the same people for ninety days."""
    ledger = open_run(run_of(tmp_path, CARRYING))
    books = OrganisedGrades(ledger, true_only=False)
    (terms,) = terms_of_kind(ledger.manifest, "firm")
    moved = 0
    for number in ledger.table("organisation_grades")["organisation"].unique():
        lived = grades_of_ledger(ledger, number, terms.code)
        kept = books.pieces(number, terms)
        begun = [one for k, one in enumerate(kept) if not k or kept[k - 1][2] != one[2]]
        assert [(start, grade) for start, _, grade in begun] == lived
        moved += 1
    assert moved > 40
    true = OrganisedGrades(ledger, true_only=True)
    assert any(
        true.pieces(one, terms) != books.pieces(one, terms) for one in ledger.table("organisations")["organisation"]
    )


def only_false(text: str) -> str:
    """Nothing is seen; what is written down never happened."""
    return changed(text, ("detection = 0.4", "detection = 0"), ("detection = 0.9", "detection = 0"), FALSE)


def only_true(text: str) -> str:
    """Nothing is made up, and nobody is taken for somebody else."""
    swaps = (("false_per_year = 0.2\nwrong_person = 0.2", "false_per_year = 0\nwrong_person = 0"),
             ("false_per_year = 0.3", "false_per_year = 0"))  # fmt: skip
    return changed(text, *swaps)


@pytest.mark.parametrize("way", ["grade", pytest.param("list", marks=pytest.mark.nightly)])
@pytest.mark.parametrize(("recorded", "cause"), [(only_false, WRONGLY), (only_true, THROUGH_OTHERS)])
def test_who_answers_for_a_firm_is_hit_wrongly_where_its_records_are_false(tmp_path, way, recorded, cause):
    text = ORGANISED.replace("coverage = 0.5", "coverage = 0")
    if way == "grade":
        text = text[: text.index('[[list]]\nid = "black"')] + OF_BAD
    punished = open_case(open_worlds(run_of(tmp_path, recorded(text)))).punished
    assert punished.height >= 5
    assert set(punished["cause"]) == {cause}
    wrongful, denied = punished["wrongful_days"].sum(), punished["denied_days"].sum()
    assert wrongful == (denied if cause == WRONGLY else 0)


def test_of_both_some_days_are_wrong_and_some_are_not(tmp_path):
    """A firm that fell by true records and by false ones: the days for which the true ones suffice are not wrongful."""
    text = ORGANISED.replace("coverage = 0.5", "coverage = 0")
    text = text[: text.index('[[list]]\nid = "black"')] + OF_BAD
    folder = run_of(tmp_path, text)
    ledger, punished = open_run(folder), open_case(open_worlds(folder)).punished
    books = OrganisedGrades(ledger, true_only=True)
    bad = next(row.code for row in ledger.manifest.names.grades if row.id == "bad")
    firms = dict(ledger.table("organisations").select("organisation", "representative").rows())
    assert 0 < punished["wrongful_days"].sum() < punished["denied_days"].sum()
    for who, wrongful, denied in punished.select("resident", "wrongful_days", "denied_days").iter_rows():
        days = {day for firm, officer in firms.items() if officer == who
                for start, end in books.days_in(firm, bad) for day in range(start, end)}  # fmt: skip
        spells = ledger.table("spells").filter(pl.col("resident") == who).select("start_day", "end_day").rows()
        held = {day for start, end in spells for day in range(start, end)}
        assert (wrongful, denied) == (len(held - days), len(held))


@pytest.mark.parametrize("recorded", [only_false, pytest.param(only_true, marks=pytest.mark.nightly)])
def test_the_life_of_who_answers_for_a_firm_names_it_and_its_records(tmp_path, recorded):
    """By a grade and by a list: which firm, and of each of its records whether it is true."""
    text = recorded(ORGANISED.replace("coverage = 0.5", "coverage = 0")) + OF_BAD
    ledger = open_run(run_of(tmp_path, text))
    seen = set()
    for who in ledger.table("spells")["resident"].unique():
        for one in decisions_of(Whose(ledger, who)):
            assert one.earned_by in ledger.table("organisations")["organisation"]
            assert one.evidence.records
            assert {record.is_true for record in one.evidence.records} == {recorded is only_true}
            assert all(record.number is None for record in one.evidence.records)
            seen.add(one.name)
    assert seen == {"their-loans", "representatives"}
    assert called(one.earned_by).startswith("firm ")
