"""Columns of what favour gave."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(name: str, kind: str, unit: str, text: str) -> Column:
    return Column("favours", name, kind, unit, "simulate", text)


FAVOURS: Final = (
    _c("resident", "uint32", "number", "who was favoured"),
    _c("day", "uint16", "day", "day of the movement, or first day of the step in which an official decided"),
    _c("what", "uint8", "code", "0 the points of a rule, 1 a ground for being listed, 2 a consequence"),
    _c("number", "uint16", "code", "rule, ground or consequence code of the manifest"),
    _c("ties", "uint8", "bits", "ties to officials of the district (vocab.officials)"),
    _c("milli", "int64", "1/1000 point", "points that the draw alone would have taken besides, or given less; 0 of"
       " other decisions"),
)  # fmt: skip
"""One decision that was another one than it is for somebody without ties."""
