"""Pairings of the members of a block: keyed, so that each finds the other, and nothing is stored.

`rank_pairs` lines the members up by class and luck and pairs neighbours in the line; `feistel` is a
keyed permutation of 0 .. 2**bits - 1 whose images pair the same way without any sorting.
"""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.vocab.arrays import I64, U16, Whole
from glasstown.vocab.geography import VOID


@kernel
def rank_keys(classes: I64, luck: I64, keys: I64) -> None:
    """Fill `keys` with (class, 32-bit luck, place): sorted, they are the line in which neighbours pair.

    At most 4,096 members and 2**18 classes, so a key stays below 2**62; no two keys are equal.
    """
    for place in range(classes.size):
        keys[place] = (classes[place] << 44) | (luck[place] << 12) | place


@kernel
def rank_pairs(line: I64, partner: U16) -> None:
    """Pair the first with the second of a sorted line, the third with the fourth, and so on.

    A pair that straddles two classes is void at both ends, and so is the last of an odd number.
    """
    for place in range(line.size):
        partner[line[place] & 4095] = VOID
    for pair in range(line.size // 2):
        one, other = line[2 * pair], line[2 * pair + 1]
        if one >> 44 == other >> 44:
            partner[one & 4095] = other & 4095
            partner[other & 4095] = one & 4095


@kernel
def pair_neighbours(line: I64, number: Whole, household: I64, partner: U16) -> None:
    """Pair neighbours of the first `number` keys of a sorted line; the other slots of the block stay void.

    Void too are a pair that straddles two classes, one that shares a household, and the last of an odd number.
    """
    for place in range(partner.size):
        partner[place] = VOID
    for pair in range(number // 2):
        one, other = line[2 * pair], line[2 * pair + 1]
        if one >> 44 == other >> 44 and household[one & 4095] != household[other & 4095]:
            partner[one & 4095] = other & 4095
            partner[other & 4095] = one & 4095


@kernel
def pair_lines(
    young: I64, young_number: Whole, old: I64, old_number: Whole, household: I64, age: I64, gap: Whole, partner: U16
) -> None:
    """Pair two sorted lines class by class: first with first, second with second, while both have somebody left.

    Void are a pair that shares a household, one whose ages lie less than `gap` years apart, and all who are
    left over.
    """
    for place in range(partner.size):
        partner[place] = VOID
    i, j = np.int64(0), np.int64(0)
    while i < young_number and j < old_number:
        one, other = young[i] & 4095, old[j] & 4095
        if young[i] >> 44 < old[j] >> 44:
            i += 1
            continue
        if young[i] >> 44 > old[j] >> 44:
            j += 1
            continue
        if household[one] != household[other] and age[other] - age[one] >= gap:
            partner[one] = other
            partner[other] = one
        i += 1
        j += 1


@kernel
def feistel(value: Whole, half_bits: Whole, key: I64) -> Whole:
    """A keyed permutation of 0 .. 4**half_bits - 1: one Feistel round for each word of the key.

    The round function is a multiplication of 32-bit numbers, cut to 31 bits and shifted: it needs to
    scatter, not to hide.
    """
    mask = (np.int64(1) << half_bits) - 1
    left, right = value >> half_bits, value & mask
    for word in key:
        mixed = ((right ^ (word & 0xFFFF)) * 0x2C1B3C6D) & 0x7FFFFFFF
        mixed = ((mixed >> 12) ^ mixed ^ (word >> 16)) & 0x7FFFFFFF
        mixed = (mixed * 0x297A2D39) & 0x7FFFFFFF
        left, right = right, left ^ ((mixed >> 15) & mask)
    return (left << half_bits) | right


@kernel
def unfeistel(value: Whole, half_bits: Whole, key: I64) -> Whole:
    """The inverse of `feistel` under the same key."""
    mask = (np.int64(1) << half_bits) - 1
    left, right = value >> half_bits, value & mask
    for i in range(key.size):
        word = key[key.size - 1 - i]
        mixed = ((left ^ (word & 0xFFFF)) * 0x2C1B3C6D) & 0x7FFFFFFF
        mixed = ((mixed >> 12) ^ mixed ^ (word >> 16)) & 0x7FFFFFFF
        mixed = (mixed * 0x297A2D39) & 0x7FFFFFFF
        left, right = right ^ ((mixed >> 15) & mask), left
    return (left << half_bits) | right
