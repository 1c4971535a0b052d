"""What a run folder says of acts that leave something owing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DueRow:
    """What one declared act leaves owing; `fails` and `paid` are numbers of acts, -1 for none."""

    act: int
    id: str
    title: str
    days: int
    fails: int
    paid: int
