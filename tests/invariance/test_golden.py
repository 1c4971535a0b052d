"""The bits of two small worlds: the same on every machine, in every mode in which the kernels can run.

A change of these digests is a change of results: it needs a note of the kind `results`.
"""

from __future__ import annotations

import pytest

from engine.lives import live, scheme_of
from scheme.dense import DENSE

pytestmark = [pytest.mark.jit_off, pytest.mark.bounds, pytest.mark.tables]

SMALL = {"people": 200, "days": 28, "step_days": 7}


def test_the_bits_of_a_town_without_a_scheme_are_these():
    world = live(None, **SMALL)
    assert world.digest == world.life_digest == "1cf2bfd6510fbc3ca90b254d117281d7"


def test_the_bits_of_a_dense_town_are_these():
    world = live(scheme_of(DENSE), **SMALL)
    assert (world.digest, world.life_digest) == ("f5a47cbca70e4039e374b036250672a3", "0bdffd6b7d026da0e3d8ee43171ef820")
