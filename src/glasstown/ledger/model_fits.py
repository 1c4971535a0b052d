"""What a run folder says about categories of an index that is fitted anew."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category that shares its weight anew, by code."""

    code: int
    id: str
    title: str
    weight_milli: int
    """What it weighs in the file, in thousandths."""
