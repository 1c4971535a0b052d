"""Whether the appeals that a change upholds were refused in a run, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from glasstown.audit.life.answers import REFUSED, UNDECIDED, UPHELD, number_behind
from glasstown.ledger.reader import Ledger
from glasstown.simulate.plan import PlanError
from glasstown.vocab.change import Change
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.overridden import UPHELD as WORD
from glasstown.vocab.overridden import number_in
from glasstown.vocab.sighting_numbers import address_of

_SHOWN: Final = 5
"""Refused appeals that are offered in place of one that is not there."""

Row = Mapping[str, Any]


def check_appeals(base: Ledger, change: Change) -> None:
    """Refuse to uphold what was not appealed against in vain in a run, or before the day on which the worlds part.

    Raises:
        PlanError: with every such appeal, and some that were refused.
    """
    numbers = [number for name in sorted(change.named(WORD)) if (number := number_in(name)) is not None]
    if faults := tuple(fault for one in numbers for fault in _faults(base, one, change.from_day)):
        raise PlanError(faults)


def appeals_against(base: Ledger, number: int) -> list[Row]:
    """Rows of the appeals against what one record did to whom it is about."""
    rows = base.table("appeals").filter(pl.col("origin") == address_of(number).origin).sort("filed_day")
    return [row for row in rows.iter_rows(named=True) if number_behind(row) == number]


def decision_step(base: Ledger, number: int) -> int:
    """The step in which the first refused appeal against one record was decided; 0 where no row tells."""
    days = [row["decided_day"] for row in appeals_against(base, number) if row["outcome"] == REFUSED]
    return min(days, default=0) // base.manifest.step_days


def _faults(base: Ledger, number: int, from_day: int) -> list[Diagnostic]:
    where, rows = f"--with {WORD}:{number}", appeals_against(base, number)
    outcomes = {row["outcome"] for row in rows}
    if REFUSED not in outcomes:
        why = "nobody appealed against what that record did to whom it was about"
        why = "it was not decided within the run" if UNDECIDED in outcomes else why
        why = "it was upheld in the run itself" if UPHELD in outcomes else why
        return [Diagnostic("WIF-appeal", f"no appeal against record {number} was refused in this run", why,
                           _available(base, number), where=where)]  # fmt: skip
    day = decision_step(base, number) * base.manifest.step_days
    if day < from_day:
        return [Diagnostic(
            "WIF-day", f"the appeal against record {number} was decided on day {day:,} or a little later",
            f"the worlds part on day {from_day:,} only", "name no day, or one before it", where=where,
        )]  # fmt: skip
    return []


def _available(base: Ledger, number: int) -> str:
    """Refused appeals: those against what was recorded of the same resident first."""
    refused = base.table("appeals").filter((pl.col("outcome") == REFUSED) & (pl.col("via") == 0))
    if not refused.height:
        return "no appeal was refused in this run: name another change"
    origin = address_of(number).origin
    rows = sorted(refused.iter_rows(named=True), key=lambda row: (row["origin"] != origin, row["filed_day"]))
    some = list(dict.fromkeys(str(number_behind(row)) for row in rows))[:_SHOWN]
    return f"take a number from `glasstown life RUN NUMBER`; refused were, among others, {', '.join(some)}"
