"""How much sharing luck is worth in a pair: the variance of its differences against that under independent luck.

A difference between two worlds with the same luck varies from world to world less than one between worlds that share
nothing. By how much is told by a few pairs of small towns with other people and other luck, for one town cannot say.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from glasstown.audit.effects import OUTCOMES
from glasstown.ledger.reader import Ledger, open_run
from glasstown.simulate.changed import with_change
from glasstown.simulate.plan import Progress, RunRequest
from glasstown.simulate.run import OnProgress, ShouldStop, live
from glasstown.vocab.change import Change
from glasstown.vocab.overridden import OF_SINGLE, of_everybody

PAIRS: Final = 8
"""Pairs that are lived for the variances, where they are asked for."""

RESIDENTS: Final = 1_000
"""Residents of each of their towns, or as many as the run has."""

FEWEST: Final = 2
"""Pairs without which there is no variance."""

NOT_ASKED: Final = "one pair has no variance: `--diagnostic` lives {cost}"
SINGLE: Final = "the change names single addresses or residents of this town, and no other town has them"
STOPPED: Final = "it was stopped before {number} pairs were lived"
NEVER: Final = "it is the same in every world"
NO_NOISE: Final = "the difference is the same in every pair, so there is nothing left to divide by"


@dataclass(frozen=True, slots=True)
class Coupled:
    """One outcome: variance of its coupled differences over that of independent ones, and how many pairs that spares.

    Attributes:
        id, title: the outcome, as in `audit.effects`.
        ratio: the variance ratio; None where there is none.
        multiplier: one coupled pair counts for as many independent ones; 1 over the ratio.
        reason: why the ratio, or the multiplier alone, is missing.
    """

    id: str
    title: str
    ratio: float | None
    multiplier: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Coupling:
    """What sharing luck is worth in a pair; without rows, `reason` says why.

    Attributes:
        pairs: how many pairs were lived for it, each two worlds.
        people: residents of each of their towns.
        rows: every outcome.
        reason: why there are none.
    """

    pairs: int
    people: int
    rows: tuple[Coupled, ...] = ()
    reason: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """The diagnostic as JSON holds it."""
        return {
            "pairs": self.pairs, "people": self.people, "reason": self.reason,
            "outcomes": {
                one.id: {"variance_ratio": one.ratio, "effective_sample_multiplier": one.multiplier,
                         "reason": one.reason}
                for one in self.rows
            },
        }  # fmt: skip


def not_asked(people: int) -> Coupling:
    """The diagnostic that nobody asked for: what it would cost stands in its place."""
    return Coupling(0, 0, reason=NOT_ASKED.format(cost=cost_of(people)))


def cost_of(people: int, pairs: int = PAIRS) -> str:
    """What the diagnostic lives, in words, held against the pair itself."""
    small = min(people, RESIDENTS)
    share = Decimal(100 * pairs * small) / people
    told = f"{share:,.0f}" if share >= 1 else f"{share:.1g}"
    return f"{2 * pairs} more worlds of {small:,} residents, about {told} % of the lives of this pair"


def coupling_of(
    request: RunRequest,
    whole: Change,
    change: Change,
    *,
    pairs: int = PAIRS,
    should_stop: ShouldStop | None = None,
    on_progress: OnProgress | None = None,
) -> Coupling:
    """Live a few pairs of small towns with other people and other luck, and take the variances.

    Args:
        request: what the run was made from, with whatever is otherwise in it already.
        whole: all that is otherwise in the changed world.
        change: what is otherwise between the two.
        pairs: how many pairs to live.
        should_stop: asked before every step.
        on_progress: called after every pair.
    """
    people = min(request.people, RESIDENTS)
    if any(part.word in OF_SINGLE and not of_everybody(part.name) for part in change.parts):
        return Coupling(0, 0, reason=SINGLE)
    began = time.perf_counter()
    found: list[tuple[Sequence[int], Sequence[int]]] = []
    for number in range(1, pairs + 1):
        asked = replace(request, people=people, replicate=request.replicate + number, baseline="none")
        both = list(_totals((asked, with_change(asked, whole)), should_stop))
        if len(both) < len(_BOTH):
            return Coupling(len(found), people, reason=STOPPED.format(number=pairs))
        found.append((both[0], both[1]))
        if on_progress:
            on_progress(Progress("diagnostic, pair by pair", number, pairs, time.perf_counter() - began))
    rows = (
        coupled(id_, title, [one[place] for one, _ in found], [other[place] for _, other in found])
        for place, (id_, title, _, _) in enumerate(OUTCOMES)
    )
    return Coupling(pairs, people, tuple(rows))


_BOTH: Final = ("run", "changed")


def _totals(both: Sequence[RunRequest], should_stop: ShouldStop | None) -> Iterator[Sequence[int]]:
    """Totals of every outcome in each of two worlds; fewer where it was stopped."""
    with tempfile.TemporaryDirectory(prefix="glasstown-") as folder:
        for name, asked in zip(_BOTH, both, strict=True):
            place = Path(folder) / name
            if live(replace(asked, out=place), should_stop=should_stop).stopped:
                return
            yield totals_of(open_run(place))


def totals_of(ledger: Ledger) -> tuple[int, ...]:
    """The total of every outcome of a pair in one world."""
    return tuple(sum(count(ledger).values()) for _, _, _, count in OUTCOMES)


def coupled(id_: str, title: str, one: Sequence[int], other: Sequence[int]) -> Coupled:
    """The variance ratio of one outcome, from its totals in both worlds of each pair."""
    if len(one) < FEWEST:
        return Coupled(id_, title, None, None, "one pair has no variance")
    alone = _variance(one) + _variance(other)
    if not alone:
        return Coupled(id_, title, None, None, NEVER)
    ratio = _variance([b - a for a, b in zip(one, other, strict=True)]) / alone
    if not ratio:
        return Coupled(id_, title, 0.0, None, NO_NOISE)
    return Coupled(id_, title, round(float(ratio), 6), round(float(1 / ratio), 3))


def _variance(values: Sequence[int]) -> Fraction:
    mean = Fraction(sum(values), len(values))
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - 1)
