"""Who may be taken for whom: keyed pairings of people who look alike to a source, or whose names collide.

Four pairings line up a district by (sex, age band, group) and luck, four by the class of the name and
luck; neighbours in the line are each other's lookalike or namesake. There is no picture and no name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.pairing import rank_keys, rank_pairs
from glasstown.society.attributes import Columns
from glasstown.society.draw import AGE
from glasstown.society.words import draw_luck
from glasstown.vocab.arrays import I64, U16
from glasstown.vocab.codes import AGE_BANDS, Decision, Group
from glasstown.vocab.geography import DISTRICT, LOOKALIKES
from glasstown.vocab.names import name_digest

LOOKALIKE: Final = np.uint64(Decision.PAIRING << 24 | name_digest("lookalike"))
NAMESAKE: Final = np.uint64(Decision.PAIRING << 24 | name_digest("namesake"))
BAND_STARTS: Final = np.array([low for low, _ in AGE_BANDS], dtype=np.int64)
GROUPS: Final = len(Group)
BANDS: Final = len(AGE_BANDS)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The partners found in one district, and the room to find them in."""

    lookalike: U16
    namesake: U16
    classes: I64
    luck: I64
    keys: I64

    @staticmethod
    def empty() -> Pairs:
        """Room for one district."""
        return Pairs(
            np.zeros((LOOKALIKES, DISTRICT), dtype=np.uint16),
            np.zeros((LOOKALIKES, DISTRICT), dtype=np.uint16),
            np.zeros(DISTRICT, dtype=np.int64),
            np.zeros((LOOKALIKES, DISTRICT), dtype=np.int64),
            np.zeros(DISTRICT, dtype=np.int64),
        )


@kernel
def classes_of_looks(scratch: I64, out: Columns, classes: I64) -> None:
    """Number the (sex, age band, group) of each resident of a district."""
    for slot in range(DISTRICT):
        band = 0
        while band + 1 < BANDS and scratch[AGE, slot] >= BAND_STARTS[band + 1]:
            band += 1
        classes[slot] = (np.int64(out.sex[slot]) * BANDS + band) * GROUPS + np.int64(out.group[slot])


def pair_district(first: int, key: tuple[np.uint64, np.uint64], scratch: I64, out: Columns, pairs: Pairs) -> None:
    """Find the partners of every resident of a district."""
    classes_of_looks(scratch, out, pairs.classes)
    draw_luck(first, LOOKALIKE, 0, *key, pairs.luck)
    _line_up(pairs, pairs.lookalike)
    pairs.classes[:] = out.name_class
    draw_luck(first, NAMESAKE, 0, *key, pairs.luck)
    _line_up(pairs, pairs.namesake)


def _line_up(pairs: Pairs, partners: U16) -> None:
    for which in range(LOOKALIKES):
        rank_keys(pairs.classes, pairs.luck[which], pairs.keys)
        pairs.keys.sort()  # no two keys are equal, so every sorting method gives the same line
        rank_pairs(pairs.keys, partners[which])
