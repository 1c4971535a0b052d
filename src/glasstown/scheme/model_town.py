"""Who is scored, and who knows of a scheme, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.formula import Node
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Subjects:
    """Who is scored: from which age, what must be so of them, and which share."""

    min_age: Figure
    coverage: Figure
    span: Span
    when: Node | None = None

    @property
    def min_age_years(self) -> int:
        """The age in completed years from which a resident is scored."""
        return int(self.min_age.value)


@dataclass(frozen=True, slots=True)
class Awareness:
    """How many subjects know of the scheme on day 0, and which share of the others learns of it in a year."""

    start: Figure
    learned_per_year: Figure
    span: Span
