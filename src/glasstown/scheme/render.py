"""Diagnostics as people and programs read them: text with the line and a caret, or plain objects."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from glasstown.vocab.errors import Diagnostic, Span

_WIDE: Final = ("W", "F")


def render_text(diagnostics: Iterable[Diagnostic]) -> str:
    """All diagnostics, one block each, in the order given, with a blank line between them."""
    return "\n\n".join(render_one(diagnostic) for diagnostic in diagnostics)


def render_one(diagnostic: Diagnostic) -> str:
    """One diagnostic: what is wrong, the place with its line, why, and what to do."""
    lines = [f"{diagnostic.severity}[{diagnostic.code}]: {_clean(diagnostic.message)}"]
    margin = " "
    if diagnostic.span is not None:
        margin = " " * len(str(diagnostic.span.line))
        lines += _excerpt(diagnostic.span, margin)
    elif diagnostic.where:
        lines.append(f"{margin}--> {_clean(diagnostic.where)}")
    lines.append(f"{margin} = why: {_clean(diagnostic.why)}")
    lines.append(f"{margin} = fix: {_clean(diagnostic.fix)}")
    return "\n".join(lines)


def render_line(diagnostic: Diagnostic) -> str:
    """One diagnostic on one line, place first, for editors and logs."""
    place = f"{_clean(diagnostic.place)} " if diagnostic.place else ""
    return f"{diagnostic.code} {place}{_clean(diagnostic.message)}. {_clean(diagnostic.fix)}."


def render_json(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """All diagnostics as plain objects, ready for `json.dumps`."""
    return [_as_object(diagnostic) for diagnostic in diagnostics]


def _as_object(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    place = None
    if span is not None:
        place = {"file": span.file, "line": span.line, "column": span.column, "end_column": span.end_column}
    told: dict[str, object] = {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "why": diagnostic.why,
        "fix": diagnostic.fix,
        "place": place,
    }
    if diagnostic.where:
        told["where"] = diagnostic.where
    return told


def _excerpt(span: Span, margin: str) -> list[str]:
    shown = _clean(span.source_line, as_line=True)
    before, under = shown[: span.column - 1], shown[span.column - 1 : span.end_column - 1]
    carets = "^" * max(_width(under), 1)
    return [
        f"{margin}--> {_clean(str(span))}",
        f"{margin} |",
        f"{span.line} | {shown}",
        f"{margin} | {' ' * _width(before)}{carets}",
    ]


def _width(text: str) -> int:
    """Columns that a text takes on a terminal: two for a wide letter, none for a combining one."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in _WIDE else 1
        for letter in text
    )


def _clean(text: str, *, as_line: bool = False) -> str:
    """Text that cannot move the cursor or colour the terminal, one letter for one letter."""
    spaced = text.replace("\t", " ") if as_line else text
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in spaced)
