"""Repairs, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.formula import Node
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Repair:
    """A record of `act` gives back up to `points` of what `rules` took, or ends `ground`.

    It lowers debits of no more than `largest` points that are at least `after_days` and at most `within_days` old
    (None: as long as they count), and does so `most` times in `per_days` (None: as often as it is done).
    """

    id: str
    title: str
    act: str
    sources: tuple[str, ...]
    points: Figure | None
    rules: tuple[str, ...]
    largest: Figure | None
    ground: str
    after_days: Figure
    within_days: Figure | None
    most: Figure
    per_days: Figure | None
    when: Node | None
    span: Span
