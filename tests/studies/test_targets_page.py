"""The page of published figures: every verdict on it follows by the rule from the figures that stand beside it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from glasstown.studies.measured import Measured
from glasstown.studies.published import published
from glasstown.studies.verdicts import VERDICTS, compared

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "targets.md").read_text(encoding="utf-8")
OF_A_CITY = "T31"
"""The highest score of a town is none of a whole city's, so it can only be too high (`studies.validation`)."""

ROUNDED = 0.005
"""The page shows three digits."""


def rows() -> dict[str, dict[str, str]]:
    """Cells of every row by its target, from both tables."""
    found = {}
    for name in ("the court list", "other schemes"):
        lines = PAGE.split(f"<!-- {name} -->")[1].split(f"<!-- end of {name} -->")[0].strip().splitlines()
        head, *cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:]))
        found |= {row[0]: dict(zip(head, row, strict=True)) for row in cells}
    return found


ROWS = rows()
VERDICT_OF = {number: row[""].split(";")[0] for number, row in ROWS.items()}


def test_every_row_but_those_of_the_society_stands_on_the_page():
    assert set(ROWS) == {row.id for row in published().values() if row.scheme != "none"}
    assert set(VERDICT_OF.values()) <= set(VERDICTS)


@pytest.mark.parametrize("number", [number for number, row in ROWS.items() if row["in the model"]])
def test_the_verdict_follows_from_the_figures(number: str) -> None:
    row = ROWS[number]
    value, noise = (float(row[key].replace(",", "")) for key in ("in the model", "noise"))
    near = {compared(number, Measured(value * part, noise)).verdict for part in (1 - ROUNDED, 1, 1 + ROUNDED)}
    if number == OF_A_CITY and value <= published()[number].high:
        near = {"undefined"}
    assert VERDICT_OF[number] in near
    assert ("could tell" in row[""]) == (VERDICT_OF[number] == "within noise")


def test_the_counts_are_those_of_the_tables_and_of_the_society():
    counts = PAGE.split("<!-- counts -->")[1].split("<!-- end of counts -->")[0]
    told = {
        verdict: int(found.group(1))
        for verdict in VERDICTS
        if (found := re.search(rf"(\d+)(?: of \d+)? {verdict.removesuffix('s')}", counts))
    }
    assert sum(told.values()) == len(published()), "every row has one verdict"
    of_society = Counter(told) - Counter(VERDICT_OF.values())
    assert sum(of_society.values()) == len(published()) - len(ROWS)
