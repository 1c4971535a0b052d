"""Files that take over a shipped scheme and say only what is otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.lives import live
from glasstown.compiled.lower import compile_scheme
from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.simulate import run
from glasstown.simulate.plan import RunRequest
from glasstown.vocab.errors import InputFaultsError

HEAD = '[scheme]\nid = "mine"\ntitle = "Mine"\nevidence = "constructed"\n'


def over(base: str, more: str = "", without: str = "", evidence: str = "constructed") -> Scheme:
    left = f"without = [{without}]\n" if without else ""
    head = HEAD.replace("constructed", evidence)
    return parse_scheme(f'{head}base = "{base}"\n{left}{more}', "mine.toml")


def faults_of(text: str) -> dict[str, tuple[str, int]]:
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text, "mine.toml")
    return {one.code: (one.span.file, one.span.line) for one in caught.value.diagnostics if one.span}


@pytest.mark.parametrize("name", SCHEMES)
def test_taken_over_and_left_as_it_is_a_scheme_is_the_same(name: str):
    other = read_scheme(find(name))
    one = over(name, evidence=other.evidence)
    assert repr(compile_scheme(one, sightable={}, step_days=7)) == repr(
        compile_scheme(other, sightable={}, step_days=7)
    )
    assert (one.id, one.title, one.status) == ("mine", "Mine", "")
    assert (one.place, one.consent, one.uncertain) == (other.place, other.consent, other.uncertain)


def test_the_whole_text_reads_as_the_same_scheme_and_names_its_base():
    left_out = '"rule:red-light", "version:*", "trigger:*"'
    one = over("suining-2010-cancelled", '[score]\nstart = 900\nmark = "fiction"\n', left_out)
    again = parse_scheme(canonical_text(one), "mine.toml")
    assert 'base = "' not in one.text
    assert "without = [" not in one.text
    assert [rule.id for rule in again.rules] == [rule.id for rule in one.rules]
    assert (again.score and again.score.start_points, 'taken_from = "suining-2010-cancelled"' in again.text) == (
        900,
        True,
    )
    assert canonical_text(again) == canonical_text(one) == one.text
    assert live(again, people=200, days=60).digest == live(one, people=200, days=60).digest


def test_a_table_changes_the_keys_that_it_gives_and_a_new_one_is_added():
    base = read_scheme(find("suining-2010"))
    one = over(
        "suining-2010",
        '[[rule]]\nid = "red-light"\npoints = -3\nmark = "fiction"\n'
        '[[rule]]\nid = "extra"\nact = "red-light"\npoints = -1\nmark = "fiction"\n',
    )
    old = next(rule for rule in base.rules if rule.id == "red-light")
    new = next(rule for rule in one.rules if rule.id == "red-light")
    assert (new.points, new.mark) == ((-3, -3), "fiction")
    assert (new.act, new.expires_days) == (old.act, old.expires_days)
    assert not new.cite, "whoever gave the old points did not give the new ones"
    assert [rule.id for rule in one.rules] == [*(rule.id for rule in base.rules), "extra"]


def test_what_is_not_changed_stays_known_as_it_was():
    """A start told otherwise says nothing of the ends of the score, nor of how long points last."""
    base = read_scheme(find("suining-2010"))
    one = over("suining-2010", '[score]\nstart = 500\nmark = "fiction"\n')
    assert base.score
    assert one.score
    assert (one.score.start.value, one.score.start.mark, one.score.start.cite) == (500, "fiction", ())
    assert (one.score.lowest, one.score.highest) == (base.score.lowest, base.score.highest)


def test_parts_are_left_out_by_table_and_id_or_all_of_them():
    base = read_scheme(find("suining-2010-cancelled"))
    assert base.versions
    assert not over("suining-2010-cancelled", without='"version:*", "trigger:*"').versions
    rules = [rule.id for rule in over("suining-2010-cancelled", without='"rule:red-light"').rules]
    assert rules == [rule.id for rule in base.rules if rule.id != "red-light"]


def test_faults_stand_where_they_were_written():
    """The score's fault in the file itself; that of a consequence whose grade was left out in the base."""
    text = f'{HEAD}base = "suining-2010"\nwithout = ["grade:D"]\n\n[score]\nstart = 5000\nmark = "fiction"\n'
    found = faults_of(text)
    assert found["SCH305"] == ("mine.toml", 9)
    file, line = found["SCH105"]
    assert file == "suining-2010.toml"
    assert '"D"' in find("suining-2010").read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f'{HEAD}base = "suining"\n', "SCH330"),
        (f'{HEAD}base = "empty"\nwithout = ["rule:none"]\n', "SCH331"),
        (f'{HEAD}base = "empty"\nwithout = ["scheme"]\n', "SCH331"),
        (f'{HEAD}without = ["rule:none"]\n', "SCH331"),
        (f'{HEAD}base = "suining-2010"\n[[rule]]\nid = "red-light"\npoints = -3\n', "SCH332"),
        ('[scheme]\nbase = "empty"\n', "SCH301"),
        ('[scheme]\nid = "mine"\ntitle = "Mine"\nbase = "empty"\n', "SCH301"),
        (f'{HEAD}base = "empty"\nmark = "fiction"\n', "SCH332"),
        (
            f'{HEAD}base = "suining-2010"\n' + 2 * '[[rule]]\nid = "red-light"\npoints = -1\nmark = "fiction"\n',
            "SCH110",
        ),
        (f"{HEAD}base = 3\n", "SCH201"),
        (f'{HEAD}base = "empty"\nwithout = "rule:none"\n', "SCH201"),
        (f'{HEAD}base = "empty"\n[score]\nbase = 1\n[rule]\nid = "a"\n', "SCH113"),
        (f'rule = 3\n{HEAD}base = "empty"\n', "SCH201"),
        (f'{HEAD}base = "empty"\n[[awareness]]\nstart = 1\n', "SCH113"),
        (f'{HEAD}base = "empty"\n[sccore]\nstart = 1\n', "SCH102"),
        (f'{HEAD}base = "../../etc/passwd"\n', "SCH330"),
    ],
)
def test_bad_ways_to_take_over_are_refused_by_name(text: str, code: str):
    assert code in faults_of(text)


def test_a_run_keeps_the_whole_text(tmp_path: Path):
    """What ran can be read without the base, however that may change later."""
    asked = RunRequest(over("suining-2010"), people=100, days=28, step_days=7, seed=1, start=date(2020, 1, 1),
                       out=tmp_path / "run", baseline="none")  # fmt: skip
    run.live(asked)
    kept = (tmp_path / "run" / "scheme.toml").read_text(encoding="utf-8")
    assert "base =" not in kept
    assert parse_scheme(kept).rules
