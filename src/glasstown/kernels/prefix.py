"""Types by prefix code: which act a word of luck stands for.

Each act owns the words that start with its leaf. The top twelve bits of the word look up a first
table; one escape value leads to a second table indexed by the low twelve bits, for rare acts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from glasstown.vocab.arrays import U8

FIRST_BITS: Final = 12
ESCAPE: Final = 254
VOID_TYPE: Final = 255


def type_tables(families: int, leaves: Iterable[tuple[int, int, str]]) -> tuple[U8, U8]:
    """Build both look-up tables of all families.

    Args:
        families: number of families.
        leaves: (family, act number, leaf) of every act; leaves are strings of "0" and "1", and an act whose
            leaf is empty owns no words.

    Returns:
        Two arrays of shape (families, 4096), uint8: act number, `ESCAPE` (first table only) or `VOID_TYPE`.

    Raises:
        ValueError: two leaves overlap, or one is longer than 24 bits.
    """
    size = 1 << FIRST_BITS
    first = np.full((families, size), VOID_TYPE, dtype=np.uint8)
    second = np.full((families, size), VOID_TYPE, dtype=np.uint8)
    for family, act, leaf in leaves:
        if not leaf:
            continue
        if len(leaf) > 2 * FIRST_BITS or set(leaf) - {"0", "1"}:
            message = f"leaf {leaf!r} of act {act} is not a binary string of at most 24 digits"
            raise ValueError(message)
        if len(leaf) <= FIRST_BITS:
            _claim(first[family], leaf, act)
            continue
        entry = int(leaf[:FIRST_BITS], 2)
        if first[family, entry] not in {VOID_TYPE, ESCAPE} or np.count_nonzero(first[family] == ESCAPE) > (
            1 if first[family, entry] == ESCAPE else 0
        ):
            message = f"leaf {leaf!r} of act {act} needs a second escape, or one that is taken"
            raise ValueError(message)
        first[family, entry] = ESCAPE
        _claim(second[family], leaf[FIRST_BITS:], act)
    return first, second


def _claim(table: U8, leaf: str, act: int) -> None:
    width = FIRST_BITS - len(leaf)
    start = int(leaf, 2) << width
    part = table[start : start + (1 << width)]
    if (part != VOID_TYPE).any():
        message = f"leaf {leaf!r} of act {act} overlaps another act's leaf"
        raise ValueError(message)
    part[:] = act
