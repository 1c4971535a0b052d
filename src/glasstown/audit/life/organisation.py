"""The firm or the government behind a decision against a resident, and the records that brought it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from glasstown.audit.life.evidence import Evidence
from glasstown.audit.life.names import Whose
from glasstown.audit.organised import answers_for, scores_of_organisations
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.vocab.codes import Truth
from glasstown.vocab.columns_of_organisations import LIKE_RESIDENTS
from glasstown.vocab.organisations import FIRST_ORGANISATION, GOVERNMENT, PLACES_OF_DISTRICT


@dataclass(frozen=True)
class OrganisationView(Whose):
    """The rows of one organisation, read as those of a resident are."""

    def rows(self, table: str, column: str = "resident") -> list[dict[str, Any]]:
        """The rows of one table about the organisation; none of a table that only residents have."""
        if table not in LIKE_RESIDENTS:
            return []
        whose = column.replace("resident", "organisation")
        return self.ledger.table(f"organisation_{table}").filter(pl.col(whose) == self.resident).to_dicts()

    def in_truth(self, truth: int, origin: int, row: dict[str, Any] | None = None) -> str:
        """What is true beside a record: who did it, where the ledger holds that."""
        if truth == Truth.WRONG_PERSON and origin != self.resident:
            return f"in truth {called(origin)} did it"
        return super().in_truth(truth, origin, row)


def called(number: int) -> str:
    """Whoever has a number: a resident, a firm or a government."""
    if number < FIRST_ORGANISATION:
        return f"resident {number:,}"
    of_district = (number - FIRST_ORGANISATION) % PLACES_OF_DISTRICT
    return f"{'government' if of_district == GOVERNMENT else 'firm'} {number:,}"


def answered_for(whose: Whose, one: ConsequenceRow, day: int) -> Iterator[OrganisationView]:
    """The organisations through which a consequence can come to a resident, that stood where it comes from."""
    for number in answers_for(whose.ledger)(one, whose.resident):
        view = OrganisationView(whose.ledger, number)
        if one.list is not None or _stood_in(view, one.grade, day):
            yield view


def _stood_in(view: OrganisationView, grade: int, day: int) -> bool:
    """Whether an organisation stood in a grade on a day; who never moved stands where it began."""
    score = next(row.score for row in view.names.grades if row.code == grade)
    moved = [row for row in view.rows("grades") if row["score"] == score and row["day"] <= day]
    if moved:
        return moved[-1]["to_grade"] == grade
    begun = scores_of_organisations(view.ledger).filter(
        (pl.col("organisation") == view.resident) & (pl.col("score") == score) & (pl.col("day") == 0)
    )
    return begun["grade"].to_list() == [grade]


def as_evidence(view: OrganisationView, found: Evidence, one: ConsequenceRow) -> Evidence:
    """What an organisation's grade or list rested on; its records have no number by which residents are asked about."""
    holding = [row.id for row in view.names.overrides
               if row.grade == one.grade and (row.same_officer or row.younger_days is not None)]  # fmt: skip
    reason = found.reason
    if reason and holding:
        reason = f"no record of {called(view.resident)}: it was held to this grade by {' or '.join(holding)}"
    return replace(found, records=tuple(replace(row, number=None) for row in found.records), reason=reason)
