"""Columns of the scores after the first."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(table: str, name: str, kind: str, unit: str, text: str) -> Column:
    return Column(table, name, kind, unit, "simulate", text)


FURTHER_SCORES: Final = (
    _c("scores_panel", "resident", "uint32", "number", "the resident"),
    _c("scores_panel", "day", "uint16", "day", "day on which the row holds, before anything of that day"),
    _c(
        "scores_panel", "score", "uint8", "code", "score code of the manifest, from 1; of officials, where it is theirs"
    ),
    _c("scores_panel", "score_milli", "int32", "1/1000 point", "that score as read: its start plus all its entries"),
    _c("scores_panel", "grade", "uint8", "code", "grade of it in force"),
)
"""What each score after the first reads, quarter by quarter."""
