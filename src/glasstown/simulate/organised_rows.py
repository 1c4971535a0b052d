"""What firms and governments hand over to the ledger, and what of them enters digests.

Their tables are those of residents under names of their own: whoever reads a table of residents reads of people only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from glasstown.ledger.writer import RunWriter
from glasstown.simulate.grounds import STILL_OPEN
from glasstown.simulate.organising import Organising
from glasstown.simulate.rows import StepRows
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import listings, spells, still_in_force
from glasstown.simulate.write_lives import write_places
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.organisations import FIRST_ORGANISATION, PLACES_OF_DISTRICT

OF_ORGANISATIONS: Final = "organisation_"
"""What the names of their tables begin with."""


def of_organisations(rows: StepRows, stretch: Stretch, swaps: AnyArray) -> StepRows:
    """The rows of a step under the names of organisations."""
    write_places(rows, stretch, swaps)
    rows.tables = {OF_ORGANISATIONS + name: _renamed(table) for name, table in rows.tables.items()}
    return rows


def _renamed(columns: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
    """Columns of a table of residents as those of organisations."""
    return {name.replace("resident", "organisation"): column for name, column in columns.items()}


def state_of(town: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of organisations of a town, as far as any live there."""
    return [one.organisations.stretch for one in town if one.organisations is not None]


def first_district(stretch: Stretch) -> int:
    """The number by which digests know the first district of a stretch, of residents or of organisations."""
    return stretch.first // (PLACES_OF_DISTRICT if stretch.first >= FIRST_ORGANISATION else DISTRICT)


def organisation_panel(stretch: Stretch, day: int) -> dict[str, AnyArray]:
    """One row for every organisation: score, grade, sales and assets on a day."""
    lives = np.flatnonzero(stretch.kept)
    return {
        "organisation": lives + stretch.first, "day": np.full(lives.size, day),
        "score_milli": stretch.scores.score[lives], "grade": stretch.standing.grade[lives],
        "lists": stretch.standing.lists[lives], "sales_share": stretch.life.income[lives],
        "assets": stretch.life.assets[lives], "held_back": stretch.life.held[lives],
    }  # fmt: skip


def write_organisations(stretch: Stretch, writer: RunWriter) -> None:
    """Who the organisations beside a stretch of residents are; they have no names."""
    joined = stretch.organisations
    if joined is None:
        return
    mine, facts = joined.stretch, joined.facts
    lives = np.flatnonzero(mine.kept)
    known = joined.representative[lives] != VOID
    who = np.where(known, joined.representative[lives].astype(np.int64) + stretch.first, 0)
    writer.append("organisations", {
        "organisation": lives + mine.first, "representative": who, "size": facts.size[lives],
        "industry": facts.industry[lives], "ownership": facts.ownership[lives], "facts": facts.facts[lives],
        "founded_day": facts.founded_day[lives],
        "staff": (joined.staff_ends[1:] - joined.staff_ends[:-1])[lives],
    })  # fmt: skip


def finish_organisations(
    residents: Stretch, organising: Organising | None, writer: RunWriter, horizon: int
) -> None:
    """The last rows: lists and consequences that still hold."""
    if residents.organisations is None or organising is None:
        return
    stretch, table = residents.organisations.stretch, organising.settings.world.consequences
    opened = stretch.docket.opened[stretch.docket.opened["entry"] < horizon]
    days, how = np.full(opened.size, horizon), np.full(opened.size, STILL_OPEN)
    writer.append("organisation_listings", _renamed(listings(stretch, opened, days, how)))
    found = still_in_force(stretch.docket)
    writer.append("organisation_spells", _renamed(spells(stretch, table, found, horizon, still_open=True)))
