"""Repairs in a book that is kept again: which debits a record lowers, and by how much.

Debits are lowered in the order in which they were made, as far as they are old enough, not too old, of no more points
than the repair says, and not yet come back in any other way. What a repair gives is asked of this book: where an untrue
debit was never made, nothing of it is given back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from glasstown.ledger.model_names import RepairRow

REPAIR: Final = 15
"""What is due at the end of a step, after appeals and before a score goes back."""

_DAYS_AT: Final = 23
"""Bits of an act's address."""


@dataclass(slots=True)
class Held:
    """What one record has done by one rule: points moved, the day on which they come back, and what it counts for."""

    given: int = 0
    lapses: int | None = None
    counts: tuple[tuple[str, int, int], ...] = ()
    taken_back: bool = False
    is_over: bool = False
    """Whether the score was set to its start since."""
    day: int = 0
    rule: int = 0
    took: int = 0
    """What it took at first."""


def place_of(day: int, act: int, source: int) -> tuple[int, int]:
    """The place of a repair among those of its step: by day, then as records are handled."""
    return day << _DAYS_AT | act, source


def day_of(place: tuple[int, int]) -> int:
    """The day of a repair, from its place."""
    return place[0] >> _DAYS_AT


def lower(repair: RepairRow, day: int, end: int, debits: Iterable[Held]) -> int:
    """Lower debits, the oldest first.

    Args:
        repair: the repair.
        day: day of the record.
        end: first day after its step.
        debits: what records have done by rules, in the order in which it was done.

    Returns:
        Thousandths of a point that come back.
    """
    left = repair.points_milli
    for one in debits:
        counts = not one.taken_back and not one.is_over and (one.lapses is None or one.lapses >= end)
        fits = one.rule in repair.rules and one.took <= repair.largest_milli
        since = day - one.day
        in_time = since >= repair.after_days and (repair.within_days is None or since <= repair.within_days)
        points = min(left, -one.given)
        if counts and fits and in_time and points > 0:
            one.given += points
            left -= points
    return repair.points_milli - left
