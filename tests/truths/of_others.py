"""What goes through others, what is not said, and gaps that go through being watched."""

from __future__ import annotations

from functools import cache
from math import exp, sqrt

from engine.lives import people_of
from glasstown.behaviours.responses.chilling import SPEECH
from glasstown.society.ties import neighbours
from truths.forms import YEAR, share_error
from truths.lived import Expected, Truth
from truths.of_groups import TIMES
from truths.texts import act, association, clerk, head, points

_N, _T = 6000, 364


@cache
def tied() -> tuple[int, ...]:
    """How many neighbours each resident of the three worlds has."""
    towns = [people_of(3, 2000, world) for world in range(3)]
    return tuple(len(neighbours(town, resident)) for town in towns for resident in range(2000))


def _passed_on() -> tuple[Expected, ...]:
    """Debits of the last step are felt after the end."""
    mean = sum(tied()) / len(tied()) * (_T - 7) / _T
    spread = sqrt(sum((d - mean) ** 2 for d in tied()) / len(tied()) / (_N * 0.5))
    return (
        Expected("M17", mean, spread),
        Expected("M17", mean / (1 + mean), spread / (1 + mean) ** 2, "share-through-others"),
    )


PASSED_ON = Truth(
    "passed-on-to-neighbours",
    "a debit that d neighbours feel makes d others, whatever the share and however often: d / (1 + d) of all",
    head()
    + act("slip", 0.5)
    + clerk("clerk", ["slip"], detection=1)
    + points(["slip"])
    + association("neighbour", 0.3),
    _passed_on,
)


def _others_share() -> tuple[Expected, ...]:
    """Low while a debit of the last 70 days stands, of one's own or, a step later, of any of d neighbours."""
    per_day, term, step = 0.1 / YEAR, 70, 7
    days = range(step, _T, step)
    share = sum(1 - exp(-per_day * min(day, term)) for day in days)
    both = sum(
        sum(1 - exp(-per_day * (min(day, term) + d * min(day - step, term))) for day in days) for d in tied()
    ) / len(tied())
    value = 1 - share / both
    return (Expected("M16", value, 1.3 * (1 - value) / (_N * 0.1 * 0.9) ** 0.5),)


OTHERS_SHARE = Truth(
    "others-share",
    "who has d neighbours is low with 1 - exp(-r (1 + d) L) instead of 1 - exp(-r L): about d / (1 + d) through others",
    head() + act("slip", 0.1) + clerk("clerk", ["slip"], detection=1) + points(["slip"], expires=70)
    + association("neighbour", 1),
    _others_share,
)  # fmt: skip


def _chilled() -> tuple[Expected, ...]:
    lost, posts = float(-SPEECH.value) * 0.8, _N * 0.5 * 0.6
    return (Expected("M26", lost, share_error(lost, posts), "act-critical-post"),)


CHILLED = Truth(
    "chilled",
    "a share k knows of the scheme and says a part e less of what costs points: k e is lost",
    head(0.8) + clerk("clerk", ["critical-post"], detection=0.01) + points(["critical-post"], took=1),
    _chilled,
    pair=True,
)


def _through_watching() -> tuple[Expected, ...]:
    per_point = 0.6 * 0.3 * _T / YEAR * 60
    gaps = [per_point * (times - TIMES[0]) for times in TIMES[1:]]
    return tuple(
        Expected("M10", one, 60 * (0.6 * 0.3 * times / 2000) ** 0.5, f"watching-{group}")
        for one, times, group in zip(gaps, TIMES[1:], ("minority-a", "minority-b"), strict=True)
    )


_WATCH = f"watch = {{ majority = {TIMES[0]}, minority_a = {TIMES[1]}, minority_b = {TIMES[2]} }}\n"

THROUGH_WATCHING = Truth(
    "through-watching",
    "groups that do alike, watched m times: a gap of 60 r d (m - m') T points, all of it through watching",
    head()
    + act("slip", 0.6)
    + clerk("clerk", ["slip"], detection=0.3, more=_WATCH)
    + points(["slip"]).replace("lowest = 0", "lowest = -5000"),
    _through_watching,
    groups=True,
)

OF_OTHERS = (PASSED_ON, OTHERS_SHARE, CHILLED, THROUGH_WATCHING)
"""Cases about others, speech and watching."""
