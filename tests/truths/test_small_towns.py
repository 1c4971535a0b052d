"""Cases on paper in towns so small that plain Python lives them: what a deliberate break of the engine is held against.

Every standard error is as much larger as there are fewer residents. `test_breaks.py` breaks the engine and wants them
red.
"""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import pytest

from truths.forms import ever, share_error
from truths.lived import Expected, Truth
from truths.of_errors import FIXED_TERM, MENDED_BY_APPEALS, SHARES_OF_UNTRUE, TOLD_OF_SOMETHING_TRUE
from truths.of_exits import HALF_OUT, KEPT_FOR_GOOD, WATCHED_ONCE
from truths.of_groups import SUSPECTED_UNLIKE
from truths.of_others import CHILLED
from truths.test_ground_truths import check
from truths.texts import act, clerk, head, listing, points

PEOPLE = 500


def small(truth: Truth) -> Truth:
    """One world of a truth with a few hundred residents."""
    wider = sqrt(truth.people * truth.worlds / PEOPLE)
    expected = tuple(replace(one, error=one.error * wider) for one in truth.expected())
    return replace(truth, worlds=1, people=PEOPLE, expected=lambda: expected)


def _taken_for_strangers() -> tuple[Expected, ...]:
    wrong, there = 0.9, (PEOPLE - 1) / 4095
    value = wrong * there / (1 - wrong + wrong * there)
    return (Expected("M13", 1000 * value, 1000 * share_error(value, PEOPLE * 4 * (1 - wrong + wrong * there))),)


TAKEN_FOR_STRANGERS = Truth(
    "taken-for-strangers",
    "nine records in ten are put to a stranger, whom the town has with chance (N - 1) / 4095",
    head() + act("slip", 4) + clerk("clerk", ["slip"], detection=1, wrong=0.9) + listing(["slip"], term=1),
    _taken_for_strangers,
    people=PEOPLE,
    worlds=1,
)


def _nine_months_late() -> tuple[Expected, ...]:
    still, fell = ever(1, 60), ever(1, 364 - 280)
    return (Expected("M20", still / fell, share_error(still / fell, PEOPLE * fell)),)


NINE_MONTHS_LATE = Truth(
    "nine-months-late",
    "records come 280 days late and hold for 60: most who ever fell are held at the end",
    head() + act("slip", 1) + clerk("clerk", ["slip"], detection=1, delay=280) + listing(["slip"], term=60),
    _nine_months_late,
    people=PEOPLE,
    worlds=1,
)


def _nobody_knows() -> tuple[Expected, ...]:
    return (Expected("M26", 0.0, 0.001, "act-critical-post"),)


NOBODY_KNOWS = Truth(
    "nobody-knows",
    "who does not know that a post costs points says all that is said without the scheme",
    head(0) + clerk("clerk", ["critical-post"], detection=0.01) + points(["critical-post"], took=1),
    _nobody_knows,
    people=PEOPLE,
    worlds=1,
    pair=True,
)


def _one_act_counts_once() -> tuple[Expected, ...]:
    false, true = 0.25, 0.5
    share = false / (false + true)
    return (Expected("M12", share, share_error(share, PEOPLE * (false + true)), "grounds"),)


ONE_ACT_COUNTS_ONCE = Truth(
    "one-act-counts-once",
    "two sources see every act and one record of it counts: f / (f + r) of grounds are untrue, not f / (f + 2 r)",
    head()
    + act("slip", 0.5)
    + clerk("clerk", ["slip"], detection=1, false=0.25)
    + clerk("other-clerk", ["slip"], detection=1)
    + points(["slip"]).replace('stack = "record"', 'stack = "act"')
    + listing(["slip"], term=30),
    _one_act_counts_once,
    people=PEOPLE,
    worlds=1,
)

SMALL = (
    *(
        small(one)
        for one in (
            FIXED_TERM, SHARES_OF_UNTRUE, MENDED_BY_APPEALS, TOLD_OF_SOMETHING_TRUE, HALF_OUT, KEPT_FOR_GOOD,
            WATCHED_ONCE, SUSPECTED_UNLIKE, CHILLED,
        )
    ),
    TAKEN_FOR_STRANGERS,
    NINE_MONTHS_LATE,
    NOBODY_KNOWS,
    ONE_ACT_COUNTS_ONCE,
)  # fmt: skip


@pytest.mark.nightly
@pytest.mark.parametrize("truth", SMALL, ids=lambda truth: truth.id)
def test_a_small_town_says_it_too(truth):
    check(truth)
