"""The court list lived from October 2013 on, held against what was published of it: targets T01 to T30."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from glasstown.ledger.reader import Ledger
from glasstown.society.check import Target
from glasstown.studies import court_list_measures as of
from glasstown.studies.court_list_measures import Court, Measured, open_court

OPENED: Final = date(2013, 10, 1)
"""The month in which the list was opened: day 0 of the run."""

LAST: Final = date(2025, 9, 30)
DAYS: Final = (LAST - OPENED).days + 1
"""Days that the targets need."""

FIT, HELD_OUT, NOT_LIVED = "fit", "held out", "not in the model"


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure: of which days, how far the model may be off, and how the same is measured there."""

    id: str
    name: str
    wanted: float
    tolerance: float
    cite: str
    measure: Callable[[Court, int, int], Measured]
    first: date
    last: date
    band: tuple[float, float] | None = None
    """Ends of the tolerance where it is not the same on both sides."""


def _by(id: str, wanted: float, tolerance: float, cite: str, measure: Callable[[Court, int, int], Measured],  # noqa: A002  the word of the list
        name: str, last: date) -> Published:  # fmt: skip
    """A figure that counts from the opening of the list up to a date."""
    return Published(id, f"{name} {last:%-d %B %Y}", wanted, tolerance, cite, measure, OPENED, last)


def _in(id: str, wanted: float, tolerance: float, cite: str, measure: Callable[[Court, int, int], Measured],  # noqa: A002  likewise
        name: str, first: date, last: date) -> Published:  # fmt: skip
    """A figure of a span of days."""
    return Published(id, name, wanted, tolerance, cite, measure, first, last)


_CAME, _AIR, _RAIL = "came onto the list by", "flights refused by", "fast trains refused by"
_MAY, _SEPTEMBER, _MARCH, _JUNE = date(2018, 5, 31), date(2018, 9, 30), date(2019, 3, 31), date(2019, 6, 30)
_APRIL, _END_2017, _END_2018 = date(2018, 4, 30), date(2017, 12, 31), date(2018, 12, 31)
_JULY = (date(2019, 7, 1), date(2019, 7, 31))
_2025 = date(2025, 1, 1)
_2023, _2024 = (date(2023, 1, 1), date(2023, 12, 31)), (date(2024, 1, 1), date(2024, 12, 31))

PUBLISHED: Final = (
    _by("T01", 9_590_000, 0.05, "S18", of.entered, _CAME, _END_2017),
    _by("T02", 10_590_000, 0.05, "S18", of.entered, _CAME, _MAY),
    _by("T03", 12_110_000, 0.05, "S18", of.entered, _CAME, _SEPTEMBER),
    _by("T04", 12_770_000, 0.05, "S18, S22", of.entered, _CAME, _END_2018),
    _by("T05", 13_490_000, 0.05, "S20", of.entered, _CAME, _MARCH),
    _by("T06", 5_700_000, 0.07, "S23", of.on_list, "on the list on", date(2020, 1, 31)),
    _by("T07", 8_542_322, 0.05, "S23", of.on_list, "on the list on", date(2023, 12, 2)),
    _in("T08", 3_208_000, 0.07, "S17", of.entered, "came onto the list in 2023", *_2023),
    _in("T09", 2_457_000, 0.05, "S17", of.entered, "came onto the list in 2024", *_2024),
    _in("T10", 2_083_000, 0.07, "S17", of.left, "left the list in 2023", *_2023),
    _in("T11", 2_821_000, 0.05, "S17", of.left, "left the list in 2024", *_2024),
    _in("T12", 1_970_000, 0.07, "S17", of.left, "left the list in January to September 2025", _2025, LAST),
    Published("T13", "left it by performing, by 30 September 2025 (at least)", 18_000_000, 0, "S17", of.performed,
              OPENED, LAST, band=(18_000_000, 20_500_000)),
    _by("T14", 11_141_000, 0.07, "S19", of.flights, _AIR, _APRIL),
    _by("T15", 4_250_000, 0.07, "S19", of.trains, _RAIL, _APRIL),
    _by("T16", 17_460_000, 0.07, "S18", of.flights, _AIR, _END_2018),
    _by("T17", 5_470_000, 0.07, "S18", of.trains, _RAIL, _END_2018),
    _by("T18", 20_470_000, 0.07, "S20", of.flights, _AIR, _MARCH),
    _by("T19", 5_710_000, 0.07, "S20", of.trains, _RAIL, _MARCH),
    _by("T20", 26_820_000, 0.07, "S22", of.flights, _AIR, _JUNE),
    _by("T21", 5_960_000, 0.07, "S22", of.trains, _RAIL, _JUNE),
    _in("T22", 2_560_000, 0.15, "S21", of.flights, "flights refused in July 2019", *_JULY),
    _in("T23", 90_000, 0.2, "S21", of.trains, "fast trains refused in July 2019", *_JULY),
    _by("T24", 0.232, 0.1, "S18", of.share_performed, "of those ever listed had performed by", _MAY),
    _by("T25", 0.266, 0.1, "S18", of.share_performed, "of those ever listed had performed by", _SEPTEMBER),
    _by("T26", 220_000, 0.15, "S18", of.posts, "barred from posts of prestige by", _MAY),
    _in("T27", 155_000, 0.15, "S18", of.nothing, "detained in 2017", date(2017, 1, 1), _END_2017),
    _by("T28", 10_542_000, 0.07, "S19", of.entered, "came under joint punishment by", _APRIL),
    _in("T29", 18_840_000, 0.05, "S18", of.defaults, "cases of enforcement, 2016 to September 2018",
        date(2016, 1, 1), _SEPTEMBER),
    Published("T30", "aged 18 to 59, of those on the list at the end of 2023", 0.85, 0, "S23, assumption",
              of.of_working_age, OPENED, date(2023, 12, 31), band=(0.7, 0.95)),
)  # fmt: skip
"""Every target of the court list; keys of sources as in the tables of behaviour."""

FITTED: Final = ("T07", "T08", "T09", "T10", "T11", "T15", "T26", "T29")
"""Those to which assumed figures were set, T08 to T11 to the mean of both years; others were looked at afterwards."""


def court_targets(ledger: Ledger) -> tuple[Target, ...]:
    """Hold a finished run of `court-list`, day 0 of which is `OPENED`, against every published figure."""
    court = open_court(ledger)
    return tuple(_target(row, court) for row in PUBLISHED)


def _target(row: Published, court: Court) -> Target:
    """One published figure beside what the run gives; what lies beyond the run is not given."""
    first, before = (row.first - OPENED).days, (row.last - OPENED).days + 1
    value, noise = row.measure(court, first, before) if before <= court.ledger.manifest.horizon_days else (None, 0.0)
    low, high = row.band or (row.wanted * (1 - row.tolerance), row.wanted * (1 + row.tolerance))
    use = NOT_LIVED if row.measure is of.nothing else FIT if row.id in FITTED else HELD_OUT
    return Target(row.id, row.name, row.wanted, low, high, value, noise, use)
