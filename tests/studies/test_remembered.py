"""Worlds that are kept in memory hold what run folders hold: every table, every row, and the digests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glasstown.ledger.reader import open_run
from glasstown.ledger.tables import TABLE_NAMES
from glasstown.simulate.changed import with_change
from glasstown.simulate.remembered import RememberedTown
from glasstown.simulate.request import request_of
from glasstown.simulate.run import live
from glasstown.vocab.change import Change
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

TOWN = small_town(people=100, days=84) | {"baseline": "full"}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return open_run(lived(tmp_path_factory, DENSE + TIES, TOWN))


@pytest.fixture(scope="module")
def town(run):
    return RememberedTown(request_of(run.folder, run.manifest))


def same(one, other):
    assert (one.manifest.digest, one.manifest.life_digest) == (other.manifest.digest, other.manifest.life_digest)
    apart = [name for name in TABLE_NAMES if not one.table(name).equals(other.table(name))]
    assert not apart
    assert replace(one.manifest, files={}, timings={}, circumstances={}) == replace(
        other.manifest, files={}, timings={}, circumstances={}
    )


def test_the_world_of_a_scheme_and_its_pair_are_those_of_the_folder(run, town):
    same(town.lived(), run)
    same(town.without_scheme(), run.baseline())
    assert run.table("entries").height, "a world in which nothing was written down would show nothing"


def test_a_world_in_which_something_is_otherwise_is_that_of_its_folder(run, town, tmp_path):
    asked = with_change(town.request, Change(("association",)), run.manifest.digest)
    asked = replace(asked, out=tmp_path / "other", baseline="none")
    live(asked)
    same(town.otherwise(asked), open_run(tmp_path / "other"))
    assert town.otherwise(asked).manifest.digest != run.manifest.digest


def test_what_is_forgotten_is_refused_and_nothing_else_changes(run, town):
    thin = RememberedTown(town.request, ("gauges",)).lived()
    assert thin.manifest.digest == run.manifest.digest
    assert thin.table("entries").equals(run.table("entries"))
    with pytest.raises(KeyError, match="not kept"):
        thin.table("gauges")
