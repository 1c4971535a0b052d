"""Points for quantities that are read, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class QuantityRule:
    """`points` for each `per` units of what a meter reads in a month above `above`; no more than `most` at once."""

    id: str
    title: str
    meter: str
    points: Figure
    per: Figure
    above: Figure
    most: Figure
    span: Span
    score: str = ""
    """The score that it moves; "" for the only one."""
