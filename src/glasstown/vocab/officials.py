"""Ties to an official: by which somebody may find the officials of their district kinder."""

from __future__ import annotations

from typing import Final

TIES_TO_OFFICIALS: Final = ("self", "household", "kin", "colleague", "neighbour", "friend")
"""Kinds of ties by bit: holding office oneself, and living, being related, working, living next door to an official, or
being friends with one."""

TIE_WORDS: Final = (
    "hold office", "share a household with an official", "are kin of an official", "work with an official",
    "live next door to an official", "are friends of an official",
)  # fmt: skip
"""What residents of each kind do or are."""

EVERY_TIE: Final = 1 << len(TIES_TO_OFFICIALS)
"""Combinations of ties."""
