"""From bytes to a document: values by `tomllib`, places by tree-sitter, faults instead of tracebacks."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Final, TypeAlias, cast

from glasstown.scheme.faults import fault
from glasstown.scheme.places import Lines, Path, Place, find_places, parse_tree
from glasstown.vocab.errors import Diagnostic, InputFaultsError, Span

Raw: TypeAlias = object
"""A value as TOML gives it."""

LARGEST_BYTES: Final = 1 << 20
"""1 MiB. Scheme files are read whole; a file with every table at its limit is smaller."""

LONGEST_LINE: Final = 4_000
"""Bytes of a line; what is longer was not written for people."""

MOST_SYNTAX_FAULTS: Final = 10
"""Syntax faults shown at once: later ones are mostly echoes."""

_DEEP_ENOUGH: Final = 4
"""Levels of the syntax tree in which broken places are looked for: document, table, pair, value."""

_PLACE_IN_MESSAGE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\s*$")
_DECLARED_TWICE: Final = re.compile(r"[Cc]annot declare \((.+)\) twice")
_QUOTED: Final = re.compile(r"'([^']*)'")
_DATE_LIKE: Final = re.compile(r"(?<![\w\"'-])\d{4}-\d\d-\d\d(?![\w-])")
_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML text that parsed: its name, its text, its values, and where each of them stands."""

    name: str
    text: str
    values: dict[str, Raw]
    places: dict[Path, Place]
    first_line: str
    merged: bool = False
    """Whether parts of it come from another file, so that `text` is not the whole."""

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands, or else the nearest table around it."""
        place = self._nearest(path)
        return place.value if place else Span(self.name, 1, 1, 2, self.first_line)

    def key_span(self, path: Path) -> Span:
        """Where the key at `path` stands, or else the nearest table around it."""
        place = self._nearest(path)
        return place.key if place else Span(self.name, 1, 1, 2, self.first_line)

    def _nearest(self, path: Path) -> Place | None:
        for length in range(len(path), 0, -1):
            place = self.places.get(path[:length])
            if place is not None:
                return place
        return None


def parse_document(data: bytes, name: str) -> Document:
    """Read a TOML text.

    Args:
        data: the bytes of the file.
        name: the name of the file, as diagnostics show it.

    Raises:
        InputFaultsError: where the bytes are not TOML.
    """
    text = _decode(data, name)
    lines = Lines(name, data)
    _refuse_long_lines(lines)
    try:
        values = cast("dict[str, Raw]", tomllib.loads(text, parse_float=_decimal))
    except tomllib.TOMLDecodeError as error:
        raise InputFaultsError(_syntax_faults(error, lines)) from None
    except RecursionError:
        where = lines.at(1, 1)
        raise _one(
            fault("SCH005", "the text is nested too deep to be read", "take lists and tables apart", where)
        ) from None
    except ValueError as error:
        what = f"a value cannot be read: {error}"
        raise _one(fault("SCH004", what, "write shorter numbers and real dates", lines.at(1, 1))) from None
    return Document(name, text, values, find_places(lines), lines.text(1))


def refuse_too_large(size: int, name: str) -> None:
    """Refuse a file by its size in bytes.

    Raises:
        InputFaultsError: it is larger than a scheme file can be.
    """
    if size > LARGEST_BYTES:
        what = f"the file has {size:,} bytes; at most {LARGEST_BYTES:,}"
        raise _one(fault("SCH002", what, "give a scheme file", Span(name, 1, 1, 2)))


def _decode(data: bytes, name: str) -> str:
    where = Span(name, 1, 1, 2)
    refuse_too_large(len(data), name)
    if data.startswith(_MARK):
        what = "the file starts with a byte order mark"
        raise _one(fault("SCH003", what, "save it as UTF-8 without a byte order mark", where))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        before = data[start : error.start].decode(errors="replace")
        place = Span(name, line, len(before) + 1, len(before) + 2, before + "\N{REPLACEMENT CHARACTER}")
        what = f"byte {data[error.start]:#04x} is not UTF-8 text"
        raise _one(fault("SCH003", what, "save the file as UTF-8", place)) from None


def _refuse_long_lines(lines: Lines) -> None:
    for line, (start, end) in enumerate(pairwise((*lines.starts, len(lines.data))), 1):
        if end - start > LONGEST_LINE:
            what = f"line {line} has {end - start:,} bytes; at most {LONGEST_LINE:,}"
            place = Span(lines.file, line, 1, 2)
            raise _one(fault("SCH006", what, "break it: lists may go over several lines", place))


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")  # an exponent beyond all bounds: refused where the number is read


def _syntax_faults(error: tomllib.TOMLDecodeError, lines: Lines) -> tuple[Diagnostic, ...]:
    """What `tomllib` found first, and whatever else a tolerant parser stumbles over on other lines."""
    message = str(error)
    match = _PLACE_IN_MESSAGE.search(message)
    what = message[: match.start()] if match else message
    if match and match.group(1):
        first = _first_place(what, lines.at(int(match.group(1)), int(match.group(2))))
    else:
        last = len(lines.starts)
        first = lines.at(last, len(lines.text(last)) + 1)
    faults = [_no_day(first) or fault("SCH004", _plain(what), _cure(what), first)]
    for span in _broken_lines(lines):
        if span.line != first.line and len(faults) < MOST_SYNTAX_FAULTS:
            faults.append(
                fault("SCH004", "from here the text is not TOML either", "write `key = value` or `[table]`", span)
            )
    return tuple(sorted(faults, key=lambda one: one.span.line if one.span else 0))


def _no_day(found: Span) -> Diagnostic | None:
    """A value that looks like a date and is none: a month 13 is no fault of form to whoever wrote it."""
    for match in _DATE_LIKE.finditer(found.source_line):
        try:
            date.fromisoformat(match.group())
        except ValueError as error:
            place = Span(found.file, found.line, match.start() + 1, match.end() + 1, found.source_line)
            what = f"{match.group()} is no day of the calendar: {error}"
            return fault("SCH004", what, "write a day that there is, such as 2020-12-31", place)
    return None


def _first_place(what: str, found: Span) -> Span:
    """Where the reader should look: at a key said twice, not at the end of its value."""
    if "overwrite" not in what.lower():
        return found
    text = found.source_line
    start = len(text) - len(text.lstrip()) + 1
    return Span(found.file, found.line, start, max(found.column, start + 1), text)


def _broken_lines(lines: Lines) -> list[Span]:
    found: dict[int, Span] = {}
    waiting = [(parse_tree(lines.data), 0)]
    while waiting and len(found) <= MOST_SYNTAX_FAULTS:
        node, depth = waiting.pop()
        if node.is_error and depth > 0:
            span = lines.span(node)
            found.setdefault(span.line, span)
        elif depth < _DEEP_ENOUGH:
            waiting += [(child, depth + 1) for child in reversed(node.children) if child.has_error]
    return list(found.values())


def _plain(what: str) -> str:
    if named := _DECLARED_TWICE.search(what):
        table = ".".join(_QUOTED.findall(named.group(1)))
        return f"[{table}] stands here again, or as [{table}] where it was [[{table}]] before"
    return what[:1].lower() + what[1:] if what else "the text cannot be read"


def _cure(what: str) -> str:
    if "overwrite" in what.lower() or "twice" in what.lower() or "mutate" in what.lower():
        return "say each key and each table once"
    if "unclosed" in what.lower() or "unterminated" in what.lower():
        return "close the bracket or the quotation mark"
    return "write `key = value`, with text in quotation marks, and tables as `[name]` or `[[name]]`"


def _one(diagnostic: Diagnostic) -> InputFaultsError:
    return InputFaultsError((diagnostic,))
