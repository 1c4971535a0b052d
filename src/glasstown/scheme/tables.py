"""From a document to sheets: every table and key against the grammar, all faults noted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast

from glasstown.scheme.faults import fault
from glasstown.scheme.figures import read_evidence
from glasstown.scheme.grammar import KEYS_OF, TABLE_NAMED, TOP_TABLES
from glasstown.scheme.key import Key, Table
from glasstown.scheme.model import Value
from glasstown.scheme.places import Path
from glasstown.scheme.sheet import Evidence, Points, Reading, Sheet
from glasstown.scheme.values import READER_OF
from glasstown.scheme.words import kind_of, quoted
from glasstown.vocab.evidence import ASSUMPTION, Figure

_NOT_EVIDENCE: Final = ("id", "mark", "cite")
"""Keys that need no mark themselves."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Every table of a file, in the order of the file."""

    all: tuple[Sheet, ...]

    def many(self, table: str) -> tuple[Sheet, ...]:
        """The tables of one name."""
        return tuple(sheet for sheet in self.all if sheet.table == table)

    def one(self, table: str) -> Sheet | None:
        """The only table of its name, where there is one."""
        return next((sheet for sheet in self.all if sheet.table == table), None)


def read_tables(reading: Reading) -> Sheets:
    """Read every table of the document; faults are noted in `reading`."""
    values = reading.document.values
    above = _scheme_evidence(reading, values.get("scheme"))
    _refuse_unknown_tables(reading)
    sheets: list[Sheet] = []
    for table in TOP_TABLES:
        raw = values.get(table.name)
        if raw is None:
            if table.required:
                header = f"[{table.name}]"
                reading.note("SCH302", f"the table {header} is missing", f"add {header}: {table.text}", ())
            continue
        sheets += [_read_table(reading, table, one, path, above) for one, path in _instances(reading, table, raw)]
    return Sheets(tuple(sheets))


def _scheme_evidence(reading: Reading, raw: object) -> Evidence:
    """Mark and sources that the whole file falls back on; their faults are noted with the table itself."""
    if not isinstance(raw, dict):
        return Evidence()
    silent = Reading(reading.document)
    return read_evidence(silent, cast("dict[str, object]", raw), ("scheme",), Evidence())


def _refuse_unknown_tables(reading: Reading) -> None:
    names = [table.name for table in TOP_TABLES]
    for name, raw in reading.document.values.items():
        if name in names:
            continue
        if isinstance(raw, dict | list):
            message = f"unknown table {quoted(name)}"
            reading.note_unknown("SCH102", message, name, names, "tables", (name,), at_key=True)
        else:
            message = f"unknown key {quoted(name)} above all tables"
            reading.note("SCH101", message, "move it into its table, such as [scheme]", (name,), at_key=True)


def _instances(reading: Reading, table: Table, raw: object) -> list[tuple[dict[str, object], Path]]:
    """The tables of one name with their paths, whichever brackets they were written with."""
    path: Path = (table.name,)
    if isinstance(raw, dict):
        if table.many and not table.alone and raw and all(_is_table(value) for value in raw.values()):
            return _without_owner(reading, table, cast("dict[str, object]", raw))
        if table.many and not table.alone:
            _wrong_form(reading, path, f"[{table.name}] stands once; there may be many", f"write [[{table.name}]]")
            return [(cast("dict[str, object]", raw), path)]
        return [(cast("dict[str, object]", raw), path)]
    if isinstance(raw, list) and table.many:
        return _items(reading, table, cast("list[object]", raw), path)
    if isinstance(raw, list):
        _wrong_form(reading, path, f"[[{table.name}]] is a list; there is only one", f"write [{table.name}]")
        return []
    message = f'"{table.name}" holds {kind_of(raw)}, not a table'
    reading.note("SCH201", message, f"write [[{table.name}]]" if table.many else f"write [{table.name}]", path)
    return []


def _items(reading: Reading, table: Table, raw: list[object], path: Path) -> list[tuple[dict[str, object], Path]]:
    found: list[tuple[dict[str, object], Path]] = []
    if not raw:
        message = f'"{table.name}" is an empty list'
        reading.note("SCH213", message, f"write a [[{table.name}]], or leave it out", path)
    for position, item in enumerate(raw):
        if isinstance(item, dict):
            found.append((cast("dict[str, object]", item), (*path, position)))
        else:
            message = f"item {position + 1} of {table.name} is {kind_of(item)}, not a table"
            reading.note("SCH201", message, f"write [[{table.name}]]", (*path, position))
    return found


