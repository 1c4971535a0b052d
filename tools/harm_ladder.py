"""Write the table of `docs/audit.md` that tells from which size on an audit of five worlds finds a harm.

.venv/bin/python tools/harm_ladder.py 12     (worlds at each size; some twenty minutes)
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE, NAME = ROOT / "docs" / "audit.md", "smallest harms found"
HEAD = ("metric", "harm put in", "size", "found, by size", "smallest found")
USUAL_WORLDS = 12


def rows(worlds: int) -> list[tuple[str, ...]]:
    """One row of the table for each harm."""
    sys.path.insert(0, str(ROOT / "tests"))
    from truths.ladder import LADDERS, POWER, found_share  # noqa: PLC0415  from the tests, whose schemes they are

    lines: list[tuple[str, ...]] = []
    for ladder in LADDERS:
        shares = {size: found_share(ladder, size, worlds) for size in ladder.sizes}
        told = ", ".join(f"{size:g}: {100 * share:.0f} %" for size, share in shares.items())
        least = next((f"{size:g}" for size in ladder.sizes if shares[size] >= POWER), "none of these")
        lines.append((ladder.code, ladder.harm, ladder.unit, told, least))
        print(" | ".join(lines[-1]), flush=True)
    return lines


def between(page: str, name: str, text: str) -> str:
    """A page with other text between the two marks of a name."""
    before, rest = page.split(f"<!-- {name} -->")
    after = rest.split(f"<!-- end of {name} -->")[1]
    return f"{before}<!-- {name} -->\n\n{text}\n\n<!-- end of {name} -->{after}"


def main() -> None:
    """Write the table."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else USUAL_WORLDS
    cells = [HEAD, tuple("---" for _ in HEAD), *rows(worlds)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in cells)
    PAGE.write_text(between(PAGE.read_text(encoding="utf-8"), NAME, table), encoding="utf-8")


if __name__ == "__main__":
    main()
