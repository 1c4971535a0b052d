"""The books of runs in which quantities move points balance, and the audit's replay gives the days that were lived."""

from __future__ import annotations

from datetime import date

import pytest

from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_quantities import QUANTITIES, QUANTITIES_OPEN


@pytest.mark.parametrize("text", [QUANTITIES, QUANTITIES_OPEN], ids=["clamped", "open-sum"])
def test_the_replay_of_a_run_gives_its_days(text, tmp_path):
    asked = {"people": 300, "days": 196, "step_days": 14, "seed": 4, "start": date(2020, 1, 1), "baseline": "none"}
    live(RunRequest(parse_scheme(text), out=tmp_path / "run", **asked))
    findings = {finding.slug: finding for finding in assess(open_worlds(tmp_path / "run"))}
    assert findings["score-sums-wrong"].value == 0
    assert findings["replay-differs"].value == 0
    assert findings["punished"].value > 10
