"""A scheme file may take over a shipped one and say only what is otherwise.

`scheme.base` names it, `scheme.without` leaves parts of it out, and every table of the file changes the keys that it
gives: of the table with the same id, or a new one after those of the base. What is read, run and kept in a run folder
is the whole that this makes; a place in a message is that of the line which says it, in whichever file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, cast

from glasstown.scheme.faults import fault
from glasstown.scheme.grammar import KEYS_OF, TABLE_NAMED, TOP_TABLES
from glasstown.scheme.key import Table
from glasstown.scheme.library.catalogue import SCHEMES, find
from glasstown.scheme.places import Path, Place
from glasstown.scheme.text import Document, Raw, parse_document
from glasstown.scheme.words import meant, quoted
from glasstown.vocab.errors import Diagnostic, InputFaultsError

BASE: Final = "base"
WITHOUT: Final = "without"
TAKEN_FROM: Final = "taken_from"

OWN_HEAD: Final = ("id", "title", "title_zh", "status", "evidence")
"""What a file says of itself and never takes over."""

EVERY: Final = "*"

_MOST_TOLD: Final = 5
"""Lines of a base that one message names."""

EVIDENCE: Final = ("mark", "cite")
"""How a table is known. What a file says of a table that it changes holds for what it changes, and for nothing else."""

FIGURES: Final = ("figure", "points")
"""Types of keys that can say themselves how they are known."""

Entries = dict[str, Raw]


class Row(NamedTuple):
    """One table as written: its keys, and where it stands in which document."""

    keys: Entries
    document: Document
    path: Path


def take_over(document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The whole that a file and its base make, and the faults of how it names them.

    A file without a base comes back as it is.

    Raises:
        InputFaultsError: there is no such base; what else is wrong with the file cannot be known.
    """
    head = document.values.get("scheme")
    name = cast("Entries", head).get(BASE) if isinstance(head, dict) else None
    if not isinstance(name, str):
        return document, tuple(_left_out_of_nothing(document))
    if name not in SCHEMES:
        message = f"there is no shipped scheme {quoted(name)} to take over"
        where = document.span(("scheme", BASE))
        raise InputFaultsError((fault("SCH330", message, meant(name, SCHEMES, "shipped schemes"), where),))
    file = find(name)
    base, _ = take_over(parse_document(file.read_bytes(), file.name))
    faults = (*_nothing_left_out(document, base), *_unmarked(document, base), *_said_twice(document))
    return _merged(document, base, name), faults


def _merged(own: Document, base: Document, taken_from: str) -> Document:
    """Both as one document; tables that the grammar has not are kept, to be refused where they stand."""
    unknown = {name: raw for name, raw in own.values.items() if name not in TABLE_NAMED}
    values, places = dict(unknown), {path: place for path, place in own.places.items() if path[0] in unknown}
    left_out = frozenset(name for _, name in _left_out(own))
    for table in TOP_TABLES:
        together = [(path, _joined(rows, path, places)) for path, rows in _together(table, own, base, left_out).items()]
        wrong_form = own.values.get(table.name)
        if wrong_form is not None and not _rows(own, table):
            values[table.name] = wrong_form
            places |= {path: place for path, place in own.places.items() if path[0] == table.name}
        elif together:
            values[table.name] = [keys for _, keys in together] if len(together[0][0]) > 1 else together[0][1]
            places |= {path: place for path, place in own.places.items() if path == (table.name,)}
    head = cast("Entries", values["scheme"])
    done = (BASE, WITHOUT) if isinstance(head.get(WITHOUT, []), list) else (BASE,)  # else its form is refused
    values["scheme"] = {key: raw for key, raw in head.items() if key not in done} | {TAKEN_FROM: taken_from}
    return Document(own.name, own.text, values, places, own.first_line, merged=True)


def _together(table: Table, own: Document, base: Document, left_out: frozenset[str]) -> dict[Path, list[Row]]:
    """Rows that make one table, by the path it has in the whole: first those of the base."""
    found: dict[Path, list[Row]] = {}
    of_id: dict[str, Path] = {}
    rows = (*_rows(base, table), *_rows(own, table))
    listed = table.many and not (table.alone and all(len(row.path) == 1 for row in rows))
    for row in rows:
        name = str(row.keys.get("id", ""))
        if row.document is base and {table.name, f"{table.name}:{name}", f"{table.name}:{EVERY}"} & left_out:
            continue
        path: Path = (table.name, len(found)) if listed else (table.name,)
        if listed and row.document is own and name in of_id:
            path = of_id[name]
        elif (name or table.alone) and row.document is base:
            of_id[name] = path
        found.setdefault(path, []).append(row)
    return found


def _joined(rows: list[Row], path: Path, places: dict[Path, Place]) -> Entries:
    """One table from several, the later ones changing the keys that they give; its places are written down."""
    joined: Entries = {}
    for written, document, at in rows:
        is_changed = TABLE_NAMED[str(path[0])].evidence and document is not rows[-1].document
        keys = _as_known(written, str(path[0])) if is_changed else written
        taken = {
            key: raw for key, raw in keys.items() if path != ("scheme",) or not _is_of_another(key, document, rows)
        }
        joined |= taken
        places |= {(*path, *old[len(at) :]): place for old, place in document.places.items() if old[: len(at)] == at}
    return joined


