"""The books of runs with ranks and with favour balance, and the audit's replay gives the days that were lived."""

from __future__ import annotations

from datetime import date

import pytest

from glasstown.audit.case import open_case
from glasstown.audit.catalogue import assess
from glasstown.audit.causes import OWN
from glasstown.audit.worlds import open_worlds
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_favour import FAVOURED
from scheme.dense_ranks import RANKED


@pytest.mark.parametrize("text", [RANKED, FAVOURED], ids=["ranks", "favour"])
def test_the_replay_of_a_run_gives_its_days(text, tmp_path):
    asked = {"people": 500, "days": 280, "step_days": 14, "seed": 4, "start": date(2020, 1, 1), "baseline": "none"}
    live(RunRequest(parse_scheme(text), out=tmp_path / "run", **asked))
    worlds = open_worlds(tmp_path / "run")
    findings = {finding.slug: finding for finding in assess(worlds)}
    assert findings["score-sums-wrong"].value == 0
    assert findings["replay-differs"].value == 0
    assert OWN in set(open_case(worlds).punished["cause"])
