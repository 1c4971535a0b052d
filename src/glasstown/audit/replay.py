"""Replaying a score by hand: what would somebody's grade have been, had some entries not been made?

The acts stay as they were lived; only the book is kept again. The rules of the book:

1. The score begins at the scheme's start. Movements apply in order of (day, kind, reference, rule): on
   one day the records first, then what expires.
2. `each-entry`: the score is clamped into its range after every movement, and what an expiry gives
   back is the amount that was really applied. `on-reading`: the sum stays open, an expiry gives back the
   points in full, and only the score that is read is clamped.
3. An entry expires the rule's number of days after its own day. Discretion is kept as it was drawn.
4. A rule that bites from the k-th record within some days is counted again from the records that
   stay; where it would not have bitten, its entry goes too.
5. The grade is read at the end of a step and is in force from the next day, so days under a
   consequence come in whole steps; before the first step ends, the start score's grade holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from glasstown.ledger.model import GradeRow, Manifest, ScoreFacts

OPEN_SUM: Final = "on-reading"

Spans = tuple[tuple[int, int], ...]
"""Spans of days, first day and first day after, rising and apart."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Points that a rule gave or took: on which day, at which address, and until when."""

    day: int
    ref: int
    rule: int
    points_milli: int
    expires_days: int | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What of a scheme decides a grade and whether that grade denies something."""

    score: ScoreFacts
    grades: tuple[GradeRow, ...]
    denying: frozenset[int]
    step_days: int
    horizon_days: int


def terms_of(manifest: Manifest) -> Terms | None:
    """The terms of a run; None where there is no score."""
    if manifest.score is None:
        return None
    denying = frozenset(row.grade for row in manifest.names.consequences if row.deny)
    return Terms(manifest.score, manifest.names.grades, denying, manifest.step_days, manifest.horizon_days)


def stored_scores(movements: Sequence[Movement], score: ScoreFacts, horizon_days: int) -> list[tuple[int, int]]:
    """Day and stored score after every movement, expiries before the horizon included.

    Args:
        movements: in any order.
        score: how the score moves.
        horizon_days: an expiry on this day or later never happens.
    """
    order = sorted(movements, key=lambda m: (m.day, m.ref, m.rule))
    events = [(m.day, 0, m.ref, m.rule, place) for place, m in enumerate(order)]
    for place, m in enumerate(order):
        if m.expires_days is not None and m.day + m.expires_days < horizon_days:
            events.append((m.day + m.expires_days, 1, m.ref, m.rule, place))
    applied = [0] * len(order)
    now, path = score.start_milli, list[tuple[int, int]]()
    for day, is_expiry, _, _, place in sorted(events):
        after = now + (-applied[place] if is_expiry else order[place].points_milli)
        if score.cap != OPEN_SUM:
            after = min(max(after, score.low_milli), score.high_milli)
        if not is_expiry:
            applied[place] = after - now
        now = after
        path.append((day, now))
    return path


def grade_of(stored_milli: int, terms: Terms) -> int:
    """The grade code that a stored score earns; 0 where the scheme has no grades."""
    read = min(max(stored_milli, terms.score.low_milli), terms.score.high_milli)
    for grade in terms.grades:
        if grade.at_least_milli is None or read >= grade.at_least_milli:
            return grade.code
    return 0


def denied_spans(movements: Sequence[Movement], terms: Terms) -> Spans:
    """The days on which these movements put somebody into a grade that denies something."""
    spans: list[tuple[int, int]] = []
    since, now = 0, terms.score.start_milli
    for day, stored in stored_scores(movements, terms.score, terms.horizon_days):
        in_force = min((day // terms.step_days + 1) * terms.step_days, terms.horizon_days)
        if in_force > since:
            _extend(spans, since, in_force, is_denied=grade_of(now, terms) in terms.denying)
            since = in_force
        now = stored
    _extend(spans, since, terms.horizon_days, is_denied=grade_of(now, terms) in terms.denying)
    return tuple(spans)


def _extend(spans: list[tuple[int, int]], start: int, end: int, *, is_denied: bool) -> None:
    """Add some denied days to the end of a list of spans."""
    if not is_denied or end <= start:
        return
    if spans and spans[-1][1] == start:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def merge(spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans in any order, overlapping or touching, as rising spans that are apart."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def days_in(spans: Spans) -> int:
    """Days in all spans."""
    return sum(end - start for start, end in spans)


def days_in_both(one: Spans, other: Spans) -> int:
    """Days that lie in a span of each of two lists."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
