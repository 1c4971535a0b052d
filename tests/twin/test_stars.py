"""A town in which everybody rates everybody is that of its slow twin: every row, and both digests."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from scheme.dense_peer import PEER
from twin.compare import live_both
from twin.peer import BY_PEER

MANY_STRANGERS = PEER.replace("with_strangers_per_day = 0.4", "with_strangers_per_day = 3")


@pytest.mark.jit_off
@pytest.mark.bounds
@pytest.mark.parametrize(("text", "people", "days", "step_days"), [(MANY_STRANGERS, 60, 24, 7)])
def test_a_town_of_stars_is_that_of_the_twin(text, people, days, step_days):
    """So many strangers that, of the district of which only sixty live here, some are met; the last step is short."""
    rows = live_both(parse_scheme(text), people=people, days=days, step_days=step_days, seed=people)
    assert {row["kind"] for row in rows["entries"]} == {BY_PEER}
    assert any(row["delta_milli"] < -500 for row in rows["entries"]), "a penalty"
    assert rows["grades"]
    assert rows["spells"]


@pytest.mark.nightly
@pytest.mark.parametrize(
    "text", [PEER, PEER.replace('weight = "own"', 'weight = "none"').replace("memory = 16", "memory = 8")]
)
def test_a_longer_life_among_stars_is_that_of_the_twin(text):
    live_both(parse_scheme(text), people=150, days=200, step_days=14, seed=3)
