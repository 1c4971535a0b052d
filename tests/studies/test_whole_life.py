"""A life that the run did not keep is lived again on demand, to the same bits as if it had been kept."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import glasstown as gt
from glasstown.cli.main import app
from glasstown.ledger.reader import open_run
from glasstown.simulate import facts
from glasstown.vocab.errors import RunFolderError
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

TOWN = small_town(people=100, days=84)
KEPT = 10


@pytest.fixture(scope="module")
def all_kept(tmp_path_factory):
    return lived(tmp_path_factory, DENSE + TIES, TOWN | {"lives": 100})


@pytest.fixture(scope="module")
def few_kept(tmp_path_factory, all_kept):
    """A town of which rows are kept of ten residents, as of a nation."""
    assert open_run(all_kept).table("people").height == TOWN["people"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "KEEP_ALL_UP_TO", 50)
        patch.setattr(facts, "KEPT_SAMPLE", KEPT)
        run = lived(tmp_path_factory, DENSE + TIES, TOWN | {"lives": 3})
        yield run


def plain(view):
    return view.to_plain() | {"run": "", "comparable": None}


def test_a_life_that_was_not_kept_is_that_of_a_run_that_kept_it(few_kept, all_kept):
    kept = set(open_run(few_kept).table("people")["resident"])
    assert len(kept) == KEPT
    busy = open_run(all_kept).table("entries")["resident"].value_counts(sort=True)["resident"]
    chosen = [one for one in busy if one not in kept][:3]
    assert len(chosen) == 3
    for resident in chosen:
        with pytest.raises(RunFolderError, match="did not keep"):
            gt.life(few_kept, resident)
        again = gt.whole_life(few_kept, resident)
        assert plain(again) == plain(gt.life(all_kept, resident))
        assert again.to_plain()["every_act_reason"] is None
        assert len(again.to_plain()["events"]) > 10


def test_a_life_whose_acts_were_not_kept_gets_them_and_a_whole_one_is_only_read(few_kept, all_kept, monkeypatch):
    kept = open_run(few_kept).table("people")["resident"].to_list()
    thin = next(one for one in kept if gt.life(few_kept, one).to_plain()["every_act_reason"])
    assert plain(gt.whole_life(few_kept, thin)) == plain(gt.life(all_kept, thin))
    monkeypatch.setattr("glasstown.studies.whole_life.with_whole_life", None)
    assert plain(gt.whole_life(all_kept, thin)) == plain(gt.life(all_kept, thin)), "nothing had to be lived"


def test_a_run_that_was_changed_and_a_resident_that_there_is_not_are_refused(few_kept, all_kept, monkeypatch):
    with pytest.raises(RunFolderError, match="no resident 100"):
        gt.whole_life(few_kept, 100)
    kept = set(open_run(few_kept).table("people")["resident"])
    gone = next(one for one in range(100) if one not in kept)
    assert gt.whole_life(few_kept, gone, should_stop=lambda: True) is None
    monkeypatch.setattr("glasstown.simulate.remembered.digests", lambda *_: ("another", "life"))
    with pytest.raises(RunFolderError, match="another digest"):
        gt.whole_life(few_kept, gone)


def test_the_command_tells_it_and_names_itself_where_a_life_was_not_kept(few_kept):
    kept = set(open_run(few_kept).table("people")["resident"])
    gone = next(one for one in range(100) if one not in kept)
    refused = CliRunner().invoke(app, ["life", str(few_kept), str(gone)])
    assert refused.exit_code == 1
    assert "--whole" in refused.stderr
    told = CliRunner().invoke(app, ["life", str(few_kept), str(gone), "--whole", "--json"])
    assert told.exit_code == 0, told.stderr
    assert json.loads(told.stdout)["every_act_reason"] is None
