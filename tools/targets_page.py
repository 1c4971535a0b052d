"""Write the tables of `docs/targets.md` from what `glasstown validate` answered (that takes some five minutes).

.venv/bin/glasstown validate --json > answer.json
.venv/bin/python tools/targets_page.py answer.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

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


def of_court(row: dict[str, Any]) -> tuple[str, ...]:
    """One line of the table of the court list."""
    times = "" if row["model"] is None else f"{row['model'] / row['published']:.2g}"
    return (row["id"], row["name"], number(row["published"]), span(row), *modelled(row), times, row["verdict"],
            row["use"], ", ".join(row["source"]))  # fmt: skip


def of_others(row: dict[str, Any]) -> tuple[str, ...]:
    """One line of the table of other schemes."""
    band = f"{number(row['low'])} to {number(row['high'])}" if row["low"] < row["high"] else number(row["low"])
    return (row["id"], f"`{row['scheme']}`", row["name"], number(row["published"]), band, *modelled(row),
            row["verdict"], row["use"], ", ".join(row["source"]))  # fmt: skip


def main() -> None:
    """Write both tables."""
    rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8").strip().splitlines()[-1])["targets"]
    lines = {
        "the court list": [of_court(row) for row in rows if row["scheme"] == COURT],
        "other schemes": [of_others(row) for row in rows if row["scheme"] not in {COURT, SOCIETY}],
    }
    page = PAGE.read_text(encoding="utf-8")
    for name, head in TABLES.items():
        cells = [head, tuple("---" for _ in head), *lines[name]]
        table = "\n".join("| " + " | ".join(row) + " |" for row in cells)
        before, after = page.split(f"<!-- {name} -->")[0], page.split(f"<!-- end of {name} -->")[1]
        page = f"{before}<!-- {name} -->\n\n{table}\n\n<!-- end of {name} -->{after}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
