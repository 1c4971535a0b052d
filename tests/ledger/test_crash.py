"""Killed at any moment, a run goes on to the same rows, or is refused by name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from glasstown.ledger.checkpoint import newest_whole
from glasstown.ledger.layout import CHECKPOINTS
from glasstown.ledger.reader import open_run
from glasstown.ledger.writer import RunWriter
from glasstown.vocab.errors import RunFolderError

HERE = Path(__file__).parent
LIVING = HERE / "living.py"


def environment() -> dict[str, str]:
    import glasstown

    paths = [str(Path(glasstown.__file__).parents[1]), str(HERE.parent)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def start(folder: Path, **more: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(LIVING), str(folder)]
    return subprocess.Popen(command, env=environment() | more, stdout=subprocess.PIPE, text=True)


def live_to_the_end(folder: Path) -> None:
    process = start(folder)
    output, _ = process.communicate()
    assert process.returncode == 0, output


def kill_after(folder: Path, lines: int) -> None:
    """Kill the living process without warning when it has said so many lines."""
    process = start(folder)
    assert process.stdout is not None
    for _, _ in zip(range(lines), process.stdout, strict=False):
        pass
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    process.wait()


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    folder = tmp_path_factory.mktemp("straight") / "run"
    live_to_the_end(folder)
    return open_run(folder)


def assert_same(folder: Path, straight) -> None:
    ledger = open_run(folder)
    assert ledger.manifest.digest == straight.manifest.digest
    assert ledger.log() == straight.log()
    for table in ("entries", "steps"):
        assert ledger.table(table).equals(straight.table(table))
    assert ledger.table("entries").height == ledger.table("entries").unique(("resident", "day")).height


SHORT_LINES, LONG_LINES = (0, 5, 17, 36), (1, 4, 6, 11, 35)
ALL_LINES = [*SHORT_LINES, *(pytest.param(lines, marks=pytest.mark.nightly) for lines in LONG_LINES)]


@pytest.mark.parametrize("lines", ALL_LINES)
def test_killed_and_resumed_gives_the_same_rows(tmp_path, straight, lines):
    folder = tmp_path / "run"
    kill_after(folder, lines)
    go_on(folder)
    assert_same(folder, straight)


SOME_MOMENTS = (1, 3, 5, 27, 55, 73)
ALL_MOMENTS = [
    moment if moment in SOME_MOMENTS else pytest.param(moment, marks=pytest.mark.nightly) for moment in range(1, 74)
]


@pytest.mark.parametrize("moment", ALL_MOMENTS)
def test_killed_inside_a_write_and_resumed_gives_the_same_rows(tmp_path, straight, moment):
    """The process kills itself just before it forces its n-th file or folder to disk."""
    folder = tmp_path / "run"
    process = start(folder, DIE_AT=str(moment))
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    go_on(folder)
    assert_same(folder, straight)


def go_on(folder: Path) -> None:
    """Do what a user would do: look; go on, or begin again where the run had not begun."""
    if is_sealed(folder):
        return
    with pytest.raises(RunFolderError) as refused:
        open_run(folder)
    assert str(folder) in refused.value.what
    live_to_the_end(folder)


def is_sealed(folder: Path) -> bool:
    try:
        open_run(folder)
    except RunFolderError:
        return False
    return True


def test_killed_again_and_again(tmp_path, straight):
    folder = tmp_path / "run"
    for lines in (6, 7, 8, 3, 9):
        kill_after(folder, lines)
    live_to_the_end(folder)
    assert_same(folder, straight)


@pytest.fixture
def stopped(tmp_path):
    folder = tmp_path / "run"
    kill_after(folder, 24)
    return folder


def test_parts_beyond_the_checkpoint_are_dropped(stopped):
    point = newest_whole(stopped)
    late = stopped / "tables" / "entries" / "part-000900.parquet"
    late.write_bytes(b"half a part")
    (stopped / "tables" / "entries" / ".part-000901.parquet.writing").write_bytes(b"")
    writer, again = RunWriter.reopen(stopped)
    writer.close()
    assert again.step == point.step
    assert sorted(path.name for path in late.parent.iterdir()) == sorted(
        Path(name).name for name in point.mark.parts if "entries" in name
    )


def test_a_damaged_newest_checkpoint_falls_back_to_the_one_before(stopped, straight):
    newest = newest_whole(stopped)
    path = stopped / CHECKPOINTS / f"step-{newest.step:06d}" / "state.npy"
    path.write_bytes(path.read_bytes()[:-8])
    before = newest_whole(stopped)
    assert before.step == newest.step - 4
    live_to_the_end(stopped)
    assert_same(stopped, straight)


@pytest.mark.parametrize("what", ["tables", "log", "meta"])
def test_what_a_checkpoint_rests_on_is_checked(stopped, straight, what):
    if what == "tables":
        path = min((stopped / "tables" / "entries").glob("part-*"))
    elif what == "log":
        path = stopped / "log.jsonl"
    else:
        path = max((stopped / CHECKPOINTS).glob("*/meta.json"))
    data = path.read_bytes()
    path.write_bytes(data[:10] + bytes([data[10] ^ 1]) + data[11:])
    live_to_the_end(stopped)
    assert_same(stopped, straight)


def test_a_run_of_another_scheme_text_is_refused(stopped):
    (stopped / "scheme.toml").write_text("[scheme]\nid = 'other'\n")
    with pytest.raises(RunFolderError, match="scheme of this run"):
        RunWriter.reopen(stopped)


def test_a_sealed_run_keeps_no_checkpoint(straight):
    assert not (straight.folder / CHECKPOINTS).exists()
    assert isinstance(straight.table("entries"), pl.DataFrame)
