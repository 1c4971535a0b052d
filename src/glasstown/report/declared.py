"""The scheme as its file declares it: every key with value, band, mark and source."""

from __future__ import annotations

from itertools import groupby

from glasstown.report.contract import Section, TableView
from glasstown.scheme.grammar_town import EVIDENCE
from glasstown.scheme.key import RUNNING
from glasstown.scheme.model import Scheme
from glasstown.scheme.page import Row, describe
from glasstown.scheme.page import Section as SchemeSection

_COLUMNS = ("of", "key", "value", "unit", "band", "mark", "source", "kind")


def scheme_section(scheme: Scheme) -> Section:
    """The complete description of a scheme, one table for each kind of thing in its file."""
    page = describe(scheme)
    groups = groupby(page.sections, key=lambda section: (section.table, section.text))
    tables = tuple(_table(name, text, tuple(sections)) for (name, text), sections in groups)
    facts = "; ".join(text for text in (scheme.place, scheme.years, scheme.status) if text)
    text = (
        f"{page.title}{f' ({page.title_zh})' if page.title_zh else ''}: {facts}. "
        "A running key, changed alone, changes what happens in the model. A declared key changes a page, never a life."
    )
    known = f"How well the scheme itself is known: {scheme.evidence} ({dict(EVIDENCE)[scheme.evidence]})."
    return Section(
        "scheme",
        "The scheme as declared",
        (*((page.lead,) if page.lead else ()), text, known),
        (
            *(f"Uncertain: {text}" for text in scheme.uncertain),
            *(f"Not modelled: {text}" for text in scheme.not_modelled),
        ),
        (*tables, TableView("Sources cited", ("key", "source"), page.citations)),
    )


def running_rows(scheme: Scheme) -> tuple[tuple[str, str, str, str, str, str, str], ...]:
    """Every running key that the file gives: where, key, value, unit, band, mark, source."""
    return tuple(
        (f"{section.table} {section.id}".strip(), *_known(row))
        for section in describe(scheme).sections
        for row in section.rows
        if row.given and row.kind == RUNNING
    )


def _table(name: str, text: str, sections: tuple[SchemeSection, ...]) -> TableView:
    """One kind of thing, all of its keys."""
    rows = tuple(
        (section.id, *_known(row), row.kind if row.given else f"{row.kind}, not said")
        for section in sections
        for row in section.rows
        if row.value or row.given
    )
    return TableView(f"{name}: {text}", _COLUMNS, rows)


def _known(row: Row) -> tuple[str, str, str, str, str, str]:
    """A key with its value and how it is known; only a number has a unit worth reading."""
    unit = row.unit if row.value[:1].isdigit() or row.value[:1] == "-" else ""
    return (row.key, row.value, unit, row.band, row.mark, ", ".join(row.cite))
