"""What is measured of a lived court list, scaled to the nation: who came, who stands, who left, what was refused.

Published counts are of the nation, of persons and firms together; a town has only persons. So its counts are scaled
to the nation by adults on the date (the cohort is closed, so there are ever more) and divided by the share of persons
among new listings. Tickets were counted of the listed alone, and by attempts to buy, never by persons: a flight that
was denied is one attempt; of trains far fewer were tried to be had than would have been taken, so there the time on
the list is counted, and attempts to buy by the year on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from glasstown.behaviours.figures import event
from glasstown.ledger.reader import Ledger
from glasstown.studies.court_list_times import (
    Time,
    acts_between,
    adults_on,
    came,
    days_on,
    denied_to_listed,
    standing,
    times_on,
    went,
)
from glasstown.studies.measured import Measured, share_of
from glasstown.vocab.units import DAYS_IN_YEAR

LIST: Final = "defaulters"
NATION: Final = 1_411_778_724
"""Residents of the census of 2020, those in the armed forces included."""

PERSONS: Final = float(event("defaulter_natural_person_share").value)
"""Share of persons among new listings: 0.8, assumed, 0.7 to 0.9."""

TRAINS_TRIED: Final = 0.23
"""Attempts to buy a fast train, for each listed person and year: assumed, 0.17 to 0.37 (`blocked_hsr_attempt`); T15."""

WORKING_AGE: Final = (18, 60)


@dataclass(frozen=True, slots=True)
class Court:
    """A finished run of `court-list`, with every time that somebody stood on the list."""

    ledger: Ledger
    times: tuple[Time, ...] = field(repr=False)

    def counted(self, count: float, day: int, noise: float | None = None) -> Measured:
        """A count of the town as one of the nation's persons and firms, by adults of a day.

        Args:
            count: of the town.
            day: whose adults it is scaled by.
            noise: its standard error; that of as many independent events, where not said.
        """
        adults = adults_on(self.ledger, day)
        begun = NATION / self.ledger.manifest.kept.residents * adults_on(self.ledger, 0) / PERSONS
        scale = begun / max(adults, 1)
        spread = math.sqrt(max(count, 1)) if noise is None else noise
        return Measured(count * scale, spread * scale, adults, "adults")


def open_court(ledger: Ledger) -> Court:
    """Read the times on the list of a finished run."""
    return Court(ledger, times_on(ledger, LIST))


def entered(court: Court, first: int, before: int) -> Measured:
    """Times on the list that began from one day on and before another; what follows from the list begins with them."""
    return court.counted(came(court.times, first, before), (first + before) // 2 if first else before)


def on_list(court: Court, _: int, before: int) -> Measured:
    """Who stands on the list on the last day of a span."""
    return court.counted(len(standing(court.times, before - 1)), before)


def left(court: Court, first: int, before: int) -> Measured:
    """Times on the list that ended in a span, in whatever way."""
    return court.counted(went(court.times, first, before), (first + before) // 2)


def performed(court: Court, first: int, before: int) -> Measured:
    """Times on the list that ended in a span because the debt was paid or settled."""
    return court.counted(went(court.times, first, before, performed_only=True), before)


def share_performed(court: Court, first: int, before: int) -> Measured:
    """Of all times on the list that began in a span, those that performing has ended in it."""
    whole = came(court.times, first, before)
    return share_of(went(court.times, first, before, performed_only=True), whole, "times on the list")


def flights(court: Court, first: int, before: int) -> Measured:
    """Flights that were denied to the listed in a span, each tried once."""
    return court.counted(len(denied_to_listed(court.ledger, court.times, "air-trip", first, before)), before)


def trains(court: Court, first: int, before: int) -> Measured:
    """Attempts of the listed to buy a fast train in a span: their years on the list, times the attempts of a year."""
    years = days_on(court.times, first, before) / DAYS_IN_YEAR
    spells = sum(time.start < before and time.end > first for time in court.times)
    tried = years * TRAINS_TRIED
    return court.counted(tried, before, (tried or TRAINS_TRIED) / math.sqrt(max(spells, 1)))


def posts(court: Court, first: int, before: int) -> Measured:
    """Listed persons who were denied a post of prestige in a span, each once."""
    denied = denied_to_listed(court.ledger, court.times, "prestige-job-bid", first, before)
    return court.counted(len(set(denied)), before)


def detentions(court: Court, first: int, before: int) -> Measured:
    """Detentions in a span, as one of the nation's persons: no firm is detained."""
    found = court.counted(acts_between(court.ledger, "detention", "done", first, before), (first + before) // 2)
    return found._replace(value=(found.value or 0.0) * PERSONS, noise=found.noise * PERSONS)


def defaults(court: Court, first: int, before: int) -> Measured:
    """Judgments that were not performed in a span, so that the creditor asks for enforcement."""
    count = acts_between(court.ledger, "judgment-default", "done", first, before)
    return court.counted(count, (first + before) // 2)


def of_working_age(court: Court, _: int, before: int) -> Measured:
    """Of those on the list on the last day of a span, the share aged 18 to 59."""
    listed = pl.DataFrame({"resident": pl.Series(standing(court.times, before - 1), dtype=pl.UInt32)})
    born = court.ledger.table("people").join(listed, on="resident", how="semi")["birth_day"].to_list()
    low, high = WORKING_AGE
    return share_of(
        sum(low <= (before - 1 - day) // DAYS_IN_YEAR < high for day in born), len(born), "residents on the list"
    )
