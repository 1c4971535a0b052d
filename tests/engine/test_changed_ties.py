"""A world in which nobody feels what others did is that of a text in which nothing is felt by others.

The text passes points on to kin and friends, hits households and children, and asks about the scores of friends.
"""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from engine.lives import edited, live, request, scheme_of
from engine.test_changed import TOWN, named, without_block, world
from glasstown.simulate.change_faults import change_faults, ties_felt
from glasstown.vocab.change import Change
from glasstown.vocab.codes import Entry
from scheme.dense import DENSE

START = "(100 + 0 * age)"
"""What a formula finds where it finds nobody: the start of the score."""

PASSED_ON = """
[[association]]
id = "with-kin"
tie = "kin"
carries = "both"
share = 0.5
mark = "fiction"
cite = ["test-book"]

[[association]]
id = "with-friends"
tie = "friend"
carries = "losses"
share = 0.25
mark = "fiction"
cite = ["test-book"]

"""
AROUND = ('id = "queues"\n', 'id = "queues"\nwhen = "friend.lowest < 75 or friend.number > 6"\n')
FELT = edited(DENSE, AROUND, ('scope = "self"', 'scope = "household"'),
              ('notice = "given"', 'notice = "given"\nscope = "children"')) + PASSED_ON  # fmt: skip


def no_friends(text: str) -> str:
    return edited(text, ("friend.lowest < 75 or friend.number > 6", f"{START} < 75 or 0 * age > 6"))


def unfelt(text: str) -> str:
    text = without_block("association", "with-kin", without_block("association", "with-friends", no_friends(text)))
    text = edited(text, ('scope = "household"', 'scope = "self"'))
    return without_block("consequence", "no-support", text)


TEXTS = {
    "association": unfelt(FELT),
    "ties:friend": without_block("association", "with-friends", no_friends(FELT)),
    "ties:kin": without_block("association", "with-kin", FELT),
    "ties:household": without_block("consequence", "no-support", edited(FELT, ('"household"', '"self"'))),
}


@pytest.mark.parametrize("cause", TEXTS)
def test_without_ties_the_world_is_that_of_a_text_without_them(cause):
    off, taken_out = world(cause, text=FELT), live(request(scheme_of(TEXTS[cause]), **TOWN))
    assert off.life_digest == taken_out.life_digest
    for table in ("entries", "spells"):
        mine, theirs = named(off, FELT, table), named(taken_out, TEXTS[cause], table)
        assert mine.drop("via", strict=False).equals(theirs.drop("via", strict=False))
    assert off.digest != world(text=FELT).digest


def test_each_kind_of_ties_in_turn_is_all_of_them():
    one_by_one = world("ties:friend", "ties:kin", "ties:household", text=FELT)
    assert one_by_one.digest == world("association", text=FELT).digest


def test_nobody_feels_anything_from_the_day_on_and_everything_before_is_the_same():
    late, base = world("association", text=FELT, from_day=70), world(text=FELT)
    mine, theirs = named(late, FELT, "entries"), named(base, FELT, "entries")
    assert mine.filter(pl.col("day") < 70).equals(theirs.filter(pl.col("day") < 70))
    shared = pl.col("kind") == int(Entry.ASSOCIATION)
    assert mine.filter(shared)["day"].max() < 77 < theirs.filter(shared)["day"].max()


def test_ties_along_which_nothing_is_felt_are_refused_with_those_along_which_something_is():
    assert ties_felt(scheme_of(FELT)) == ("household", "kin", "friend")
    asked = request(scheme_of(FELT), **TOWN)
    (fault,) = change_faults(replace(asked, change=Change(("ties:colleague",))))
    assert fault.code == "WIF-ties"
    assert '"household", "kin", "friend"' in fault.fix
    (fault,) = change_faults(replace(request(scheme_of(DENSE), **TOWN), change=Change(("association",))))
    assert fault.code == "WIF-association"
