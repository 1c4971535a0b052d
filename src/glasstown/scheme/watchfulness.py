"""How closely the sources of a file look, as far as it could be read: what limits of the engine are met with.

A file with faults cannot become a scheme. What its sources say can still be held against the limits, so that these
are told together with the faults.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_watch import Watch
from glasstown.scheme.sheet import Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.text import Document
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import ASSUMPTION, Figure
from glasstown.vocab.watching import WATCH_NAMES

PLAIN: Final = Figure(Decimal(1), "assumed", Decimal(1), Decimal(1), (ASSUMPTION,))
"""A multiplier that changes nothing."""

EVERYBODY_ALIKE: Final = Watch((PLAIN,) * len(WATCH_NAMES))
"""The watch of a source that says nothing of whom it watches."""

KEYS: Final = ("", "detection", "false_per_year", "watch")
"""What is pointed at; the empty name is the table."""


@dataclass(frozen=True, slots=True)
class Watchfulness:
    """What one source sees and how closely. A figure is None where it was faulty; `places` by key, "" the table."""

    id: str
    sees: tuple[str, ...]
    detection: Figure | None
    false_per_year: Figure | None
    watch: Watch
    places: Mapping[str, Span]


def watchfulness_of(scheme: Scheme) -> tuple[Watchfulness, ...]:
    """How closely the sources of a scheme look."""
    return tuple(
        Watchfulness(
            source.id,
            source.sees,
            source.detection,
            source.false_per_year,
            source.watch,
            {key: place for key in KEYS if (place := scheme.place_of("source", source.id, key))} | {"": source.span},
        )
        for source in scheme.sources
    )


def watchfulness_as_read(document: Document, sheets: Sheets) -> tuple[Watchfulness, ...]:
    """How closely the sources of a file look that may have faults; what could not be read is left out.

    Args:
        document: the text and its places.
        sheets: its tables, as far as they could be read.
    """
    return tuple(_as_read(document, sheet) for sheet in sheets.many("source"))


def _as_read(document: Document, sheet: Sheet) -> Watchfulness:
    places = {key: document.span((*sheet.path, key)) if key else sheet.span for key in KEYS}
    watch = sheet.inner("watch")
    return Watchfulness(
        sheet.id,
        sheet.names("sees"),
        sheet.figure("detection"),
        sheet.figure("false_per_year"),
        _watch(watch) if watch else EVERYBODY_ALIKE,
        places,
    )


def _watch(sheet: Sheet) -> Watch:
    return Watch(tuple(sheet.figure(name) or PLAIN for name in WATCH_NAMES))
