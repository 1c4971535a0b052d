"""The residents of a known town, to the bit: on any machine, compiled or not, with any processor features."""

from __future__ import annotations

import pytest

from glasstown.society.build import build
from glasstown.society.spec import load_spec

pytestmark = [pytest.mark.jit_off, pytest.mark.bounds, pytest.mark.tables]

KNOWN = "54f4b4e740d44bf15b18c6613443b355"
"""Digest of residents 0 to 999 under seed 1. Changing it moves every result: say so in `changes/`."""


def test_the_people_of_seed_one_are_those_they_have_always_been():
    assert build(load_spec(), seed=1, people=1_000).digest == KNOWN
