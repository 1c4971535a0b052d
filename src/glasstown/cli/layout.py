"""Tables and paragraphs in the columns that a terminal has: lines break between words, and nothing is cut.

A table that does not fit, or whose cells would stand in pillars of single words, is told row by row instead. Where
there is no terminal, as in a pipe or a file, every row is one line.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from typing import Final, TextIO

from rich.cells import cell_len

GAP: Final = 2
"""Columns of the terminal between two columns of a table; one where it does not fit otherwise."""

_LEAD: Final = re.compile(r" *= (why|fix): |  (where|why|fix): |(error|warning)(\[[^]]*\])?: ")
"""How a line of a fault begins that is no line of a file."""

_WORD: Final = re.compile(r"glasstown [a-z]+ [^ ]+|[^ ]+")
"""What stays on one line: a word, and a command with what it is given, so that it can be copied."""

NARROWEST: Final = 30
"""Fewer columns than this are not laid out for."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as text: heads (empty where it has none), rows of cells, and which columns stand to the right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]

    @property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The texts of each column, its head first."""
        return tuple(zip(self.heads, *self.rows, strict=True))


def columns_of(stream: TextIO | None = None) -> int | None:
    """Columns there are to write in; None without end, where nobody has said so and no terminal shows it.

    Args:
        stream: where to; by default standard output.
    """
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit():
        return max(int(said), NARROWEST)
    try:
        return max(os.get_terminal_size((stream or sys.stdout).fileno()).columns, NARROWEST)
    except (OSError, ValueError):  # a pipe or a file is no terminal, and some streams have no number
        return None


def wrapped(text: str, width: int | None) -> list[str]:
    """Lines of at most `width` columns, broken at spaces alone; a longer word, or command, has a line of its own."""
    if width is None or cell_len(text) <= width:
        return [text]
    lines = [""]
    for word in _WORD.findall(text):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cell_len(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def hanging(lead: str, text: str, width: int | None) -> str:
    """A paragraph after a lead, its further lines under the first."""
    indent = cell_len(lead)
    lines = wrapped(text, None if width is None else width - indent)
    return lead + f"\n{' ' * indent}".join(lines)


def folded(text: str, width: int | None) -> str:
    """Told faults with their long lines folded under where each begins; lines of a file stay as they are."""
    lines: list[str] = []
    for line in text.split("\n"):
        lead = _LEAD.match(line)
        lines.append(hanging(lead[0], line[lead.end() :], width) if lead else line)
    return "\n".join(lines)


def laid_out(grid: Grid, width: int | None) -> list[str]:
    """A table as lines of at most `width` columns, as far as its words allow."""
    natural = [max(map(cell_len, texts)) for texts in grid.columns]
    if width is None or sum(natural) + GAP * (len(natural) - 1) <= width:
        return _in_columns(grid, natural, GAP)
    least = [max(cell_len(word) for text in texts for word in text.split() or [""]) for texts in grid.columns]
    told = _row_by_row(grid, width)
    for gap in (GAP, 1):
        room = width - gap * (len(natural) - 1)
        if sum(least) <= room:
            beside = _in_columns(grid, _shared(natural, least, room), gap)
            return beside if len(beside) <= len(told) else told
    return told


def _shared(natural: list[int], least: list[int], room: int) -> list[int]:
    """Widths that fit: no column narrower than its longest word, and the wide ones all alike."""
    most = max(natural)
    while sum(_clipped(natural, least, most)) > room:
        most -= 1
    return _clipped(natural, least, most)


def _clipped(natural: list[int], least: list[int], most: int) -> list[int]:
    return [max(word, min(whole, most)) for whole, word in zip(natural, least, strict=True)]


def _in_columns(grid: Grid, widths: list[int], gap: int) -> list[str]:
    """Cells side by side; the lines of a high cell stand under one another."""
    lines: list[str] = []
    for row in ((grid.heads,) if any(grid.heads) else ()) + grid.rows:
        cells = [wrapped(text, width) for text, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            placed = (_placed(*how) for how in zip(parts, widths, grid.right, strict=True))
            lines.append((" " * gap).join(placed).rstrip())
    return lines


def _placed(text: str, width: int, is_right: bool = False) -> str:
    room = " " * (width - cell_len(text))
    return room + text if is_right else text + room


def _row_by_row(grid: Grid, width: int | None) -> list[str]:
    """Each row by itself: a line for each cell beside its head, the first of them to the left of the others."""
    if not any(grid.heads):
        return _without_heads(grid, width)
    label = max(cell_len(grid.heads[0]) - GAP, *map(cell_len, grid.heads[1:]), 0)
    lines: list[str] = []
    for first, *rest in grid.rows:
        lines += hanging(f"{_placed(grid.heads[0], label + GAP)}{' ' * GAP}", first, width).split("\n")
        for head, text in zip(grid.heads[1:], rest, strict=True):
            lead = f"{' ' * GAP}{_placed(head, label)}{' ' * GAP}"
            lines += hanging(lead, text, width).split("\n") if text else []
    return lines


def _without_heads(grid: Grid, width: int | None) -> list[str]:
    """Each row as a paragraph: its first cell, and beside it the others one after the other."""
    label = max(map(cell_len, grid.columns[0]))
    lines: list[str] = []
    for first, *rest in grid.rows:
        lead = f"{_placed(first, label)}{' ' * GAP}"
        lines += hanging(lead, " · ".join(text for text in rest if text), width).split("\n")
    return lines
