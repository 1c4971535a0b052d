"""Figures and points: a number, its band, how it is known and who says so."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, cast

from glasstown.scheme.grammar import KEYS_OF
from glasstown.scheme.key import Key
from glasstown.scheme.model_rules import PointRange
from glasstown.scheme.numbers import read_number
from glasstown.scheme.places import Path
from glasstown.scheme.sheet import Evidence, Points, Reading
from glasstown.scheme.words import kind_of, quoted
from glasstown.vocab.evidence import ASSUMPTION, MARKS, MARKS_THAT_NEED_A_BAND, Figure

MARKS_THAT_NEED_A_CITE: Final = ("documented", "reported", "derived", "contested")
"""A figure with one of these marks is refused unless it names a source."""

_PAIR: Final = 2
_FIGURE_KEYS: Final = tuple(key.name for key in KEYS_OF["figure"])


def read_figure(reading: Reading, key: Key, raw: object, path: Path, above: Evidence) -> Figure | None:
    """A figure, bare or in full, or nothing after saying what is wrong."""
    parts = _parts(reading, key, raw, path)
    if parts is None:
        return None
    evidence = read_evidence(reading, parts, path, above)
    value = read_number(reading, key, parts["value"], _value_path(raw, path))
    band = _read_band(reading, key, parts, path)
    known = _check_evidence(reading, key, evidence, band, path, banded="band" in parts)
    if value is None or not known:
        return None
    if band is not None and not _contains(reading, key, band, (value, value), path):
        return None
    low, high = band if band is not None else (None, None)
    return Figure(value, evidence.mark or "", low, high, evidence.cite)


def read_points(reading: Reading, key: Key, raw: object, path: Path, above: Evidence) -> Points | None:
    """Points of a rule: one number, or two where an official chooses between them."""
    parts = _parts(reading, key, raw, path)
    if parts is None:
        return None
    evidence = read_evidence(reading, parts, path, above)
    value = _read_range(reading, key, parts["value"], _value_path(raw, path))
    band = _read_band(reading, key, parts, path)
    known = _check_evidence(reading, key, evidence, band, path, banded="band" in parts)
    if value is None or not known:
        return None
    if band is not None and not _contains(reading, key, band, value, path):
        return None
    return Points(value, evidence.mark or "", evidence.cite, band)


def read_evidence(reading: Reading, parts: dict[str, object], path: Path, above: Evidence) -> Evidence:
    """Mark and sources of a table or figure; what it does not say comes from around it."""
    own = read_mark(reading, parts["mark"], (*path, "mark")) if "mark" in parts else None
    mark = own or above.mark
    if "cite" in parts:
        return Evidence(mark, read_cites(reading, parts["cite"], (*path, "cite")) or above.cite)
    if mark == "assumed" and (own is not None or not above.cite):
        return Evidence(mark, (ASSUMPTION,))
    return Evidence(mark, above.cite)


def read_mark(reading: Reading, raw: object, path: Path) -> str | None:
    """A mark, or nothing after saying that it is none."""
    if isinstance(raw, str) and raw in MARKS:
        return raw
    name = raw if isinstance(raw, str) else ""
    message = f"{quoted(name)} is not a mark" if name else f"a mark is text, not {kind_of(raw)}"
    reading.note_unknown("SCH107", message, name, MARKS, "marks", path)
    return None


def read_cites(reading: Reading, raw: object, path: Path) -> tuple[str, ...]:
    """Keys of sources. Whether they exist is asked once the whole file is read."""
    items = cast("list[object]", raw) if isinstance(raw, list) else [raw]
    found: list[str] = []
    for position, item in enumerate(items):
        place = (*path, position) if isinstance(raw, list) else path
        if isinstance(item, str) and item:
            found.append(item)
            reading.cited.append((place, item))
        else:
            message = f"a source key is text, not {kind_of(item)}" if item != "" else "a source key is empty"
            fix = 'write cite = ["key"] with keys of the library or of a [[reference]]'
            reading.note("SCH201", message, fix, place)
    return tuple(dict.fromkeys(found))


def _parts(reading: Reading, key: Key, raw: object, path: Path) -> dict[str, object] | None:
    """The keys of a figure written in full; a bare number is one that says its value only."""
    if not isinstance(raw, dict):
        return {"value": raw}
    parts = cast("dict[str, object]", raw)
    for name in parts:
        if name not in _FIGURE_KEYS:
            message = f'unknown key {quoted(name)} in the figure "{key.name}"'
            reading.note_unknown("SCH101", message, name, _FIGURE_KEYS, "keys of a figure", (*path, name), at_key=True)
    if "value" not in parts:
        message = f'the figure "{key.name}" of {key.table} has no value'
        reading.note("SCH301", message, "write { value = … }", path)
        return None
    return parts


def _value_path(raw: object, path: Path) -> Path:
    return (*path, "value") if isinstance(raw, dict) else path


def _read_range(reading: Reading, key: Key, raw: object, path: Path) -> PointRange | None:
    if not isinstance(raw, list):
        number = read_number(reading, key, raw, path)
        return None if number is None else (number, number)
    return _read_pair(reading, key, cast("list[object]", raw), path)


def _read_band(reading: Reading, key: Key, parts: dict[str, object], path: Path) -> PointRange | None:
    if "band" not in parts:
        return None
    raw, place = parts["band"], (*path, "band")
    if isinstance(raw, list):
        return _read_pair(reading, key, cast("list[object]", raw), place, code="SCH203")
    message = f'the band of "{key.name}" holds {kind_of(raw)}, not two numbers'
    reading.note("SCH201", message, "write band = [least, greatest]", place)
    return None


def _read_pair(reading: Reading, key: Key, raw: list[object], path: Path, code: str = "SCH212") -> PointRange | None:
    if len(raw) != _PAIR:
        message = f'"{key.name}" of {key.table} has a list of {len(raw)} here; it takes two numbers'
        reading.note("SCH201", message, "write [least, greatest]", path)
        return None
    low = read_number(reading, key, raw[0], (*path, 0))
    high = read_number(reading, key, raw[1], (*path, 1))
    if low is None or high is None:
        return None
    if low > high:
        message = f'"{key.name}" of {key.table} goes from {low} down to {high}'
        reading.note(code, message, f"write [{high}, {low}]", path)
        return None
    return low, high


def _check_evidence(
    reading: Reading, key: Key, evidence: Evidence, band: PointRange | None, path: Path, *, banded: bool
) -> bool:
    """Whether the figure says how it is known. Where not even its table does, the table is told."""
    if evidence.mark is None:
        return False
    good = True
    name = f'"{key.name}" of {key.table}'
    quoted_as_told = evidence.mark == "contested" and reading.quotes
    if evidence.mark in MARKS_THAT_NEED_A_BAND and band is None and not banded and not quoted_as_told:
        message = f"{name} is {evidence.mark} and has no band"
        fix = f'write {{ value = …, band = [least, greatest], mark = "{evidence.mark}" }}'
        reading.note("SCH205", message, fix, path)
        good = False
    if evidence.mark in MARKS_THAT_NEED_A_CITE and not evidence.cite:
        message = f"{name} is {evidence.mark} and names no source"
        reading.note("SCH207", message, 'add cite = ["key"] to it or to its table', path)
        good = False
    return good


def _contains(reading: Reading, key: Key, band: PointRange, value: tuple[Decimal, Decimal], path: Path) -> bool:
    if band[0] <= value[0] and value[1] <= band[1]:
        return True
    outside = value[0] if value[0] < band[0] else value[1]
    message = f'"{key.name}" of {key.table} is {outside}, outside its band of {band[0]} to {band[1]}'
    reading.note("SCH204", message, "widen the band, or change the value", (*path, "band"))
    return False
