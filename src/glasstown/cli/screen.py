"""A page on a terminal: the brief sections of the view that the report shows in full."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.markup import escape

from glasstown.cli.layout import Grid, columns_of, hanging, laid_out
from glasstown.report.cells import cell_text
from glasstown.report.contract import Page, TableView

_MOST_ROWS: Final = 40


def print_page(page: Page, width: int | None = None) -> None:
    """Print title, sentences and tables of the sections marked as brief.

    Args:
        page: the view.
        width: columns to write in; by default those of the terminal, without end where there is none.
    """
    width = width or columns_of()
    _bold(f"\n{page.title}", width)
    _plain(page.subtitle, width)
    _plain("Simulated, invented people.", width)
    for section in page.sections:
        if not section.is_brief:
            continue
        _bold(f"\n{section.title}", width)
        for text in section.paragraphs:
            _plain(text, width)
        for point in section.points:
            _plain(point, width, lead="  · ")
        for table in section.tables:
            if table.rows:
                _print_table(table, width)


def _print_table(view: TableView, width: int | None) -> None:
    """A table with numbers to the right, its title before it and its note behind it."""
    rows = tuple(tuple(cell_text(cell) for cell in row) for row in view.rows[:_MOST_ROWS])
    right = tuple(not any(isinstance(row[place], str) for row in view.rows) for place in range(len(view.columns)))
    if view.title:
        _bold(f"\n{view.title}", width)
    for line in laid_out(Grid(view.columns, rows, right), width):
        _plain(line, None)
    if left := len(view.rows) - len(rows):
        _plain(f"and {left:,} more, all of them in the report", width)
    if view.note:
        _plain(view.note, width)


def _bold(text: str, width: int | None) -> None:
    _out().print(f"[bold]{escape(hanging('', text, width))}[/bold]", soft_wrap=True)


def _plain(text: str, width: int | None, *, lead: str = "") -> None:
    _out().print(escape(hanging(lead, text, width)), soft_wrap=True)


def _out() -> Console:
    """Standard output as it is now; lines are laid out before they come here."""
    return Console(highlight=False, emoji=False)
