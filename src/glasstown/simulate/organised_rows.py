"""What firms and governments hand over to the ledger, and what of them enters digests.

Their tables are those of residents under names of their own: whoever reads a table of residents reads of people only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np

from glasstown.ledger.sink import Sink
from glasstown.simulate.grounds import STILL_OPEN
from glasstown.simulate.organising import Organising
from glasstown.simulate.rows import StepRows
from glasstown.simulate.slots import grades_of, readings_of
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import listings, spells, still_in_force
from glasstown.simulate.write_lives import write_places
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.organisations import FIRST_ORGANISATION, PLACES_OF_DISTRICT

Flags: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.bool_]]

OF_ORGANISATIONS: Final = "organisation_"
"""What the names of their tables begin with."""


def of_organisations(rows: StepRows, stretch: Stretch, swaps: AnyArray, first_score: int) -> StepRows:
    """The rows of a step under the names of organisations; scores are numbered as in the scheme from here on."""
    write_places(rows, stretch, swaps)
    rows.tables = {OF_ORGANISATIONS + name: _renamed(table, first_score) for name, table in rows.tables.items()}
    return rows


def _renamed(columns: Mapping[str, AnyArray], first_score: int = 0) -> dict[str, AnyArray]:
    """Columns of a table of residents as those of organisations."""
    return {
        name.replace("resident", "organisation"): column + np.int64(first_score) if name == "score" else column
        for name, column in columns.items()
    }


def state_of(town: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of organisations of a town, as far as any live there."""
    return [one.organisations.stretch for one in town if one.organisations is not None]


def first_district(stretch: Stretch) -> int:
    """The number by which digests know the first district of a stretch, of residents or of organisations."""
    return stretch.first // (PLACES_OF_DISTRICT if stretch.first >= FIRST_ORGANISATION else DISTRICT)


def organisation_panel(stretch: Stretch, day: int) -> dict[str, AnyArray]:
    """One row for every organisation: the first score that is its own, grade, sales and assets on a day."""
    lives = np.flatnonzero(stretch.kept)
    own = _own_scores(stretch)[:, lives]
    first, has = own.argmax(axis=0), own.any(axis=0)
    scores, grades = readings_of(stretch)[:, lives], grades_of(stretch)[:, lives]
    along = np.arange(lives.size)
    return {
        "organisation": lives + stretch.first, "day": np.full(lives.size, day),
        "score_milli": np.where(has, scores[first, along], 0), "grade": np.where(has, grades[first, along], 0),
        "lists": stretch.standing.lists[lives], "sales_share": stretch.life.income[lives],
        "assets": stretch.life.assets[lives], "held_back": stretch.life.held[lives],
    }  # fmt: skip


def organisation_scores_panel(stretch: Stretch, first_score: int, day: int) -> dict[str, AnyArray]:
    """One row for every organisation and score of its own after the first."""
    own = _own_scores(stretch) * (stretch.kept != 0)
    own[own.argmax(axis=0), np.arange(own.shape[1])] = False
    who, slot = np.nonzero(own.T)
    return {
        "organisation": who + stretch.first, "day": np.full(who.size, day), "score": slot + first_score,
        "score_milli": readings_of(stretch)[slot, who], "grade": grades_of(stretch)[slot, who],
    }  # fmt: skip


def _own_scores(stretch: Stretch) -> Flags:
    """(slots, places) whether a score is that of the organisation."""
    if stretch.ungraded is None:  # the world without a scheme
        return np.ones((1, stretch.size), np.bool_)
    return stretch.ungraded == 0


def write_organisations(stretch: Stretch, writer: Sink) -> None:
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
    residents: Stretch, organising: Organising | None, writer: Sink, horizon: int
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
