"""Remedies carried out on the text of a file: comments and everything that is not changed stay as they are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import cast

from tree_sitter import Node

from glasstown.review.contract import At, Edit, Remedy
from glasstown.review.remedies import quote
from glasstown.review.taken_over import TakenOver
from glasstown.vocab.places import parse_tree

_HEADERS = ("table", "table_array_element")
_KEYS = ("bare_key", "quoted_key", "dotted_key")


class EditError(Exception):
    """An edit that the text gives no hold for: what it names stands in no table of this file."""


def carried_out(text: str, remedy: Remedy, code: str, base: TakenOver | None = None) -> str:
    """The text after a remedy; lines that it writes say which rule proposed them.

    Args:
        text: the file.
        remedy: what to change in it.
        code: the rule that proposes it.
        base: what the file takes over; a change of that is written into the file, never into the base.

    Raises:
        EditError: the text does not hold what the remedy changes.
    """
    for edit in remedy.edits:
        text = _edited(text.encode(), edit, code, base).decode()
    return text


def _edited(data: bytes, edit: Edit, code: str, base: TakenOver | None) -> bytes:
    at, table = edit.at, _table(data, edit.at)
    pair = _pair(table, at.key) if table is not None else None
    is_given = base is not None and base.has(at)
    if edit.what == "set":
        if is_given and pair is None and "." in at.key:
            raise EditError(
                f"{at} stands in the base, and a file can only change {at.key.partition('.')[0]} as a whole"
            )
        return _set(data, table, edit, code)
    if edit.what == "drop-table" and (table is not None or is_given):
        data = data if table is None else _without_table(data, table)
        return leave_out(data, f"{at.table}:{at.id}" if at.id else at.table) if is_given else data
    if edit.what == "drop-item" and pair is None and base is not None:
        left = base.left_without(at, edit.value)
        if left is not None:
            return _set(data, table, Edit("set", at, f"[{', '.join(map(quote, left))}]"), code)
    if pair is None:
        why = "stands in the base, and a file cannot take a single key of it out" if is_given else "is not in this file"
        raise EditError(f"{at} {why}")
    if edit.what == "drop-key":
        return _cut_line(data, pair.start_byte, pair.end_byte)
    return _without_item(data, _value(pair), edit.value)


def leave_out(data: bytes, name: str) -> bytes:
    """Add a name to what the file leaves out of its base (`without` of its head)."""
    head = next(node for node in parse_tree(data).children if node.type == "table" and _header(node) == "scheme")
    pair = _pair(head, "without")
    if pair is None:
        end = data.find(b"\n", cast("Node", _pair(head, "base")).end_byte)
        return data[:end] + f"\nwithout = [{quote(name)}]".encode() + data[end:]
    items = [child for child in _value(pair).children if child.is_named and child.type != "comment"]
    end = items[-1].end_byte
    return data[:end] + f", {quote(name)}".encode() + data[end:]


def _table(data: bytes, at: At) -> Node | None:
    """The table of a name; of several that with the id."""
    for node in parse_tree(data).children:
        if node.type in _HEADERS and _header(node) == at.table:
            named = _pair(node, "id")
            if not at.id or (named is not None and _plain(_value(named)) == at.id):
                return node
            if at.table == "scheme" or (named is None and node.type == "table"):
                return node
    return None


def _header(node: Node) -> str:
    key = next((child for child in node.children if child.type in _KEYS), None)
    return (key.text or b"").decode() if key else ""


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    for child in node.children:
        if child.type == "pair":
            yield _header(child).replace(" ", ""), child


def _pair(node: Node, key: str) -> Node | None:
    """The line of a key, which may stand in an inline table: "watch.urban"."""
    for name, pair in _pairs(node):
        if name == key:
            return pair
        if key.startswith(f"{name}.") and _value(pair).type == "inline_table":
            return _pair(_value(pair), key[len(name) + 1 :])
    return None


def _value(pair: Node) -> Node:
    return next(child for child in reversed(pair.children) if child.is_named and child.type != "comment")


def _plain(node: Node) -> object:
    return tomllib.loads(f"value = {(node.text or b'').decode()}")["value"]


def _set(data: bytes, table: Node | None, edit: Edit, code: str) -> bytes:
    note = f"   # proposed by glasstown review: {code}".encode()
    value = edit.value.encode()
    if table is None:
        head = f'[[{edit.at.table}]]\nid = "{edit.at.id}"' if edit.at.id else f"[{edit.at.table}]"
        line = f"\n{head}\n{edit.at.key} = {edit.value}".encode()
        return data.rstrip(b"\n") + b"\n" + line + note + b'\nmark = "assumed"\n'
    pair = _pair(table, edit.at.key)
    if pair is None:
        start = data.find(b"\n", table.start_byte) + 1 or len(data)
        return data[:start] + f"{edit.at.key} = {edit.value}".encode() + note + b"\n" + data[start:]
    old = _value(pair)
    end = data.find(b"\n", old.end_byte)
    end = len(data) if end < 0 else end
    rest = data[old.end_byte : end]
    return data[: old.start_byte] + value + rest + (b"" if rest.strip() else note) + data[end:]


def _without_table(data: bytes, table: Node) -> bytes:
    """Cut a table with the tables inside it, and leave comments behind it for what follows."""
    inner = f"{_header(table)}."
    end = _end(table)
    after = [node for node in parse_tree(data).children if node.type in _HEADERS and node.start_byte > table.start_byte]
    for node in after:
        if not _header(node).startswith(inner):
            break
        end = _end(node)
    line = data.find(b"\n", end)
    stop = len(data) if line < 0 else line + 1
    rest = data[stop:]
    return data[: table.start_byte] + (rest[1:] if rest.startswith(b"\n") else rest)


def _end(table: Node) -> int:
    return max((pair.end_byte for _, pair in _pairs(table)), default=table.start_byte)


def _cut_line(data: bytes, start: int, end: int) -> bytes:
    first = data.rfind(b"\n", 0, start) + 1
    last = data.find(b"\n", end)
    return data[:first] + (b"" if last < 0 else data[last + 1 :])


def _without_item(data: bytes, array: Node, item: str) -> bytes:
    """Take one text out of a list, with the comma beside it."""
    items = [child for child in array.children if child.is_named and child.type != "comment"]
    kept = [one for one in items if _plain(one) != item]
    if len(kept) == len(items):
        raise EditError(f'"{item}" stands in no such list here')
    if not kept:
        return data[: array.start_byte] + b"[]" + data[array.end_byte :]
    gone = next(one for one in items if _plain(one) == item)
    place = items.index(gone)
    if place + 1 < len(items):
        return data[: gone.start_byte] + data[items[place + 1].start_byte :]
    return data[: items[place - 1].end_byte] + data[gone.end_byte :]
