"""Whom a change of one thing touches lies inside its reach, and a change of nothing touches nobody (C1).

Small schemes in which some ways between residents are open and others are not; the reach is an explicit search over the
ties of those that are.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lives import Lived, edited, live, people_of, request, scheme_of, side_by_side
from engine.test_reach import ALONE, ANSWERING, NO_DROPPING
from engine.texts import STRICT
from glasstown.audit.life.answers import REFUSED, number_behind
from glasstown.audit.life.names import number_seen
from glasstown.simulate.change_faults import change_faults
from glasstown.simulate.changed import with_change
from glasstown.society.ties import reach
from glasstown.vocab.change import Change

TOWN = {"people": 200, "days": 112, "step_days": 14} | NO_DROPPING
TOLD = ('notice = "none"\ndomain', 'notice = "given"\ndomain')
HEARD = edited(
    STRICT, TOLD, ("minority_a = 1.05, minority_b = 1.1,", "minority_a = 0.2, minority_b = 0.1,"),
    ("propagates = false\n", "propagates = false\nfiled = 1\nfiled_if_right = 1\nupheld = 0.3\ndays = 5\n"),
)  # fmt: skip
"""Nobody is tied to others but through a household; who is told of anything appeals, mostly in vain."""

WAYS = {
    "by-looks-and-name": ((("wrong_person = 0\n", "wrong_person = 0.7\n"),), "", ("lookalikes", "namesakes")),
    "awareness": ((("learned_per_year = 0", "learned_per_year = 0.5"),), "", ("neighbours",)),
    "friends": ((), ANSWERING.format(tie="friend"), ("friends",)),
    "kin": ((), ANSWERING.format(tie="kin").replace('"answering"', '"answering-kin"'), ("kin",)),
}  # fmt: skip
"""What opens a way between residents: changes of the text, what is added to it, and the ties."""


@cache
def text_of(ways: tuple[str, ...]) -> str:
    changes = [change for way in ways for change in WAYS[way][0]]
    return edited(HEARD, *changes) + "".join(WAYS[way][1] for way in ways)


@cache
def base_of(ways: tuple[str, ...], seed: int) -> Lived:
    return live(request(scheme_of(text_of(ways)), **TOWN, seed=seed), closed=ALONE)


def single_changes(ways: tuple[str, ...], seed: int) -> list[tuple[Change, set[int]]]:
    """Changes of one thing, each with the residents with whom it begins."""
    base, people = base_of(ways, seed), people_of(seed, TOWN["people"])
    seen = base.table("sightings").to_dicts()
    found = [(Change((f"sighting:{number_seen(row)}",)), {row["origin"], row["on_resident"]}) for row in seen[:40]]
    refused = [row for row in base.table("appeals").to_dicts() if row["outcome"] == REFUSED and not row["via"]]
    found += [(Change(added=(f"upheld:{number_behind(row)}",)), {row["resident"]}) for row in refused[:40]]
    for who in range(0, TOWN["people"], 9):
        found += [(Change(added=(f"{word}:{who}=minority-b",)), {who}) for word in ("label", "attributes")]
        friends = [int(slot) for slot in people.friend[:, who] if slot < TOWN["people"]]
        found += [(Change((f"tie:{who}-{other}",)), {who, other}) for other in friends[:1]]
    return found


WAYS_OPEN = st.sets(st.sampled_from(sorted(WAYS))).map(lambda ways: tuple(sorted(ways)))


@settings(max_examples=6, deadline=None)
@given(WAYS_OPEN, st.integers(1, 2), st.integers(0, 10_000), st.sampled_from([0, 28]))
def test_whoever_changed_lies_inside_the_reach_of_what_was_changed(ways, seed, which, day):
    changes = single_changes(ways, seed)
    change, start = changes[which % len(changes)]
    change = Change(change.without, day, change.added)
    asked = request(scheme_of(text_of(ways)), **TOWN, seed=seed)
    changed = side_by_side((asked, with_change(asked, change)), closed=ALONE)
    kinds, people = ["household", *(kind for way in ways for kind in WAYS[way][2])], people_of(seed, TOWN["people"])
    for step, residents in enumerate(changed):
        allowed = reach(people, start, kinds, step + 1) if step * 14 >= day else frozenset()
        assert residents <= allowed, (change.words, step)


@settings(max_examples=4, deadline=None)
@given(WAYS_OPEN, st.integers(1, 2), st.sampled_from([0, 28]))
def test_what_is_so_anyway_changes_nobody(ways, seed, day):
    groups = people_of(seed, TOWN["people"]).group
    names = ("majority", "minority-a", "minority-b")
    same = tuple(f"{word}:{who}={names[groups[who]]}" for word in ("label", "attributes") for who in range(30))
    asked = request(scheme_of(text_of(ways)), **TOWN, seed=seed)
    change = Change(from_day=day, added=same)
    assert change_faults(with_change(asked, change)) == ()
    assert side_by_side((asked, with_change(asked, change)), closed=ALONE)[-1] == set()


@pytest.mark.parametrize("word", ["sighting", "upheld", "label", "attributes", "tie"])
def test_each_kind_of_change_does_touch_somebody(word):
    ways = ("friends", "kin")
    asked = request(scheme_of(text_of(ways)), **TOWN)
    for change, _ in [one for one in single_changes(ways, 1) if one[0].parts[0].word == word]:
        if side_by_side((asked, with_change(asked, change)), closed=ALONE)[-1]:
            return
    pytest.fail("nobody was touched by any")
