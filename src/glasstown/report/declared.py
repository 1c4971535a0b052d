"""The scheme as its file declares it: every key with value, band, mark and source."""

from __future__ import annotations

from itertools import groupby

from glasstown.report.contract import Section, TableView
from glasstown.scheme.model import Scheme
from glasstown.scheme.page import Row, describe
from glasstown.scheme.page import Section as SchemeSection
from glasstown.vocab.evidence import MARKS_THAT_NEED_A_BAND

_COLUMNS = ("of", "key", "value", "unit", "band", "mark", "source", "kind")
_ASSUMED_COLUMNS = ("where", "key", "value", "unit", "band", "mark", "source")


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
    return Section(
        "scheme",
        "The scheme as declared",
        (text, f"How well the scheme itself is known: {scheme.evidence}."),
        (
            *(f"Uncertain: {text}" for text in scheme.uncertain),
            *(f"Not modelled: {text}" for text in scheme.not_modelled),
        ),
        (*tables, TableView("Sources cited", ("key", "source"), page.citations)),
    )


def assumed_table(scheme: Scheme) -> TableView:
    """The running figures of a scheme that are assumed or contested, with their bands."""
    rows = tuple(
        (f"{section.table} {section.id}".strip(), *_known(row))
        for section in describe(scheme).sections
        for row in section.rows
        if row.given and row.kind == "running" and row.mark in MARKS_THAT_NEED_A_BAND
    )
    return TableView(f"Assumed or contested in the scheme file: {len(rows)} figures", _ASSUMED_COLUMNS, rows)


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
