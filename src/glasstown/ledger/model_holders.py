"""What a run folder says of holders of records, and of what they tell each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HolderRow:
    """With whom records lie; code 0, the scorer, has no row."""

    code: int
    id: str
    title: str
    foreign: bool


@dataclass(frozen=True, slots=True)
class SharingRow:
    """What one holder lets another know; `source` and `to` are codes of holders, `way` is given, sold or compelled."""

    code: int
    id: str
    source: int
    to: int
    way: str
