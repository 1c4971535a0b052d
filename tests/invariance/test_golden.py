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
    assert world.digest == world.life_digest == "e006e88062280528335d910f2723406f"


def test_the_bits_of_a_dense_town_are_these():
    world = live(scheme_of(DENSE), **SMALL)
    assert (world.digest, world.life_digest) == ("59d83b79ae1a05e58c324620050343b9", "cef426158e1ab68c6e2b5a052ccfb6b8")
