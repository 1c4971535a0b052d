"""Columns of what a scheme concludes about residents."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column

INFERENCES: Final = (
    Column("inferences", "resident", "uint32", "number", "simulate", "about whom it was concluded"),
    Column("inferences", "day", "uint16", "day", "simulate", "first day of the step in which it was"),
    Column("inferences", "inference", "uint8", "code", "simulate", "which inference"),
    Column("inferences", "inferred", "uint8", "code", "simulate", "1 where it is concluded; before, not"),
    Column("inferences", "is_so", "uint8", "code", "simulate", "1 where it is so"),
)
"""What was concluded, where that or the truth is otherwise than before."""
