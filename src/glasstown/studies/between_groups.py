"""Who fares otherwise than everybody else: groups and their intersections, with false discovery controlled.

Each invented group, and each intersection of group, sex and place, is held against all others together. Whoever looks
at dozens of such differences finds some by luck alone; so all of one audit are judged as one family, at a rate of false
discovery of 5 %: of the differences that are said to stand, at most about so many are luck. A group and all others
mirror each other, and groups hold intersections, so the rule is the one that holds under any dependence. Where nobody
is treated otherwise, at most 5 of 100 audits find any (`tests/studies/test_between_groups.py` measures it).

The standard error of a difference is that of the jackknife over worlds, and its p value that of Student's t with one
degree of freedom less than there are worlds, as for every interval of the audit.

Sources: Benjamini and Yekutieli 2001 (doi:10.1214/aos/1013699998); Cochran 1954, on the fewest that may be
expected (doi:10.2307/3001666).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.audit.harm.confusion import DID, FATE, GROUPS, cell
from glasstown.audit.harm.contract import Counts, Undefined, named, too_thin, under
from glasstown.studies.intervals import LEAST, NEVER_MOVES, Interval, interval_of, less, together, too_few
from glasstown.studies.replicates import Counted

RATE: Final = 0.05
"""Of the differences that are said to stand, the share that luck alone may have made."""

LEAST_EXPECTED: Final = 5
"""Fewer hits, or misses, than this, were a cell like all others, and Student's t does not hold of it (Cochran)."""

Cells: TypeAlias = Mapping[str, tuple[float, float]]
"""Hits, and of how many, by who."""


@dataclass(frozen=True, slots=True)
class Question:
    """One share that groups are held against each other by.

    Attributes:
        code: the metric whose counts are read.
        share: what the share is of whom.
        cells: hits and of how many, by group or intersection.
    """

    code: str
    share: str
    cells: Callable[[Counts], Cells]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One group, or intersection, held against all others.

    Attributes:
        code: the metric whose counts it reads.
        share: what the share is of whom.
        who: the group or intersection.
        n: how many stand below its share, in all worlds.
        value: its share; None where it is undefined, and then `reason` says why.
        others: the share of everybody else.
        interval: of the difference, at 95 %, not adjusted.
        p: of so large a difference by luck alone; None where it is not tested.
        adjusted_p: the smallest rate of false discovery at which the difference stands.
        reason: why it is not tested.
    """

    code: str
    share: str
    who: str
    n: int
    value: float | None = None
    others: float | None = None
    interval: Interval | None = None
    p: float | None = None
    adjusted_p: float | None = None
    reason: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it is one of those that stand at `RATE`."""
        return self.adjusted_p is not None and self.adjusted_p <= RATE

    def to_plain(self) -> dict[str, Any]:
        """The comparison as one JSON object."""
        known = self.value is not None and self.others is not None
        return {
            "metric": self.code,
            "share": self.share,
            "who": self.who,
            "value": self.value,
            "others": self.others,
            "difference": (self.value or 0) - (self.others or 0) if known else None,
            "interval": None if self.interval is None else list(self.interval),
            "n": self.n,
            "p": self.p,
            "adjusted_p": self.adjusted_p,
            "stands": self.stands,
            "reason": self.reason,
        }


def between_groups(counted: Sequence[Counted]) -> tuple[Comparison, ...]:
    """Hold every group and intersection against all others, all as one family.

    Args:
        counted: what metrics counted of each world.

    Returns:
        All comparisons, those too that are not tested, with the reason; none where no world has the counts.
    """
    found: list[Comparison] = []
    for question in QUESTIONS:
        counts = [one for each in counted if not isinstance(one := each[question.code], Undefined)]
        if counts and len(counts) == len(counted):
            found += _asked(question, counts)
    return _adjusted(found)


def _asked(question: Question, counts: Sequence[Counts]) -> list[Comparison]:
    """One question of every group or intersection."""
    whole = together(counts)
    cells = question.cells(whole)
    without = [question.cells(less(whole, one)) for one in counts]
    return [_compared(question, who, cells, without) for who in sorted(cells)]


