"""Scores that go back to their start, in a book that is kept again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from glasstown.audit.terms import Terms

DECAY: Final = 20
RESET: Final = 21
"""What is due at the end of a step, after everything else."""

MILLION: Final = 1_000_000


def days_of_return(terms: Terms) -> list[tuple[int, int, int]]:
    """Everything by which a score goes back in a run: (step, first day after it, `DECAY` or `RESET`)."""
    score, found = terms.score, list[tuple[int, int, int]]()
    plan = ((DECAY, score.decay_days, score.decay_days), (RESET, score.reset_days, score.reset_first))
    for kind, every, first in plan:
        steps = [day // terms.step_days for day in range(first, terms.horizon_days, every)] if every else []
        steps = steps if kind == DECAY else sorted(set(steps))
        found += [(step, (step + 1) * terms.step_days, kind) for step in steps]
    return found


def part_of(points: int, micro: int) -> int:
    """So many millionths of some points, to the nearest; halves go away from 0."""
    size = (abs(points) * micro + MILLION // 2) // MILLION
    return -size if points < 0 else size
