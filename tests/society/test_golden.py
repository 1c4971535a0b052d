"""The residents of a known town, to the bit: on any machine, compiled or not, with any processor features."""

from __future__ import annotations

import pytest

from glasstown.society.build import build
from glasstown.society.spec import load_spec

pytestmark = [pytest.mark.jit_off, pytest.mark.bounds, pytest.mark.tables]

KNOWN = "88ad50ee6e1a6f42a884b167965a1f64"
"""Digest of residents 0 to 999 under seed 1. Changing it moves every result: say so in `changes/`."""


def test_the_people_of_seed_one_are_those_they_have_always_been():
    assert build(load_spec(), seed=1, people=1_000).digest == KNOWN
