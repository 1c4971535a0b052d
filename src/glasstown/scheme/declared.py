"""What a scheme declares and does not run: titles, legal facts, and the rest of what the review reads."""

from __future__ import annotations

from typing import TypeAlias

from glasstown.scheme.key import DECLARED
from glasstown.scheme.model import Scheme, Value

DeclaredField: TypeAlias = tuple[str, str, str, Value, str, tuple[str, ...]]
"""Table, name of the thing, key, value, mark, sources."""


def declared_fields(scheme: Scheme) -> tuple[DeclaredField, ...]:
    """Every declared key that the file gives, with how it is known; complete, in the order of the grammar."""
    return tuple(
        (setting.table, setting.id, setting.key, setting.value, setting.mark, setting.cite)
        for setting in scheme.settings
        if setting.kind == DECLARED and setting.given
    )


def declared_value(scheme: Scheme, table: str, key: str, name: str = "") -> Value:
    """One declared value, or nothing where the file does not give it."""
    return next(
        (
            setting.value
            for setting in scheme.settings
            if (setting.table, setting.id, setting.key) == (table, name, key) and setting.given
        ),
        None,
    )