def _is_table(value: object) -> bool:
    """Whether a value was written under a header, or could have been."""
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, dict) for item in items)


def _without_owner(reading: Reading, table: Table, raw: dict[str, object]) -> list[tuple[dict[str, object], Path]]:
    """Note tables inside a table that itself stands nowhere, such as [rule.repeat] before any [[rule]]."""
    names = tuple(key.name for key in KEYS_OF[table.name])
    for name in raw:
        if name in names:
            message = f"[{table.name}.{name}] stands in no [[{table.name}]]"
            _wrong_form(reading, (table.name, name), message, f"put it behind the [[{table.name}]] to which it belongs")
        else:
            message = f"unknown key {quoted(name)} in {table.name}"
            what = f"keys of {table.name}"
            reading.note_unknown("SCH101", message, name, names, what, (table.name, name), at_key=True)
    return []


def _wrong_form(reading: Reading, path: Path, message: str, fix: str) -> None:
    reading.note("SCH113", message, fix, path, at_key=True)


def _read_table(reading: Reading, table: Table, raw: dict[str, object], path: Path, above: Evidence) -> Sheet:
    silent = Reading(reading.document)
    evidence = read_evidence(silent, raw, path, above) if table.evidence else above
    sheet = Sheet(table.name, path, reading.document.key_span(path), evidence)
    keys = KEYS_OF[table.name]
    names = tuple(key.name for key in keys)
    for name in raw:
        if name not in names:
            message = f"unknown key {quoted(name)} in {table.name}"
            reading.note_unknown("SCH101", message, name, names, f"keys of {table.name}", (*path, name), at_key=True)
    for key in keys:
        _read_key(reading, sheet, key, raw)
    if table.evidence and evidence.mark is None and "mark" not in raw and _needs_mark(raw):
        message = f"the table {_title(sheet)} has no mark"
        fix = "add mark = … to it, or to [scheme] for all tables"
        reading.faults.append(fault("SCH206", message, fix, sheet.span))
    return sheet


def _needs_mark(raw: dict[str, object], levels: int = 2) -> bool:
    """Whether anything in a table, apart from its name, does not say itself how it is known."""
    inner = [cast("dict[str, object]", value) for value in raw.values() if isinstance(value, dict)]
    plain = [key for key, value in raw.items() if key not in _NOT_EVIDENCE and not isinstance(value, dict)]
    if plain or (inner and levels == 0):
        return True
    return any("mark" not in value and _needs_mark(value, levels - 1) for value in inner)


def _read_key(reading: Reading, sheet: Sheet, key: Key, raw: dict[str, object]) -> None:
    path = (*sheet.path, key.name)
    if key.name not in raw:
        _note_absent(reading, sheet, key)
        return
    sheet.given.add(key.name)
    value: Value | Points | Sheet
    if key.type == "table":
        value = _read_inner(reading, sheet, key, raw[key.name], path)
    else:
        value = READER_OF[key.type](reading, key, raw[key.name], path, sheet.evidence)
    if value is not None:
        sheet.values[key.name] = value


def _read_inner(reading: Reading, sheet: Sheet, key: Key, raw: object, path: Path) -> Sheet | None:
    if isinstance(raw, dict):
        table = TABLE_NAMED[f"{key.table}.{key.name}"]
        return _read_table(reading, table, cast("dict[str, object]", raw), path, sheet.evidence)
    message = f'"{key.name}" of {key.table} holds {kind_of(raw)}, not a table'
    fix = f"write {key.name} = {{ … }}"
    reading.note("SCH201", message, fix, path)
    return None


def _note_absent(reading: Reading, sheet: Sheet, key: Key) -> None:
    if key.required:
        message = f'"{key.name}" is missing in {_title(sheet)}'
        fix = f"add {key.name} = … : {key.text}"
        reading.faults.append(fault("SCH301", message, fix, sheet.span))
    elif isinstance(key.default, Decimal):
        sheet.values[key.name] = Figure(key.default, "assumed", key.default, key.default, (ASSUMPTION,))
    elif key.default is not None:
        sheet.values[key.name] = key.default


def _title(sheet: Sheet) -> str:
    return f'{sheet.table} "{sheet.id}"' if sheet.id else sheet.table
