"""What sharing luck is worth: variances worked by hand, a small pair lived, and reasons where there is no number."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from engine.lives import scheme_of
from glasstown.cli.main import app
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.request import request_of
from glasstown.studies.coupling import SINGLE, cost_of, coupled, coupling_of
from glasstown.studies.pair import pair
from glasstown.vocab.change import Change
from scheme.dense import DENSE
from studies.small_town import lived, small_town

TOWN = small_town(people=80, days=98)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return lived(tmp_path_factory, DENSE, TOWN)


def test_the_ratio_of_two_variances_by_hand():
    """Worlds 1, 3 and 2, 6: variances 2 and 8; differences 1, 3: variance 2. So 2 / (2 + 8) = 0.2, and 1 / 0.2 = 5."""
    found = coupled("x", "X", [1, 3], [2, 6])
    assert (found.ratio, found.multiplier, found.reason) == (0.2, 5.0, None)


def test_where_nothing_varies_there_is_a_reason_and_no_number():
    for one, other, ratio in (([4, 4], [4, 4], None), ([1], [2], None), ([1, 3], [2, 4], 0.0)):
        found = coupled("x", "X", one, other)
        assert found.ratio == ratio
        assert found.multiplier is None
        assert found.reason


def test_what_it_costs_is_told_as_a_share_of_the_pair():
    assert cost_of(100_000) == "16 more worlds of 1,000 residents, about 8 % of the lives of this pair"
    assert cost_of(500, 2) == "4 more worlds of 500 residents, about 200 % of the lives of this pair"


def test_a_change_of_one_address_has_no_other_town(run, monkeypatch):
    monkeypatch.setattr("glasstown.studies.coupling.live", None)
    for change in (Change(("tie:3-4",)), Change(added=("label:3=majority",)), Change(("delay", "sighting:12"))):
        request = RunRequest(scheme=scheme_of(DENSE), out=run, **TOWN)
        assert coupling_of(request, change, change).reason == SINGLE


@pytest.mark.nightly
def test_small_pairs_with_other_luck_give_the_ratio_that_their_totals_give(run):
    change = Change(("sensor-errors",))
    found = pair(run, change, diagnostic=2).coupling
    assert (found.pairs, found.people, found.reason) == (2, 80, None)
    lost = next(one for one in found.rows if one.id == "points-lost")
    assert 0 < lost.ratio < 1, "with the same luck a difference varies less"
    assert lost.multiplier == pytest.approx(1 / lost.ratio, rel=1e-3)
    again = coupling_of(request_of(run, pair(run, change).base.manifest), change, change, pairs=2)
    assert again == found


def test_stopped_before_the_end_it_says_so(run):
    change = Change(("sensor-errors",))
    found = coupling_of(request_of(run, pair(run, change).base.manifest), change, change, should_stop=lambda: True)
    assert found.rows == ()
    assert "stopped" in found.reason


def test_the_command_tells_what_nobody_asked_for_and_what_it_would_cost(run):
    asked = ["pair", str(run), "--without", "delay"]
    said = CliRunner().invoke(app, asked)
    assert "undefined" in said.stdout
    assert "--diagnostic" in said.stdout
    plain = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)
    assert plain["coupling"]["outcomes"] == {}
    assert "16 more worlds" in plain["coupling"]["reason"]
