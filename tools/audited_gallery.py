"""Write the table of `docs/audit-gallery.md`: the headline five of every scheme, from answers of `glasstown audit`.

for each scheme:  glasstown run SCHEME --people 100000 --years 2 --out RUN
                  glasstown audit RUN --worlds 20 --json > answers/SCHEME.json     (minutes; national: half an hour)
then:             .venv/bin/python tools/audited_gallery.py answers
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from glasstown.scheme.library import SCHEMES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "audit-gallery.md"
NAME = "headline five"
HEADLINE = {
    "M15": "wrongful-days per 1,000 person-years",
    "M16": "share through others",
    "M19": "escape time, days",
    "M26": "lawful speech lost, %",
    "M40": "wrongful days per unlawful act averted",
}
"""The five that were named before anything was run."""
HUNDRED = 100
IN_PERCENT = frozenset({"M26"})


def number(value: float) -> str:
    """Three digits that count, without a power of ten."""
    if value == 0:
        return "0"
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if abs(rounded) >= HUNDRED else f"{rounded:.7f}".rstrip("0").rstrip(".")


def cell(code: str, found: Mapping[str, Any]) -> str:
    """One figure with its interval, or the reason for none."""
    if found["value"] is None:
        return f"none: {found['reason']}"
    times = 100 if code in IN_PERCENT else 1
    value = number(times * found["value"])
    if found["interval"] is None:
        return f"{value} (in every world)"
    low, high = (number(times * end) for end in found["interval"])
    return f"{value} [{low}, {high}]"


def row(scheme: str, answer: Mapping[str, Any] | None) -> tuple[str, ...]:
    """One scheme; said where it was not audited."""
    if answer is None:
        return (f"`{scheme}`", "not audited at this size", *[""] * (len(HEADLINE) - 1))
    return (f"`{scheme}`", *(cell(code, answer["findings"][code]) for code in HEADLINE))


def table(answers: Mapping[str, Mapping[str, Any]]) -> str:
    """All schemes of the library, in its order."""
    head = ("scheme", *(f"{code} {words}" for code, words in HEADLINE.items()))
    lines = [head, tuple("---" for _ in head), *(row(scheme, answers.get(scheme)) for scheme in SCHEMES)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def how(answers: Mapping[str, Mapping[str, Any]]) -> str:
    """What was lived for the table, and a fault where answers are not of one kind."""
    kinds = {(one["people"], one["days"], one["worlds"]) for one in answers.values()}
    if len(kinds) != 1:
        message = f"the answers are of several kinds (people, days, worlds): {sorted(kinds)}"
        raise SystemExit(message)
    people, days, worlds = kinds.pop()
    return (
        f"{len(answers)} schemes, each in {worlds} worlds of {people:,} invented residents, lived for {days} days with "
        "the same town beside it that has no scheme."
    )


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    answers = {
        path.stem: json.loads(path.read_text(encoding="utf-8").strip().splitlines()[-1])
        for path in sorted(folder.glob("*.json"))
        if path.stem in SCHEMES
    }
    before, rest = PAGE.read_text(encoding="utf-8").split(f"<!-- {NAME} -->")
    after = rest.split(f"<!-- end of {NAME} -->")[1]
    text = f"{how(answers)}\n\n{table(answers)}"
    PAGE.write_text(f"{before}<!-- {NAME} -->\n\n{text}\n\n<!-- end of {NAME} -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
