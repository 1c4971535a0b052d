"""Appeals worked by hand: who learns when, what is taken back, what waits meanwhile, and who is decided first."""

from __future__ import annotations

from collections.abc import Sequence

from engine.cases import Deed, Record, Told, tell
from engine.lives import scheme_of
from scheme.dense import DENSE
from twin.luck import Luck, name_24

TOP, MIDDLE, SPARE = 1, 2, 3
FALSE, WRONG_PERSON = 1, 2
DENIED = 1


def appealing(more: str = "", text: str = DENSE, days: int = 10) -> str:
    """A scheme in which everybody appeals against what is untrue, with success, and against nothing else."""
    lines = f"filed = 1\nupheld = 1\ndays = {days}\n{more}"
    return text.replace("propagates = false\n", f"propagates = false\n{lines}\n")


def post(day: int, truth: int = FALSE) -> Record:
    """40 points less."""
    return Record(day, "critical-post", "neighbours", done=day, truth=truth)


def refused(day: int) -> Deed:
    """An application that is denied."""
    return Deed(day, "public-job-offer", DENIED)


def told(text: str, things: Sequence[Record | Deed], days: int = 42) -> Told:
    return tell(scheme_of(text), things, days)


def points(one: Told) -> list[int]:
    return [score // 1000 for score in one.scores]


def test_who_is_refused_learns_and_is_righted_when_the_decision_falls():
    """False on day 10: 60. Refused on day 20, ten days later is day 30, in step 4 (28 to 34): 100 from its end on."""
    one = told(appealing(), [post(10), refused(20)])
    assert points(one) == [100, 60, 60, 60, 100, 100]
    assert one.grades == [TOP, MIDDLE, MIDDLE, MIDDLE, TOP, TOP]
    assert one.held("no-jobs") == [(14, 35)]
    [row] = one.tables["appeals"]
    days = {name: row[name] for name in ("known_day", "filed_day", "decided_day", "corrected_day")}
    assert days == {"known_day": 10, "filed_day": 20, "decided_day": 30, "corrected_day": 35}
    assert (row["outcome"], row["what"], row["truth"]) == (1, 0, FALSE)


def test_who_never_learns_never_appeals():
    """A refusal on day 9 tells of nothing that is noted on day 10; a look-up tells nobody why."""
    assert points(told(appealing(), [refused(9), post(10)])) == [100, 60, 60, 60, 60, 60]
    assert points(told(appealing(), [post(10)])) == [100, 60, 60, 60, 60, 60]
    assert points(told(appealing(), [post(10), Deed(20, "private-job-offer", 2)])) == [100, *[60] * 5]


def test_what_is_true_is_appealed_against_only_where_the_scheme_says_so():
    true = [post(10, truth=0), refused(20)]
    assert points(told(appealing(), true))[-1] == 60
    assert points(told(appealing("filed_if_right = 1\nupheld_if_right = 1"), true))[-1] == 100
    assert points(told(appealing("filed_if_right = 1"), true))[-1] == 60
    assert told(appealing("filed_if_right = 1"), true).tables["appeals"][0]["outcome"] == 0


NOTICED = DENSE.replace('notice = "none"\ndomain = "employment"', 'notice = "given"\ndomain = "employment"')


def test_notice_is_given_when_the_consequence_begins():
    """Under 90 from day 14 on: told and filed on day 14, decided on day 24, in step 3 (21 to 27)."""
    one = told(appealing(text=NOTICED), [post(10)])
    assert points(one) == [100, 60, 60, 100, 100, 100]
    assert one.held("no-jobs") == [(14, 28)]


def test_what_harms_waits_while_an_appeal_does():
    """Filed when it would begin, it never begins. Filed by who is refused on day 20, it ends with that step."""
    assert told(appealing("suspends = true", NOTICED), [post(10)]).held("no-jobs") == []
    assert told(appealing("suspends = true"), [post(10), refused(20)]).held("no-jobs") == [(14, 21)]


def test_an_appeal_that_is_refused_lets_it_go_on():
    """Decided on day 30, so from day 35 on again, to the horizon."""
    lost = appealing("suspends = true").replace("upheld = 1", "upheld = 0")
    one = told(lost, [post(10), refused(20)])
    assert one.held("no-jobs") == [(14, 21), (35, 42)]
    assert points(one) == [100, 60, 60, 60, 60, 60]


def test_what_comes_back_is_what_was_really_taken():
    """100, 60, 20, then 40 of which 20 are taken, then 40 of which none are: 20 come back of the third.

    Of the lowest grade notice is given: filed on day 14, decided on day 24, in step 3.
    With an open sum 100 - 160 = -60 stand behind the 0, and 40 come back: -20 reads 0.
    """
    posts = [post(8, 0), post(9, 0), post(10), post(11, 0)]
    assert points(told(appealing(), posts)) == [100, 0, 0, 20, 20, 20]
    assert points(told(appealing(text=DENSE.replace("each-entry", "on-reading")), posts)) == [100, 0, 0, 0, 0, 0]


def neglect(day: int) -> Record:
    """25 points less, for 90 days."""
    return Record(day, "elder-neglect", "neighbours", done=day, truth=FALSE)


def test_points_come_back_once():
    """Righted on day 30, nothing comes back on day 100. Lapsed on day 100, one of day 95 finds nothing."""
    early = points(told(appealing(), [neglect(10), refused(20)], 119))
    assert early == [100, 75, 75, 75, *[100] * 13]
    late = told(appealing(), [neglect(10), refused(95)], 119)
    assert points(late) == [100, *[75] * 13, 100, 100, 100]
    assert [row.kind for row in late.moved if row.day == 105] == [13], "written down all the same"


def queue(day: int, truth: int = 0) -> Record:
    """The second within 180 days costs 30 points."""
    return Record(day, "queue-jumping", "neighbours", done=day, truth=truth)


def test_a_record_that_was_taken_back_counts_no_more():
    """Days 10 and 20 make two: 70. The false one of day 20 is taken back on day 40: 100, and it counts no more.

    On day 195 that of day 10 has ended (190), so the third is the only one; without the appeal it were the second.
    """
    records = [queue(10), queue(20, FALSE), queue(195)]
    assert points(told(appealing(), [*records, refused(30)], 203))[-1] == 100
    assert points(told(appealing(), records, 203))[-1] == 40


LISTED = """
[[list]]
id = "hall"
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "disputed"
list = "hall"
acts = ["civil-dispute"]
repeat = { count = 2, within_days = 100 }
entry_delay_days = 60
exit_acts = ["judgment-performed"]
exit_delay_days = 3
exit_clock = "working-days"
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


def dispute(day: int, truth: int = WRONG_PERSON) -> Record:
    return Record(day, "civil-dispute", "registry", done=day, truth=truth)


ONE_IS_ENOUGH = LISTED.replace("repeat = { count = 2, within_days = 100 }\n", "")


def test_a_listing_is_corrected_after_its_own_clock():
    """Noted on day 20, listed from day 80; refused on day 90, upheld on day 105, a Wednesday: off on Monday, day 110.

    What follows began with the step of day 84 and ends with that of days 105 to 111.
    """
    one = told(appealing(text=DENSE + ONE_IS_ENOUGH, days=15), [dispute(20), refused(90)], 140)
    assert one.on_list("hall") == [("disputed", 80, 110, 4)]
    assert one.held("no-flights") == [(84, 112)]
    assert one.tables["appeals"][0]["corrected_day"] == 110
    assert told(DENSE + ONE_IS_ENOUGH, [dispute(20)], 140).on_list("hall") == [("disputed", 80, 140, 3)]


def test_a_record_behind_a_listing_that_was_taken_back_counts_no_more():
    """Days 10 (true) and 60 (false) list from day 120; refused on day 125, upheld on day 130 (a Sunday): off on 133.

    The false one would count until day 160: a dispute of day 150 is then alone, that of day 10 having ended on 110.
    """
    text = appealing(text=DENSE + LISTED, days=5)
    records = [dispute(10, 0), dispute(60), dispute(150, 0)]
    assert told(text, [*records, refused(125)], 280).on_list("hall") == [("disputed", 120, 133, 4)]
    assert [row[1] for row in told(text, records, 280).on_list("hall")] == [120, 210]


def test_an_appeal_closes_the_ground_of_its_own_record():
    """Days 10 and 20: two false records of two acts of one step, of one source and with one number in it.

    Refused on day 15, the first is appealed against; upheld on day 30, a Friday: off on Wednesday, day 35.
    """
    either = ONE_IS_ENOUGH.replace("entry_delay_days = 60\n", "").replace(
        '["civil-dispute"]', '["civil-dispute", "elder-care"]'
    )
    later = [dispute(10)._replace(day=1000)] * 59  # numbers of records come round after sixty
    records = [dispute(10), *later, Record(20, "elder-care", "registry", done=10, truth=FALSE)]
    one = told(appealing(text=DENSE + either, days=15), [*records, refused(15)], 70)
    assert one.on_list("hall") == [("disputed", 10, 35, 4), ("disputed", 20, 70, 3)]


HELD = """
[[override]]
id = "disputes"
grade = "spare"
acts = ["civil-dispute"]
mark = "fiction"
cite = ["test-book"]
"""


def test_an_override_forgets_the_record():
    """Noted on day 10, held from day 14; refused on day 20, upheld on day 30: the best grade from day 35."""
    one = told(appealing(text=DENSE + HELD), [dispute(10), refused(20)])
    assert one.grades == [TOP, SPARE, SPARE, SPARE, TOP, TOP]


def decisions(more: str, refusals: Sequence[int]) -> list[tuple[int, int]]:
    """(day of the record, day of the decision) of four appeals, of which one a step can be decided."""
    records = [post(8), post(9), post(10), post(23)]
    slots = f"slots_per_thousand_year = 815\n{more}"  # of 64 residents in 7 days: 815 * 64 / 365,000 * 7 = 1.0003
    one = told(appealing(slots, days=0), [*records, *(refused(day) for day in refusals)], 70)
    assert [row["outcome"] for row in one.tables["appeals"]] == [1] * 4
    return sorted(((row["known_day"], row["decided_day"]) for row in one.tables["appeals"]), key=lambda row: row[1])


def turn(day: int, number: int) -> int:
    """The keyed turn of an appeal: the third word of luck at the address of the record, as `cases.tell` writes it."""
    slot = told(DENSE, [], 7).slot
    return Luck(7, 1).words(8, slot, 2 << 8 | number, day // 7, "", name_24("neighbours") & 0x7FFF)[2]


def test_one_a_step_is_decided_the_oldest_first_and_then_by_lot():
    """Three are filed on day 14 and one on day 24: of the three the turn decides, the fourth comes last."""
    turns = sorted((turn(day, number), day) for number, day in ((0, 8), (1, 9), (2, 10)))
    first = decisions("", [14, 24])
    assert first == [(day, 14 + 7 * n) for n, (_, day) in enumerate(turns)] + [(23, 35)]


def test_by_lot_alone_the_last_may_come_before():
    """The first is decided in step 2, before the fourth is known; of the other three the turn decides."""
    everybody = {day: turn(day, number) for number, day in ((0, 8), (1, 9), (2, 10), (0, 23))}
    earliest = min((8, 9, 10), key=everybody.__getitem__)
    rest = sorted((8, 9, 10, 23), key=everybody.__getitem__)
    rest.remove(earliest)
    days = [day for day, _ in decisions('first = "keyed"', [14, 24])]
    assert days == [earliest, *rest]
