"""When a part of a scheme runs, where its file says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from glasstown.vocab.evidence import Figure

USUAL_START: Final = dt.date(2020, 1, 1)
"""The date of day 0 unless a run asks for another."""

NEVER_ENDS: Final = 100_000
"""A day that no run reaches."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One table, by kind and name, that runs from a day, up to and not at another; each as a number or as a date."""

    table: str
    id: str
    from_day: Figure | None
    until_day: Figure | None
    from_date: dt.date | None
    until_date: dt.date | None

    def first_day(self, start: dt.date) -> int:
        """The day from which it runs, counted from a date; none before day 0."""
        if self.from_date is not None:
            return max((self.from_date - start).days, 0)
        return int(self.from_day.value) if self.from_day else 0

    def end_day(self, start: dt.date) -> int:
        """The first day on which it runs no more, counted from a date."""
        if self.until_date is not None:
            return max((self.until_date - start).days, 0)
        return int(self.until_day.value) if self.until_day else NEVER_ENDS

    def runs(self, day: int, start: dt.date) -> bool:
        """Whether it runs in a step that begins on a day."""
        return self.first_day(start) <= day < self.end_day(start)
