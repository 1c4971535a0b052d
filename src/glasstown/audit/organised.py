"""What hits residents through a firm or a government: through which, and whether its list was truly grounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import polars as pl

from glasstown.audit.listings import days_listed, in_steps
from glasstown.audit.organised_grades import OrganisedGrades
from glasstown.audit.spans import Spans
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.geography import DISTRICT
from glasstown.vocab.organisations import FIRST_ORGANISATION, KINDS, PLACES_OF_DISTRICT, OrganisationFact

OFFICERS, OFFICIALS = "officers", "officials"
THROUGH: Final = (OFFICERS, OFFICIALS)
"""Scopes of what hits a resident for what an organisation did."""

Reached: TypeAlias = Callable[[ConsequenceRow, int], Spans]
"""The days on which something true of an organisation brings a consequence to a resident, by number."""


def through_organisations(ledger: Ledger) -> Reached:
    """How days of punishment rest on organisations.

    A day through a list counts where a true record put the organisation on it, a day through a grade where its true
    records alone put it there.
    """
    if not any(row.scope in THROUGH for row in ledger.manifest.names.consequences):
        return lambda _row, _resident: ()
    step_days = ledger.manifest.step_days
    true = days_listed(ledger, true_only=True, of="organisation")
    graded = OrganisedGrades(ledger, true_only=True)
    answers = answers_for(ledger)

    def reached(row: ConsequenceRow, resident: int) -> Spans:
        mine = answers(row, resident)
        if row.list is None:
            return tuple(days for one in mine for days in graded.days_in(one, row.grade))
        return in_steps((days for one in mine for days in true.get((one, row.list), ())), step_days)

    return reached


def answers_for(ledger: Ledger) -> Callable[[ConsequenceRow, int], list[int]]:
    """The numbers of the organisations through which a consequence can come to a resident."""
    firms, governments = _whose(ledger)
    return lambda row, resident: (
        firms.get(resident, []) if row.scope == OFFICERS else governments.get(resident // DISTRICT, [])
    )


def scores_of_organisations(ledger: Ledger) -> pl.DataFrame:
    """(organisation, day, score, score_milli, grade): every score of firms and governments, as the panels have it."""
    scores = [(code, score) for code, score in enumerate(ledger.manifest.scores) if score.of in KINDS]
    first = {of: min(code for code, score in scores if score.of == of) for of in {score.of for _, score in scores}}
    codes = {int(OrganisationFact[of.upper()]): code for of, code in first.items()}
    kinds = ledger.table("organisations").select("organisation", "facts")
    kind = pl.col("facts").cast(pl.Int64) & (OrganisationFact.FIRM | OrganisationFact.GOVERNMENT)
    own = kinds.with_columns(score=kind.replace_strict(codes, default=None, return_dtype=pl.UInt8)).drop("facts")
    columns = ("organisation", "day", "score", "score_milli", "grade")
    panel = ledger.table("organisation_panel").join(own.drop_nulls(), on="organisation").select(columns)
    return pl.concat([panel, ledger.table("organisation_scores_panel").select(columns)])


def _whose(ledger: Ledger) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
    """Firms by the resident who represents them, and governments by district."""
    firms: dict[int, list[int]] = {}
    governments: dict[int, list[int]] = {}
    rows = ledger.table("organisations").select("organisation", "representative", "facts")
    for organisation, representative, facts in rows.iter_rows():
        if facts & OrganisationFact.GOVERNMENT:
            district = (organisation - FIRST_ORGANISATION) // PLACES_OF_DISTRICT
            governments.setdefault(district, []).append(organisation)
        else:
            firms.setdefault(representative, []).append(organisation)
    return firms, governments
