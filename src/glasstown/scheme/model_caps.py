"""Limits on points, and points that rise, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Cap:
    """Some `rules` together give no more than `points` in so many days; where it is below 0 they take no more."""

    id: str
    title: str
    rules: tuple[str, ...]
    points: Figure
    days: Figure
    span: Span


@dataclass(frozen=True, slots=True)
class Escalation:
    """Each further record that counts moves `factor` times as many points as the one before, and `most` at most."""

    factor: Figure
    most: Figure
