"""A town whose list is drawn by lot: records are made up of everybody alike, and no audit should find whom it falls on.

Each seed is one audit of six lived worlds. At most 5 in 100 audits may say that any group or intersection differs; the
share of all 400, lived at night, stands in `docs/audit.md`.
"""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from glasstown.studies.between_groups import QUESTIONS, RATE, between_groups
from glasstown.studies.replicates import Counted, Wanted, count_world
from truths.lived import Truth, town
from truths.texts import act, clerk, head, listing

WORLDS = 6
CODES = tuple(dict.fromkeys(one.code for one in QUESTIONS))
SLIP = act("slip", 0.3)
BY_LOT = head() + SLIP + clerk("clerk", ["slip"], false=0.4) + listing(["slip"], term=60)
"""Nobody is ever seen; records are made up at one rate of everybody."""
WATCHED = head() + SLIP + clerk("clerk", ["slip"], detection=0.3, more="watch = { minority_a = 3 }\n")
"""The same town with a clerk who looks thrice as hard at one group."""


def of_town(text: str, number: int) -> Counted:
    """What one world of 600 residents and 13 weeks counts."""
    truth = Truth("random-list", "", text, tuple, people=600, days=91, groups=True)
    with tempfile.TemporaryDirectory() as folder:
        request = replace(town(truth, number, Path(folder)), seed=11)
        return count_world(Wanted(request, CODES))


def any_stands(text: str, seed: int) -> int:
    """Whether one audit finds any difference."""
    counted = [of_town(text, seed * WORLDS + number) for number in range(WORLDS)]
    compared = between_groups(counted)
    assert sum(one.p is not None for one in compared) > 12, "groups are large enough to be held against each other"
    return int(any(one.stands for one in compared))


def by_lot(seed: int) -> int:
    """One audit of a town whose list is drawn by lot."""
    return any_stands(BY_LOT, seed)


def test_whoever_is_watched_thrice_as_hard_is_found():
    assert any_stands(WATCHED + listing(["slip"], term=60), 0)


def test_of_some_towns_whose_list_is_drawn_by_lot_none_is_found():
    assert not any(by_lot(seed) for seed in range(4))


@pytest.mark.nightly
def test_of_400_towns_whose_list_is_drawn_by_lot_at_most_5_in_100_are_found():
    with ProcessPoolExecutor(min(8, os.cpu_count() or 1), mp_context=get_context("spawn")) as side_by_side:
        found = sum(side_by_side.map(by_lot, range(400), chunksize=10))
    print(f"{found} of 400 audits of a random list find a difference")
    assert found / 400 <= RATE
