"""Cases of a scheme as values: what happens to a resident, and what is expected, by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.case_read import Read
from engine.case_stars import Meeting
from engine.case_told import Said
from engine.cases import STEP, Deed, Record
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import USUAL_START
from glasstown.vocab.errors import Span
from glasstown.vocab.organisations import SUBJECTS


@dataclass(frozen=True)
class Expected:
    """What holds on one day; None where the case says nothing of it."""

    day: int
    points: tuple[Decimal, Decimal] | None
    grade: str | None
    lists: frozenset[str] | None
    under: frozenset[str] | None
    child_under: frozenset[str] | None
    officer_under: frozenset[str] | None
    knows: bool | None
    scores: tuple[tuple[int, Decimal, Decimal], ...]
    """Number, least and greatest of each score after the first of which something is said."""
    grades: frozenset[str] | None
    span: Span


@dataclass(frozen=True)
class Case:
    """One case: what happens to a resident, and what is expected, by day."""

    title: str
    scheme: Scheme
    knows: bool | None
    parent: bool
    begins: Mapping[str, int]
    things: tuple[Record | Deed, ...]
    expected: tuple[Expected, ...]
    so: tuple[Said, ...] = ()
    whose: str = SUBJECTS[0]
    is_changed: bool = False
    """Whether it is worked for another reading of the scheme than the shipped one, which it then says nothing of."""
    age_days: int | None = None
    """How old a firm is on day 0."""
    meets: tuple[Meeting, ...] = ()
    """By whom the resident is rated, where a score is a mean of stars."""
    reads: tuple[Read, ...] = ()
    """What meters read of the resident."""
    starts: date = USUAL_START
    """The date of day 0."""

    @property
    def days(self) -> int:
        """Days of the run: whole steps, to the last day of which something is expected."""
        return (max(one.day for one in self.expected) // STEP + 1) * STEP
