"""A society file as text: its values, where each of them stands, and the faults found in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final, cast

from glasstown.society.reading import Faults
from glasstown.vocab.errors import Diagnostic, InputFaultsError, SocietyError, Span
from glasstown.vocab.places import Lines, Place, find_places
from glasstown.vocab.places import Path as Keys

LARGEST_BYTES: Final = 2_000_000
"""A file of aggregates is smaller; what is larger may be a list of people."""


PLACE_IN_MESSAGE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\s*$")
"""Where `tomllib` says in words that it stopped."""


@dataclass(frozen=True, slots=True)
class SocietyText:
    """A society file that is TOML: its name, text, values and places."""

    name: str
    text: str
    values: dict[str, object]
    places: dict[Keys, Place]

    def span(self, keys: Keys) -> Span:
        """Where a value stands, or else the nearest table around it."""
        for length in range(len(keys), 0, -1):
            if place := self.places.get(keys[:length]):
                return place.key
        return Span(self.name, 1, 1, 2, self.text.split("\n", 1)[0])


@dataclass(slots=True)
class FileFaults(Faults):
    """Faults of a society file. Those of a table are shown at its row in the file, or where the table begins."""

    document: SocietyText
    rows: dict[tuple[str, int], Keys] = field(default_factory=dict[tuple[str, int], Keys])
    found: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, code: str, what: str, why: str, fix: str, *, file: str, line: int = 1) -> None:
        """Note a fault of a table, at the row of that number."""
        table = file.removesuffix(".csv")
        keys = self.rows.get((table, line)) or ((table,) if table in self.document.values else ("society",))
        self.note(code, what, why, fix, keys)

    def note(self, code: str, what: str, why: str, fix: str, keys: Keys) -> None:
        """Note a fault at a place of the file."""
        self.found.append(Diagnostic(code, what, why, fix, self.document.span(keys)))


def read_text(path: Path) -> SocietyText:
    """Read a society file.

    Raises:
        SocietyError: it cannot be opened.
        InputFaultsError: it is no TOML text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SocietyError(
            f"{path} cannot be read: {error.strerror}",
            where=str(path),
            why="a society comes with the package, or from a file that can be opened",
            fix="check the path, or give the id of a shipped society: china-2020",
        ) from error
    return parse_text(data, str(path))


def parse_text(data: bytes, name: str) -> SocietyText:
    """Turn the bytes of a society file into values and places."""
    top = Span(name, 1, 1, 2)
    if len(data) > LARGEST_BYTES:
        raise _refused(f"the file has {len(data):,} bytes; at most {LARGEST_BYTES:,}", "give aggregates only", top)
    if data.startswith(b"\xef\xbb\xbf"):
        raise _refused("the file starts with a byte order mark", "save it as UTF-8 without a byte order mark", top)
    lines = Lines(name, data)
    try:
        text = data.decode()
        values = cast("dict[str, object]", tomllib.loads(text, parse_float=_decimal))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[lines.starts[line - 1] : error.start].decode(errors="replace")
        said = f"byte {data[error.start]:#04x} is not UTF-8 text"
        raise _refused(said, "save the file as UTF-8", lines.at(line, len(before) + 1)) from None
    except tomllib.TOMLDecodeError as error:
        said, place = _syntax(str(error), lines)
        raise _refused(f"the text is not TOML: {said}", "mend it there; tables are `[[name]]`", place) from None
    except RecursionError:
        raise _refused("the text is nested too deep to be read", "take lists and tables apart", top) from None
    except ValueError as error:
        raise _refused(f"the text is not TOML: {error}", "write shorter numbers and flat tables", top) from None
    return SocietyText(name, text, values, find_places(lines))


def _syntax(message: str, lines: Lines) -> tuple[str, Span]:
    """What `tomllib` says, and the place that stands at its end: a line and a column, or the end of the text."""
    match = PLACE_IN_MESSAGE.search(message)
    if match and match.group(1):
        return message[: match.start()], lines.at(int(match.group(1)), int(match.group(2)))
    last = len(lines.starts)
    while last > 1 and not lines.text(last).strip():
        last -= 1
    return message[: match.start()] if match else message, lines.at(last, len(lines.text(last)) + 1)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _refused(what: str, fix: str, place: Span) -> InputFaultsError:
    why = "a society file is a short TOML text of aggregates"
    return InputFaultsError((Diagnostic("SOC-file", what, why, fix, place),))
