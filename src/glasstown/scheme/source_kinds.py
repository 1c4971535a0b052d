"""Kinds of source: every watcher that the documents name, as chances and delays, and nothing of what it sees in words.

`library/source_kinds.csv` says who watches what and where that is told; `library/source_profiles.csv` how sources of
one profile err. A scheme that names a kind (`source.kind`) takes its figures for what it does not say itself.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

CITE: Final = "source-kinds"
"""The key under which figures of this catalogue are cited."""

FIGURES: Final = ("detection", "false_per_year", "wrong_person", "delay_days")
"""Keys of a source that a kind gives with a band."""

FILLED: Final = ("title", "context", "sees", *FIGURES, "match", "delay", "special")
"""Keys of a source that a kind gives where the file is silent."""

Triple = tuple[Decimal, Decimal, Decimal]
"""A value, and the ends of its band."""


@dataclass(frozen=True, slots=True)
class SourceKind:
    """One kind of source: who watches, where that is told, and what a source of the kind says of itself.

    `sees` is empty where no act of the model stands for what it watches: a scheme then declares acts of its own.
    """

    id: str
    title: str
    title_zh: str
    told_in: tuple[str, ...]
    context: str
    profile: str
    match: str
    delay: str
    special: bool
    sees: tuple[str, ...]
    figures: MappingProxyType[str, Triple]


@cache
def source_kinds() -> MappingProxyType[str, SourceKind]:
    """Every kind by its id, in the order of the catalogue."""
    profiles = {row["id"]: row for row in _rows("source_profiles")}
    kinds = (_kind(row, profiles[row["profile"]]) for row in _rows("source_kinds"))
    return MappingProxyType({kind.id: kind for kind in kinds})


@cache
def profile_titles() -> MappingProxyType[str, str]:
    """What each profile is, in words."""
    return MappingProxyType({row["id"]: row["title"] for row in _rows("source_profiles")})


def _rows(name: str) -> tuple[dict[str, str], ...]:
    path = resources.files("glasstown.scheme.library") / f"{name}.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _kind(row: dict[str, str], profile: dict[str, str]) -> SourceKind:
    return SourceKind(
        id=row["id"],
        title=row["title"],
        title_zh=row["title_zh"],
        told_in=tuple(row["told_in"].split()),
        context=row["context"],
        profile=row["profile"],
        match=profile["match"],
        delay=profile["delay"],
        special=row["special"] == "yes",
        sees=tuple(row["sees"].split()),
        figures=MappingProxyType(
            {
                "detection": _triple(row, "detection", "low", "high"),
                "false_per_year": _triple(profile, "false_per_year", "false_low", "false_high"),
                "wrong_person": _triple(profile, "wrong_person", "wrong_low", "wrong_high"),
                "delay_days": _triple(profile, "delay_days", "delay_low", "delay_high"),
            }
        ),
    )


def _triple(row: dict[str, str], *names: str) -> Triple:
    value, low, high = (Decimal(row[name]) for name in names)
    return value, low, high
