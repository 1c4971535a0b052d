"""A run folder is what was written, or it is refused by name."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glasstown.ledger.finished import refuse_if_finished
from glasstown.ledger.manifest import read_manifest, write_manifest
from glasstown.ledger.reader import open_run
from glasstown.ledger.tables import SCHEMAS, TABLE_NAMES
from glasstown.ledger.writer import RunWriter
from glasstown.vocab.errors import RunFolderError
from machine import lack
from towns import MANIFEST, NONE, SCHEME_TEXT, rows, write_run

ENTRIES = [{"resident": 1, "day": 3, "rule": 0, "delta_milli": -50_000, "score_after_milli": 850_000}]


@pytest.fixture
def run(tmp_path):
    return write_run(tmp_path / "run", entries=ENTRIES, people=[{"resident": n, "birth_day": -9000} for n in range(4)])


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_written_is_read_back(run):
    ledger = open_run(run)
    assert ledger.table("entries").to_dicts()[0]["delta_milli"] == -50_000
    assert ledger.table("people").height == 4
    assert ledger.manifest.names == MANIFEST.names
    assert ledger.manifest.start == MANIFEST.start
    assert ledger.scheme_text() == SCHEME_TEXT


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_a_table_nobody_wrote_is_empty_with_its_columns(run, table):
    if table in ("entries", "people"):
        return
    frame = open_run(run).table(table)
    assert frame.height == 0
    assert frame.columns == SCHEMAS[table].names


def test_reading_changes_nothing(run):
    before = everything(run)
    ledger = open_run(run)
    for table in TABLE_NAMES:
        ledger.table(table)
    ledger.log()
    assert everything(run) == before


def test_what_is_derived_lies_outside_the_seal(run):
    (open_run(run).derived() / "report.html").write_text("a page")
    assert open_run(run).manifest.digest == "d" * 32


def test_the_world_without_a_scheme_has_no_scheme_text(tmp_path):
    ledger = open_run(write_run(tmp_path / "none", NONE))
    assert ledger.scheme_text() == ""
    assert ledger.manifest.scheme_id == "none"


@pytest.mark.parametrize("damage", ["cut", "changed", "removed", "added"])
@pytest.mark.parametrize("name", ["tables/entries/part-000000.parquet", "scheme.toml", "log.jsonl"])
def test_a_touched_folder_is_refused_and_the_file_is_named(tmp_path, damage, name):
    writer = RunWriter.create(tmp_path / "run", MANIFEST, SCHEME_TEXT)
    writer.append("entries", rows("entries", ENTRIES))
    writer.log_step({"step": 0})
    writer.seal(digest="d", life_digest="e")
    path = tmp_path / "run" / name
    data = path.read_bytes()
    if damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "changed":
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    elif damage == "removed":
        path.unlink()
    else:
        name = "tables/entries/part-000009.parquet"
        (tmp_path / "run" / name).write_bytes(b"more rows")
    with pytest.raises(RunFolderError) as refused:
        open_run(tmp_path / "run")
    assert name in refused.value.why
    assert str(tmp_path / "run") in refused.value.what
    assert refused.value.fix


@pytest.mark.parametrize(
    ("key", "value"), [("people", 5), ("digest", "0" * 32), ("status", "running"), ("horizon_days", 365), ("extra", 1)]
)
def test_a_touched_manifest_is_refused(run, key, value):
    path = run / "manifest.json"
    plain = json.loads(path.read_text())
    path.write_text(json.dumps(plain | {key: value}))
    with pytest.raises(RunFolderError, match="manifest"):
        open_run(run)


def test_a_cut_manifest_is_refused(run):
    path = run / "manifest.json"
    path.write_text(path.read_text()[:200])
    with pytest.raises(RunFolderError, match="damaged"):
        open_run(run)


def test_another_format_is_refused_before_anything_else(run):
    path = run / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 99}))
    with pytest.raises(RunFolderError, match="format 99"):
        open_run(run)


def test_a_folder_without_a_manifest_and_no_folder_are_told_apart(tmp_path):
    with pytest.raises(RunFolderError, match="is not a run folder"):
        open_run(tmp_path)
    with pytest.raises(RunFolderError, match="there is no run folder"):
        open_run(tmp_path / "nowhere")


def test_an_unfinished_run_is_refused_and_the_way_on_is_named(tmp_path):
    RunWriter.create(tmp_path / "run", MANIFEST, SCHEME_TEXT).close()
    with pytest.raises(RunFolderError, match="not finished") as refused:
        open_run(tmp_path / "run")
    assert f"glasstown resume {tmp_path / 'run'}" in refused.value.fix


def test_nothing_is_overwritten(run, tmp_path):
    before = everything(run)
    with pytest.raises(RunFolderError, match="holds something already"):
        RunWriter.create(run, MANIFEST, SCHEME_TEXT)
    assert everything(run) == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scheme.toml").write_text("somebody's own file")
    with pytest.raises(RunFolderError, match="holds something already"):
        RunWriter.create(tmp_path / "mine", MANIFEST, SCHEME_TEXT)
    (tmp_path / "empty").mkdir()
    RunWriter.create(tmp_path / "empty", MANIFEST, SCHEME_TEXT).close()


def test_a_finished_run_is_told_from_one_that_lacks_its_pair(run):
    refuse_if_finished(run)
    write_run(run / "baseline", NONE)
    with pytest.raises(RunFolderError, match="finished"):
        refuse_if_finished(run)


NUMPY_SAYS = OSError("6000 requested and 1984 written")
ARROW_SAYS = OSError(28, "Error writing bytes to file. Detail: [errno 28] No space left on device")


@pytest.mark.parametrize(
    ("place", "error", "words"),
    [
        ("glasstown.ledger.checkpoint.np.save", NUMPY_SAYS, "the disk is full"),
        ("glasstown.ledger.writer.pq.write_table", ARROW_SAYS, "the disk is full"),
        ("glasstown.ledger.writer.force_to_disk", OSError(122, "Disk quota exceeded"), "your share of the disk"),
        ("glasstown.ledger.writer.write_manifest", OSError(5, "Input/output error"), "Input/output error"),
    ],
)
@pytest.mark.parametrize("name", ["run", "run/baseline"])
def test_a_full_disk_is_named_with_the_way_on(tmp_path, monkeypatch, place, error, words, name):
    def full(*arguments, **options):
        raise error

    folder = tmp_path / name
    writer = RunWriter.create(folder, MANIFEST, SCHEME_TEXT)
    monkeypatch.setattr(place, full)
    with pytest.raises(RunFolderError) as refused:
        live_a_little(writer)
    writer.close()
    assert str(folder) in refused.value.what
    assert words in refused.value.why
    assert refused.value.fix.endswith(f"glasstown resume {tmp_path / 'run'}")
    assert refused.value.exit_code == 3
    monkeypatch.undo()
    again, point = RunWriter.reopen(folder)
    if point is None:
        live_a_little(again)
    else:
        again.seal(digest="d" * 32, life_digest="e" * 32)
    assert open_run(folder).table("entries").height == 1


def live_a_little(writer):
    """One row, one checkpoint, one line of the log, and the seal."""
    writer.append("entries", rows("entries", ENTRIES))
    writer.log_step({"step": 0})
    writer.checkpoint(1, {"state": np.arange(4)}, {})
    writer.seal(digest="d" * 32, life_digest="e" * 32)


def test_a_log_that_cannot_grow_is_told_and_the_folder_let_go(tmp_path):
    writer = RunWriter.create(tmp_path / "run", MANIFEST, SCHEME_TEXT)
    if not Path("/dev/full").exists():
        lack("this system has no /dev/full")
    writer._log.close()
    writer._log = Path("/dev/full").open("ab")  # noqa: SIM115  the writer closes it
    with pytest.raises(RunFolderError, match="written any further"):
        writer.log_step({"step": 0})
    writer.close()
    RunWriter.reopen(tmp_path / "run")[0].close()


def test_a_finished_run_is_not_written_again(run):
    with pytest.raises(RunFolderError, match="finished"):
        RunWriter.reopen(run)


def test_two_writers_at_once_are_refused(tmp_path):
    writer = RunWriter.create(tmp_path / "run", MANIFEST, SCHEME_TEXT)
    with pytest.raises(RunFolderError, match="another process"):
        RunWriter.reopen(tmp_path / "run")
    writer.close()


def test_the_paired_world_is_a_folder_inside(run):
    alone = write_run(run.parent / "alone", replace(MANIFEST, baseline="none"))
    assert open_run(alone).baseline() is None
    with pytest.raises(RunFolderError, match=r"paired world of the run .* is missing") as refused:
        open_run(run).baseline()
    assert f"glasstown resume {run}" in refused.value.fix
    write_run(run / "baseline", NONE)
    baseline = open_run(run).baseline()
    assert baseline is not None
    assert baseline.manifest.kind == "none"
    shutil.rmtree(run / "baseline" / "tables", ignore_errors=True)
    (run / "baseline" / "log.jsonl").unlink()
    with pytest.raises(RunFolderError, match="baseline"):
        open_run(run).baseline()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": 1}, "kind should be of type str"),
        ({"people": "many"}, "people should be of type int"),
        ({"people": True}, "people should be of type int"),
        ({"start": "yesterday"}, "start should be a date"),
        ({"names": {"acts": []}}, "names lacks"),
        ({"kept": None}, "kept should be an object"),
        ({"colour": "red"}, "unknown colour"),
    ],
)
def test_a_manifest_of_another_shape_is_refused_even_with_a_right_digest(tmp_path, change, words, monkeypatch):
    write_run(tmp_path / "run")
    path = tmp_path / "run" / "manifest.json"
    plain = json.loads(path.read_text()) | change
    del plain["seal"]
    from glasstown.ledger import manifest as module

    plain["seal"] = module._digest({key: value for key, value in plain.items() if key != "seal"})
    path.write_text(json.dumps(plain))
    with pytest.raises(RunFolderError) as refused:
        read_manifest(tmp_path / "run")
    assert words in refused.value.why


def test_a_manifest_survives_writing_and_reading(tmp_path):
    manifest = replace(MANIFEST, timings={"seconds": 2.0}, circumstances={"threads": 2, "block": None})
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest


@pytest.mark.parametrize(
    "columns",
    [
        {"resident": [1]},
        {**{name: [0] for name in SCHEMAS["blocked"].names}, "more": [0]},
        {**{name: [0] for name in SCHEMAS["blocked"].names}, "day": [70_000]},
        {**{name: [0] for name in SCHEMAS["blocked"].names}, "day": [-1]},
        {**{name: [0] for name in SCHEMAS["blocked"].names}, "day": [0, 1]},
    ],
)
def test_rows_that_do_not_fit_the_catalogue_are_refused(tmp_path, columns):
    writer = RunWriter.create(tmp_path / "run", MANIFEST, SCHEME_TEXT)
    with pytest.raises(ValueError, match="blocked"):
        writer.append("blocked", {name: np.array(values) for name, values in columns.items()})
    writer.close()


def test_a_buffer_may_be_used_again_at_once(tmp_path):
    writer = RunWriter.create(tmp_path / "run", MANIFEST, SCHEME_TEXT)
    columns = {name: np.array([1], SCHEMAS["blocked"].field(name).type.to_pandas_dtype()) for name in
               SCHEMAS["blocked"].names}  # fmt: skip
    writer.append("blocked", columns)
    for column in columns.values():
        column[:] = 0
    writer.seal(digest="d", life_digest="e")
    assert open_run(tmp_path / "run").table("blocked")["day"].to_list() == [1]
