"""A society file: a short TOML text of aggregates that takes over a shipped society and changes some of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

from glasstown.society.file_acts import read_overlays
from glasstown.society.file_figures import Desk, check_keys, instances, sources_cited, unknown_key
from glasstown.society.file_rows import Base, merged_tables
from glasstown.society.file_text import FileFaults, SocietyText, read_text
from glasstown.society.file_watch import read_watch
from glasstown.society.grammar import FILE_TABLES, ROW_TEXTS
from glasstown.society.overlays import Overlays
from glasstown.society.reading import Table
from glasstown.society.refit import household_weights
from glasstown.society.sums import check_sums
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.evidence import MARKS
from glasstown.vocab.names import is_name
from glasstown.vocab.wording import meant, quoted

FITTED: Final = "households_fitted"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A society that comes with the package: its tables by name, and its sources."""

    tables: Mapping[str, Table]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SocietyFile:
    """What a society file says once everything it takes over stands in it."""

    id: str
    title: str
    text: str
    tables: Mapping[str, Table]
    sources: Mapping[str, str]
    overlays: Overlays


def read_file(path: Path, shipped: Callable[[str], Shipped], ids: tuple[str, ...]) -> SocietyFile:
    """Read a society file.

    Args:
        path: the file.
        shipped: gives a society that comes with the package, by its id.
        ids: ids of those societies; the first says which unit each figure has.

    Raises:
        SocietyError: the file cannot be opened.
        InputFaultsError: it has faults; all are told at once, with file, line and column.
    """
    return understood(read_text(path), shipped, ids)


def overlays_as_read(
    path: Path, shipped: Callable[[str], Shipped], ids: tuple[str, ...]
) -> tuple[SocietyText, Overlays]:
    """What a file that may have faults says about acts, as far as it could be read; arguments as of `read_file`.

    Raises:
        SocietyError: the file cannot be opened.
        InputFaultsError: it is no TOML text.
    """
    document = read_text(path)
    desk, head, _ = _opened(document, shipped, ids)
    return document, _overlays(desk, head)


def _overlays(desk: Desk, head: Mapping[str, object]) -> Overlays:
    return replace(read_overlays(desk), watch=read_watch(desk, head))


def _opened(
    document: SocietyText, shipped: Callable[[str], Shipped], ids: tuple[str, ...]
) -> tuple[Desk, Mapping[str, object], Shipped | None]:
    """A desk with the sources and the evidence of a file, its head, and the society that it takes over."""
    desk = Desk(FileFaults(document), {})
    _refuse_unknown_tables(desk)
    head = _head(desk, ids)
    base_id = head.get("base")
    taken = shipped(base_id) if isinstance(base_id, str) and base_id in ids else None
    desk.sources.update(taken.sources if taken else {"assumption": shipped(ids[0]).sources["assumption"]})
    _read_sources(desk)
    _read_head_evidence(desk, head)
    return desk, head, taken


def understood(document: SocietyText, shipped: Callable[[str], Shipped], ids: tuple[str, ...]) -> SocietyFile:
    """Check everything a society file says, and complete it from its base."""
    desk, head, taken = _opened(document, shipped, ids)
    first = shipped(ids[0])
    units = {(name, row.keys): row.unit for name, table in first.tables.items() for row in table.rows}
    empty = {name: Table(name, ()) for name in (*ROW_TEXTS, FITTED)}
    base = Base(taken.tables if taken else empty, units, _replaced(desk, head))
    overlays = _overlays(desk, head)
    tables = merged_tables(desk, base)
    _finish(desk, tables, base)
    return SocietyFile(str(head["id"]), str(head["title"]), document.text, tables, desk.sources, overlays)