def _as_known(keys: Entries, table: str, above: Entries | None = None) -> Entries:
    """The keys of a table that another file changes: each figure says itself how it is known, as its table did."""
    evidence = {**(above or {}), **{key: keys[key] for key in EVIDENCE if key in keys}}
    known: Entries = {}
    for key in KEYS_OF[table]:
        raw = keys.get(key.name)
        if key.name in EVIDENCE or raw is None:
            continue
        inner = f"{table}.{key.name}"
        if inner in TABLE_NAMED and isinstance(raw, dict):
            known[key.name] = _as_known(cast("Entries", raw), inner, evidence)
        elif key.type in FIGURES:
            own = cast("Entries", raw) if isinstance(raw, dict) else {"value": raw}
            known[key.name] = own if "mark" in own else {**own, **evidence}
        else:
            known[key.name] = raw
    return known


def _is_of_another(key: str, document: Document, rows: list[Row]) -> bool:
    """Whether a key of the head is what only the base says of itself."""
    return key in OWN_HEAD and document is not rows[-1].document


def _rows(document: Document, table: Table) -> list[Row]:
    """The tables of one name, in the order of the file."""
    raw = document.values.get(table.name)
    if table.many and not (table.alone and isinstance(raw, dict)):
        listed = enumerate(cast("list[Raw]", raw)) if isinstance(raw, list) else ()
        return [Row(cast("Entries", one), document, (table.name, n)) for n, one in listed if isinstance(one, dict)]
    return [Row(cast("Entries", raw), document, (table.name,))] if isinstance(raw, dict) else []


def _left_out(own: Document) -> Iterator[tuple[Path, str]]:
    """What a file leaves out of its base, with the place of each."""
    names = cast("Entries", own.values["scheme"]).get(WITHOUT)
    for place, name in enumerate(cast("list[Raw]", names) if isinstance(names, list) else ()):
        yield ("scheme", WITHOUT, place), str(name)


def still_named(document: Document, faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The fault of a file that leaves something out, where lines of its base are at fault without it.

    Args:
        document: the file as written.
        faults: of the whole that it makes with its base.
    """
    head = document.values.get("scheme")
    if not isinstance(head, dict) or WITHOUT not in head:
        return ()
    places = {
        (one.span.file, one.span.line)
        for one in faults
        if one.severity == "error" and one.span and one.span.file != document.name
    }
    if not places:
        return ()
    told = [f"{file}:{line}" for file, line in sorted(places)]
    more = f" and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
    message = f"what is left out is still named in {', '.join(told[:_MOST_TOLD])}{more}"
    fix = "leave out the tables of those lines too, or give them in this file with something else to name"
    return (fault("SCH335", message, fix, document.span(("scheme", WITHOUT))),)


def _left_out_of_nothing(own: Document) -> Iterator[Diagnostic]:
    """`without` in a file that takes nothing over."""
    head = own.values.get("scheme")
    if isinstance(head, dict) and WITHOUT in head:
        message, fix = (
            "this file takes no scheme over, so there is nothing to leave out",
            "add base = …, or take it out",
        )
        yield fault("SCH331", message, fix, own.span(("scheme", WITHOUT)))


def _nothing_left_out(own: Document, base: Document) -> Iterator[Diagnostic]:
    """Names in `without` that the base has not: "rule:late-bill", "version:*", or "appeal" for a table without id."""
    known: set[str] = set()
    for table in TOP_TABLES:
        rows = _rows(base, table)
        known |= {f"{table.name}:{row.keys.get('id')}" for row in rows} | {f"{table.name}:{EVERY}" for _ in rows}
        if (table.alone or not table.many) and not table.required and rows:
            known.add(table.name)
    for path, name in _left_out(own):
        if name not in known:
            message = f"the scheme taken over has nothing that is called {quoted(name)}"
            fix = 'write a table and an id, such as "rule:late-bill" or "version:*", or the name of a table without id'
            yield fault("SCH331", message, fix, own.span(path))


def _unmarked(own: Document, base: Document) -> Iterator[Diagnostic]:
    """Tables that change what the base says, not how that is known; a mark for all would hold for the base as well."""
    for key in EVIDENCE:
        if key in cast("Entries", own.values["scheme"]):
            message = f"{key} of [scheme] would hold for all that is taken over"
            yield fault("SCH332", message, f"give {key} to each table of this file", own.span(("scheme", key)))
    for table in TOP_TABLES:
        ids = {row.keys.get("id") for row in _rows(base, table)}
        for row in _rows(own, table):
            if table.evidence and row.keys.get("id") in ids and "mark" not in row.keys:
                message = f"[{table.name}] changes what the scheme taken over says, not how that is known"
                yield fault("SCH332", message, "add mark = …", own.span(row.path))


def _said_twice(own: Document) -> Iterator[Diagnostic]:
    """Two tables of one id in one file: the later one would change the earlier one without a word."""
    for table in TOP_TABLES:
        seen: set[Raw] = set()
        for row in _rows(own, table):
            name = row.keys.get("id")
            if isinstance(name, str) and name in seen and table.many:
                message = f"{table.name} {quoted(name)} stands twice in this file"
                yield fault("SCH110", message, "give one of them another id", own.span((*row.path, "id")))
            seen.add(name if isinstance(name, str) else None)
