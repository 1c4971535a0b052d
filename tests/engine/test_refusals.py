"""What an official makes of an exit, and who hears of a scheme by being refused: worked by hand."""

from __future__ import annotations

import pytest

from engine.cases import Deed, Record, tell
from engine.lives import scheme_of
from scheme.dense import DENSE
from twin.luck import DECIDE, Luck, wide

DENIED, LOOKED_UP = 1, 2
POST = Record(10, "critical-post", "neighbours", done=10)
"""40 points less: without public jobs from day 14 on."""

UNTOLD = DENSE.replace('notice = "none"\ndomain', 'notice = "on-refusal"\ndomain')


def aware(text: str, *things: Record | Deed) -> list[bool]:
    return tell(scheme_of(text), things, 35, knows=False).aware


def test_who_is_denied_what_the_consequence_denies_knows_from_then_on():
    """Refused on day 20, in step 2 (14 to 20)."""
    refused = Deed(20, "public-job-offer", DENIED)
    assert aware(UNTOLD, POST, refused) == [False, False, True, True, True]
    assert aware(DENSE, POST, refused) == [False] * 5
    assert aware(DENSE.replace('notice = "none"\ndomain', 'notice = "given"\ndomain'), POST) == [False, *[True] * 4]


def test_a_refusal_tells_only_of_what_is_in_force_and_denies_it():
    assert aware(UNTOLD, POST) == [False] * 5
    assert aware(UNTOLD, POST, Deed(12, "public-job-offer", DENIED)) == [False] * 5, "not in force before day 14"
    assert aware(UNTOLD, POST, Deed(20, "private-job-offer", DENIED)) == [False] * 5, "denied by something else"
    assert aware(UNTOLD, POST, Deed(20, "public-job-offer", LOOKED_UP)) == [False] * 5, "nobody says why"
    assert aware(UNTOLD, POST, Deed(20, "public-job-offer")) == [False] * 5


def apologies(override: str, seen: str = "") -> str:
    """A list that one gets off, at once, by an exit that a judge looks at."""
    return f"""{DENSE}
[[list]]
id = "hall"
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "disputed"
list = "hall"
acts = ["civil-dispute"]
exit_acts = ["charity-gift"]
{seen}
exit_decision = {{ by = "judge", override = {override}, mark = "fiction", cite = ["test-book"] }}
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "no-flights"
list = "hall"
deny = ["flight"]
notice = "none"
mark = "fiction"
cite = ["test-book"]
"""


DISPUTE = Record(5, "civil-dispute", "registry", done=5)
GIFTS = tuple(Deed(day, "charity-gift") for day in (30, 50, 70, 90, 110, 130))


def listed(text: str, *things: Record | Deed) -> list[tuple[str, int, int, int]]:
    return tell(scheme_of(text), (DISPUTE, *things), 200).on_list("hall")


def test_an_exit_that_never_does_leaves_the_ground_open():
    assert listed(apologies("1"), *GIFTS) == [("disputed", 5, 200, 3)]
    assert listed(apologies("0"), *GIFTS) == [("disputed", 5, 30, 1)]


def test_another_try_is_another_lot():
    """The lot of each try stands at its address: who, the act, the step, the ground."""
    slot = tell(scheme_of(DENSE), (), 7).slot
    luck, limit = Luck(7, 1), wide("0.7")
    fails = [luck.below(limit, 0, DECIDE, slot, 0, deed.day // 7, "disputed", 2) for deed in GIFTS]
    assert True in fails[: fails.index(False)], "the case needs a try that fails before one that does"
    first = GIFTS[fails.index(False)].day
    assert listed(apologies("0.7"), *GIFTS) == [("disputed", 5, first, 1)]


def test_what_is_seen_is_looked_at_too():
    seen = 'exit_seen_by = ["registry"]'
    gift = Record(40, "charity-gift", "registry", done=30)
    assert listed(apologies("0", seen), gift) == [("disputed", 5, 40, 1)]
    assert listed(apologies("1", seen), gift) == [("disputed", 5, 200, 3)]


def test_what_does_not_do_settles_no_record_on_its_way():
    """The dispute of day 5 is heard of on day 60, and was made good on day 30, or was not."""
    late = Record(60, "civil-dispute", "registry", done=5)
    lists = [tell(scheme_of(apologies(chance)), (late, GIFTS[0]), 200).on_list("hall") for chance in ("0", "1")]
    assert lists == [[], [("disputed", 60, 200, 3)]]


@pytest.mark.parametrize(("given", "end"), [(12, (200, 3)), (21, (60, 1)), (26, (60, 1))])
def test_what_was_done_before_the_act_behind_a_ground_is_no_exit_from_it(given: int, end: tuple[int, int]):
    """A dispute of day 25, of the step from day 21 on; the gift is recorded on day 60, whenever it was given."""
    text = apologies("0", 'exit_seen_by = ["registry"]')
    dispute, gift = Record(25, "civil-dispute", "registry", done=25), Record(60, "charity-gift", "registry", done=given)
    assert tell(scheme_of(text), (dispute, gift), 200).on_list("hall") == [("disputed", 25, *end)]
