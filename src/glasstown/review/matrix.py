"""Every shipped scheme against every rule: one of four letters in each cell, and how many of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from glasstown.review.catalogue import CODES
from glasstown.review.contract import FAILS, MISSING, NEEDS, PASSES, VERDICTS
from glasstown.review.reviewed import review_file
from glasstown.scheme.library import SCHEMES, find

LETTERS: Final = {FAILS: "F", MISSING: "?", NEEDS: "o", PASSES: "·"}
"""How a cell is written."""


@dataclass(frozen=True, slots=True)
class Row:
    """One scheme: its verdict on each rule, and how many findings of each verdict it has."""

    scheme: str
    verdicts: tuple[str, ...]
    findings: dict[str, int]

    def cells(self, verdict: str) -> int:
        """Rules on which it has a verdict."""
        return self.verdicts.count(verdict)


@cache
def matrix() -> tuple[Row, ...]:
    """The whole matrix, in the order of the library and of the codes."""
    rows: list[Row] = []
    for name in SCHEMES:
        found = review_file(find(name))
        rows.append(Row(name, tuple(found.verdict_of(code) for code in CODES), found.totals))
    return tuple(rows)


def totals() -> dict[str, int]:
    """How many cells have each verdict."""
    counts = Counter(verdict for row in matrix() for verdict in row.verdicts)
    return {verdict: counts[verdict] for verdict in VERDICTS}