def _compared(question: Question, who: str, cells: Cells, without: Sequence[Cells]) -> Comparison:
    n = int(cells[who][1])
    bare = Comparison(question.code, question.share, who, n)
    if reason := _refused(who, cells):
        return replace(bare, reason=reason)
    (hits, of), (other_hits, other_of) = cells[who], _others(who, cells)
    told = replace(bare, value=hits / of, others=other_hits / other_of)
    if reason := too_few(len(without)):
        return replace(told, reason=reason)
    difference = hits / of - other_hits / other_of
    tested = _tested(difference, [_difference(who, each) for each in without])
    if tested is None:
        return replace(told, reason=NEVER_MOVES)
    interval, p = tested
    return replace(told, interval=interval, p=p)


def _others(who: str, cells: Cells) -> tuple[float, float]:
    """Hits, and of how many, of everybody else."""
    rest = [pair for other, pair in cells.items() if other != who]
    return sum(hits for hits, _ in rest), sum(of for _, of in rest)


def _refused(who: str, cells: Cells) -> str | None:
    """Why a cell is too small to be held against the others, or None."""
    (hits, of), (other_hits, other_of) = cells[who], _others(who, cells)
    if reason := too_thin(of) or too_thin(other_of, "others"):
        return reason
    overall = (hits + other_hits) / (of + other_of)
    least = min(of, other_of) * min(overall, 1 - overall)
    if least < LEAST_EXPECTED:
        return f"were all alike, fewer than {LEAST_EXPECTED} cases would be expected ({least:.1f})"
    return None


def _difference(who: str, cells: Cells) -> float | None:
    (hits, of), (other_hits, other_of) = cells.get(who, (0.0, 0.0)), _others(who, cells)
    return hits / of - other_hits / other_of if of and other_of else None


def _tested(value: float, without: Sequence[float | None]) -> tuple[Interval, float] | None:
    """Interval and p value of a difference, from what it is without each world; None where it never moves."""
    from scipy.stats import t  # noqa: PLC0415  slow to load, and few ask for intervals

    if (found := interval_of(value, without)) is None:
        return None
    interval, error = found
    return interval, float(2 * t.sf(abs(value) / error, len(without) - 1))


def _adjusted(found: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """All comparisons, with their p values adjusted as one family."""
    from scipy.stats import false_discovery_control  # noqa: PLC0415  likewise

    tested = [number for number, one in enumerate(found) if one.p is not None]
    if not tested:
        return tuple(found)
    adjusted = false_discovery_control([found[number].p for number in tested], method="by")
    told = list(found)
    for number, value in zip(tested, adjusted, strict=True):
        told[number] = replace(told[number], adjusted_p=float(value))
    return tuple(told)


def _punished(counts: Counts) -> Cells:
    """Punished subjects, and subjects."""
    cells = under(counts, "subjects")
    return {who[0]: (counts.get(named("punished", who[0]), 0.0), number) for who, number in cells.items()}


def _punished_of(did: str) -> Callable[[Counts], Cells]:
    """The punished of those who did it, or of those who did not."""

    def cells(counts: Counts) -> Cells:
        return {
            who: (hits := cell(counts, who, did, FATE[1]), hits + cell(counts, who, did, FATE[0])) for who in GROUPS
        }

    return cells


def _did_it(counts: Counts) -> Cells:
    """Those who did it, of the punished."""
    return {
        who: (did := cell(counts, who, DID[1], FATE[1]), did + cell(counts, who, DID[0], FATE[1])) for who in GROUPS
    }


QUESTIONS: Final = (
    Question("M01", "punished, of all", _punished),
    Question("M07", "punished, of all", _punished),
    Question("M03", "punished, of those who did it", _punished_of(DID[1])),
    Question("M03", "punished, of those who did not", _punished_of(DID[0])),
    Question("M04", "did it, of the punished", _did_it),
)
"""What groups are held against each other by; one line adds a question."""

HOW: Final = (
    "Each group and intersection is held against all others; all {asked} comparisons are one family, judged at a rate "
    f"of false discovery of {RATE:.0%} (Benjamini and Yekutieli). {{stand}} stand; {{refused}} are not tested: fewer "
    f"than {MIN_DENOMINATOR} residents, fewer than {LEAST_EXPECTED} expected cases, or fewer than {LEAST} worlds."
)


def how_told(comparisons: Sequence[Comparison]) -> str:
    """One sentence of how many were asked, stand, and were refused."""
    stand, refused = sum(one.stands for one in comparisons), sum(one.p is None for one in comparisons)
    return HOW.format(asked=len(comparisons), stand=stand or "None", refused=refused or "none")
