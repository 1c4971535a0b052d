"""A run beside its changed world: differences add up, what was lived is read again, and strangers are refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from engine.lives import scheme_of
from glasstown.audit.catalogue import assess
from glasstown.audit.changed_lives import changed, touched
from glasstown.audit.worlds import Worlds
from glasstown.cli.main import app
from glasstown.ledger.layout import DERIVED
from glasstown.ledger.manifest import read_manifest, write_manifest
from glasstown.ledger.reader import open_run
from glasstown.report.build import view_run
from glasstown.simulate.plan import PlanError, RunRequest
from glasstown.simulate.run import live
from glasstown.simulate.tie_faults import known_to
from glasstown.society.build import build
from glasstown.society.spec import load_spec
from glasstown.studies.pair import compare, pair
from glasstown.vocab.change import Change
from glasstown.vocab.errors import PairError, RunFolderError
from glasstown.vocab.sighting_numbers import number_of
from scheme.dense import DENSE
from studies.small_town import lived, small_town

TOWN = small_town(people=150, days=140)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return lived(tmp_path_factory, DENSE, TOWN)


def test_a_pair_is_written_beside_the_run_and_read_when_asked_for_again(run):
    first = pair(run, Change(("rule:bills",)))
    folder = run.parent / "run.without-rule-bills"
    assert first.other.folder == folder
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if DERIVED not in path.parts}
    again = pair(run, Change(("rule:bills",)))
    assert again.to_plain() == first.to_plain()
    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*") if DERIVED not in path.parts}
    assert not first.is_same


LONG = pytest.mark.nightly
CHANGES = (
    pytest.param(Change(("rule:bills",), 70), id="a-rule"),
    pytest.param(Change(("sensor-errors",)), id="errors"),
    pytest.param(Change(("consequence:*",)), id="consequences"),
    pytest.param(Change(("rule:bills",)), id="a-rule-for-good", marks=LONG),
    pytest.param(Change(("source:neighbours",)), id="a-source", marks=LONG),
    pytest.param(Change(("false-sightings",), 35), id="false-sightings-later", marks=LONG),
    pytest.param(Change(("response:*",)), id="responses", marks=LONG),
    pytest.param(Change(("delay", "wrong-persons")), id="two-errors", marks=LONG),
)


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_different_adds_up_and_the_books_of_the_changed_world_are_right(run, change):
    found = pair(run, change)
    for one in found.effects:
        assert one.total == one.other - one.base
        if one.direct is not None:
            assert one.direct + one.spill_over == one.total
    assert any(one.total for one in found.effects)
    checks = {one.slug: one for one in assess(Worlds(found.other, None))}
    assert checks["score-sums-wrong"].value == 0
    assert checks["replay-differs"].value == 0


def test_a_report_of_a_changed_world_says_what_is_otherwise(run):
    other = pair(run, Change(("rule:bills",), 70)).other
    said = " ".join(view_run(other.folder).page.sections[0].paragraphs)
    assert "without rule:bills, from day 70" in said
    assert "held against" not in " ".join(view_run(run).page.sections[0].paragraphs)


def test_very_many_causes_still_fit_into_the_name_of_a_folder():
    many, others = (Change(tuple(f"rule:{'x' * 30}-{n}" for n in range(first, first + 20))) for first in (0, 1))
    assert len(many.slug) < 100
    assert many.slug != others.slug


def test_nothing_changed_is_the_same_to_the_last_bit(run, tmp_path):
    found = pair(run, Change(), out=tmp_path / "same")
    assert found.is_same
    assert found.unchanged.value == 1
    assert {one.total for one in found.effects} == {0}


def test_a_pair_of_a_pair_is_both_changes(run, tmp_path):
    one = pair(run, Change(("delay",)), out=tmp_path / "one")
    both = pair(one.other.folder, Change(("rule:gifts",)), out=tmp_path / "both")
    straight = pair(run, Change(("rule:gifts", "delay")), out=tmp_path / "straight")
    assert both.other.manifest.digest == straight.other.manifest.digest
    with pytest.raises(PlanError) as caught:
        pair(one.other.folder, Change(("rule:gifts",), 70), out=tmp_path / "later")
    assert "since day 0 already" in caught.value.what


def test_a_killed_pair_goes_on_to_the_same_bits(run, tmp_path):
    straight = pair(run, Change(("delay",), 70), out=tmp_path / "straight")
    asked = iter([False] * 12 + [True] * 100)
    assert pair(run, Change(("delay",), 70), out=tmp_path / "cut", should_stop=lambda: next(asked)) is None
    resumed = pair(run, Change(("delay",), 70), out=tmp_path / "cut")
    assert resumed.other.manifest.digest == straight.other.manifest.digest


def test_what_a_folder_holds_already_is_not_taken_for_another_world(run, tmp_path):
    pair(run, Change(("delay",)), out=tmp_path / "one")
    with pytest.raises(RunFolderError, match="another world"):
        pair(run, Change(("wrong-persons",)), out=tmp_path / "one")
    with pytest.raises(RunFolderError, match="another world"):
        pair(run, Change(("delay",)), out=run)


def test_worlds_of_other_people_or_luck_are_refused_by_name(run, tmp_path):
    live(RunRequest(scheme=scheme_of(DENSE), out=tmp_path / "other", **TOWN | {"seed": 2}))
    other = pair(tmp_path / "other", Change(("delay",))).other
    with pytest.raises(PairError) as caught:
        compare(pair(run, Change(("delay",))).base, other, Change(("delay",)))
    assert "people" in caught.value.why
    assert "seed: 1 and 2" in caught.value.why


def test_a_run_of_another_engine_is_not_paired(run, tmp_path):
    folder = tmp_path / "old"
    shutil.copytree(run, folder)
    manifest = read_manifest(folder)
    manifest.versions["engine"] = "0" * 16
    write_manifest(folder, manifest)
    with pytest.raises(RunFolderError, match="another version of the engine"):
        pair(folder, Change(("delay",)))


def test_all_that_is_wrong_with_a_change_is_told_at_once(run):
    asked = ("rule:bill", "rule", "foo", "source:nobody", "response:fear", "delay:x", "consequence:", "rule:*")
    told = CliRunner().invoke(
        app, ["pair", str(run), *(w for one in asked for w in ("--without", one)), "--from-day", "140"]
    )
    assert told.exit_code == 1
    codes = ("WIF-rule", "WIF-form", "WIF-cause", "WIF-source", "WIF-response", "WIF-consequence", "WIF-day")
    assert [code for code in codes if f"[{code}]" in told.output] == [
        code for code in codes if code != "WIF-consequence"
    ]
    assert told.output.count("error[WIF-form]") == 4
    assert 'did you mean "bills"?' in told.output
    assert not list(run.parent.glob("run.without-foo*"))


def test_one_sighting_that_is_never_made_touches_whom_it_was_about(run, tmp_path):
    base = open_run(run)
    moved = base.table("entries").filter((pl.col("kind") == 0) & (pl.col("origin") == pl.col("resident")))
    row = moved.row(0, named=True)
    change = Change((f"sighting:{number_of(row['origin'], row['ref'], row['act'])}",))
    found = pair(run, change, out=tmp_path / "unseen")
    assert touched(base, found.other, change) >= {row["resident"]}
    assert 0 < len(changed(base, found.other)) < 150
    assert found.other.table("sightings").height < base.table("sightings").height + 1


def test_addresses_that_are_not_there_are_refused_with_what_is(run):
    ties = known_to(build(load_spec(), seed=1, people=150), 5)
    tied = next(who for numbers in ties.values() for who in numbers)
    causes = ("sighting:12", "sighting:-1", "sighting:0x2", "tie:5", "tie:5-5", "tie:a-b")
    faults = refused(run, *causes)
    assert [fault.code for fault in faults] == ["WIF-form"] * 5
    (unknown,) = refused(run, "sighting:12")
    assert unknown.code == "WIF-sighting"
    assert "glasstown life" in unknown.fix
    nobody, strangers = refused(run, "tie:5-9999", "tie:5-149")
    assert (nobody.code, strangers.code) == ("WIF-tie", "WIF-resident") or (nobody.code, strangers.code) == (
        "WIF-resident", "WIF-tie")  # fmt: skip
    assert str(tied) in f"{nobody.fix}{strangers.fix}"
    (many,) = refused(run, *(f"tie:{n}-{n + 1}" for n in range(65)))
    assert many.code == "WIF-addresses"


def refused(run, *causes):
    with pytest.raises(PlanError) as caught:
        pair(run, Change(causes), out=run.parent / "refused")
    assert not (run.parent / "refused").exists()
    return caught.value.diagnostics


def test_the_command_prints_the_pair_as_words_and_as_one_object(run):
    told = CliRunner().invoke(app, ["pair", str(run), "--without", "rule:bills", "--json"])
    answer = json.loads(told.output.splitlines()[-1])
    assert answer["without"] == ["rule:bills"]
    assert answer["effects"]["points-lost"]["total"] < 0
    words = CliRunner().invoke(app, ["pair", str(run), "--without", "rule:bills"]).output
    assert "the same people and the same luck" in words
    assert str(Path(answer["pair"]).name) in words
