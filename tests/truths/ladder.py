"""Harms put into a scheme on purpose, from small to large: from which size on does an audit of five worlds find them?

Found is a harm where the interval of 95 % over the worlds lies wholly on its side of what the metric comes to without
it. How often it is found is counted over many choices of five among the worlds that were lived.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from glasstown.audit.harm.contract import Counts, Undefined
from glasstown.studies.intervals import estimate, together
from truths.lived import METRIC, Truth, counted_in
from truths.of_errors import APPEALS
from truths.texts import act, association, clerk, errands, head, listing, points

PER_AUDIT, PEOPLE, CHOICES = 5, 2000, 400
"""Worlds of an audit, residents of each, and choices of worlds at most."""

POWER = 0.8
"""A size is said to be found where so many of the audits find it."""


@dataclass(frozen=True)
class Ladder:
    """One harm at growing sizes.

    Attributes:
        code: the metric that is to find it.
        harm: what is put in.
        unit: what a size is.
        sizes: from small to large.
        text: the scheme with the harm of that size.
        without: the size at which there is none of it.
        up: whether the metric rises with the harm.
        pair: whether the metric asks for the world without the scheme.
    """

    code: str
    harm: str
    unit: str
    sizes: tuple[float, ...]
    text: Callable[[float], str]
    without: float = 0
    up: bool = True
    pair: bool = False

    @property
    def name(self) -> str:
        return f"{self.code}-{self.harm.replace(' ', '-')}"

    def at(self, size: float) -> Truth:
        """The town in which the harm has this size."""
        return Truth(f"{self.name}-{size}", "", self.text(size), tuple, people=PEOPLE, pair=self.pair)


@cache
def counts(ladder: Ladder, size: float, worlds: int) -> tuple[Counts, ...]:
    """What the metric counts of each world at one size."""
    found = [world[ladder.code] for world in counted_in(ladder.at(size), (ladder.code,), worlds)]
    return tuple(one for one in found if not isinstance(one, Undefined))


def finds(ladder: Ladder, audit: Sequence[Counts], without: float) -> bool:
    """Whether one audit lies wholly on the harm's side of what there is without it."""
    interval = estimate(METRIC[ladder.code], audit).interval
    return interval is not None and (interval[0] > without if ladder.up else interval[1] < without)


def found_share(ladder: Ladder, size: float, worlds: int) -> float:
    """In how many of many audits of five worlds the harm is found."""
    without = METRIC[ladder.code].measure(together(counts(ladder, ladder.without, worlds))).value or 0.0
    every = list(combinations(counts(ladder, size, worlds), PER_AUDIT))
    chosen = every[:: max(1, len(every) // CHOICES)]
    return sum(finds(ladder, audit, without) for audit in chosen) / len(chosen)


SLIP = act("slip", 0.5)


def _seen(**errors: float) -> str:
    return head() + SLIP + clerk("clerk", ["slip"], detection=0.5, **errors) + listing(["slip"], term=60)


def _watched(times: float) -> str:
    more = f"watch = {{ minority_a = {times} }}\n"
    return head() + SLIP + clerk("clerk", ["slip"], detection=0.2, more=more) + listing(["slip"], term=300)


def _answering(share: float) -> str:
    """A record of one's own is enough for the low grade; of neighbours it takes as many as come to 50 points."""
    text = head() + SLIP + clerk("clerk", ["slip"], detection=0.2) + points(["slip"], expires=200)
    return text + (association("neighbour", share) if share else "")


def _appealed(upheld: float) -> str:
    made_up = clerk("clerk", ["slip"], false=0.3, more="until_day = 182\n")
    return head() + SLIP + made_up + listing(["slip"], term=150) + errands("given") + APPEALS.format(1, 0, upheld, 0, 7)


def _known(share: float) -> str:
    return head(share) + clerk("clerk", ["critical-post"], detection=0.01) + points(["critical-post"], took=1)


def _term(days: float) -> str:
    return head() + SLIP + clerk("clerk", ["slip"], detection=0.5) + listing(["slip"], term=int(days))


LADDERS = (
    Ladder("M13", "records put to somebody else", "share of records", (0.001, 0.003, 0.01, 0.03, 0.1),
           lambda size: _seen(wrong=size)),
    Ladder("M12", "records made up", "per resident-year", (0.0003, 0.001, 0.003, 0.01, 0.03),
           lambda size: _seen(false=size)),
    Ladder("M15", "records made up", "per resident-year", (0.0003, 0.001, 0.003, 0.01, 0.03),
           lambda size: _seen(false=size)),
    Ladder("M01", "minority A watched more", "times", (1.25, 1.5, 2, 3, 5), _watched, without=1),
    Ladder("M09", "minority A watched more", "times", (1.05, 1.25, 1.5, 2, 3), _watched, without=1),
    Ladder("M16", "neighbours who answer", "share of points", (0.1, 0.3, 0.5, 0.7, 0.9), _answering),
    Ladder("M19", "a longer term", "days in place of 60", (61, 62, 64, 70, 90), _term, without=60),
    Ladder("M20", "a longer term", "days in place of 60", (61, 64, 70, 80, 100), _term, without=60),
    Ladder("M33", "appeals refused", "share upheld in place of 0.9", (0.88, 0.85, 0.8, 0.7, 0.5), _appealed,
           without=0.9, up=False),
    Ladder("M26", "fear of losing points", "share who know", (0.02, 0.05, 0.1, 0.2, 0.5), _known, pair=True),
)  # fmt: skip
"""Harms by the metric that is to find them."""
