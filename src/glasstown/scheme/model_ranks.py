"""Ranks, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rank:
    """Per cent of those ranked who stand no higher by the score `of`, without oneself.

    `scope` is "district", "county" or "nation". It is worked out in each step that holds day `offset_days`, or that
    plus a multiple of `every_days`, by scores as they are when the step begins.
    """

    of: str
    scope: str
    every_days: int
    offset_days: int
