"""Ways out: how long a punishment lasts, how many are still in it, and how grades mix."""

from __future__ import annotations

from math import exp

from truths.forms import YEAR, count_error, days_held, ever, share_error, spells_ended
from truths.lived import Expected, Truth
from truths.texts import act, clerk, head, listing, points

_N, _T = 6000, 364


def _clean_days_in_a_row(per_year: float, days: int = 728) -> tuple[Expected, ...]:
    held, ended = days_held(per_year, 120, days), spells_ended(per_year, 120, days)
    return (Expected("M19", held / ended, count_error(held / ended, 0.6 * 4000 * ended)),)


def _clean(name: str, detection: float) -> Truth:
    return Truth(
        name,
        "out after L days in a row without a record, which come at rate q: (exp(q L) - 1) / q days until then",
        head() + act("slip", 4) + clerk("clerk", ["slip"], detection=detection) + listing(["slip"], term=120),
        lambda: _clean_days_in_a_row(4 * detection),
        worlds=2,
        days=728,
    )


WATCHED_ONCE, WATCHED_TWICE = _clean("clean-days-in-a-row", 0.5), _clean("clean-days-watched-twice", 1)


def _trapped() -> tuple[Expected, ...]:
    fell = ever(0.5, _T)
    return (Expected("M20", 1.0, 0.001), Expected("M01", fell, share_error(fell, 0.88 * _N), "majority"))


TRAPPED = Truth(
    "trapped",
    "a list without a way out: 1 - exp(-r T) ever fell, and all of them are there at the end",
    head() + act("slip", 0.5) + clerk("clerk", ["slip"], detection=1) + listing(["slip"]),
    _trapped,
)


def _half_out() -> tuple[Expected, ...]:
    still, fell = ever(0.8, 91), ever(0.8, _T)
    return (Expected("M20", still / fell, share_error(still / fell, _N * fell)),)


HALF_OUT = Truth(
    "fixed-listing-term",
    "a term of L days: 1 - exp(-r L) are held on the last day, 1 - exp(-r T) ever were",
    head() + act("slip", 0.8) + clerk("clerk", ["slip"], detection=1) + listing(["slip"], term=91),
    _half_out,
)


def _forgotten_within_a_quarter() -> tuple[Expected, ...]:
    return (Expected("M18", 1.0, 0.03),)


FORGOTTEN = Truth(
    "forgotten-within-a-quarter",
    "points that come back within a quarter: grades a quarter apart are independent, the index of mobility is 1",
    head() + act("slip", 2) + clerk("clerk", ["slip"], detection=1) + points(["slip"], expires=70),
    _forgotten_within_a_quarter,
    days=546,
)


def _kept_for_good() -> tuple[Expected, ...]:
    """From good to low in 91 days, and never back: trace P = exp(-r 91) + 1, of two grades."""
    return (Expected("M18", 1 - exp(-0.8 * 91 / YEAR), share_error(exp(-0.8 * 91 / YEAR), 2.5 * _N)),)


KEPT_FOR_GOOD = Truth(
    "kept-for-good",
    "points that never come back: a quarter takes 1 - exp(-r 91) down and nobody up, which is the index of mobility",
    head() + act("slip", 0.8) + clerk("clerk", ["slip"], detection=1) + points(["slip"]),
    _kept_for_good,
    days=546,
)

OF_EXITS = (WATCHED_ONCE, WATCHED_TWICE, TRAPPED, HALF_OUT, FORGOTTEN, KEPT_FOR_GOOD)
"""Cases about ways out."""
