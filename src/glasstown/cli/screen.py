"""A page on a terminal: the brief sections of the view that the report shows in full."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from glasstown.report.cells import cell_text
from glasstown.report.contract import Page, TableView

_MOST_ROWS: Final = 40


def print_page(page: Page, console: Console | None = None) -> None:
    """Print title, sentences and tables of the sections marked as brief."""
    out = console or Console(highlight=False)
    out.print(f"\n[bold]{escape(page.title)}[/bold]")
    out.print(f"{escape(page.subtitle)}\n[dim]Simulated, invented people.[/dim]")
    for section in page.sections:
        if not section.is_brief:
            continue
        out.print(f"\n[bold]{escape(section.title)}[/bold]")
        for text in section.paragraphs:
            out.print(escape(text))
        for point in section.points:
            out.print(f"  · {escape(point)}")
        for table in section.tables:
            if table.rows:
                out.print(_table(table))
                if table.note:
                    out.print(f"[dim]{escape(table.note)}[/dim]")


def _table(view: TableView) -> Table:
    """A table with numbers to the right."""
    table = Table(
        title=escape(view.title) or None, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for place, column in enumerate(view.columns):
        is_number = any(isinstance(row[place], int | float) for row in view.rows)
        table.add_column(escape(column), justify="right" if is_number else "left", overflow="fold")
    for row in view.rows[:_MOST_ROWS]:
        table.add_row(*(escape(cell_text(cell)) for cell in row))
    return table
