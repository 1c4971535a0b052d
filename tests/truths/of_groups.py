"""Groups that do unlike, or are watched unlike: where errors are alike meanings are not, and the other way round."""

from __future__ import annotations

from math import exp

from truths.forms import YEAR, days_held, ever, share_error
from truths.lived import Expected, Truth
from truths.texts import act, clerk, head, listing

_N, _T = 2000, 364
"""Residents of each group in three worlds, and days of each."""

GROUPS = ("majority", "minority-a", "minority-b")

PLAIN, MORE, SEEN, MADE_UP = 0.05, 0.18, 0.8, 0.1
"""Acts a year of everybody, and of both minorities beside them; seen with this chance; records made up a year."""

UNLIKE_LIVES = """\
[score]
start = 100
lowest = 0
highest = 100
cap = "on-reading"
stack = "record"

[[state_rule]]
id = "of-a-minority"
when = "group > 0"
points = -60

[[grade]]
id = "plain"
at_least = 50

[[grade]]
id = "marked"

[[consequence]]
id = "does-more"
grade = "marked"
brings = ["more"]
notice = "none"

"""
"""What makes the minorities do more: it takes nothing away, so it punishes nobody."""


def _rates(per_year: float, days: int = _T) -> tuple[float, float, float, float]:
    """Share punished, share who did it, and share punished of who did it and of who did not."""
    spared = exp(-(per_year * SEEN + MADE_UP) * days / YEAR)
    innocent = exp(-per_year * days / YEAR)
    false = ever(MADE_UP, days)
    return 1 - spared, 1 - innocent, 1 - (spared - innocent * (1 - false)) / (1 - innocent), false


def _noisy_detector() -> tuple[Expected, ...]:
    found: list[Expected] = []
    for group, per_year in zip(GROUPS, (PLAIN, PLAIN + MORE, PLAIN + MORE), strict=True):
        punished, did, hit, false = _rates(per_year)
        meant = did * hit / punished
        found += [
            Expected("M01", punished, share_error(punished, _N), group),
            Expected("M03", hit, share_error(hit, _N * did), f"true-positive-{group}"),
            Expected("M03", false, share_error(false, _N * (1 - did)), f"false-positive-{group}"),
            Expected("M04", meant, share_error(meant, _N * punished), f"did-it-{group}"),
        ]
    low, high = _rates(PLAIN)[0], _rates(PLAIN + MORE)[0]
    spared = (1 - high) / (1 - low)
    return (
        *found,
        Expected("M02", low / high, 1.2 * low / high * share_error(low, _N) / low),
        Expected("M02", spared, 1.3 * share_error(1 - high, _N) / (1 - low), "spared"),
        _uneven(),
        *_burden_of_innocents(),
    )


def _uneven() -> Expected:
    """Twice what they deserve: did it and spared. Nothing: innocent and punished. All others once."""
    twice = nothing = 0.0
    for per_year in (PLAIN, PLAIN + MORE, PLAIN + MORE):
        _, did, hit, false = _rates(per_year)
        twice, nothing = twice + did * (1 - hit) / 3, nothing + (1 - did) * false / 3
    mean = 1 + twice - nothing
    value = ((1 + 3 * twice - nothing) / mean**2 - 1) / 2
    return Expected("M08", value, value * 1.2 * share_error(nothing, 3 * _N) / nothing)


def _burden_of_innocents() -> tuple[Expected, ...]:
    """Who did nothing is held from the first record that was made up to the end, whatever the group."""
    days = days_held(MADE_UP, 1000, _T) * YEAR / _T
    spread = 1.2 * days / (_N * ever(MADE_UP, _T)) ** 0.5
    of = {"majority": 1 - _rates(PLAIN)[1], "minority-a": 1 - _rates(PLAIN + MORE)[1]}
    return tuple(Expected("M06", days, spread / share**0.5, f"innocent-{group}") for group, share in of.items())


NOISY_DETECTOR = Truth(
    "noisy-detector",
    "one detector, groups that do unlike: errors alike (M03), a punishment means unlike (M04), shares apart (M01)",
    head()
    + act("slip", PLAIN)
    + act("more", MORE)
    + clerk("clerk", ["slip"], detection=SEEN, false=MADE_UP)
    + clerk("other-clerk", ["more"], detection=SEEN)
    + UNLIKE_LIVES
    + listing(["slip", "more"], term=1000),
    _noisy_detector,
    groups=True,
)

TIMES = (0.5, 1.0, 3.0)
"""How closely the groups are watched; on average one and a half."""


def _watched_unlike() -> tuple[Expected, ...]:
    shares = [ever(0.6 * 0.3 * times, _T) for times in TIMES]
    alike = ever(0.6 * 0.3 * sum(TIMES) / 3, _T)
    found: list[Expected] = []
    for group, share in zip(GROUPS, shares, strict=True):
        flips = abs(share - alike)
        found += [
            Expected("M01", share, share_error(share, _N), group),
            Expected("M09", max(flips, 1e-9), share_error(max(flips, 1e-4), _N), group),
        ]
    return tuple(found)


_WATCH = f"watch = {{ majority = {TIMES[0]}, minority_a = {TIMES[1]}, minority_b = {TIMES[2]} }}\n"

WATCHED_UNLIKE = Truth(
    "watched-unlike",
    "groups that do alike, watched m times: 1 - exp(-r d m T) are punished; of each flip as many as that moves",
    head() + act("slip", 0.6) + clerk("clerk", ["slip"], detection=0.3, more=_WATCH) + listing(["slip"], term=1000),
    _watched_unlike,
    groups=True,
)


def _burden() -> tuple[Expected, ...]:
    found: list[Expected] = []
    for group, times in zip(GROUPS, TIMES, strict=True):
        held = days_held(0.2 * times, 30, _T) * YEAR / _T
        error = 30 * (0.2 * times / (_N * ever(100, _T))) ** 0.5
        found.append(Expected("M15", 1000 * held, 1000 * error, group))
    return tuple(found)


SUSPECTED_UNLIKE = Truth(
    "suspected-unlike",
    "records made up m times as often of a group: 1 - exp(-f m L) of its days are wrongful",
    head() + act("slip", 0.1) + clerk("clerk", ["slip"], false=0.2, more=_WATCH) + listing(["slip"], term=30),
    _burden,
    groups=True,
)

OF_GROUPS = (NOISY_DETECTOR, WATCHED_UNLIKE, SUSPECTED_UNLIKE)
"""Cases about groups."""
