"""Points that those tied to somebody get as well: hand-worked, and what a town makes of them."""

from __future__ import annotations

import pytest

from engine.cases import Record, tell
from engine.lives import live, people_of, scheme_of
from scheme.dense import DENSE

TOWN = people_of(1, 64)
LATE = Record(3, "critical-post", "neighbours", done=3)
"""The dense scheme takes 40 points for it, for good; neglect of an elder costs 25 for 90 days."""


def sharing(tie: str, carries: str = "losses", share: str = "0.25", rules: str = "") -> str:
    named = f"\nrules = [{rules}]" if rules else ""
    return f"""{DENSE}
[[association]]
id = "of-one-kind"
tie = "{tie}"
carries = "{carries}"
share = {share}{named}
mark = "fiction"
cite = ["test-book"]
"""


def moved(text: str, records: list[Record], days: int = 28) -> tuple[int, list[dict[int, int]]]:
    """The slot of who acted, and whose score is not 100 at the end of each step, by slot, in thousandths."""
    told = tell(scheme_of(text), records, days)
    return told.slot, [{i: int(v) for i, v in enumerate(row) if v != 100_000} for row in told.everybody]


def family(slot: int) -> set[int]:
    home = TOWN.household
    return {other for other in range(64) if home[other] == home[slot] and other != slot}


def ring(slot: int) -> set[int]:
    """Four on either side, but for the household and for who is absent: 64 live in a neighbourhood of 128."""
    near = {(slot + step) % 128 for step in (-4, -3, -2, -1, 1, 2, 3, 4)}
    return {other for other in near if other < 64 and TOWN.household[other] != TOWN.household[slot]}


def through(column: str, slot: int) -> set[int]:
    return {int(other) for other in getattr(TOWN, column)[:, slot] if other < 64}


def test_the_household_loses_a_quarter_one_step_later():
    """100 - 40 = 60 in the step of the post; a quarter of 40 is 10, so 90 for each of the household in the next."""
    slot, steps = moved(sharing("household"), [LATE])
    assert family(slot), "the case needs somebody at home"
    assert steps[0] == {slot: 60_000}
    assert steps[1] == {slot: 60_000} | dict.fromkeys(family(slot), 90_000)
    assert steps[3] == steps[1], "what was shared is not shared again"


@pytest.mark.parametrize("tie", ["kin", "colleague", "friend", "neighbour"])
def test_every_kind_of_tie_reaches_whom_it_ties(tie: str):
    slot, steps = moved(sharing(tie, share="1"), [LATE])
    tied = ring(slot) if tie == "neighbour" else through(tie, slot)
    assert steps[1] == {slot: 60_000} | dict.fromkeys(tied, 60_000)


def test_a_share_is_rounded_to_the_nearest_thousandth():
    """0.0123457 of 40,000 thousandths is 493.828, rounded to 494."""
    _, steps = moved(sharing("household", share='{ value = 0.0123457, mark = "fiction" }'), [LATE])
    assert set(steps[1].values()) == {60_000, 99_506}


def test_losses_gains_and_named_rules_are_told_apart():
    gift = Record(3, "charity-gift", "neighbours", done=3)
    for carries, record, reaches in (("gains", LATE, False), ("gains", gift, True), ("losses", gift, False),
                                     ("both", gift, True)):  # fmt: skip
        slot, steps = moved(sharing("household", carries), [record])
        assert (set(steps[1]) == {slot} | family(slot)) == reaches, (carries, record)
    slot, steps = moved(sharing("household", rules='"bills"'), [LATE])
    assert set(steps[1]) == {slot}


def test_what_was_shared_comes_back_when_the_rule_says_so():
    """Neglect on day 3 costs 25 until day 93; the household loses 6.25 on day 7 and has it back on day 97."""
    slot, steps = moved(sharing("household"), [Record(3, "elder-neglect", "neighbours", done=3)], days=112)
    assert steps[1] == {slot: 75_000} | dict.fromkeys(family(slot), 93_750)
    assert steps[12] == steps[1], "day 90 is the last of step 12"
    assert steps[13] == {}, "days 91 to 97: both are over"


def test_a_town_in_which_friends_answer_for_each_other_loses_more_points_and_not_by_rules():
    alone = live(scheme_of(DENSE), people=600, days=182, step_days=7)
    tied = live(scheme_of(sharing("friend", share="0.5")), people=600, days=182, step_days=7)
    kinds = tied.table("entries").group_by("kind").len().to_dict(as_series=False)
    assert dict(zip(kinds["kind"], kinds["len"], strict=True))[3] > 100
    assert alone.table("entries").filter(kind=3).is_empty()
    assert tied.digest != alone.digest
