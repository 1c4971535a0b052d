"""People do what a file declares with the scheme and without it: only what watches and punishes is the scheme.

The oracle of the world without the scheme is the pair in which the scheme ends on day 0 (ADR 12), which is lived by
other tables: those of the whole scheme.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import polars as pl
import pytest

from engine.lives import live as live_in_memory
from engine.lives import request, scheme_of
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.reader import open_run
from glasstown.simulate.changed import with_change
from glasstown.simulate.run import live, resume
from glasstown.studies.pair import pair
from glasstown.vocab.change import Change
from glasstown.vocab.errors import RunFolderError
from scheme.dense import DENSE
from scheme.dense_acts import OWN_ACTS
from scheme.dense_dues import DUES

TOWN = {"people": 150, "days": 168, "baseline": "full"}
OWN = DENSE + "\n" + OWN_ACTS
NO_ACTS = DUES.split("[[act]]")[0]
QUARREL = """\
[scheme]
id = "quarrel"
title = "Nobody watches"
evidence = "constructed"
status = "made up"
place = "nowhere"
years = "never"
consent = "compulsory"
mark = "fiction"

[subjects]
min_age_years = 18
coverage = 1

[awareness]
start = 1
learned_per_year = 0

[[act]]
id = "quarrel"
title = "A quarrel at home about money"
by = "adult"
victim = "another"
lawful = true
rate = 6
effect = { what = "income-down", chance = 0.5 }
harm = { tie = "household", what = "asset-gained", asset = "short-of-money" }
mark = "fiction"
"""
"""A scheme that declares one act with harm, and has no source, no rule, no grade and no consequence."""


@cache
def town(text, folder):
    """A run with its paired world."""
    return live(request(scheme_of(text), out=folder / "run", **TOWN)).folder


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("towns")


def done(world, code):
    counts = world.table("act_counts").filter(pl.col("act") == code)
    return int(counts["done"].sum())


def test_a_scheme_that_only_declares_a_harmful_act_harms_nobody(root):
    worlds = open_worlds(town(QUARREL, root / "quarrel"))
    assert worlds.scheme.manifest.life_digest == worlds.baseline.manifest.life_digest
    assert worlds.baseline.table("harms").filter(pl.col("act") == 128).height > 100
    found = {one.slug: one for one in assess(worlds)}
    assert (found["harms"].value, found["need-days"].value, found["acts.quarrel"].value) == (0, 0, 0)
    assert found["acts-that-differ"].value == 0
    assert done(worlds.baseline, 128) == done(worlds.scheme, 128) > 100


def test_lives_without_the_act_are_other_lives():
    """That the act does something: the paired world would not be the same without it."""
    idle = re.sub(r"rate = 6", "rate = 0", QUARREL)
    one, other = (live_in_memory(request(scheme_of(text), **TOWN)) for text in (QUARREL, idle))
    assert one.life_digest != other.life_digest
    assert other.life_digest == live_in_memory(request(None, **TOWN)).life_digest


@pytest.mark.parametrize("text", [OWN, DUES, NO_ACTS], ids=["own", "dues", "none"])
def test_the_world_without_the_scheme_is_the_pair_in_which_it_ends_on_day_0(text, tmp_path):
    outcome = live(request(scheme_of(text), out=tmp_path / "run", **TOWN))
    ended = live_in_memory(with_change(request(scheme_of(text), **TOWN), Change(("scheme",))))
    assert outcome.baseline_life_digest == ended.life_digest


def test_what_only_a_consequence_brings_is_not_done_without_the_scheme(root):
    worlds = open_worlds(town(OWN, root / "own"))
    code = {row.id: row.code for row in worlds.baseline.manifest.names.acts}
    assert done(worlds.scheme, code["lesson"]) > 0 == done(worlds.baseline, code["lesson"])
    assert done(worlds.baseline, code["fair"]) > 0 < done(worlds.baseline, code["round-of-drinks"])
    found = {one.slug: one for one in assess(worlds)}
    assert found["acts.lesson"].value > 0
    assert found["acts.summons"].value is not None


def test_what_is_owed_without_the_scheme_is_told_beside_what_is_owed_under_it(root):
    worlds = open_worlds(town(DUES, root / "dues"))
    (row,) = (one for one in worlds.baseline.manifest.names.dues if one.id == "promise")
    owed = worlds.baseline.table("dues").filter((pl.col("how") == 0) & (pl.col("act") == row.act)).height
    assert owed > 0
    (found,) = (one for one in assess(worlds) if one.slug == "due.promise")
    assert f"there {owed:,} came to be owed" in found.text
    alone = next(one for one in assess(open_worlds(worlds.baseline.folder)) if one.slug == "due.promise")
    assert alone.text.endswith("times in the whole town.")


def test_a_paired_world_with_acts_of_the_file_goes_on_to_the_same_bits(root, tmp_path):
    straight = open_run(town(DUES, root / "dues"))
    asked = iter(range(1_000))
    steps = straight.manifest.steps
    again = request(scheme_of(DUES), out=tmp_path / "run", checkpoint_steps=5, **TOWN)
    assert live(again, should_stop=lambda: next(asked) >= steps + 13).stopped
    with pytest.raises(RunFolderError, match="without the scheme of another run") as refused:
        resume(tmp_path / "run" / "baseline")
    assert str(tmp_path / "run") in refused.value.fix
    assert resume(tmp_path / "run").baseline_life_digest == straight.baseline().manifest.life_digest


def test_the_paired_world_of_another_run_is_paired_with_nothing(root, tmp_path):
    """It does not hold the file whose acts live in it, wherever it lies."""
    moved = (open_run(town(DUES, root / "dues")).folder / "baseline").rename(tmp_path / "elsewhere")
    with pytest.raises(RunFolderError, match="without the scheme of another run"):
        pair(moved, Change(("response:chilling",)))
    moved.rename(root / "dues" / "run" / "baseline")


def test_a_sample_of_the_paired_world_lives_them_as_well(tmp_path):
    asked = replace(request(scheme_of(QUARREL), out=tmp_path / "run", **TOWN), baseline="sample")
    outcome = live(asked)
    assert outcome.baseline_life_digest == outcome.life_digest, "one district is all of them"
