"""What a file with `base` takes over: where a remedy is a change of the base, written into the file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from glasstown.review.contract import At
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import read_scheme


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The tables that the base gives and the file does not leave out, and every list of texts of the whole."""

    tables: frozenset[tuple[str, str]]
    lists: dict[At, tuple[str, ...]]

    def has(self, at: At) -> bool:
        """Whether the base gives the table of a place."""
        return (at.table, at.id) in self.tables

    def left_without(self, at: At, item: str) -> tuple[str, ...] | None:
        """A list of the whole without one of its items; nothing where it has no such item."""
        held = self.lists.get(at, ())
        return tuple(one for one in held if one != item) if item in held else None


def taken_over(text: str, scheme: Scheme) -> TakenOver | None:
    """What the file of this text takes over; nothing where it has no base.

    Args:
        text: the file itself.
        scheme: the whole that it makes with its base.
    """
    head: dict[str, Any] = tomllib.loads(text).get("scheme", {})
    base = head.get("base")
    if base not in SCHEMES:
        return None
    gone = set(head.get("without", ()))
    given = ((table, name) for table, name, key in read_scheme(find(base)).places if not key)
    kept = frozenset((table, name) for table, name in given if not {table, f"{table}:{name}", f"{table}:*"} & gone)
    lists = {
        At(one.table, one.id, one.key): tuple(str(item) for item in one.value)
        for one in scheme.settings
        if one.given and isinstance(one.value, tuple)
    }
    return TakenOver(kept, lists)
