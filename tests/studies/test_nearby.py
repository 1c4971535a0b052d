"""One change of one resident is answered from the districts it can reach: the same bits as two whole runs."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from glasstown.audit.life.names import number_seen
from glasstown.ledger.reader import open_run
from glasstown.simulate.tie_faults import known_to
from glasstown.studies.lockstep import NEVER, Lockstep
from glasstown.studies.nearby import ends_at_districts, residents_named
from glasstown.studies.pair import pair
from glasstown.vocab.change import Change
from glasstown.vocab.errors import RunFolderError
from glasstown.vocab.geography import DISTRICT
from scheme.dense import DENSE, FULL
from scheme.dense_organisations import ORGANISED
from scheme.dense_politics import POLITICS
from scheme.dense_ranks import RANKED
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

SECOND = DISTRICT + 40
"""Residents of a town whose second district holds forty."""

SCHEMES = {"tied": DENSE + TIES, "lists": FULL.replace(POLITICS, ""), "organised": ORGANISED}


def seen_in(ledger, district):
    """The number of a sighting in a district by which a rule moved points; any, where none of residents did."""
    entries = ledger.table("entries").filter((pl.col("kind") == 0) & (pl.col("delta_milli") != 0))
    here = entries.filter(pl.col("resident") // DISTRICT == district).sort("day").head(1)
    sightings = ledger.table("sightings").filter(pl.col("origin") // DISTRICT == district)
    seen = sightings.filter(pl.col("origin") == here["origin"][0]) if here.height else sightings.head(1)
    numbers = {number_seen(one) & 0xFFFFFFFF: number_seen(one) for one in seen.iter_rows(named=True)}
    return Change((f"sighting:{numbers[here['ref'][0]] if here.height else numbers.popitem()[1]}",))


def check(lockstep, change, out):
    """A walk from some districts alone is that of two whole runs."""
    run = lockstep.ledger.folder
    assert lockstep.reach(residents_named(lockstep.ledger, change)) is not None, "this change reaches everybody"
    walked, other = lockstep.walk(change), pair(run, change, out=out).other
    assert walked.digests == (other.manifest.digest, other.manifest.life_digest)
    assert walked.digests[0] != lockstep.ledger.manifest.digest
    reached = np.flatnonzero(walked.bits != NEVER)
    assert reached.size


@pytest.fixture(scope="module")
def lockstep(tmp_path_factory):
    return Lockstep(lived(tmp_path_factory, DENSE + TIES, small_town(people=SECOND, days=42)))


@pytest.mark.parametrize("district", [0, 1])
def test_a_sighting_in_either_district_is_answered_as_by_two_whole_runs(lockstep, district, tmp_path):
    check(lockstep, seen_in(lockstep.ledger, district), tmp_path / "other")


def test_the_districts_prove_themselves(lockstep, monkeypatch):
    change = seen_in(lockstep.ledger, 1)
    monkeypatch.setattr(lockstep, "last", lockstep.moments[-1])
    with pytest.raises(RunFolderError, match="another digest"):
        lockstep.walk(change)


@pytest.mark.parametrize(("text", "ends"), [(DENSE, True), (DENSE + POLITICS, False), (RANKED, False)])
def test_where_counties_decide_or_ranks_are_of_many_nothing_is_left_out(text, ends, tmp_path_factory):
    near = Lockstep(lived(tmp_path_factory, text, small_town(people=60, days=14)))
    assert ends_at_districts(near.base.settings) is ends


@pytest.mark.nightly
@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_of_every_kind_of_scheme(scheme, tmp_path_factory, tmp_path):
    town = small_town(people=DISTRICT + 400, days=210)
    run = lived(tmp_path_factory, SCHEMES[scheme], town)
    lockstep, ledger = Lockstep(run), open_run(run)
    for district in (0, 1) if ledger.table("sightings").height else ():
        check(lockstep, seen_in(ledger, district), tmp_path / str(district))
    tied = {one: known_to(lockstep.people, one)["friend"] for one in range(DISTRICT, DISTRICT + 400)}
    one, friends = next((one, friends) for one, friends in tied.items() if friends)
    tie = Change((f"tie:{one}-{friends[0]}",))
    walked = lockstep.walk(tie)
    assert walked.digests[0] == pair(run, tie, out=tmp_path / "tie").other.manifest.digest
