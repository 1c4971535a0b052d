"""What the tables of a case file may hold, and must: keys, and the kind of value of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from glasstown.scheme.words import kind_of, meant, quoted

KEYS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "file": {"about": dict, "case": list},
    "about": {"scheme": str},
    "case": {
        "title": str, "cite": list, "worked": str, "knows": bool, "parent": bool, "happens": list, "expect": list,
        "lets_off": list, "changes": list, "begins": dict, "so": list, "whose": str, "age_days": int, "starts": date,
        "meets": list, "reads": list,
    },
    "happens": {
        "day": int, "act": str, "recorded_by": str, "done": int, "never_done": bool, "denied": bool, "told": str,
        "of_other": bool, "by_friend": bool,
    },
    "meets": {"day": int, "raters": int, "of_score": (int, Decimal)},
    "reads": {"day": int, "quantity": str, "amount": (int, Decimal), "truly": (int, Decimal)},
    "expect": {
        "day": int, "points": (int, Decimal, list), "grade": str, "lists": list, "under": list, "child_under": list,
        "knows": bool, "scores": dict, "grades": list, "officer_under": list,
    },
}  # fmt: skip
"""Keys of each table of a case file, and what each holds."""

NEEDED = {
    "file": ("about", "case"), "about": ("scheme",), "case": ("title", "cite", "worked", "expect"),
    "happens": ("day", "act"), "meets": ("day", "raters", "of_score"),
    "reads": ("day", "quantity", "amount"), "expect": ("day",),
}  # fmt: skip
"""Keys without which a table says nothing."""


def wrong_form(table: str, said: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """(where, what is wrong) of a table that holds what it may not, or lacks what it must hold."""
    if not isinstance(said, dict):
        yield path, f"here stands {kind_of(said)}, not a table"
        return
    for key, value in said.items():
        wanted = KEYS[table].get(key)
        if wanted is None:
            yield (*path, key), f"no key of {table} is {quoted(key)}; {meant(key, tuple(KEYS[table]), 'keys')}"
        elif not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            yield (*path, key), f'"{key}" of {table} holds {kind_of(value)}, which says nothing here'
    for key in NEEDED[table]:
        if said.get(key) in (None, "", [], {}):
            yield path, f'a {table} needs "{key}"'
