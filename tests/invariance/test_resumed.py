"""Stopped anywhere and resumed, a run comes to the same bits: both worlds, every table, the log."""

from __future__ import annotations

import pytest

from glasstown.ledger.reader import open_run
from glasstown.simulate.run import live, resume
from glasstown.vocab.errors import RunFolderError
from invariance.worlds import STEPS, asked, assert_same, stop_at


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    folder = tmp_path_factory.mktemp("straight") / "run"
    outcome = live(asked(folder))
    assert not outcome.stopped
    assert len(open_run(folder).log()) == STEPS
    return outcome


@pytest.mark.parametrize("moment", range(1, 2 * STEPS + 1))
def test_stopped_before_any_step_of_either_world_it_goes_on_to_the_same(tmp_path, straight, moment):
    folder = tmp_path / "run"
    stopped = live(asked(folder), should_stop=stop_at(moment))
    assert stopped.stopped
    assert stopped.baseline_life_digest is None
    assert (stopped.digest == "") == (moment <= STEPS)
    outcome = resume(folder)
    for name in ("digest", "life_digest", "baseline_life_digest"):
        assert getattr(outcome, name) == getattr(straight, name)
    assert_same(folder, straight.folder)


@pytest.mark.nightly
def test_stopped_after_every_single_step(tmp_path, straight):
    folder = tmp_path / "run"
    outcome = live(asked(folder, checkpoint_steps=1), should_stop=stop_at(2))
    times = 1
    while outcome.stopped:
        outcome = resume(folder, should_stop=stop_at(2))
        times += 1
    assert times == 2 * STEPS
    assert_same(folder, straight.folder)


def test_stopped_without_getting_anywhere_and_resumed(tmp_path, straight):
    folder = tmp_path / "run"
    live(asked(folder), should_stop=stop_at(4))
    for _ in range(2):
        assert resume(folder, should_stop=stop_at(1)).stopped
    resume(folder)
    assert_same(folder, straight.folder)


def test_resumed_with_other_circumstances_it_is_the_same(tmp_path, straight):
    """Checkpoints elsewhere, other blocks and threads: no part of the result."""
    folder = tmp_path / "run"
    live(asked(folder, threads=2, block=17, checkpoint_steps=5), should_stop=stop_at(5))
    resume(folder)
    assert_same(folder, straight.folder)


def test_a_finished_run_is_not_resumed(straight):
    before = {path: path.stat().st_mtime_ns for path in straight.folder.rglob("*")}
    with pytest.raises(RunFolderError, match="finished"):
        resume(straight.folder)
    assert {path: path.stat().st_mtime_ns for path in straight.folder.rglob("*")} == before


def test_who_watches_changes_nothing(tmp_path, straight):
    seen = []
    live(asked(tmp_path / "run"), on_progress=seen.append, should_stop=lambda: False)
    assert_same(tmp_path / "run", straight.folder)
    assert [(p.world, p.step, p.steps) for p in seen] == [
        (world, step, STEPS) for world in ("scheme", "baseline") for step in range(1, STEPS + 1)
    ]


def test_the_calendar_enters_no_digest(tmp_path, straight):
    from datetime import date

    outcome = live(asked(tmp_path / "run", start=date(1999, 12, 31), baseline="none"))
    assert (outcome.digest, outcome.life_digest) == (straight.digest, straight.life_digest)
