"""One scheme in full on a terminal, or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from glasstown.scheme.page import SchemePage, Section


def page_to_plain(page: SchemePage) -> dict[str, Any]:
    """The whole description as JSON holds it."""
    return asdict(page)


def print_scheme(page: SchemePage) -> None:
    """Print every key of every table with value, band, mark and source, then the sources cited."""
    out = Console(highlight=False)
    out.print(f"[bold]{escape(page.title)}[/bold] {escape(page.title_zh)}".rstrip())
    for section in page.sections:
        name = f"{section.table} {section.id}".strip()
        out.print(f"\n[bold]{escape(name)}[/bold] [dim]{escape(section.text)}[/dim]")
        out.print(_rows(section))
    out.print("\n[bold]Sources cited[/bold]")
    for key, text in page.citations:
        out.print(f"  {escape(key)}: {escape(text)}")


def _rows(section: Section) -> Table:
    """The keys of one table of the file."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2), show_header=False)
    for is_short in (True, False, False, True, False, True):
        table.add_column(no_wrap=is_short, overflow="fold")
    for row in section.rows:
        if not row.given and not row.value:
            continue
        band = f"band {row.band}" if row.band else ""
        unit = f" {row.unit}" if row.value[:1].isdigit() or row.value[:1] == "-" else ""
        value = row.value + unit + ("" if row.given else " (not said)")
        table.add_row(*(escape(text) for text in (row.key, value, band, row.mark, ", ".join(row.cite), row.kind)))
    return table
