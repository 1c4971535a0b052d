"""What the grammar says of levels above 0 is what the behaviours do with them."""

from __future__ import annotations

from glasstown.behaviours.degrees import COSTS, FAILS
from glasstown.simulate.deed_tables import DEGREE_OF
from glasstown.vocab.capacities import DEGREE_CODES, DEGREES_THAT_SERVE


def test_better_levels_serve_where_places_go_by_them_and_nowhere_else():
    by_place = set(DEGREE_OF.values())
    assert {DEGREE_CODES[name] for name in DEGREES_THAT_SERVE} == by_place
    assert not by_place & {degree for _, degree in (*FAILS, *COSTS)}
