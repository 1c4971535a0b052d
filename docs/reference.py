"""Write the reference pages from the catalogues of the code: `make docs`.

The pages are committed, so that they can be read anywhere; a test of the house compares them with what
the catalogues say now.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from glasstown.audit import replay
from glasstown.audit.catalogue import METRICS
from glasstown.audit.contract import MIN_DENOMINATOR, ONE_WORLD
from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.scheme.json_schema import json_schema_text
from glasstown.scheme.reference import reference_page
from glasstown.vocab.columns import TABLES as RUN_TABLES
from glasstown.vocab.columns import columns_of
from glasstown.vocab.evidence import Figure

FOLDER = Path(__file__).resolve().parent / "reference"
MADE = "<!-- made by `make docs` from the catalogues of the code; edit those -->\n\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; bars inside a cell are kept from splitting it."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines)


def short(number: Decimal) -> str:
    """A number to three figures, without a power of ten."""
    return f"{Decimal(f'{number:.3g}'):f}"


def figure(value: Figure) -> str:
    """A figure to three figures with its mark, and its band where there is one."""
    if value.low is None or value.high is None:
        return f"{short(value.value)} ({value.mark})"
    return f"{short(value.value)} ({value.mark}, {short(value.low)} to {short(value.high)})"


def act_row(act: Act) -> list[str]:
    """One act as a row."""
    speech = "allowed" if act.lawful else "forbidden"
    return [f"`{act.id}`", act.title, act.who, act.victim, speech, figure(act.rate)]


def acts() -> str:
    """The page of acts."""
    head = (
        "# What residents do\n\n"
        "Each act, who can commit it, who suffers, whether law allows it apart from any scheme, and how often it is "
        "committed by one who can, in a year. *Assumed* figures are ours; their band says how far they may be off.\n\n"
    )
    rows = [act_row(act) for act in RESIDENT_ACTS]
    return MADE + head + table(["act", "what it is", "who", "who suffers", "by law", "acts a year"], rows)


def columns() -> str:
    """The page of the tables of a run folder."""
    head = (
        "# What a run folder holds\n\n"
        "Every table and every column there can be. All of them are whole numbers: there is no room for a name.\n"
    )
    parts = [head]
    for entry in RUN_TABLES:
        rows = [[f"`{column.name}`", column.type, column.unit, column.text] for column in columns_of(entry.name)]
        parts.append(f"## `{entry.name}`\n\nOne row is {entry.row}. Kept: {entry.kept}.\n\n")
        parts.append(table(["column", "type", "unit", "what it says"], rows))
    return MADE + "\n".join(parts)


def findings() -> str:
    """The page of what an audit answers, from the words of its own files."""
    head = (
        "# What an audit answers\n\n"
        "A finding has a value, a unit, an interval, how many it rests on, and a reason where something is missing. "
        f"{ONE_WORLD[0].upper()}{ONE_WORLD[1:]}. What rests on fewer than {MIN_DENOMINATOR} residents is not given.\n"
    )
    parts = [head]
    for metric in METRICS:
        module = sys.modules[metric.compute.__module__]
        parts.append(f"## {metric.question}\n\n{(module.__doc__ or '').strip()}\n")
    parts.append(f"## How a book is replayed\n\n{(replay.__doc__ or '').strip()}\n")
    return MADE + "\n".join(parts)


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {
        "scheme-grammar.md": MADE + reference_page(),
        "acts.md": acts(),
        "run-folder.md": columns(),
        "findings.md": findings(),
        "scheme.schema.json": json_schema_text(),
    }


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"docs/reference/{name}\n")


if __name__ == "__main__":
    main()
