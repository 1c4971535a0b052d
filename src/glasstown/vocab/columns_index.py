"""Columns of scores that are worked out anew on certain days."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column

REFRESHES: Final = (
    Column("refreshes", "resident", "uint32", "number", "simulate", "whose score it is"),
    Column(
        "refreshes", "day", "uint16", "day", "simulate", "day on which it was worked out and was otherwise than before"
    ),
    Column("refreshes", "score_milli", "int32", "1/1000 point", "simulate", "the score"),
    Column("refreshes", "true_milli", "int32", "1/1000 point", "simulate", "what it would be by what is true"),
    Column(
        "refreshes", "thin", "uint8", "code", "simulate", "1 where too little is known, so that the score is a default"
    ),
    Column(
        "refreshes", "alone_milli", "int32", "1/1000 point", "simulate", "as true_milli, were nobody tied to anybody"
    ),
)
"""What a score came to, where it is otherwise than before."""
