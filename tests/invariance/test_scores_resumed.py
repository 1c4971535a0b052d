"""Scores that are worked out anew, and points that stand, come to the same bits when a run is stopped and resumed."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from engine.lives import edited, scheme_of
from glasstown.ledger.reader import open_run
from glasstown.simulate.run import live, resume
from invariance.worlds import asked, assert_same, stop_at
from scheme.dense import DENSE
from scheme.dense_consent import CHOSEN
from scheme.dense_favour import FAVOURED
from scheme.dense_index import INDEX
from scheme.dense_ranks import RANKED
from scheme.dense_refit import REFITTED
from scheme.dense_states import STATES
from scheme.dense_votes import VOTED

OFTEN = INDEX.replace("refresh_days = 30", "refresh_days = 3")
OFTEN_SO = "arrears or short-of-money or sick or out-of-work or in-need"
STANDING = DENSE + edited(
    STATES, ("refresh_days = 60", "refresh_days = 1"), ("education >= 2 and not out-of-work", OFTEN_SO)
)


def test_who_joined_and_what_was_kept_of_who_did_not_is_kept_by_a_checkpoint(tmp_path: Path):
    town = {"scheme": scheme_of(CHOSEN), "people": 120, "days": 84, "baseline": "none"}
    live(asked(tmp_path / "straight", **town))
    live(asked(tmp_path / "stopped", **town), should_stop=stop_at(6))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")
    assert open_run(tmp_path / "straight").table("consents").filter(pl.col("day") > 42)["what"].n_unique() == 4


@pytest.mark.parametrize("text", [OFTEN, STANDING], ids=["index", "states"])
def test_what_was_counted_and_what_stands_is_kept_by_a_checkpoint(tmp_path: Path, text: str):
    town = {"scheme": scheme_of(text), "people": 120, "days": 84, "baseline": "none"}
    live(asked(tmp_path / "straight", **town))
    live(asked(tmp_path / "stopped", **town), should_stop=stop_at(8))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")
    entries = open_run(tmp_path / "straight").table("entries")
    late = entries.filter((entries["kind"] == (7 if text is OFTEN else 8)) & (entries["day"] > 56))
    assert late.height, "something moves after the stop"


def test_what_was_voted_is_the_same_when_a_run_is_resumed_or_cut_otherwise(tmp_path: Path):
    town = {"scheme": scheme_of(VOTED), "people": 4_200, "days": 70, "baseline": "none"}
    live(asked(tmp_path / "straight", **town, threads=1))
    live(asked(tmp_path / "stopped", **town, threads=2), should_stop=stop_at(6))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")
    assert set(open_run(tmp_path / "straight").table("votes")["day"]) == {35, 56}


@pytest.mark.parametrize("stop", [6, 10], ids=["sampled", "fitted"])
def test_what_was_sampled_and_fitted_is_kept_by_a_checkpoint(tmp_path: Path, stop: int):
    """A sample is taken on day 15 and counted on day 60; scores are worked out by what came of it from day 69 on."""
    town = {"scheme": scheme_of(REFITTED), "people": 120, "days": 84, "baseline": "none"}
    live(asked(tmp_path / "straight", **town))
    live(asked(tmp_path / "stopped", **town), should_stop=stop_at(stop))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")
    fits = open_run(tmp_path / "straight").table("fits")
    assert fits["day"].to_list() == [63] * 3
    assert fits["before_milli"].to_list() != fits["weight_milli"].to_list()


@pytest.mark.nightly
def test_what_was_fitted_is_the_same_when_a_run_is_resumed_or_cut_otherwise(tmp_path: Path):
    town = {"scheme": scheme_of(REFITTED), "people": 4_200, "days": 84, "baseline": "none"}
    live(asked(tmp_path / "straight", **town, threads=1))
    live(asked(tmp_path / "stopped", **town, threads=2), should_stop=stop_at(9))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")
    fits = open_run(tmp_path / "straight").table("fits")
    assert fits["before_milli"].to_list() != fits["weight_milli"].to_list()


def test_ranks_are_the_same_when_a_run_is_resumed_or_cut_otherwise(tmp_path: Path):
    town = {"scheme": scheme_of(RANKED), "people": 4_200, "days": 70, "baseline": "none"}
    live(asked(tmp_path / "straight", **town, threads=1))
    live(asked(tmp_path / "stopped", **town, threads=2), should_stop=stop_at(8))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")


def test_what_favour_gave_is_told_once_when_a_run_is_resumed(tmp_path: Path):
    """Everybody starts in the grade from which cases are filed: some are decided on day 0, before any step."""
    text = FAVOURED.replace("start = 100", "start = 80", 1)
    town = {"scheme": scheme_of(text), "people": 300, "days": 84, "baseline": "none"}
    live(asked(tmp_path / "straight", **town))
    live(asked(tmp_path / "stopped", **town), should_stop=stop_at(8))
    resume(tmp_path / "stopped")
    assert_same(tmp_path / "straight", tmp_path / "stopped")
    days = set(open_run(tmp_path / "straight").table("favours")["day"].to_list())
    assert min(days) == 0
    assert max(days) > 56
