"""Grades of firms and governments, kept again from their records: all of them, or those alone that are true.

As of residents, the acts stay as they were lived and only the book is kept again. Beside records and lists a firm can
be held to a grade by its age, which is no record and as true in either book, and by the grade that the other firm of
its representative has earned by the records of this same book, never by what was carried to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from glasstown.audit.denied import grades_in_force
from glasstown.audit.entries import MOVING, movements_of
from glasstown.audit.listings import days_told
from glasstown.audit.overrides import Piece, within_terms
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, merge
from glasstown.audit.terms import Terms, terms_of_kind
from glasstown.ledger.model_names import OverrideRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Truth
from glasstown.vocab.organisations import FIRST_ORGANISATION, GOVERNMENT, KINDS, PLACES_OF_DISTRICT, OrganisationFact

_NONE: Final[Spans] = ()


class OrganisedGrades:
    """The books of all firms and governments of a run, kept again when they are asked about."""

    def __init__(self, ledger: Ledger, *, true_only: bool) -> None:
        """Take down records, lists, ages and terms.

        Args:
            ledger: the run.
            true_only: keep the books by true records and truly grounded lists alone.
        """
        entries = ledger.table("organisation_entries").filter(pl.col("kind").is_in(MOVING))
        which = pl.col("truth") == Truth.TRUE if true_only else pl.lit(value=True)
        moved = movements_of(entries, which, "organisation")
        self._replays = {one: Replay(movement.as_true for movement in rows) for one, rows in moved.items()}
        self._terms = {kind: terms_of_kind(ledger.manifest, kind) for kind in KINDS}
        rows = [row for each in self._terms.values() for terms in each for row in terms.overrides]
        lists = {row.list for row in rows if row.list is not None}
        self._listed = days_told(ledger, lists, true_only=true_only, of="organisation")
        self._living = {
            number: (founded, KINDS[1] if facts & OrganisationFact.GOVERNMENT else KINDS[0])
            for number, founded, facts in ledger.table("organisations")
            .select("organisation", "founded_day", "facts")
            .iter_rows()
        }
        self._pieces: dict[tuple[int, int], list[Piece]] = {}

    def days_in(self, organisation: int, grade: int) -> Spans:
        """The days on which an organisation stands in a grade, by its code."""
        return merge((start, end) for start, end, code in self._of_grade(organisation, grade) if code == grade)

    def _of_grade(self, organisation: int, grade: int) -> list[Piece]:
        for terms in self._terms_of(organisation):
            if any(row.code == grade for row in terms.grades):
                return self.pieces(organisation, terms)
        return []

    def _terms_of(self, organisation: int) -> tuple[Terms, ...]:
        return self._terms[self._living[organisation][1]] if organisation in self._living else ()

    def pieces(self, organisation: int, terms: Terms) -> list[Piece]:
        """The grades of one score of an organisation, day by day."""
        key = organisation, terms.code
        if key not in self._pieces:
            held = {row.code: self._held_by_age(organisation, row, terms) for row in terms.overrides if _by_age(row)}
            held |= {row.code: self._carried(organisation, row, terms) for row in terms.overrides if row.same_officer}
            self._pieces[key] = self._kept(organisation, terms, held)
        return self._pieces[key]

    def _kept(self, organisation: int, terms: Terms, held: Mapping[int, Spans]) -> list[Piece]:
        replay = self._replays.get(organisation) or Replay(())
        return grades_in_force(replay, terms, 0, self._listed.get(organisation, {}), held)

    def _held_by_age(self, organisation: int, row: OverrideRow, terms: Terms) -> Spans:
        """Steps on whose first day a firm is younger than an override says."""
        founded, _ = self._living[organisation]
        grown = founded + (row.younger_days or 0)
        return within_terms(row, ((0, _first_step(grown, terms)),), terms.horizon_days)

    def _carried(self, organisation: int, row: OverrideRow, terms: Terms) -> Spans:
        """Days on which the grade of the other firm of the same representative is carried: one step after it."""
        other = _other_firm(organisation)
        if other not in self._living:
            return _NONE
        held = {one.code: self._held_by_age(other, one, terms) for one in terms.overrides if _by_age(one)}
        held |= {one.code: _NONE for one in terms.overrides if one.same_officer}
        codes = {grade.code for grade in terms.grades if grade.code >= row.same_officer}
        earned = merge((start, end) for start, end, code in self._kept(other, terms, held) if code in codes)
        return within_terms(row, (_later(span, row, terms) for span in earned), terms.horizon_days)


def _by_age(row: OverrideRow) -> bool:
    return row.younger_days is not None


def _later(span: tuple[int, int], row: OverrideRow, terms: Terms) -> tuple[int, int]:
    """A span one step later, and no longer than a grade is carried."""
    start, end = span
    last = end + terms.step_days if end < terms.horizon_days else end
    if row.within_days is not None:
        last = min(last, _first_step(start + row.within_days, terms))
    return start + terms.step_days, last


def _first_step(day: int, terms: Terms) -> int:
    """First day of the first step that does not begin before a day."""
    return max(-(-day // terms.step_days) * terms.step_days, 0)


def _other_firm(organisation: int) -> int:
    """The number of the other firm of the same representative; its own where there is none."""
    place = (organisation - FIRST_ORGANISATION) % PLACES_OF_DISTRICT
    return FIRST_ORGANISATION + ((organisation - FIRST_ORGANISATION) ^ 1) if place < GOVERNMENT - 1 else organisation
