"""The scores of a stretch by their numbers: the first stands by itself, further ones beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.vocab.arrays import I32, I64, U8, U16
from glasstown.vocab.codes import Standing
from glasstown.vocab.organisations import SUBJECTS

if TYPE_CHECKING:
    from glasstown.simulate.stretch import Stretch


OFFICIAL: Final = SUBJECTS.index("official")


def without_score(scores_of: U8, standing: U16) -> U8 | None:
    """(slots, residents) 1 for those whose score it is not; None where every score is everybody's."""
    of_officials = scores_of == OFFICIAL
    if not of_officials.any():
        return None
    others = standing & int(Standing.OFFICIAL) == 0
    return (of_officials[:, None] & others).astype(np.uint8)


def score_in(stretch: Stretch, slot: int) -> I32:
    """One score of everybody as read, in thousandths."""
    return stretch.scores.score if slot == 0 else stretch.scores.further[slot - 1]


def grade_in(stretch: Stretch, slot: int) -> U8:
    """Everybody's grade of one score."""
    return stretch.standing.grade if slot == 0 else stretch.standing.further[slot - 1]


def grades_of(stretch: Stretch) -> U8:
    """(slots, residents) grades of every score."""
    first = stretch.standing.grade[None]
    return np.concatenate((first, stretch.standing.further)) if stretch.standing.further.size else first


def readings_of(stretch: Stretch) -> I32:
    """(slots, residents) every score as read, in thousandths."""
    return np.concatenate((stretch.scores.score[None], stretch.scores.further))


def grade_counts(grades: U8) -> I64:
    """(64,) residents by grade of any score; 0 counts those whom the first score does not grade."""
    counts = np.bincount(grades.ravel(), minlength=64).astype(np.int64)
    counts[0] = np.count_nonzero(grades[0] == 0)
    return counts
