"""Through what: residents punished by each consequence that denies something or makes it worse.

A resident counts for a consequence after at least one day of it, also one whom the scheme does not cover, such as a
child of somebody listed. Whoever met several counts for each of them, so the counts of a scheme with more than one may
add up to more than all the punished.
"""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found

UNIT = "residents"


def punished_by_consequence(case: Case) -> tuple[Finding, ...]:
    """How many residents each consequence that harms has reached; nothing where the scheme has none."""
    ledger = case.worlds.scheme
    days = ledger.table("spells").filter(pl.col("end_day") > pl.col("start_day"))
    met = dict(days.group_by("consequence").agg(pl.col("resident").n_unique()).iter_rows())
    harming = [row for row in ledger.manifest.names.consequences if row.harms]
    return tuple(_reached(case, row.id, met.get(row.code, 0)) for row in harming)


def _reached(case: Case, name: str, count: int) -> Finding:
    """The residents whom one consequence reached, of all whose rows are kept: it reaches some who are no subjects."""
    who = f'{count:,} residents were punished through "{name}" on at least one day'
    text = f"{who}; the scheme has {case.subjects:,} subjects."
    return found(f"punished-by.{name}", f"Punished through {name}", count, UNIT, case.people.height, text)
