"""M38, uniqueness: who could be told from everybody else by a few plain facts.

What it says: A file without a name still has an owner, if nobody else was born that year, with that schooling and
post.

Definition: the share of kept residents who are alone in their cell of year of birth, sex, town or country, schooling
and public role, among the kept residents of their world.

Unit: a share, 0 to 1.

How to read it: 0 is best. Beside it stands the share in cells of fewer than five. Every world is its own crowd: cells
of one are not filled by another.

Limits: It depends on how many are kept, and falls with a larger town: compare towns of like size only. The province
is not among the facts, for it stands in no table with anything else. A scheme's own records would tell many more
apart.

Sources: Sweeney 2002 (doi:10.1142/S0218488502001648).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, nothing, ratio
from glasstown.vocab.units import DAYS_IN_YEAR

FACTS: Final = ("birth_year", "sex", "urban", "education", "role")
FEW: Final = 5


def tally(bundle: Bundle) -> Counts:
    """Kept residents, those alone in their cell, and those with fewer than four others."""
    people = bundle.case.people.with_columns(birth_year=pl.col("birth_day").floordiv(DAYS_IN_YEAR))
    cells = people.group_by(FACTS).agg(residents=pl.len())
    few = cells.filter(pl.col("residents") < FEW)["residents"]
    return {"residents": people.height, "alone": int((few == 1).sum()), "among-few": int(few.sum())}


def measure(counts: Counts) -> Figure:
    """The share alone in their cell, and in cells of fewer than five."""
    n = counts["residents"]
    alone, few = ratio("alone", counts["alone"], n), ratio("fewer-than-five", counts["among-few"], n)
    if alone.value is None:
        return nothing(str(alone.reason), n)
    says = f"{counts['alone']:,.0f} of {n:,.0f} residents are alone in what a few plain facts say of them."
    return Figure(alone.value, int(n), says, parts=(few,))


METRIC: Final = Metric(
    code="M38",
    slug="uniqueness",
    title="Uniqueness",
    theme="breach and tamper",
    unit="share, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="the size of the town",
    room=__name__,
)
