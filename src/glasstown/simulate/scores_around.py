"""The scores of those tied to residents, as formulas ask for them: how many are scored, their mean, and the lowest."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.postfix import THOUSAND, nearest
from glasstown.simulate.harms import Circle
from glasstown.simulate.share_points import tied_to
from glasstown.vocab.arrays import I32, I64, U8, U16, Whole
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.variables import OF_TIES

NUMBER, MEAN, LOWEST = range(len(OF_TIES))
"""Rows of what is asked about ties of one kind, in the order of `vocab.variables.OF_TIES`."""

NOBODY: Final = -1


@kernel
def look_at_scores(circle: Circle, ties_cut: U16, tie: Whole, subject: U8, score: I32, start: Whole,
                   found: I64) -> None:
    """Look at the scores of those tied to everybody by one kind of ties, each once, as far as they are scored.

    Args:
        circle: whom residents know, within their district.
        ties_cut: bit k where the k-th friendship has lapsed.
        tie: kind of ties, 1 + its place in `scheme.grammar_ties.TIES`.
        subject: 1 for residents whom the scheme scores.
        score: thousandths.
        start: thousandths with which everybody starts: mean and lowest where nobody is there.
        found: (3, residents) thousandths, changed in place.
    """
    reached = np.empty(max(circle.household.size, 1), np.int32)
    for i in range(subject.size):
        count, total, lowest = np.int64(0), np.int64(0), np.int64(start)
        for c in range(tied_to(circle, ties_cut, tie, np.int64(i), reached)):
            j = np.int64(reached[c])
            if subject[j] != 0:
                lowest = min(lowest, np.int64(score[j])) if count > 0 else np.int64(score[j])
                total += np.int64(score[j])
                count += 1
        found[NUMBER, i] = count * THOUSAND
        found[MEAN, i] = nearest(total, count) if count > 0 else start
        found[LOWEST, i] = lowest


def part_of_tie(name: str) -> tuple[str, int] | None:
    """The kind of ties, and the row of `look_at_scores`, that a variable asks about; None for any other variable."""
    tie, _, what = name.partition(".")
    return (tie, OF_TIES.index(what)) if tie in TIES and what in OF_TIES else None


def asks_about_ties(names: tuple[tuple[str, int], ...]) -> bool:
    """Whether some fact is about the scores of others."""
    return any(part_of_tie(name) for name, _ in names)
