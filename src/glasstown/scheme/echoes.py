"""Warnings that only echo an error: what is refused fills no list, uses no source and moves no points.

A warning says that something is without effect. Where an error stands in a table that might have given it one, only
the error is told: once it is mended the warning is gone, or true.
"""

from __future__ import annotations

from typing import Final

from glasstown.scheme.grammar import KEYS, TOP_TABLES
from glasstown.scheme.sheet import Reading
from glasstown.scheme.text import Document
from glasstown.vocab.errors import Diagnostic, Span

_ANYTHING: Final = frozenset(table.name for table in TOP_TABLES)
_WITH_FORMULAS: Final = frozenset(key.table.partition(".")[0] for key in KEYS if key.type == "formula")
_WITH_RECORDS: Final = frozenset(
    key.table.partition(".")[0] for key in KEYS if key.name in {"act", "acts", "sources", "exit_seen_by"}
)

_GIVEN_BY: Final = {
    "SCH401": frozenset({"source", "act", "rule", "ground"}),
    "SCH402": _WITH_RECORDS | _WITH_FORMULAS,
    "SCH403": frozenset({"rule", "state_rule", "quantity_rule", "meter"}),
    "SCH404": frozenset({"list", "ground"}),
    "SCH405": _WITH_FORMULAS | {"list", "consequence", "override"},
    "SCH406": frozenset({"publicity", "consequence"}),
    "SCH407": frozenset({"association", "rule"}),
    "SCH408": frozenset({"override", "grade"}),
    "SCH409": frozenset({"score", "grade", "consequence"}),
    "SCH412": frozenset({"category", "score"}),
    "SCH415": frozenset({"process", "rule", "ground", "list"}),
    "SCH416": frozenset({"process", "publicity"}),
    "SCH418": frozenset({"association", "rule"}),
    "SCH419": frozenset({"consequence"}),
    "SCH421": _WITH_FORMULAS | {"meter", "quantity_rule"},
    "SCH422": _WITH_FORMULAS | {"inference"},
    "SCH423": frozenset({"consent"}),
    "SCH424": frozenset({"consequence", "ground"}),
    "SCH425": frozenset({"score", "grade", "rule", "state_rule", "quantity_rule"}),
    "SCH427": frozenset({"appeal", "scheme"}),
    "SCH428": frozenset({"score", "grade", "meter", "number"}),
    "SCH429": frozenset({"subjects", "score"}),
    "SCH496": _WITH_FORMULAS | {"number"},
}
"""By code of a warning: the tables without whose errors it might not stand."""


def without_echoes(reading: Reading) -> list[Diagnostic]:
    """The faults of a file without the warnings that an error explains."""
    errors = [one.span for one in reading.faults if one.severity == "error" and one.span]
    if not errors or all(one.severity == "error" for one in reading.faults):
        return reading.faults
    wrong = {_table_at(reading.document, span) for span in errors} - {""}
    if wrong - _ANYTHING:  # a table that is there under no name of the grammar: it may be meant as any of them
        wrong |= _ANYTHING
    return [
        one
        for one in reading.faults
        if one.severity == "error" or not wrong & _GIVEN_BY.get(one.code, frozenset[str]())
    ]


def _table_at(document: Document, span: Span) -> str:
    """The table of a file in which a place stands; "" for one that stands in none."""
    above = [
        (place.key.line, str(path[0]))
        for path, place in document.places.items()
        if place.key.file == span.file and place.key.line <= span.line
    ]
    return max(above, default=(0, ""), key=lambda one: one[0])[1]
