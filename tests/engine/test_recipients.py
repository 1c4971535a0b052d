"""Recipients worked by hand: who hears when, who lets go, and what a correction that never arrives leaves behind."""

from __future__ import annotations

from datetime import date

from engine.cases import Record, Told, tell
from engine.lives import edited, scheme_of
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_recipients import HEARD

QUIET = edited(HEARD, ("filed = 0.9", "filed = 0"), ("filed_if_right = 0.3", "filed_if_right = 0"))
WRONGED = edited(
    HEARD, ("filed = 0.9", "filed = 1"), ("upheld = 0.9", "upheld = 1"), ("days = 10\n", "days = 30\n"),
    ("suspends = true", "suspends = false"),
)  # fmt: skip
FALSE = 1


def music(day: int, truth: int = 0) -> Record:
    """30 points less for 40 days: from 100 to 70, which is poor below 80."""
    return Record(day, "loud-music", "block", done=day, truth=truth)


def told(text: str, *records: Record, days: int = 112) -> Told:
    return tell(scheme_of(text), records, days)


def test_recipients_hear_late_of_the_beginning_and_of_the_end():
    """Poor from day 7 to 49 (3 + 40 = 43, in days 42 to 48). Lenders hear on 27 and 69: from 28 to 70."""
    one = told(QUIET, music(3))
    assert one.held("at-once") == [(7, 49)]
    assert one.held("no-loans") == [(28, 70)]


def test_a_recipient_that_never_forgets_bars_for_good():
    """Landlords hear on 7 + 12 = 19, which holds from 21; that it has ended they keep for themselves."""
    assert told(QUIET, music(3)).held("no-homes") == [(21, 112)]
    forgetful = edited(QUIET, ("forgets = false", "forgets = true"))
    assert told(forgetful, music(3)).held("no-homes") == [(21, 63)], "49 + 12 = 61, which holds from 63"


def test_what_was_over_before_a_recipient_heard_of_it_was_never_heard_of():
    slow = edited(QUIET, ("hears_days = 12", "hears_days = 50"))
    assert told(slow, music(3)).held("no-homes") == []


def test_a_recipient_hears_of_lists_as_well():
    """Two records by day 10 list from day 10, until 60; landlords hear on 14 + 12 = 26, which holds from 28."""
    one = told(QUIET, music(3), music(10))
    assert one.on_list("loud") == [("louder", 10, 60, 0)]
    assert one.held("no-flights") == [(28, 112)]


def test_a_correction_that_reaches_recipients_ends_what_they_never_forget():
    """False on day 3; told on day 7, appealed, decided on day 37: fine from day 42. 42 + 12 = 54 holds from 56."""
    one = told(WRONGED, music(3, FALSE))
    assert one.held("at-once") == [(7, 42)]
    assert one.held("no-homes") == [(21, 56)]
    assert one.held("no-loans") == [(28, 63)], "lenders let go in any case, on 42 + 20 = 62"


def test_a_correction_that_reaches_nobody_leaves_somebody_barred_for_what_never_was():
    one = told(edited(WRONGED, ("reaches = true", "reaches = false")), music(3, FALSE))
    assert one.held("at-once") == [(7, 42)]
    assert one.held("no-homes") == [(21, 112)]


def test_what_is_held_off_in_time_is_never_heard_of():
    """Appealed on day 7 where that suspends, decided on 17: nobody but the scheme has ever known."""
    prompt = edited(WRONGED, ("suspends = false", "suspends = true"), ("days = 30\n", "days = 10\n"))
    one = told(prompt, music(3, FALSE))
    assert (one.held("no-homes"), one.held("no-loans")) == ([], [])


def test_the_books_of_those_whom_recipients_bar_balance(tmp_path):
    live(RunRequest(scheme=scheme_of(HEARD), people=120, days=280, step_days=14, seed=4, start=date(2020, 1, 1),
                    out=tmp_path / "run"))  # fmt: skip
    found = {one.slug: one for one in assess(open_worlds(tmp_path / "run"))}
    assert (found["score-sums-wrong"].value, found["replay-differs"].value) == (0, 0)
    assert found["recipients.kept"].value > 5
