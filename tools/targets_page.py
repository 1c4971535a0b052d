"""Write tables and counts of `docs/targets.md` from what `glasstown validate` answered (that takes some five minutes).

.venv/bin/glasstown validate --json > answer.json
.venv/bin/python tools/targets_page.py answer.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from glasstown.cli.validate import headline
from glasstown.studies.verdicts import WITHIN_NOISE

PAGE = Path(__file__).resolve().parents[1] / "docs" / "targets.md"
COURT, SOCIETY = "court-list", "none"
TABLES = {
    "the court list": ("target", "what", "published", "tolerance", "in the model", "noise", "times", "", "use",
                       "source"),
    "other schemes": ("target", "scheme", "what", "published", "holds from, to", "in the model", "noise", "", "use",
                      "source"),
}  # fmt: skip
"""Heads of each table; a table stands between `<!-- name -->` and `<!-- end of name -->`."""


def number(value: float) -> str:
    """Three digits that count, without a power of ten."""
    if value == 0:
        return "0"
    if abs(value) < 1:
        return f"{value:.3f}"
    return f"{float(f'{value:.3g}'):,.0f}"


def span(row: dict[str, Any]) -> str:
    """The tolerance: one percentage where it is the same on both sides."""
    even = abs(row["high"] + row["low"] - 2 * row["published"]) < row["published"] / 1e6
    room = (row["high"] - row["low"]) / 2 / row["published"]
    return f"±{room:.0%}" if even else f"{number(row['low'])} to {number(row['high'])}"


def modelled(row: dict[str, Any]) -> tuple[str, str]:
    """Value and noise, where there are any."""
    return ("", "") if row["model"] is None else (number(row["model"]), number(row["noise"]))


def told(row: dict[str, Any]) -> str:
    """The verdict; of a row within the noise with the town that could tell."""
    size = row["people_to_tell"]
    return f"{WITHIN_NOISE}; a town of {size:,} could tell" if size else str(row["verdict"])


def of_court(row: dict[str, Any]) -> tuple[str, ...]:
    """One line of the table of the court list."""
    times = "" if row["model"] is None else f"{row['model'] / row['published']:.2g}"
    return (row["id"], row["name"], number(row["published"]), span(row), *modelled(row), times, told(row),
            row["use"], ", ".join(row["source"]))  # fmt: skip


def of_others(row: dict[str, Any]) -> tuple[str, ...]:
    """One line of the table of other schemes."""
    band = f"{number(row['low'])} to {number(row['high'])}" if row["low"] < row["high"] else number(row["low"])
    return (row["id"], f"`{row['scheme']}`", row["name"], number(row["published"]), band, *modelled(row),
            told(row), row["use"], ", ".join(row["source"]))  # fmt: skip


def between(page: str, name: str, text: str) -> str:
    """A page with other text between the two marks of a name."""
    before, rest = page.split(f"<!-- {name} -->")
    after = rest.split(f"<!-- end of {name} -->")[1]
    return f"{before}<!-- {name} -->\n\n{text}\n\n<!-- end of {name} -->{after}"


def main() -> None:
    """Write the counts and both tables."""
    answer = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8").strip().splitlines()[-1])
    rows = answer["targets"]
    lines = {
        "the court list": [of_court(row) for row in rows if row["scheme"] == COURT],
        "other schemes": [of_others(row) for row in rows if row["scheme"] not in {COURT, SOCIETY}],
    }
    page = between(PAGE.read_text(encoding="utf-8"), "counts", headline(answer, len(rows)))
    for name, head in TABLES.items():
        cells = [head, tuple("---" for _ in head), *lines[name]]
        page = between(page, name, "\n".join("| " + " | ".join(row) + " |" for row in cells))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
