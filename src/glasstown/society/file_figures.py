"""Figures of a society file: a number with its band, mark and sources, every fault told at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast

from glasstown.society.file_text import FileFaults
from glasstown.society.grammar import FILE_TABLES, KEYS_OF, Key
from glasstown.vocab.evidence import MARKS, MARKS_THAT_NEED_A_BAND, Figure
from glasstown.vocab.places import Path as Keys
from glasstown.vocab.wording import hidden_in, kind_of, meant, quoted

EVIDENCE: Final = ("value", "band", "mark", "cite")
MOST_DIGITS: Final = 20


@dataclass(slots=True)
class Desk:
    """What is at hand while a society file is read: its faults, its sources, and how its figures are known."""

    faults: FileFaults
    sources: dict[str, str]
    mark: str = ""
    cite: tuple[str, ...] = ()


def number(desk: Desk, raw: object, what: str, keys: Keys) -> Decimal | None:
    """A finite number of at most 20 digits, exactly as written."""
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        desk.faults.note(
            "SOC-number",
            f"{what} holds {kind_of(raw)}, not a number",
            "tables are built from it",
            "write a plain decimal number",
            keys,
        )
        return None
    value = Decimal(raw) if isinstance(raw, Decimal) or abs(raw) < 10**MOST_DIGITS else Decimal("NaN")
    if not value.is_finite() or len(value.as_tuple().digits) > MOST_DIGITS or abs(value.adjusted()) > MOST_DIGITS:
        desk.faults.note(
            "SOC-number",
            f"{what} is no number of at most {MOST_DIGITS} digits",
            "tables are built from it",
            "write a plain decimal number",
            keys,
        )
        return None
    return value


def figure(desk: Desk, raw: object, what: str, keys: Keys) -> Figure | None:
    """A figure, written as a number alone or as a table of value, band, mark and cite."""
    if not isinstance(raw, dict):
        value = number(desk, raw, what, keys)
        return None if value is None else _with_evidence(desk, value, {}, what, keys)
    record = cast("dict[str, object]", raw)
    for name in record:
        if name not in EVIDENCE:
            unknown_key(desk, name, EVIDENCE, f"keys of {what}", (*keys, name))
    if "value" not in record:
        desk.faults.note("SOC-missing", f"{what} has no value", "nothing can be made of it", "add value = ...", keys)
        return None
    value = number(desk, record["value"], what, (*keys, "value"))
    return None if value is None else _with_evidence(desk, value, record, what, keys)


def _with_evidence(desk: Desk, value: Decimal, record: Mapping[str, object], what: str, keys: Keys) -> Figure | None:
    before = len(desk.faults.found)
    low, high = _band(desk, record, what, keys)
    mark = record.get("mark", desk.mark)
    cite = sources_cited(desk, record["cite"], (*keys, "cite")) if "cite" in record else desk.cite
    unread = "band" in record and (low is None or high is None)  # what is wrong with it was told
    ends = (value, value, value) if unread else (value, low, high)
    _check(desk, ends, mark, cite, what, keys)
    return Figure(value, str(mark), low, high, cite) if len(desk.faults.found) == before else None


def _band(desk: Desk, record: Mapping[str, object], what: str, keys: Keys) -> tuple[Decimal | None, Decimal | None]:
    if "band" not in record:
        return None, None
    raw = record["band"]
    ends = cast("list[object]", raw) if isinstance(raw, list) else []
    if len(ends) != 2:
        desk.faults.note(
            "SOC-band",
            f"the band of {what} is {kind_of(raw)}, not two numbers",
            "a band says how far a figure may be wrong",
            "write band = [least, greatest]",
            (*keys, "band"),
        )
        return None, None
    low, high = (number(desk, end, f"the band of {what}", (*keys, "band")) for end in ends)
    if low is not None and high is not None and low > high:
        desk.faults.note(
            "SOC-band",
            f"the band of {what} goes from {low} to {high}",
            "a band goes from its least to its greatest value",
            "write the smaller number first",
            (*keys, "band"),
        )
        return None, None
    return low, high


def _check(
    desk: Desk,
    ends: tuple[Decimal, Decimal | None, Decimal | None],
    mark: object,
    cite: tuple[str, ...],
    what: str,
    keys: Keys,
) -> None:
    value, low, high = ends
    if mark not in MARKS:
        said = f"mark {quoted(str(mark))} is unknown" if mark else f"{what} has no mark"
        desk.faults.note("SOC-mark", said, "every figure says how it is known", meant(str(mark), MARKS, "marks"), keys)
    if mark in MARKS_THAT_NEED_A_BAND and (low is None or high is None):
        desk.faults.note(
            "SOC-band",
            f"{what}: an {mark} figure has no band",
            "a guess without a band looks like a fact",
            "add band = [least, greatest]",
            keys,
        )
    if low is not None and high is not None and not low <= value <= high:
        desk.faults.note(
            "SOC-band",
            f"{what}: {value} lies outside its band {low} to {high}",
            "the band must hold the value",
            "correct the value or the band",
            keys,
        )
    if not cite:
        desk.faults.note(
            "SOC-source",
            f"{what} names no source",
            "every figure names where it is from",
            'add cite = ["..."] here or in [society]; a guess cites "assumption"',
            keys,
        )


def sources_cited(desk: Desk, raw: object, keys: Keys) -> tuple[str, ...]:
    """Keys of sources, each of which must be known."""
    items = cast("list[object]", raw) if isinstance(raw, list) else [raw]
    for item in items:
        if not isinstance(item, str) or item not in desk.sources:
            desk.faults.note(
                "SOC-source",
                f"source {quoted(str(item))} is unknown",
                "every figure names where it is from",
                f"{meant(str(item), desk.sources, 'sources')}; or add a [[source]]",
                keys,
            )
    return tuple(item for item in items if isinstance(item, str))


def unknown_key(desk: Desk, name: str, known: tuple[str, ...], what: str, keys: Keys) -> None:
    """Note a key that nothing reads, with the nearest one that something does."""
    desk.faults.note(
        "SOC-key",
        f"unknown key {quoted(name)}",
        "a society file holds aggregates and their sources; a key that nothing reads would be without effect",
        meant(name, known, what),
        keys,
    )


def check_keys(desk: Desk, table: str, record: Mapping[str, object], keys: Keys) -> bool:
    """Note unknown and missing keys of one table; says whether all that are required are there."""
    known: tuple[Key, ...] = KEYS_OF[table]
    for name in record:
        if name not in {key.name for key in known}:
            unknown_key(desk, name, tuple(key.name for key in known), f"keys of {table}", (*keys, name))
    for key in known:
        raw = record.get(key.name)
        if isinstance(raw, str) and (hidden := hidden_in(raw, lines=(table, key.name) == ("source", "citation"))):
            _note_hidden(desk, key, hidden, keys)
    missing = [key for key in known if key.required and key.name not in record]
    for key in missing:
        desk.faults.note(
            "SOC-missing",
            f'"{key.name}" is missing in {table}',
            "the model cannot guess it",
            f"add {key.name} = ... : {key.text}",
            keys,
        )
    return not missing


def _note_hidden(desk: Desk, key: Key, hidden: str, keys: Keys) -> None:
    desk.faults.note(
        "SOC-text",
        f'"{key.name}" of {key.table} holds {hidden}',
        "it would steer the terminal, or show other words than the file holds",
        "take it out, or write it in words",
        (*keys, key.name),
    )


def instances(desk: Desk, table: str) -> list[tuple[Mapping[str, object], Keys]]:
    """Every table of one name in the file, with where it stands."""
    raw = desk.faults.document.values.get(table, [])
    many = next(one.many for one in FILE_TABLES if one.name == table)
    if (
        isinstance(raw, list)
        and many
        and (raw or table not in desk.faults.document.values)
        and all(isinstance(item, dict) for item in cast("list[object]", raw))
    ):
        return [(item, (table, i)) for i, item in enumerate(cast("list[dict[str, object]]", raw))]
    if isinstance(raw, dict) and not many:
        return [(cast("dict[str, object]", raw), (table,))]
    desk.faults.note(
        "SOC-form",
        f'"{table}" holds {kind_of(raw)}' if raw != [] else f'"{table}" is an empty list',
        "the number of brackets says how many there may be",
        f"write [[{table}]]" if many else f"write [{table}]",
        (table,),
    )
    return []
