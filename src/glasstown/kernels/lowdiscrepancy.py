"""Evenly spread sequences in whole numbers: every prefix is about as even as it can be."""

from __future__ import annotations

from typing import Final

GOLDEN: Final = 0x9E3779B97F4A7C15
"""Fractional part of the golden ratio times 2**64, made odd: steps of the district sequence."""

ROOT_TWO: Final = 0x6A09E667F3BCC909
"""Fractional part of the square root of two times 2**64, made odd: steps of the neighbourhood sequence."""

WORD: Final = 1 << 64
"""Points lie in 0 .. 2**64 - 1."""


def weyl(number: int, step: int, start: int = 0) -> int:
    """Point `number` of the sequence start, start + step, start + 2 step ... on a circle of 2**64."""
    return (start + number * step) % WORD
