"""Columns of what acts leave owing."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column

DUES: Final = (
    Column("dues", "resident", "uint32", "number", "simulate", "who owes"),
    Column("dues", "day", "uint16", "day", "simulate", "day on which it came to be owed, or was over"),
    Column("dues", "act", "uint8", "code", "simulate", "the act that leaves it owing"),
    Column("dues", "how", "uint8", "code", "simulate",
           "0 it came to be owed, 1 made good before its day, 2 made good on it, 3 it failed"),
)  # fmt: skip
"""What came to be owed, and what became of it."""
