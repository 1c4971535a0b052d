"""A run takes numbers and a scheme; a folder that was changed is refused, or its change is not believed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from glasstown.ledger.checkpoint import newest_whole
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.layout import BASELINE, SCHEME
from glasstown.ledger.reader import open_run
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import PlanError, RunRequest
from glasstown.simulate.run import live, resume
from glasstown.society.build import build
from glasstown.society.spec import load_spec
from glasstown.vocab.errors import GlasstownError, RunFolderError

STEPS = 8
TOWN = {"people": 260, "days": 56, "step_days": 7, "seed": 1, "start": date(2020, 1, 1), "checkpoint_steps": 2}


def request(out: Path, **more: object) -> RunRequest:
    return RunRequest(**{"scheme": read_scheme(find("suining-2010")), "out": out, **TOWN, **more})


def stop_after(steps: int) -> Callable[[], bool]:
    asked = iter(range(10_000))
    return lambda: next(asked) >= steps


@pytest.fixture(scope="module")
def worlds(tmp_path_factory) -> Path:
    """Live one run to its end, one that was stopped in its world, and one in the paired world."""
    root = tmp_path_factory.mktemp("worlds")
    live(request(root / "straight"))
    assert live(request(root / "stopped"), should_stop=stop_after(5)).stopped
    assert live(request(root / "halfway"), should_stop=stop_after(STEPS + 5)).stopped
    return root


@pytest.fixture
def stopped(worlds, tmp_path) -> Path:
    return Path(shutil.copytree(worlds / "stopped", tmp_path / "run"))


@pytest.fixture
def halfway(worlds, tmp_path) -> Path:
    return Path(shutil.copytree(worlds / "halfway", tmp_path / "run"))


def state(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest_bytes(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def assert_refused(folder: Path, words: str) -> None:
    """Resuming is refused by name, with a way out, and nothing in the folder has moved."""
    before = state(folder)
    with pytest.raises(RunFolderError) as refused:
        resume(folder)
    error = refused.value
    assert words in f"{error.what} {error.why}"
    assert error.where or str(folder) in error.what
    assert error.fix
    assert state(folder) == before


def assert_same_end(folder: Path, straight: Path) -> None:
    """The run goes on to the bits of one that nobody touched."""
    resume(folder)
    one, other = open_run(folder), open_run(straight)
    assert (one.manifest.digest, one.manifest.life_digest) == (other.manifest.digest, other.manifest.life_digest)
    for table in ("people", "acts", "entries", "panel"):
        assert one.table(table).equals(other.table(table))


def reseal(folder: Path, **changes: object) -> None:
    """Change a manifest as somebody would who knows how its own digest is made."""
    path = folder / "manifest.json"
    plain = json.loads(path.read_text())
    plain.pop("seal")
    for key, value in changes.items():
        *parents, last = key.split("__")
        place = plain
        for parent in parents:
            place = place[parent]
        assert last in place
        place[last] = value
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    path.write_text(json.dumps({**plain, "seal": digest_bytes(canonical.encode())}))


# ------------------------------------------------------------------- what a run is asked for


def test_a_population_is_no_request(tmp_path):
    people = build(load_spec(), seed=1, people=100)
    for brought in (people, {"people": people}, [people], people.birth_day):
        with pytest.raises(PlanError, match="cannot be of type"):
            live(brought)
    with pytest.raises(TypeError):
        live(request(tmp_path / "run"), people=people)
    with pytest.raises(TypeError):
        RunRequest(**TOWN, scheme=None, out=tmp_path / "run", population=people)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "brought",
    [
        {"people": np.arange(3)},
        {"people": [1, 2, 3]},
        {"people": "100"},
        {"people": 100.5},
        {"people": True},
        {"seed": "one"},
        {"seed": 1.5},
        {"days": [1]},
        {"step_days": None},
        {"replicate": "a"},
        {"scheme": "suining-2010"},
        {"scheme": {"id": "suining-2010"}},
        {"society": "/etc/passwd"},
        {"society": "../china-2020"},
        {"society": "my-citizens"},
        {"society": {"people": []}},
        {"start": "2020-01-01"},
        {"threads": "2"},
        {"block": 1.5},
        {"baseline": "people.csv"},
    ],
    ids=str,
)
def test_nothing_but_numbers_and_a_scheme_makes_a_run(tmp_path, brought):
    out = tmp_path / "run"
    with pytest.raises(GlasstownError) as refused:
        live(request(out, **brought))
    assert refused.value.what
    assert refused.value.fix
    assert not out.exists()


# ------------------------------------------------------------------- a folder whose people are others


@pytest.mark.parametrize("key", ["society__digest", "society__spec_digest"])
def test_people_of_another_origin_are_refused(stopped, key):
    reseal(stopped, **{key: "0" * 32})
    assert_refused(stopped, "not the ones")


@pytest.mark.parametrize("change", [{"seed": 2}, {"people": 259}, {"replicate": 1}], ids=str)
def test_a_manifest_that_asks_for_other_people_is_refused(stopped, change):
    reseal(stopped, **change)
    assert_refused(stopped, "not the ones")


@pytest.mark.parametrize("change", [{"step_days": 14}, {"horizon_days": 63}, {"kind": "none"}, {"steps": 9}], ids=str)
def test_a_manifest_that_asks_for_another_run_is_refused(stopped, change):
    reseal(stopped, **change)
    assert_refused(stopped, "another run")


def test_a_manifest_that_names_another_society_is_refused(stopped):
    reseal(stopped, society__spec="my-citizens")
    before = state(stopped)
    with pytest.raises(GlasstownError):
        resume(stopped)
    assert state(stopped) == before


@pytest.mark.parametrize("key", ["seed", "society", "horizon_days"])
def test_a_manifest_changed_by_hand_is_refused(stopped, key):
    path = stopped / "manifest.json"
    plain = json.loads(path.read_text())
    plain[key] = 7 if isinstance(plain[key], int) else {**plain[key], "digest": "1" * 32}
    path.write_text(json.dumps(plain))
    assert_refused(stopped, "own digest")


# ------------------------------------------------------------------- a folder whose files are others


@pytest.mark.parametrize("text", ["", '[scheme]\nid = "mine"\n', None], ids=["empty", "another", "gone"])
def test_another_scheme_is_refused(stopped, text):
    if text is None:
        (stopped / SCHEME).unlink()
    else:
        (stopped / SCHEME).write_text(text)
    before = state(stopped)
    with pytest.raises(GlasstownError) as refused:
        resume(stopped)
    assert SCHEME in f"{refused.value.what} {refused.value.where}"
    assert refused.value.fix
    assert state(stopped) == before


def test_a_harsher_scheme_slipped_in_is_refused(stopped):
    path = stopped / SCHEME
    text = path.read_text()
    path.write_text(text.replace("lowest = { value = 0,", "lowest = { value = -500,", 1))
    assert path.read_text() != text
    assert_refused(stopped, "scheme")


def test_a_checkpoint_that_was_edited_is_not_believed(stopped, worlds):
    """Points given in the newest checkpoint count for nothing: the run goes on from the one before."""
    newest = newest_whole(stopped).step
    path = stopped / "checkpoint" / f"step-{newest:06d}" / "score.npy"
    score = np.load(path)
    np.save(path, score + 100_000)
    assert newest_whole(stopped).step < newest
    assert_same_end(stopped, worlds / "straight")


def test_a_table_of_people_that_was_replaced_is_not_believed(stopped, worlds):
    """Other people in the ledger of a stopped run: they are thrown away and made again from the numbers."""
    path = next((stopped / "tables" / "people").glob("part-*.parquet"))
    table = pq.read_table(path)
    pq.write_table(
        table.set_column(5, "group", table["group"].combine_chunks().fill_null(0).take([0] * len(table))), path
    )
    assert_same_end(stopped, worlds / "straight")


def test_a_table_of_people_replaced_in_a_finished_run_is_refused(worlds, tmp_path):
    folder = Path(shutil.copytree(worlds / "straight", tmp_path / "run"))
    path = next((folder / "tables" / "people").glob("part-*.parquet"))
    table = pq.read_table(path)
    pq.write_table(table.slice(1), path)
    with pytest.raises(RunFolderError, match="touched") as refused:
        open_run(folder)
    assert "people" in refused.value.why
    with pytest.raises(RunFolderError):
        resume(folder)


@pytest.mark.parametrize("table", ["residents", "names", "faces"])
def test_a_table_that_was_added_is_refused(worlds, tmp_path, table):
    folder = Path(shutil.copytree(worlds / "straight", tmp_path / "run"))
    added = folder / "tables" / table
    added.mkdir()
    shutil.copy(next((folder / "tables" / "people").glob("part-*.parquet")), added / "part-000000.parquet")
    with pytest.raises(RunFolderError, match="touched") as refused:
        open_run(folder)
    assert "was added" in refused.value.why


# ------------------------------------------------------------------- the paired world of another run


@pytest.mark.parametrize(
    "change", [{"seed": 2}, {"step_days": 14}, {"days": 84}, {"people": 261}, {"start": date(2019, 1, 1)}], ids=str
)
def test_a_paired_world_of_another_run_is_not_gone_on_with(halfway, change):
    shutil.rmtree(halfway / BASELINE)
    other = replace(request(halfway / BASELINE, **change), scheme=None)
    assert live(other, should_stop=stop_after(3)).stopped
    assert_refused(halfway, "not the ones" if set(change) & {"seed", "people"} else "another run")


def test_a_paired_world_under_a_scheme_is_not_gone_on_with(halfway):
    shutil.rmtree(halfway / BASELINE)
    assert live(request(halfway / BASELINE, baseline="none"), should_stop=stop_after(3)).stopped
    assert_refused(halfway, "another run")


def test_the_untouched_paired_world_goes_on(halfway, worlds):
    assert_same_end(halfway, worlds / "straight")
    assert (
        open_run(halfway).baseline().manifest.life_digest
        == open_run(worlds / "straight").baseline().manifest.life_digest
    )
