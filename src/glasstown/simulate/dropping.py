"""Friends dropped for a lower score, where scores are public: seen from who is dropped, so that nothing is pushed."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.drop_tables import Dropping
from glasstown.simulate.life import life_below
from glasstown.vocab.arrays import I32, U8, U16, U64, Whole
from glasstown.vocab.geography import FRIENDS

VOID: Final = 65_535
FIRST_SUB: Final = 16
"""Sub-address in the LIFE block of what somebody does to their first friend; of the k-th it is k more."""

DROPPED_AT: Final = FRIENDS
"""Bit of `ties_cut` that says that the first friend has dropped the resident; it stays."""

GONE: Final = 257
"""Bits of the first friendship: it has lapsed, or the friend has dropped the resident."""


@kernel
def drop_friends(
    table: Dropping,
    friend: U16,
    score: I32,
    grade: U8,
    aware: U8,
    subject: U8,
    first: Whole,
    step: Whole,
    keys: U64,
    ties_cut: U16,
) -> None:
    """Let subjects who know the scheme drop friends of a lower score; both must be scored.

    The k-th friend of one has that one as the k-th friend. What has been dropped or has lapsed on either side cannot be
    dropped, and of two only who stands higher drops, so the order of residents decides nothing.

    Args:
        table: how likely it is.
        friend: (friends, residents) slots.
        score: scores as read at the beginning of the step.
        grade: grades of that score then; only who has one that is published can be dropped.
        aware, subject: who knows the scheme, and who is scored.
        first: number of the first resident.
        step: number of the step.
        keys: the luck key.
        ties_cut: bit 8 + k is set where the k-th friend has dropped the resident.
    """
    whole = table.range[0]
    for j in range(score.size if whole > 0 else 0):
        if table.public[grade[j]] == 0:
            continue
        for k in range(FRIENDS):
            i = np.int64(friend[k, j])
            if i == VOID or subject[j] == 0 or subject[i] == 0 or aware[i] == 0 or score[i] <= score[j]:
                continue
            if ((np.int64(ties_cut[i]) | np.int64(ties_cut[j])) >> k) & GONE != 0:
                continue
            level = (np.int64(score[i]) - np.int64(score[j])) * (table.chance.shape[0] - 1) // whole
            high, low = table.chance[level, 0], table.chance[level, 1]
            if life_below(first, i, step, np.int64(FIRST_SUB + k), high, low, keys):
                ties_cut[j] = np.uint16(np.int64(ties_cut[j]) | (1 << (DROPPED_AT + k)))
