"""Holders of records, and what they pass on."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Holder:
    """With whom the records of some sources lie."""

    id: str
    title: str
    keeps: tuple[str, ...]
    foreign: bool
    breach_per_year: Figure
    exposes: Figure
    altered: Figure
    span: Span


@dataclass(frozen=True, slots=True)
class Sharing:
    """What one holder lets another know: `share` of its records, each by a draw of its own, so many days later."""

    id: str
    title: str
    source: str
    to: str
    what: str
    some: Figure | None
    delay: Figure
    way: str
    abroad: Figure
    span: Span

    @property
    def delay_days(self) -> int:
        """Days until the other one knows."""
        return int(self.delay.value)


@dataclass(frozen=True, slots=True)
class Holding:
    """Who has what. Both by name: their order in a file means nothing."""

    holders: tuple[Holder, ...] = ()
    sharings: tuple[Sharing, ...] = ()

    def number_of(self, name: str) -> int:
        """The number of a holder; 0 is the scorer."""
        return next((n for n, one in enumerate(self.holders, 1) if one.id == name), 0)
