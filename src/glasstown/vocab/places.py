"""Where every key and value of a TOML text stands, by its path. Values themselves come from `tomllib`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, TypeAlias

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from glasstown.vocab.errors import Span

Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions from the top of the file, such as ("rule", 3, "points", "value")."""

DEEPEST: Final = 6
"""No table of a file goes deeper; what does is refused elsewhere and needs no place."""

MOST_ITEMS: Final = 2_000
"""Items of a list that have places of their own; later ones are told at the list."""

_HEADERS: Final = ("table", "table_array_element")
_KEYS: Final = ("bare_key", "quoted_key", "dotted_key")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key stands and where its value stands."""

    key: Span
    value: Span


@dataclass(slots=True)
class Lines:
    """The lines of a text, to turn places in bytes into places in characters."""

    file: str
    data: bytes
    starts: list[int] = field(default_factory=list[int])
    texts: dict[int, str] = field(default_factory=dict[int, str])

    def __post_init__(self) -> None:
        """Find where each line starts."""
        self.starts = [0]
        self.starts += [index + 1 for index, byte in enumerate(self.data) if byte == ord("\n")]

    def text(self, line: int) -> str:
        """The text of a line, counted from 1, without its end."""
        if line not in self.texts:
            start = self.starts[line - 1]
            end = self.starts[line] if line < len(self.starts) else len(self.data)
            self.texts[line] = self.data[start:end].decode(errors="replace").rstrip("\r\n")
        return self.texts[line]

    def span(self, node: Node) -> Span:
        """The place of a node: its first line, up to its end or the end of that line."""
        line, first = node.start_point.row + 1, node.start_point.column
        text = self.text(line)
        column = self._characters(line, first)
        if node.end_point.row == node.start_point.row:
            end = self._characters(line, node.end_point.column)
        else:
            end = len(text) + 1
        return Span(self.file, line, column, max(end, column + 1), text)

    def at(self, line: int, column: int) -> Span:
        """The place of one character."""
        line = min(max(line, 1), len(self.starts))
        return Span(self.file, line, max(column, 1), max(column, 1) + 1, self.text(line))

    def _characters(self, line: int, byte: int) -> int:
        start = self.starts[line - 1]
        return len(self.data[start : start + byte].decode(errors="replace")) + 1


def parse_tree(data: bytes) -> Node:
    """The syntax tree of a text, with error nodes where it is not TOML."""
    return Parser(Language(tree_sitter_toml.language())).parse(data).root_node


def find_places(lines: Lines) -> dict[Path, Place]:
    """The place of every key, header and list item of a text that `tomllib` has accepted."""
    places: dict[Path, Place] = {}
    counts: dict[Path, int] = {}
    for node in parse_tree(lines.data).children:
        if node.type == "pair":
            _note_pair(node, (), lines, places)
        elif node.type in _HEADERS:
            _note_table(node, lines, places, counts)
    return places


def _note_table(node: Node, lines: Lines, places: dict[Path, Place], counts: dict[Path, int]) -> None:
    header = next((child for child in node.children if child.type in _KEYS), None)
    if header is None:
        return
    many, span = node.type == "table_array_element", lines.span(header)
    path: Path = ()
    parts = [name for name, _ in _key_parts(header)]
    for position, part in enumerate(parts):
        path = (*path, part)
        last = position == len(parts) - 1
        if last and many:
            counts[path] = counts.get(path, -1) + 1
        places.setdefault(path, Place(span, span))  # a table that only stands around others is where the first is
        if path in counts:
            path = (*path, counts[path])
    places[path] = Place(span, span)
    for child in node.children:
        if child.type == "pair":
            _note_pair(child, path, lines, places)


def _note_pair(node: Node, above: Path, lines: Lines, places: dict[Path, Place]) -> None:
    key = next((child for child in node.children if child.type in _KEYS), None)
    if key is None or len(above) >= DEEPEST:
        return
    value = next(child for child in reversed(node.children) if child.is_named and child.type != "comment")
    path = above
    for name, part in _key_parts(key):
        path = (*path, name)
        places[path] = Place(lines.span(part), lines.span(value))
    _note_value(value, path, lines, places)


def _note_value(node: Node, path: Path, lines: Lines, places: dict[Path, Place]) -> None:
    if len(path) >= DEEPEST:
        return
    if node.type == "inline_table":
        for child in node.children:
            if child.type == "pair":
                _note_pair(child, path, lines, places)
    elif node.type == "array":
        items = (child for child in node.children if child.is_named and child.type != "comment")
        for position, child in enumerate(islice(items, MOST_ITEMS)):
            span = lines.span(child)
            places[*path, position] = Place(span, span)
            _note_value(child, (*path, position), lines, places)


def _key_parts(node: Node) -> Iterator[tuple[str, Node]]:
    """The names of a key with their nodes, left to right; a dotted key may nest to its left."""
    waiting = [node]
    while waiting:
        top = waiting.pop()
        if top.type == "dotted_key":
            waiting += [child for child in reversed(top.children) if child.type in _KEYS]
        else:
            yield _key_name(top), top


def _key_name(node: Node) -> str:
    text = (node.text or b"").decode(errors="replace")
    if node.type == "bare_key":
        return text
    try:
        return next(iter(tomllib.loads(f"{text} = 0")))
    except (tomllib.TOMLDecodeError, StopIteration):
        return text
