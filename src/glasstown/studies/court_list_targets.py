"""The court list lived from October 2013 on, held against what was published of it: targets T01 to T30 and T67."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from glasstown.ledger.reader import Ledger
from glasstown.society.check import Target
from glasstown.studies import court_list_measures as of
from glasstown.studies.court_list_measures import Court, Measured, open_court
from glasstown.studies.published import published

OPENED: Final = date(2013, 10, 1)
"""The month in which the list was opened: day 0 of the run."""

LAST: Final = date(2025, 9, 30)
DAYS: Final = (LAST - OPENED).days + 1
"""Days that the targets need."""


@dataclass(frozen=True, slots=True)
class Lived:
    """How a run is measured as one published figure was counted, and over which days."""

    id: str
    measure: Callable[[Court, int, int], Measured]
    first: date
    last: date


def _by(id: str, measure: Callable[[Court, int, int], Measured], last: date) -> Lived:  # noqa: A002  the word of the list
    """A figure that counts from the opening of the list up to a date."""
    return Lived(id, measure, OPENED, last)


_MAY, _SEPTEMBER, _MARCH, _JUNE = date(2018, 5, 31), date(2018, 9, 30), date(2019, 3, 31), date(2019, 6, 30)
_APRIL, _END_2017, _END_2018 = date(2018, 4, 30), date(2017, 12, 31), date(2018, 12, 31)
_JULY = (date(2019, 7, 1), date(2019, 7, 31))
_2023, _2024 = (date(2023, 1, 1), date(2023, 12, 31)), (date(2024, 1, 1), date(2024, 12, 31))

LIVED: Final = (
    _by("T01", of.entered, _END_2017),
    _by("T02", of.entered, _MAY),
    _by("T03", of.entered, _SEPTEMBER),
    _by("T04", of.entered, _END_2018),
    _by("T05", of.entered, _MARCH),
    _by("T06", of.on_list, date(2020, 1, 31)),
    _by("T07", of.on_list, date(2023, 12, 2)),
    Lived("T08", of.entered, *_2023),
    Lived("T09", of.entered, *_2024),
    Lived("T10", of.left, *_2023),
    Lived("T11", of.left, *_2024),
    Lived("T12", of.left, date(2025, 1, 1), LAST),
    _by("T13", of.performed, LAST),
    _by("T14", of.flights, _APRIL),
    _by("T15", of.trains, _APRIL),
    _by("T16", of.flights, _END_2018),
    _by("T17", of.trains, _END_2018),
    _by("T18", of.flights, _MARCH),
    _by("T19", of.trains, _MARCH),
    _by("T20", of.flights, _JUNE),
    _by("T21", of.trains, _JUNE),
    Lived("T22", of.flights, *_JULY),
    Lived("T23", of.trains, *_JULY),
    _by("T24", of.share_performed, _MAY),
    _by("T25", of.share_performed, _SEPTEMBER),
    _by("T26", of.posts, _MAY),
    Lived("T27", of.detentions, date(2017, 1, 1), _END_2017),
    _by("T28", of.entered, _APRIL),
    Lived("T29", of.defaults, date(2016, 1, 1), _SEPTEMBER),
    _by("T30", of.of_working_age, date(2023, 12, 31)),
    _by("T67", of.performed, _END_2018),
)
"""Every target of the court list. Assumed figures were set to some (`use` is "fit" in the table of published figures),
to T08 to T11 to the mean of both years; others were looked at afterwards."""


def court_targets(ledger: Ledger) -> tuple[Target, ...]:
    """Hold a finished run of `court-list`, day 0 of which is `OPENED`, against every published figure."""
    court = open_court(ledger)
    return tuple(_target(row, court) for row in LIVED)


def _target(row: Lived, court: Court) -> Target:
    """One published figure beside what the run gives; what lies beyond the run is not given."""
    first, before = (row.first - OPENED).days, (row.last - OPENED).days + 1
    is_lived = before <= court.ledger.manifest.horizon_days
    found = row.measure(court, first, before) if is_lived else Measured(None, 0.0)
    said = published()[row.id]
    return Target(
        row.id, said.what, said.value, said.low, said.high, found.value, found.noise, said.use, found.units, found.unit
    )
