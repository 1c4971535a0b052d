"""Acts and capacities that a file declares do what it says: no line of Python stands between a scheme and a life."""

from __future__ import annotations

import re

import polars as pl
import pytest

from engine import halves
from engine.lives import live, scheme_of
from engine.test_consequence_pairs import CHANCE, by_chance, moved
from glasstown.vocab.acts import ACTS
from scheme.dense import DENSE
from scheme.dense_acts import OWN_ACTS

CODE = {act.id: act.code for act in ACTS}
OWN = 128

DETENTION = """\
brings = ["detention"]

[[act]]
id = "detention"
title = "Detained for some days"
by = "adult"
victim = "nobody"
lawful = true
rate = 0.2
effect = { what = "job-lost", chance = 0.5 }
mark = "fiction"
cite = ["assumption"]
"""

ROADS = """\
deny = ["roads"]

[[capacity]]
id = "roads"
title = "Leaving the town"
acts = ["air-trip", "market-day"]

[[act]]
id = "market-day"
title = "Selling at a market elsewhere"
by = "adult"
victim = "nobody"
lawful = true
rate = 1
denied = { what = "income-down", chance = 0.2 }
mark = "fiction"
cite = ["assumption"]
"""

FOLLOWED = """\
[[act]]
id = "quarrel"
title = "A quarrel about a post"
by = "resident"
victim = "another"
lawful = true
after = { act = "critical-post", chance = CHANCE }
harm = { tie = "household", what = "asset-gained", asset = "short-of-money" }
mark = "fiction"
cite = ["test-book"]

"""
SMALL = {"people": 400, "days": 182, "step_days": 7}


def done(world, code: int) -> pl.DataFrame:
    return world.table("acts").filter((pl.col("act") == code) & (pl.col("outcome") == 0))


def test_what_a_consequence_brings_happens_to_whom_it_holds_alone_and_changes_lives():
    world = halves.lived(DETENTION)
    detained = set(done(world, OWN)["resident"])
    assert detained
    assert detained <= halves.half(world)
    more, fewer = moved(world, halves.without(), "work", "")
    assert by_chance(more, fewer) < CHANCE, "longer out of work"


def test_a_capacity_of_the_file_takes_acts_of_the_model_and_of_the_file():
    world = halves.lived(ROADS)
    blocked = world.table("blocked").group_by("act", "capacity").len()
    assert {act: capacity for act, capacity, _ in blocked.rows()} == {CODE["air-trip"]: 1 << 32, OWN: 1 << 32}
    assert halves.half(world) >= set(world.table("blocked")["resident"])
    more, fewer = moved(world, halves.without(), "income", "")
    assert by_chance(fewer, more) < CHANCE, "contracts are lost, and what a market brings"


@pytest.mark.parametrize("chance", ["0", "1"])
def test_what_follows_happens_at_once_after_what_it_follows(chance):
    world = live(scheme_of(DENSE.replace("[[source]]", FOLLOWED.replace("CHANCE", chance) + "[[source]]", 1)), **SMALL)
    quarrels = OWN + 1  # after loud-music, before queue-jumping
    posts, followed = done(world, CODE["critical-post"]), done(world, quarrels)
    address = ("resident", "day", "family", "ordinal", "step")
    assert posts.height > 20
    assert set(followed.select(address).rows()) == (set(posts.select(address).rows()) if chance == "1" else set())
    harmed = world.table("harms").filter(pl.col("act") == quarrels)
    assert harmed.height == 0 if chance == "0" else harmed.height > 0


def test_the_order_of_acts_and_capacities_in_a_file_is_nobodys_luck():
    blocks = re.findall(r"\[\[(?:act|capacity)\]\]\n(?:.+\n)+\n", OWN_ACTS)
    turned = OWN_ACTS
    for number, block in enumerate(blocks):
        turned = turned.replace(block, f"@{number}@")
    for number, block in enumerate(reversed(blocks)):
        turned = turned.replace(f"@{number}@", block)
    assert turned != OWN_ACTS
    one, other = (live(scheme_of(DENSE + "\n" + text), **SMALL) for text in (OWN_ACTS, turned))
    assert (one.digest, one.life_digest) == (other.digest, other.life_digest)


def test_acts_of_its_own_move_nobody_elses_acts():
    """Acts that do nothing to lives leave all others as they were."""
    idle = re.sub(r"(effect|denied|harm) = .*\n", "", OWN_ACTS).replace('place = "match"\n', "")
    idle = idle.replace(', "family-visit"]', "]")
    before, after = live(scheme_of(DENSE), **SMALL), live(scheme_of(DENSE + "\n" + idle), **SMALL)
    assert {act for act in after.acts() if act[4] < OWN} == {act for act in before.acts() if act[4] < OWN}