def _finish(desk: Desk, tables: dict[str, Table], base: Base) -> None:
    """Check what must hold between tables, and fit the households again where they follow something new."""
    if not desk.faults.found:
        tables[FITTED] = base.tables[FITTED]
        check_sums(tables, desk.faults, is_fitted=False)
    if not desk.faults.found:
        tables[FITTED] = household_weights(tables, base.tables, desk.faults)
    if desk.faults.found:
        raise InputFaultsError(tuple(sorted(desk.faults.found, key=lambda one: one.span.line if one.span else 0)))


def _refuse_unknown_tables(desk: Desk) -> None:
    known = tuple(table.name for table in FILE_TABLES)
    for name in desk.faults.document.values:
        if name not in known:
            unknown_key(desk, name, known, "tables of a society file", (name,))


def _head(desk: Desk, ids: tuple[str, ...]) -> Mapping[str, object]:
    """The table [society]; without a faultless one there is no name to go by."""
    document = desk.faults.document
    if "society" not in document.values:
        desk.faults.note(
            "SOC-missing",
            "the table [society] is missing",
            "it says what the file is about",
            "begin with [society] and id = ..., title = ..., base = ...",
            ("society",),
        )
    found = instances(desk, "society") if "society" in document.values else []
    record = found[0][0] if found else {}
    if found:
        check_keys(desk, "society", record, ("society",))
    name, base, title = record.get("id", ""), record.get("base"), record.get("title", "")
    if "id" in record and not (isinstance(name, str) and is_name(name) and name not in ids):
        desk.faults.note(
            "SOC-name",
            f"{quoted(str(name))} cannot be the id of a society file",
            "names are letters, digits and single hyphens, and those of shipped societies are taken",
            'write a name such as "my-society"',
            ("society", "id"),
        )
    if "title" in record and not (isinstance(title, str) and title.strip()):
        desk.faults.note(
            "SOC-name", "the title is no text", "people read it", "write a few words", ("society", "title")
        )
    if base is not None and base not in ids:
        desk.faults.note(
            "SOC-base",
            f"no shipped society is called {quoted(str(base))}",
            "a file takes over the figures of a society that comes with the package",
            meant(str(base), ids, "shipped societies"),
            ("society", "base"),
        )
    return record or {"id": "", "title": ""}


def _read_sources(desk: Desk) -> None:
    for record, keys in instances(desk, "source"):
        if not check_keys(desk, "source", record, keys):
            continue
        key, citation = record["key"], record["citation"]
        if not isinstance(key, str) or not isinstance(citation, str) or not key.strip() or not citation.strip():
            desk.faults.note(
                "SOC-source",
                "key and citation of a source are texts",
                "figures are traced by them",
                'write key = "..." and citation = "..."',
                keys,
            )
        elif key in desk.sources:
            desk.faults.note(
                "SOC-twice",
                f"the source {quoted(key)} is there already",
                "sources of one key cannot be told apart",
                "choose another key",
                (*keys, "key"),
            )
        else:
            desk.sources[key] = citation


def _read_head_evidence(desk: Desk, head: Mapping[str, object]) -> None:
    mark = head.get("mark")
    if isinstance(mark, str) and mark in MARKS:
        desk.mark = mark
    elif mark is not None:
        desk.faults.note(
            "SOC-mark",
            f"mark {quoted(str(mark))} is unknown",
            "every figure says how it is known",
            meant(str(mark), MARKS, "marks"),
            ("society", "mark"),
        )
    if "cite" in head:
        desk.cite = sources_cited(desk, head["cite"], ("society", "cite"))


def _replaced(desk: Desk, head: Mapping[str, object]) -> tuple[str, ...]:
    raw = head.get("replace", [])
    items = cast("list[object]", raw) if isinstance(raw, list) else [raw]
    for item in items:
        if item not in ROW_TEXTS:
            desk.faults.note(
                "SOC-key",
                f"{quoted(str(item))} is no table whose rows can be replaced",
                "only these have rows",
                meant(str(item), ROW_TEXTS, "tables"),
                ("society", "replace"),
            )
    return tuple(item for item in items if isinstance(item, str))
