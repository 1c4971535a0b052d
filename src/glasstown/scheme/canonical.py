"""A scheme file in its one canonical form: tables and keys in the order of the grammar, numbers in one way.

What is read from it is equal to what was read before, apart from the text and its places; writing it once
more changes nothing. Tables of one name keep their order, which may mean something (grades stand from best
to worst). Comments are not kept.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, cast

from glasstown.scheme.grammar import KEYS_OF, TABLE_NAMED, TOP_TABLES
from glasstown.scheme.key import Key
from glasstown.scheme.model import Scheme
from glasstown.scheme.text import parse_document

WIDTH: Final = 100
"""Columns after which a list or an inner table is broken over several lines."""

_ESCAPED: Final = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_UNSEEN: Final = ("Cc", "Cf", "Cn", "Co", "Zl", "Zp")
_LONGEST_TEXT: Final = 300
"""Letters of a text on one line, ten bytes each at most: the reader refuses lines of more than 4,000 bytes."""

_BASIC_PLANE: Final = 0xFFFF

Table = Mapping[str, object]


def canonical_text(scheme: Scheme) -> str:
    """Write a scheme in its canonical form.

    Args:
        scheme: a scheme as it was read; its text is what is written anew.

    Returns:
        TOML that reads as an equal scheme.
    """
    return canonical_of(parse_document(scheme.text.encode(), scheme.id).values)


def canonical_of(values: Table) -> str:
    """The canonical form of values that were read without a fault."""
    blocks = [_block(header, KEYS_OF[name], table) for name, header, table in _tables(values)]
    return "\n\n".join(blocks) + "\n"


def _tables(values: Table) -> Iterator[tuple[str, str, Table]]:
    """Name, header and content of every table, in the order of the grammar."""
    for table in TOP_TABLES:
        raw = values.get(table.name)
        if isinstance(raw, list):
            for one in cast("list[Table]", raw):
                yield table.name, f"[[{table.name}]]", one
        elif raw is not None:
            yield table.name, f"[{table.name}]", cast("Table", raw)


def _block(header: str, keys: tuple[Key, ...], table: Table) -> str:
    """One table with its header."""
    return "\n".join([header, *_lines(keys, table)])


def _lines(keys: tuple[Key, ...], table: Table, above: str = "") -> Iterator[str]:
    """The keys that a table gives, each `key = value`; an inner table too wide for a line is written key by key."""
    for key in keys:
        if key.name not in table:
            continue
        name = above + key.name
        value = _ordered(key, table[key.name])
        line = f"{name} = {_value(value, WIDTH - len(name) - 3)}"
        inner = TABLE_NAMED.get(f"{key.table}.{key.name}")
        if inner is not None and isinstance(value, dict) and value and len(line) > WIDTH:
            yield from _lines(KEYS_OF[inner.name], cast("Table", value), f"{name}.")
        else:
            yield line


def _ordered(key: Key, raw: object) -> object:
    """A value with the keys of its inner tables in order, and every figure and citation in one form."""
    inner = TABLE_NAMED.get(f"{key.table}.{key.name}")
    if inner is not None:
        if isinstance(raw, list):
            return [_in_order(KEYS_OF[inner.name], one) for one in cast("list[Table]", raw)]
        return _in_order(KEYS_OF[inner.name], cast("Table", raw))
    if key.type == "cites":
        return list(dict.fromkeys(cast("list[str]", raw) if isinstance(raw, list) else [cast("str", raw)]))
    if key.type == "points":
        return _points(raw)
    return _figure(raw) if isinstance(raw, dict) else raw


def _in_order(keys: tuple[Key, ...], table: Table) -> dict[str, object]:
    """The keys that a table gives, in the order of the grammar."""
    return {key.name: _ordered(key, table[key.name]) for key in keys if key.name in table}


def _figure(raw: object) -> object:
    """A figure in full, or the bare number where it says nothing else."""
    parts = _in_order(KEYS_OF["figure"], cast("Table", raw))
    return parts["value"] if set(parts) == {"value"} else parts


def _points(raw: object) -> object:
    """Points; two equal numbers leave no choice and are written as one."""
    if isinstance(raw, dict):
        parts = cast("dict[str, object]", raw)
        return _figure(parts | {"value": _points(parts["value"])})
    if isinstance(raw, list):
        low, high = cast("list[Decimal]", raw)
        return low if low == high else raw
    return raw


def _value(value: object, width: int) -> str:
    """A value as TOML, on one line where it fits."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return _number(Decimal(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return _inline(cast("Table", value))
    return _list(cast("list[object]", value), width)


def _number(number: Decimal) -> str:
    """A number without a power of ten, without zeros that say nothing, and without a minus before zero."""
    return f"{number.normalize():f}" if number else "0"


def _inline(table: Table) -> str:
    """A table inside a line; only a long list breaks it."""
    inner = ", ".join(f"{name} = {_value(value, WIDTH)}" for name, value in table.items())
    return f"{{ {inner} }}" if inner else "{}"


def _list(items: Iterable[object], width: int) -> str:
    """A list on one line, or with one item a line."""
    parts = [_value(item, WIDTH) for item in items]
    line = f"[{', '.join(parts)}]"
    if len(line) <= width:
        return line
    return "[\n" + "".join(f"    {part},\n" for part in parts) + "]"


def _text(text: str) -> str:
    """A text in quotation marks; a very long one is broken where the reader joins it again."""
    if len(text) <= _LONGEST_TEXT:
        return f'"{_escaped(text)}"'
    pieces = [text[start : start + _LONGEST_TEXT] for start in range(0, len(text), _LONGEST_TEXT)]
    return '"""\\\n' + "\\\n".join(_unstarted(piece) for piece in pieces) + '"""'


def _unstarted(piece: str) -> str:
    """A piece of a long text; a space at its beginning would be lost with the break before it."""
    return f"\\u0020{_escaped(piece[1:])}" if piece.startswith(" ") else _escaped(piece)


def _escaped(text: str) -> str:
    """A text with everything escaped that TOML forbids or that nobody could see."""
    return "".join(_ESCAPED.get(letter) or (_code(letter) if _is_unseen(letter) else letter) for letter in text)


def _is_unseen(letter: str) -> bool:
    """Whether a letter leaves no mark on paper and is no space either."""
    return unicodedata.category(letter) in _UNSEEN


def _code(letter: str) -> str:
    """A letter by its number."""
    return f"\\u{ord(letter):04X}" if ord(letter) <= _BASIC_PLANE else f"\\U{ord(letter):08X}"
