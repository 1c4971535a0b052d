"""Stars of a scheme file, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Encounters:
    """How often residents rate one another, and what the stars weigh."""

    with_ties_per_day: Figure
    with_strangers_per_day: Figure
    base: Figure
    noise: Figure
    by_standing: Figure
    weight: str
    memory: Figure
    span: Span


@dataclass(frozen=True, slots=True)
class Impression:
    """What an act makes of the stars that its doer is given in the step."""

    id: str
    act: str
    stars: Figure
    penalty: Figure
    doubles: bool
    span: Span
