"""One reader for each type of value that a key can hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final, TypeAlias, cast

from glasstown.scheme.figures import read_cites, read_figure, read_mark, read_points
from glasstown.scheme.formula import FormulaError, parse_formula
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.key import RUNNING, Key
from glasstown.scheme.model import Value
from glasstown.scheme.numbers import read_number
from glasstown.scheme.places import Path
from glasstown.scheme.sheet import Evidence, Points, Reading
from glasstown.scheme.words import kind_of, quoted
from glasstown.vocab.names import is_name
from glasstown.vocab.wording import hidden_in

Reader: TypeAlias = Callable[[Reading, Key, object, Path, Evidence], "Value | Points"]
"""Gives the value, or None after noting what is wrong with it."""


SEVERAL_LINES: Final = frozenset({
    ("scheme", "lead"), ("scheme", "uncertain"), ("scheme", "not_modelled"), ("reference", "text"),
})  # fmt: skip
"""Texts of whole sentences, which may go over several lines of the file."""


def _wrong_type(reading: Reading, key: Key, raw: object, path: Path, wanted: str) -> None:
    message = f'"{key.name}" of {key.table} holds {kind_of(raw)}, not {wanted}'
    reading.note("SCH201", message, f"write {wanted}", path)


def read_text(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> str | None:
    """Text that says something."""
    if not isinstance(raw, str):
        return _wrong_type(reading, key, raw, path, "text in quotation marks")
    if key.required and not raw.strip():
        message = f'"{key.name}" of {key.table} is empty'
        reading.note("SCH213", message, "write a few words", path)
        return None
    if hidden := hidden_in(raw, lines=(key.table, key.name) in SEVERAL_LINES):
        message = f'"{key.name}" of {key.table} holds {hidden}'
        reading.note("SCH214", message, "take it out, or write it in words", path)
        return None
    return raw


def read_name(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> str | None:
    """A name: letters, digits and single hyphens."""
    if not isinstance(raw, str):
        return _wrong_type(reading, key, raw, path, "a name in quotation marks")
    if is_name(raw):
        return raw
    message = f'{quoted(raw)} cannot be the "{key.name}" of {key.table}'
    reading.note("SCH111", message, 'write a name such as "village-office"', path)
    return None


def read_choice(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> str | None:
    """One of a few words."""
    if not isinstance(raw, str):
        return _wrong_type(reading, key, raw, path, "one of its words in quotation marks")
    if raw in key.choices:
        return raw
    message = f'{quoted(raw)} is not a value of "{key.name}" of {key.table}'
    reading.note_unknown("SCH109", message, raw, key.choices, "its values", path)
    return None


def read_flag(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> bool | None:
    """True or false."""
    return raw if isinstance(raw, bool) else _wrong_type(reading, key, raw, path, "true or false")


def read_integer(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> int | None:
    """A whole number that is a judgement, not a measured figure."""
    number = read_number(reading, key, raw, path)
    if number is None:
        return None
    if number != number.to_integral_value():
        message = f'"{key.name}" of {key.table} is {number}, not a whole number'
        reading.note("SCH209", message, "write a whole number", path)
        return None
    return int(number)


def read_date(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> dt.date | None:
    """A day of the calendar."""
    if isinstance(raw, dt.date) and not isinstance(raw, dt.datetime):
        return raw
    return _wrong_type(reading, key, raw, path, "a date such as 2010-03-15, without quotation marks")


def _read_list(reading: Reading, key: Key, raw: object, path: Path, one: Reader) -> tuple[str, ...] | None:
    if not isinstance(raw, list):
        return _wrong_type(reading, key, raw, path, "a list in square brackets")
    items = cast("list[object]", raw)
    found: dict[str, None] = {}
    for position, item in enumerate(items):
        value = one(reading, key, item, (*path, position), Evidence())
        if isinstance(value, str) and value in found:
            message = f'"{key.name}" of {key.table} names {quoted(value)} twice'
            reading.note("SCH211", message, "take one of them out", (*path, position))
        elif isinstance(value, str):
            found[value] = None
    if not items and (key.required or key.kind == RUNNING):  # left out it may mean all of them: nobody could tell
        message = f'"{key.name}" of {key.table} is an empty list'
        cure = "name at least one" if key.required else "name at least one, or leave the key out"
        reading.note("SCH213", message, cure, path)
    return tuple(found)


def read_texts(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> tuple[str, ...] | None:
    """A list of texts."""
    return _read_list(reading, key, raw, path, read_text)


def read_names(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> tuple[str, ...] | None:
    """A list of names."""
    return _read_list(reading, key, raw, path, read_name)


def read_choices(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> tuple[str, ...] | None:
    """A list of a few words."""
    return _read_list(reading, key, raw, path, read_choice)


def read_formula(reading: Reading, key: Key, raw: object, path: Path, _: Evidence) -> str | None:
    """A formula, kept as its text: whether its names mean anything is asked once the whole file is read."""
    if not isinstance(raw, str):
        return _wrong_type(reading, key, raw, path, "a formula in quotation marks")
    try:
        parse_formula(raw)
    except FormulaError as error:
        note_formula(reading, path, raw, error)
        return None
    return raw


def _read_mark(reading: Reading, _key: Key, raw: object, path: Path, _: Evidence) -> str | None:
    return read_mark(reading, raw, path)


def _read_cites(reading: Reading, _key: Key, raw: object, path: Path, _: Evidence) -> tuple[str, ...]:
    return read_cites(reading, raw, path)


READERS: Final[tuple[tuple[str, str, Reader], ...]] = (
    ("text", "text", read_text),
    ("name", "name", read_name),
    ("choice", "one of", read_choice),
    ("flag", "true or false", read_flag),
    ("integer", "whole number", read_integer),
    ("date", "date", read_date),
    ("texts", "list of texts", read_texts),
    ("names", "list of names", read_names),
    ("choices", "list of", read_choices),
    ("figure", "figure", read_figure),
    ("points", "figure, or two numbers", read_points),
    ("formula", "formula", read_formula),
    ("mark", "mark", _read_mark),
    ("cites", "list of source keys", _read_cites),
)
"""Every type of value: its name in the grammar, its name in plain words, and its reader."""

READER_OF: Final = {name: reader for name, _, reader in READERS}
"""Each reader by the name of its type."""

WORDS_OF_TYPE: Final = {name: words for name, words, _ in READERS} | {
    "table": "table",
    "number": "number, or two where points leave a choice",
    "band": "[least, greatest]",
}
"""What a type is called in the reference."""
