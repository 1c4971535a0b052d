"""Politics of a scheme file, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Legitimacy:
    """The share of a county that stands behind the scheme. `events`: weights, as in `grammar_politics.EVENTS`."""

    scope: str
    start: Figure
    lowest: Figure
    highest: Figure
    events: tuple[Figure, ...]
    drift_per_year: Figure
    span: Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must hold for so many days before a version begins; both conditions where both are given."""

    id: str
    title: str
    version: str
    legitimacy_below: Figure | None
    protests_above: Figure | None
    for_days: Figure
    span: Span
