"""Where a town keeps a sample of its residents, their days stand for the days of all: offences are those of all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, write_harbour
from glasstown.audit.case import open_case
from glasstown.audit.harm import price_of_deterrence
from glasstown.audit.harm.contract import Bundle
from glasstown.audit.worlds import Worlds, open_worlds
from glasstown.ledger.reader import Ledger


def test_days_of_the_kept_are_held_against_offences_of_the_whole_town(tmp_path):
    """Of 400 residents the 40 of Harbour are kept: 420 wrongful days (350 and 70) stand for 4,200."""
    worlds = open_worlds(write_harbour(tmp_path / "run"))
    larger = [
        Ledger(one.folder, replace(one.manifest, people=400, residents_lived=400))
        for one in (worlds.scheme, worlds.baseline)
    ]
    for case, days in ((worlds, 420), (Worlds(*larger), 4_200)):
        counts = price_of_deterrence.tally(Bundle(open_case(case), {}))
        assert counts["wrongful-days"] == pytest.approx(days)
    assert HARBOUR.kept.residents == 40
