"""One scheme in full on a terminal, or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from rich.console import Console
from rich.markup import escape

from glasstown.cli.layout import Grid, columns_of, hanging, laid_out
from glasstown.scheme.page import SchemePage, Section, value_and_unit

_INDENT: Final = 2


def page_to_plain(page: SchemePage) -> dict[str, Any]:
    """The whole description as JSON holds it."""
    return asdict(page)


def print_scheme(page: SchemePage) -> None:
    """Print every key of every table with value, band, mark and source, then the sources cited."""
    out, width = Console(highlight=False, emoji=False), columns_of()
    if page.lead:
        out.print(f"{escape(hanging('', page.lead, width))}\n", soft_wrap=True)
    out.print(f"[bold]{escape(f'{page.title} {page.title_zh}'.rstrip())}[/bold]", soft_wrap=True)
    for section in page.sections:
        out.print(f"\n[bold]{escape(f'{section.table} {section.id}'.strip())}[/bold]", soft_wrap=True)
        out.print(f"[dim]{escape(hanging('', section.text, width))}[/dim]", soft_wrap=True)
        for line in laid_out(_grid(section), width and width - _INDENT):
            out.print(" " * _INDENT + escape(line), soft_wrap=True)
    out.print("\n[bold]Sources cited[/bold]")
    for key, text in page.citations:
        out.print(escape(hanging(f"  {key}: ", text, width)), soft_wrap=True)


def _grid(section: Section) -> Grid:
    """The keys of one table of the file: key, value with unit, band, mark, sources, and what kind of key it is."""
    rows: list[tuple[str, ...]] = []
    for row in section.rows:
        if not row.given and not row.value:
            continue
        band = f"band {row.band}" if row.band else ""
        rows.append((row.key, value_and_unit(row), band, row.mark, ", ".join(row.cite), row.kind))
    return Grid(("",) * 6, tuple(rows), (False,) * 6)
