"""Who is tied to an official of the district: themselves, at home, by kin, at work, next door, as a friend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.harms import Circle
from glasstown.simulate.share_points import tied_to
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import U8, U16
from glasstown.vocab.codes import Standing
from glasstown.vocab.geography import VOID
from glasstown.vocab.officials import EVERY_TIE

if TYPE_CHECKING:
    from glasstown.simulate.stretch import Stretch

OFFICIAL: Final = int(Standing.OFFICIAL)
TIES: Final = 5
"""Kinds of ties of `share_points.tied_to`, from 1, in the order of `vocab.officials` after holding office oneself."""


@kernel
def mark_ties(circle: Circle, ties_cut: U16, standing: U16, tied: U8) -> None:
    """Write who is tied to an official.

    Args:
        circle: whom residents know, within their district.
        ties_cut: bit k where the k-th friendship has lapsed.
        standing: facts about residents.
        tied: (residents,) overwritten: bits of `vocab.officials`.
    """
    reached = np.empty(max(tied.size, 1), np.int32)
    for i in range(tied.size):
        tied[i] = 1 if np.int64(standing[i]) & OFFICIAL else 0
    for i in range(tied.size):
        bits = np.int64(tied[i])
        for tie in range(1, TIES + 1):
            number = tied_to(circle, ties_cut, np.int64(tie), np.int64(i), reached)
            for c in range(number):
                if np.int64(standing[reached[c]]) & OFFICIAL:
                    bits |= np.int64(1) << tie
        tied[i] = bits


def favours_any(world: World) -> bool:
    """Whether ties to officials change anything in a world."""
    widths = world.rules.favour.shape[1], world.judges.favoured.shape[2], world.consequences.officers.favoured.shape[2]
    return max(widths) == EVERY_TIE


def look_for_officials(stretch: Stretch, world: World) -> None:
    """Bring residents' ties to officials up to date, where they matter."""
    if favours_any(world):
        mark_ties(stretch.circle, stretch.life.ties_cut, stretch.people.standing, stretch.docket.tied)


def look_for_officials_of_firms(residents: Stretch, firms: Stretch, representative: U16, world: World) -> None:
    """A firm is tied to officials as its representative is, where that matters; governments are tied to nobody."""
    if not favours_any(world):
        return
    mark_ties(residents.circle, residents.life.ties_cut, residents.people.standing, residents.docket.tied)
    known = np.flatnonzero(representative != VOID)
    firms.docket.tied[known] = residents.docket.tied[representative[known]]
