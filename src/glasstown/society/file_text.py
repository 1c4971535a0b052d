"""A society file as text: its values, where each of them stands, and the faults found in it."""

from __future__ import annotations

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
    if len(data) > LARGEST_BYTES:
        raise _refused(name, f"the file has {len(data):,} bytes; at most {LARGEST_BYTES:,}", "give aggregates only")
    try:
        text = data.decode()
        values = cast("dict[str, object]", tomllib.loads(text, parse_float=_decimal))
    except UnicodeDecodeError as error:
        raise _refused(name, f"byte {error.start} is not UTF-8 text", "save the file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _refused(name, f"the text is not TOML: {error}", "mend it there; tables are `[[name]]`") from None
    return SocietyText(name, text, values, find_places(Lines(name, data)))


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _refused(name: str, what: str, fix: str) -> InputFaultsError:
    why = "a society file is a short TOML text of aggregates"
    return InputFaultsError((Diagnostic("SOC-file", what, why, fix, Span(name, 1, 1, 2)),))
