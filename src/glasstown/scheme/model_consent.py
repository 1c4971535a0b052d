"""What a scheme file says of consent, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Consent:
    """Who can stay out of a scheme.

    `start`: share of those it covers who are in on day 0; None for nobody (opt-in) or all (opt-out). `joins` and
    `leaves`: multipliers by name of whom they are for. `shares`: share of those who show their score; None where
    nobody is asked.
    """

    kind: str
    start: Figure | None
    join_per_year: Figure
    leave_per_year: Figure
    joins: tuple[tuple[str, Figure], ...]
    leaves: tuple[tuple[str, Figure], ...]
    pre_ticked: Figure
    back_days: Figure
    compelled: Figure
    shares: Figure | None
    span: Span
