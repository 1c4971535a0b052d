"""Records that are disputed by which a score is worked out, worked by hand: what is struck out, and from when on.

Steps are of seven days; the score is worked out on the days 6, 41, 69, … (see `test_index`). One bill leads below 600:
350 + 600 x 0.4 = 590; none is 350 + 600 x 0.9 = 890. A count below nothing would be 350 + 600 = 950.
"""

from __future__ import annotations

from engine.cases import Record, Told, tell
from engine.lives import edited, scheme_of
from engine.test_index import bill, index

INDEXED = 3
REFUSED, UPHELD = 0, 1
KEYS = "refresh_days = 30\nrefresh_offset = 5\n"
MARK = 'mark = "fiction"\ncite = ["test-book"]\n'
LETTER = f'[[consequence]]\nid = "letter"\ngrade = "poor"\ndeny = ["loan"]\nnotice = "given"\n{MARK}\n'


def told(*things: Record, days: int = 77, value: str = "9000 - 5000 * count(late-bill, 200)", after: int = 10,
         upheld: int = 1) -> Told:  # fmt: skip
    """What comes of records where everything that can be disputed is."""
    appeal = f"[appeal]\nfiled = 1\nfiled_if_right = 1\nupheld = {upheld}\nupheld_if_right = {upheld}\ndays = {after}\n"
    text = edited(index((value, "1", ""), keys=KEYS), ("start = 500", "start = 900"))
    return tell(scheme_of(text + LETTER + appeal + MARK), list(things), days)


def scores(one: Told, *days: int) -> list[float]:
    return [one.scores[day // 7] / 1000 for day in days]


def test_what_is_struck_out_counts_no_more_when_the_score_is_next_worked_out():
    """Told on day 7, decided on day 17, and on day 41 the score is worked out without it."""
    one = told(bill(3, truth=1))
    assert scores(one, 6, 13, 20, 34, 41, 69) == [590, 590, 590, 590, 890, 890]
    (row,) = one.tables["appeals"]
    assert (row["what"], row["known_day"], row["filed_day"], row["decided_day"]) == (INDEXED, 3, 7, 17)
    assert (row["outcome"], row["corrected_day"]) == (UPHELD, 21)


def test_a_refused_dispute_leaves_it_in():
    one = told(bill(3, truth=1), upheld=0)
    assert scores(one, 41, 69) == [590, 590]
    assert [row["outcome"] for row in one.tables["appeals"]] == [REFUSED]


def test_what_was_struck_out_is_not_forgotten_once_more():
    """The record would have counted until day 202: on day 216 the score is worked out again, and stays."""
    assert scores(told(bill(3), days=231), 202, 216) == [890, 890]


def test_what_has_been_forgotten_before_the_decision_is_not_struck_out():
    """A count of 31 days is over on day 34; the dispute of day 7 is decided on day 47."""
    one = told(bill(3), value="9000 - 5000 * count(late-bill, 31)", after=40)
    assert scores(one, 41, 69) == [890, 890]
    assert [row["outcome"] for row in one.tables["appeals"]] == [UPHELD]


def test_of_two_windows_the_one_that_still_counts_is_corrected():
    """One count of 31 days and one of 200: on day 41 the first is over, and the second is struck out by then."""
    value = "9000 - 2000 * count(late-bill, 31) - 5000 * count(late-bill, 200)"
    assert scores(told(bill(3), value=value), 6, 41) == [470, 890]
    assert scores(told(bill(3), value=value, after=40), 6, 41, 69) == [470, 590, 890]


def test_what_is_good_for_somebody_is_not_disputed():
    value = "8500 + 500 * count(charity-gift, 200) - 5000 * count(late-bill, 200)"
    one = told(bill(3), Record(4, "charity-gift", "registry", done=4), value=value)
    assert {row["act"] for row in one.tables["appeals"]} == {told(bill(3)).tables["appeals"][0]["act"]}
    assert scores(one, 6, 41) == [590, 890]


def test_what_was_recorded_after_somebody_learned_waits_for_the_next_letter():
    """The letter of day 7 speaks of the bill of day 3 alone; that of day 10 stays, and so does the consequence."""
    one = told(bill(3), bill(10))
    assert scores(one, 6, 41, 69) == [590, 590, 590]
    assert [row["known_day"] for row in one.tables["appeals"]] == [3]
