"""Schemes side by side: the same people, who falls where, and an order that says whether it survives other weights."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from audit.harm.test_naive_twin import bundle  # noqa: F401  the town of the twins
from glasstown.audit.harm.denied_days import tally
from glasstown.audit.harm.weights import read_weights, shipped_weights, weighted
from glasstown.cli.main import app
from glasstown.report.compare_page import compare_page
from glasstown.studies import compared
from glasstown.studies.compared import compare
from glasstown.vocab.capacities import CAPACITIES, CAPACITY_IDS
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE

WHO_FELL = {"mild": {"1", "2"}, "harsh": {"2", "3", "4"}, "free": set()}
DAYS = {"mild": {"days/flight": 100, "days/on-list": 0}, "harsh": {"days/loan": 30, "days/on-list": 0}, "free": {}}


def counted(forms, worlds, codes, **how):
    """What would have been counted, without living anything."""
    del how
    found = {}
    for name in forms:
        one = {code: {"wrongful-days": 0} for code in codes}
        one |= {"who": dict.fromkeys(WHO_FELL[name], 1.0), "denied": {**DAYS[name], "person-days": 365_000}}
        found[name] = (one,) * worlds
    return found


@pytest.fixture
def found(monkeypatch):
    from dataclasses import make_dataclass

    monkeypatch.setattr(compared, "counted_forms", counted)
    monkeypatch.setattr(compared, "HARMS", ())
    town = make_dataclass("Town", ["people", "days"])(10, 365)
    light, heavy = ({**shipped_weights(), "flight": weight, "loan": 2.0} for weight in (0.1, 1.0))
    return compare(dict.fromkeys(WHO_FELL, town), 1, {"light": light, "heavy": heavy})


def test_who_is_punished_in_each_in_all_and_in_none(found):
    by = {one.id: (one.punished, one.alone) for one in found.schemes}
    assert by == {"mild": (2, 1), "harsh": (3, 2), "free": (0, 0)}
    assert (found.in_all, found.in_none, found.residents) == (0, 6, 10)


def test_an_order_that_other_weights_turn_round_is_said_not_to_survive(found):
    assert found.orders == {"light": ("harsh", "mild", "free"), "heavy": ("mild", "harsh", "free")}
    assert found.survives is False
    assert found.to_plain()["order_survives"] is False


def test_the_page_has_a_column_for_each_scheme_and_tells_ties_together(found):
    (section,) = compare_page(found).sections
    (table,) = section.tables
    assert table.columns[1:] == ("mild", "harsh", "free")
    assert table.rows[0][1:] == (2, 3, 0)
    assert any("harsh; mild; free" in point for point in section.points)
    burdens = {"mild": 2.0, "harsh": 2.0, "free": 0.0}
    schemes = tuple(replace(one, burden={"light": burdens[one.id]}) for one in found.schemes)
    alike = replace(found, orders={"light": ("harsh", "mild", "free")}, schemes=schemes)
    assert any("harsh and mild; free" in point for point in compare_page(alike).sections[0].points)
    nothing = replace(alike, schemes=tuple(replace(one, burden={"light": 0.0}) for one in found.schemes))
    assert any("there is no order" in point for point in compare_page(nothing).sections[0].points)


def test_a_weight_is_laid_on_each_day():
    counts = {"days/flight": 100, "days/zoo": 10, "days/on-list": 5, "person-days": 365}
    assert weighted(counts, {"flight": 0.5, "other": 2, "on-list": 1}) == pytest.approx(1000 * 75)


def test_every_weight_here_is_of_something_that_can_be_denied():
    weights = shipped_weights()
    assert set(weights) - {"other", "on-list"} == set(CAPACITY_IDS) & set(weights)
    assert len(weights) > 20


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("other = {weight=1}\non-list={weight=1}\n[weights]\nflihgt = {weight=1}", "flihgt"),
        ("other = {weight=-1}\non-list={weight=1}", "other"),
        ("[weights]\nflight = {weight=1}", "on-list"),
        ("[weights", "not TOML"),
    ],
)
def test_a_file_of_weights_with_faults_is_refused_with_all_of_them(text, says, tmp_path):
    file = tmp_path / "weights.toml"
    file.write_text(text)
    with pytest.raises(InputFaultsError) as told:
        read_weights(file)
    assert any(says in one.message for one in told.value.diagnostics)


@pytest.mark.nightly
def test_the_command_holds_schemes_against_each_other_and_draws_them(tmp_path, monkeypatch):
    monkeypatch.setattr("glasstown.cli.compare.processors", lambda: 1)
    file, page = tmp_path / "mine.toml", tmp_path / "out.html"
    file.write_text(DENSE)
    town = ("--people", "60", "--years", "0.2", "--format")
    told = CliRunner().invoke(app, ["compare", str(file), "empty", *town, "json"])
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout.strip().splitlines()[-1])
    assert set(found["schemes"]) == {str(file), "empty"}
    assert found["schemes"]["empty"]["punished"] == 0
    assert found["punished_in_none"] <= 60
    assert CliRunner().invoke(app, ["compare", "empty", *town, "html", "--out", str(page)]).exit_code == 0
    assert "simulated, invented people" in page.read_text()
    assert "<svg" in page.read_text()


def test_days_without_things_are_those_of_the_rows(bundle):  # noqa: F811
    names = bundle.case.worlds.scheme.manifest.names
    bits = {row.code: row for row in names.consequences if row.harms}
    days = {}
    for row in bundle.case.worlds.scheme.table("spells").iter_rows(named=True):
        if row["consequence"] in bits:
            for name, bit, _ in CAPACITIES:
                if bits[row["consequence"]].deny & int(bit):
                    span = range(row["start_day"], row["end_day"])
                    days.setdefault((row["resident"], name), set()).update(span)
    told = {name: number for name, number in tally(bundle).items() if name.startswith("days/") and number}
    found = {}
    for (_, name), each in days.items():
        found[f"days/{name}"] = found.get(f"days/{name}", 0) + len(each)
    assert found
    assert {name: told[name] for name in found} == found
