"""Where in a file a part of a formula stands, and a fault of it told there."""

from __future__ import annotations

from dataclasses import replace

from glasstown.scheme.faults import fault
from glasstown.scheme.formula import FormulaError
from glasstown.scheme.places import Path
from glasstown.scheme.sheet import Reading
from glasstown.vocab.errors import Span

_QUOTES = ("'", '"')


def note_formula(reading: Reading, path: Path, text: str, error: FormulaError) -> None:
    """Note one fault of the formula `text` that stands at `path`, at the part that has it."""
    place = part_of(reading.document.span(path), text, error.at, error.width)
    reading.faults.append(fault(error.code, error.message, error.fix, place))


def part_of(span: Span, text: str, at: int, width: int) -> Span:
    """The place of a part of a text; of the whole where the file writes it with escapes or over several lines."""
    written = span.source_line[span.column - 1 :]
    if not (written[:1] in _QUOTES and written[1 + len(text) : 2 + len(text)] == written[:1]):
        return span
    column = span.column + 1 + min(at, len(text))
    return replace(span, column=column, end_column=column + width)
