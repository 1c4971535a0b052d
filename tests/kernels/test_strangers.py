"""A wrong identity code leads to a stranger: each is the other's, nobody is their own, every step anew."""

from __future__ import annotations

import numpy as np
import pytest

from glasstown.kernels.strangers import stranger
from kernels.drawing import KEYS
from twin.luck import Luck, stranger_of

SOME = range(0, 4096, 37)


def of(slot, district, step, keys=KEYS):
    with np.errstate(over="ignore"):
        return int(stranger(np.int64(slot), np.int64(district), np.int64(step), keys))


@pytest.mark.parametrize(("district", "step"), [(0, 0), (0, 1), (5, 0), (341_000, 4094)])
def test_strangers_find_each_other(district, step):
    for slot in SOME:
        other = of(slot, district, step)
        assert other != slot
        assert 0 <= other < 4096
        assert of(other, district, step) == slot


@pytest.mark.large
def test_everybody_has_exactly_one_stranger():
    assert sorted(of(slot, 3, 9) for slot in range(4096)) == list(range(4096))


def test_every_step_and_district_pairs_anew():
    base = [of(slot, 0, 0) for slot in SOME]
    for district, step in ((0, 1), (1, 0), (1, 1)):
        same = sum(one == other for one, other in zip(base, (of(s, district, step) for s in SOME), strict=True))
        assert same <= 2, "by chance one in 4,096 is the same"


def test_strangers_are_from_everywhere():
    distances = [abs(of(slot, 0, 0) - slot) for slot in SOME]
    assert 1000 < np.mean(distances) < 1750, "of two places of 4,096 the mean distance is 1,365"


def test_the_stranger_is_that_of_plain_integers():
    luck = Luck(7, 5)
    keys = np.array(luck.key, np.uint64)
    for slot in (0, 1, 63, 64, 2048, 4095):
        assert of(slot, 2, 17, keys) == stranger_of(slot, 2, 17, luck)
