"""Which lists punish in the engine, as ADR 13 says: a list of honour frightens nobody; the twin agrees to the bit."""

from __future__ import annotations

import pytest

from engine.lives import live, scheme_of
from glasstown.scheme.punishing import punishing_lists
from glasstown.simulate.outlook import NEVER
from scheme.dense import DENSE
from scheme.dense_consent import LEFT
from scheme.dense_politics import POLITICS
from twin.compare import live_both

CITED = 'notice = "none"\nmark = "fiction"\ncite = ["test-book"]\n'
NAMED = """
[[list]]
id = "names"
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "named"
list = "names"
acts = ["late-bill", "civil-dispute", "charity-gift"]
mark = "fiction"
cite = ["test-book"]
"""
FOLLOWS = {
    "honoured": f'[[consequence]]\nid = "dear-guest"\nlist = "names"\nfavour = ["public-job"]\n{CITED}',
    "barred": f'[[consequence]]\nid = "barred"\nlist = "names"\ndeny = ["flight"]\n{CITED}',
    "dearer": f'[[consequence]]\nid = "dearer"\nlist = "names"\ndegree = {{ deposit = -1 }}\n{CITED}',
    "children": f'[[consequence]]\nid = "c"\nlist = "names"\ndeny = ["flight"]\nscope = "children"\n{CITED}',
    "kept": "",
}
SHOWN = '[publicity]\npublished = true\nmark = "fiction"\ncite = ["test-book"]\n'


@pytest.mark.parametrize(
    ("follows", "shown", "punishes"),
    [
        ("honoured", SHOWN, False),
        ("barred", "", True),
        ("dearer", "", True),
        ("children", "", True),
        ("kept", "", False),  # it only remembers
        ("kept", SHOWN, True),  # the shame is all of it
    ],
)
def test_a_list_punishes_where_harm_follows_or_where_it_is_all_there_is(follows, shown, punishes):
    """Residents whom nothing else touches: those who stand on the list at the beginning of a step."""
    scheme = scheme_of(f"{QUIET}{NAMED}{FOLLOWS[follows]}{shown}")
    assert punishing_lists(scheme) == ({"names"} if punishes else set())
    town = live(scheme, people=150, days=120, step_days=10)
    (stretch,) = town.districts
    listed = stretch.standing.lists != 0
    assert listed.sum() > 5
    assert ((stretch.standing.punished_day != NEVER).sum() > 5) == punishes


QUIET = DENSE.partition("[[grade]]")[0]
"""The dense scheme up to its grades: nothing follows from anything."""


@pytest.mark.parametrize("text", [LEFT, DENSE + POLITICS], ids=["who-leaves", "what-counties-think"])
@pytest.mark.parametrize("follows", ["honoured", "kept"])
def test_the_twin_agrees_where_a_list_does_not_punish(text, follows):
    scheme = scheme_of(f"{text}{NAMED}{FOLLOWS[follows]}")
    rows = live_both(scheme, people=50, days=120, step_days=10, seed=3)
    assert rows["listings"]
