"""Overrides in the books: days on which records, or a list, hold a resident to a grade whatever the score.

A record counts from the step after its day until the step after its term has ended, as grades are read at the end of
a step; a list counts in the steps on whose first day the resident stands on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TypeAlias

from glasstown.audit.listings import in_steps
from glasstown.audit.spans import Spans, merge
from glasstown.ledger.model_names import OverrideRow

Piece: TypeAlias = tuple[int, int, int]
"""First day, first day after, and the grade in between."""


def forced_spans(
    row: OverrideRow,
    days: Sequence[int],
    listed: Mapping[int, Spans],
    step_days: int,
    horizon_days: int,
    lifted: Sequence[int | None] = (),
) -> Spans:
    """The days on which an override holds one resident.

    Args:
        row: the override.
        days: days of the records that it counts.
        listed: days on lists, by code of the list.
        step_days: length of a step.
        horizon_days: first day after the run.
        lifted: for each record the day on which an appeal against it was upheld, None where none was.
    """
    spans = _by_records(row, zip_longest(days, lifted), step_days, horizon_days)
    if row.list is not None:
        spans = in_steps(listed.get(row.list, ()), step_days)
    return within_terms(row, spans, horizon_days)


def within_terms(row: OverrideRow, spans: Iterable[tuple[int, int]], horizon_days: int) -> Spans:
    """Of some days those on which an override can hold anybody."""
    last = horizon_days if row.end_day is None else min(row.end_day, horizon_days)
    within = ((max(start, row.start_day), min(end, last)) for start, end in spans)
    return merge((start, end) for start, end in within if start < end)


def _by_records(row: OverrideRow, days: Iterable[tuple[int, int | None]], step_days: int, horizon_days: int) -> Spans:
    changes: list[tuple[int, int]] = []
    for day, lifted in days:
        changes.append(((day // step_days + 1) * step_days, 1))
        ends = horizon_days if row.within_days is None else day + row.within_days
        ends = ends if lifted is None else min(ends, lifted)
        changes.append(((ends // step_days + 1) * step_days if ends < horizon_days else horizon_days, -1))
    spans: list[tuple[int, int]] = []
    counted = begun = 0
    for day, change in sorted(changes):
        before, counted = counted, counted + change
        if before < row.count <= counted:
            begun = day
        elif counted < row.count <= before:
            spans.append((begun, day))
    return merge((start, end) for start, end in spans if start < end)


def hold_down(pieces: Iterable[Piece], grade: int, forced: Spans) -> list[Piece]:
    """The grades of a resident where none better than `grade` is open on some days."""
    held: list[Piece] = []
    for first, after, own in pieces:
        day = first
        for low, high in forced:
            start, end = max(low, day), min(high, after)
            if start < end:
                held += [(day, start, own), (start, end, max(own, grade))]
                day = end
        held.append((day, after, own))
    return [piece for piece in held if piece[0] < piece[1]]
