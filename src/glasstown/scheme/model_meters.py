"""Meters of a scheme, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Meter:
    """A quantity that is read once a month: which part of it, how far off, and of how many nothing is known."""

    id: str
    title: str
    gauge: str
    share: Figure
    error: Figure
    missing: Figure
    span: Span
