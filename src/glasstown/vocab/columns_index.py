"""Columns of scores that are worked out anew on certain days, and of points that stand while something is so."""

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

STANDINGS: Final = (
    Column("standings", "resident", "uint32", "number", "simulate", "about whom it is"),
    Column("standings", "day", "uint16", "day", "simulate", "day on which it was looked at, and otherwise than before"),
    Column("standings", "state_rule", "uint8", "code", "simulate", "whose points stand or not"),
    Column("standings", "stands", "uint8", "code", "simulate", "1 where its condition holds as the scheme has it"),
    Column("standings", "is_so", "uint8", "code", "simulate", "1 where it holds by what is true"),
    Column("standings", "is_so_alone", "uint8", "code", "simulate", "as is_so, were nobody tied to anybody"),
)
"""Whether the condition of points that stand holds, where that or the truth is otherwise than before."""
