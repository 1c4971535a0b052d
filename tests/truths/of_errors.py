"""Untrue records: for how long, how many of all, of whom, and what appeals and notice mend of it."""

from __future__ import annotations

from math import ceil, exp, log

from truths.forms import YEAR, count_error, days_held, ever, share_error
from truths.lived import Expected, Truth
from truths.texts import act, clerk, errands, head, listing

_N, _T = 6000, 364
"""Residents of three worlds, and days of each."""


def _fixed_term() -> tuple[Expected, ...]:
    held = days_held(0.4, 60, _T)
    value = 1000 * YEAR / _T * held
    return (Expected("M15", value, count_error(value, _N * 0.4)),)


FIXED_TERM = Truth(
    "fixed-term",
    "invented at rate f, held for L days: 1 - exp(-f L) of all days are wrongful once L days are over",
    head() + act("slip", 0.2) + clerk("clerk", ["slip"], false=0.4) + listing(["slip"], term=60),
    _fixed_term,
)


def _mended_at_a_rate() -> tuple[Expected, ...]:
    a, c, days = 0.001, 0.05, 365
    held = a / (a + c) * (days - (1 - exp(-(a + c) * days)) / (a + c))
    value = 1000 * held
    n = 4000 * a * days
    return (Expected("M15", value, 1.5 * count_error(value, n)), Expected("M14", ceil(log(2) / c), 1.2 / c / n**0.5))


MENDED_AT_A_RATE = Truth(
    "mended-at-a-rate",
    "listed untruly at rate a, mended at rate c: a / (a + c) x (T - (1 - exp(-(a + c) T)) / (a + c)) days each",
    head()
    + act("slip", 0.2)
    + act("mending", 0.05 * YEAR)
    + clerk("clerk", ["slip"], false=0.365)
    + clerk("desk", ["mending"], detection=1)
    + listing(["slip"])
    + '[[repair]]\nid = "mended"\nact = "mending"\nground = "seen"\n\n',
    _mended_at_a_rate,
    people=2000,
    worlds=2,
    days=365,
    step_days=1,
)


def _shares_of_untrue() -> tuple[Expected, ...]:
    true, false, term = 0.6 * 0.5, 0.1, 90
    days = range(_T)
    either = sum(ever(true + false, min(day + 1, term)) for day in days)
    untrue = sum(ever(false, min(day + 1, term)) * (1 - ever(true, min(day + 1, term))) for day in days)
    grounds = _N * (true + false) * _T / YEAR
    return (
        Expected("M12", untrue / either, count_error(untrue / either, _N * false)),
        Expected("M12", false / (true + false), share_error(false / (true + false), grounds), "grounds"),
    )


SHARES_OF_UNTRUE = Truth(
    "shares-of-untrue",
    "seen at r d, invented at f: f / (f + r d) of grounds are untrue; of days those with an untrue ground alone",
    head() + act("slip", 0.6) + clerk("clerk", ["slip"], detection=0.5, false=0.1) + listing(["slip"], term=90),
    _shares_of_untrue,
)


def _of_somebody_else() -> tuple[Expected, ...]:
    wrong, there = 0.3, (2000 - 1) / 4095
    value = wrong * there / (1 - wrong + wrong * there)
    n = _N * 0.5 * (1 - wrong + wrong * there)
    return (Expected("M13", 1000 * value, 1000 * share_error(value, n)),)


OF_SOMEBODY_ELSE = Truth(
    "of-somebody-else",
    "a share w of records is put to a stranger of the district, whom the town has with chance (N - 1) / 4095",
    head() + act("slip", 0.5) + clerk("clerk", ["slip"], detection=1, wrong=0.3) + listing(["slip"], term=1),
    _of_somebody_else,
)


def _late() -> tuple[Expected, ...]:
    still, fell = ever(0.5, 60), ever(0.5, _T - 120)
    return (Expected("M20", still / fell, share_error(still / fell, _N * fell)),)


LATE = Truth(
    "late",
    "records come 120 days late and hold for 60: 1 - exp(-r 60) are held at the end, 1 - exp(-r (T - 120)) ever were",
    head() + act("slip", 0.5) + clerk("clerk", ["slip"], detection=1, delay=120) + listing(["slip"], term=60),
    _late,
)


def _mended_by_appeals() -> tuple[Expected, ...]:
    untrue, true = _N * 0.5 * 180 / YEAR, _N * 0.25 * 180 / YEAR
    return (
        Expected("M33", 0.42, share_error(0.42, untrue)),
        Expected("M33", 0.6, share_error(0.6, untrue), "access"),
        Expected("M33", 0.7, share_error(0.7, 0.6 * untrue), "sensitivity"),
        Expected("M33", 0.8, share_error(0.8, 0.5 * true), "specificity"),
    )


APPEALS: str = "[appeal]\nfiled = {}\nfiled_if_right = {}\nupheld = {}\nupheld_if_right = {}\ndays = {}\n\n"

MENDED_BY_APPEALS = Truth(
    "mended-by-appeals",
    "a share p of untrue listings is appealed against and q of these appeals are upheld: p q of them are mended",
    head()
    + act("slip", 0.25)
    + clerk("clerk", ["slip"], detection=1, false=0.5, more="until_day = 182\n")
    + listing(["slip"], term=150)
    + errands(notice="on-refusal", per_year=50)
    + APPEALS.format(0.6, 0.5, 0.7, 0.2, 30),
    _mended_by_appeals,
)


def _served() -> tuple[Expected, ...]:
    until_filed = 4.0  # known on any day of a step, filed on the first day of the next: 1 to 7 days later
    before = until_filed + 27
    return (Expected("M34", before / (before + 18), 0.002),)


SERVED = Truth(
    "served-before-decision",
    "an appeal waits D days for its decision and its outcome E days more: D / (D + E) is served before anybody decides",
    head()
    + act("slip", 0.25)
    + act("pardon", 0.0001)
    + clerk("clerk", ["slip"], false=0.2, more="until_day = 182\n")
    + listing(["slip"], term=150, more='exit_acts = ["pardon"]\nexit_delay_days = 18\n')
    + errands(notice="given")
    + APPEALS.format(1, 0, 1, 0, 27),
    _served,
)


def _told_of_something_true() -> tuple[Expected, ...]:
    return (Expected("M35", 0.75, 0.01), Expected("M35", 1.0, 0.001, "told"))


TOLD_OF_SOMETHING_TRUE = Truth(
    "told-of-something-true",
    "notice is always given, and r d / (r d + f) of what it tells is true",
    head()
    + act("slip", 0.3)
    + clerk("clerk", ["slip"], detection=1, false=0.1, more="until_day = 350\n")
    + listing(["slip"], term=14)
    + errands(notice="given"),
    _told_of_something_true,
)

OF_ERRORS = (
    FIXED_TERM, MENDED_AT_A_RATE, SHARES_OF_UNTRUE, OF_SOMEBODY_ELSE, LATE, MENDED_BY_APPEALS, SERVED,
    TOLD_OF_SOMETHING_TRUE,
)  # fmt: skip
"""Cases about untrue records."""
