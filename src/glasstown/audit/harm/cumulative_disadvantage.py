"""M22, cumulative disadvantage: whether one early untrue strike fades, stays, or grows.

What it says: Two residents began alike; one was struck by an untrue record in the first year. This is how the gap
between their scores at the end compares to the gap at first.

Definition: gap in the mean first score between residents without and with an untrue debit in their first year (and no
true one before it), on the last day of the panel, over the same gap on the first day of the panel after that year.
Who was struck is luck, so nothing else tells the two apart but which acts sources watch.

Unit: a ratio; 1 is a gap that stays.

How to read it: Below 1 it fades, above 1 it snowballs: being low brings more strikes. 0 where points expire or are
given back.

Limits: Both means need 30 residents. Whoever does more of what sources watch is likelier to be alleged to have done
it where sources err about acts that were done. Scores alone: what is lost in life is in the differences of the
report.

Sources: DiPrete and Eirich 2006 (doi:10.1146/annurev.soc.32.061604.123127).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.adverse_records import debits
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, nothing, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Flag, Truth
from glasstown.vocab.units import DAYS_IN_YEAR

_STRUCK, _SPARED = "struck", "spared"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents struck and not struck in the first year, with sums of scores then and at the end."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    if ledger.manifest.resident_score is None:
        return Undefined("the scheme keeps no score of residents")
    covered = pl.col("flags") & int(Flag.COVERED) != 0
    panel = ledger.table("panel").filter(covered).select("resident", "day", pl.col("score_milli").cast(pl.Int64))
    days = sorted(day for day in panel["day"].unique() if day >= DAYS_IN_YEAR)
    if len(days) <= 1:
        return Undefined("the run ends before a year and two quarters are over")
    early = debits(ledger).filter((pl.col("day") < DAYS_IN_YEAR) & (pl.col("score") == 0))
    first = early.sort("resident", "day").group_by("resident", maintain_order=True).first()
    struck = first.filter(pl.col("truth") != int(Truth.TRUE))["resident"]
    clean = ~pl.col("resident").is_in(early["resident"].unique().implode())
    begun, ended = (panel.filter(pl.col("day") == day).drop("day") for day in (days[0], days[-1]))
    both = begun.join(ended, on="resident", suffix="_end")
    counts: dict[str, float] = {}
    for what, mine in ((_STRUCK, pl.col("resident").is_in(struck.implode())), (_SPARED, clean)):
        rows = both.filter(mine)
        counts |= {f"{what}/residents": rows.height, f"{what}/first": float(rows["score_milli"].sum())}
        counts[f"{what}/end"] = float(rows["score_milli_end"].sum())
    return counts


def measure(counts: Counts) -> Figure:
    """The gap at the end over the gap at first, and both gaps in points."""
    struck, spared = counts[f"{_STRUCK}/residents"], counts[f"{_SPARED}/residents"]
    n = min(struck, spared)
    if reason := too_thin(n, f"residents {_STRUCK if struck <= spared else _SPARED}"):
        return nothing(reason, n)
    first, end = (
        (counts[f"{_SPARED}/{when}"] / spared - counts[f"{_STRUCK}/{when}"] / struck) / 1000
        for when in ("first", "end")
    )
    parts = (Part("gap-first", first, int(struck), None, "points"), Part("gap-end", end, int(struck), None, "points"))
    if first <= 0:
        return nothing("after the first year whoever was struck stood no lower", struck, parts=parts)
    says = f"{struck:,.0f} residents were struck untruly in the first year: {first:,.1f} points lower then, "
    says += f"{end:,.1f} at the end."
    return Figure(end / first, int(struck), says, parts=parts)


METRIC: Final = Metric(
    code="M22",
    slug="cumulative-disadvantage",
    title="Cumulative disadvantage",
    theme="traps and mobility",
    unit="ratio of gaps",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="a rule whose points expire",
    room=__name__,
    signed=True,
)
