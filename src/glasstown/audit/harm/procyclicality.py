"""M23, procyclicality: whether the scheme punishes more when many lose their work.

What it says: When one per cent more are out of work, so many per cent more come under punishment in that quarter.

Definition: slope of the logarithm of newly punished residents on the logarithm of residents out of work, over the
quarters of the run. Beside it newly punished in the worst quarter over the mean of the others.

Unit: per cent per cent.

How to read it: 0 is that hard times change nothing; above 0 the scheme strikes when people are least able to bear it.

Limits: Only where work varies: undefined where the quarter with most out of work has less than a tenth more than that
with fewest. One slope over few quarters knows no lag and no trend: a scheme that lists ever more people will show
one. A society with a [[shock]] of layoff is what it is for.

Sources: Borio, Furfine and Lowe 2001, Procyclicality of the financial system, BIS Papers 1.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.punishment import punished_days
from glasstown.vocab.columns import PANEL_DAYS

_LEAST_SWING: Final = 1.1
_QUARTERS: Final = 4
"""Quarters below which there is no slope."""


def tally(bundle: Bundle) -> Counts | Undefined:
    """Spells of punishment that began, and residents out of work, by quarter; the last one only where it is whole."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    whole = ledger.manifest.horizon_days // PANEL_DAYS
    begun = Counter(
        start // PANEL_DAYS for spans in punished_days(ledger).denied.values() for start, _ in spans
    )  # fmt: skip
    quarter = (pl.col("day") // PANEL_DAYS).cast(pl.Int64)
    out = ledger.table("steps").group_by(quarter.alias("quarter")).agg(pl.col("out_of_work").mean())
    work = dict(out.iter_rows())
    return {named("new", q): float(begun[q]) for q in range(whole)} | {
        named("out", q): float(work.get(q, 0)) for q in range(whole)
    }


def measure(counts: Counts) -> Figure:
    """The slope, and the worst quarter over the others."""
    quarters = sorted(int(name.split("/")[1]) for name in counts if name.startswith("new/"))
    rows = [(counts[named("out", q)], counts[named("new", q)]) for q in quarters]
    n = sum(new for _, new in rows)
    if reason := too_thin(n, "spells that began"):
        return nothing(reason, n)
    known = [(log(out), log(new)) for out, new in rows if out > 0 and new > 0]
    if len(known) < _QUARTERS:
        return nothing(f"fewer than {_QUARTERS} quarters in which anybody came under punishment", n)
    swing = max(out for out, _ in rows) / min(out for out, _ in rows if out > 0)
    if swing < _LEAST_SWING:
        return nothing("work hardly varies in this run, so nothing can go with it", n)
    x, y = (sum(row[place] for row in known) / len(known) for place in (0, 1))
    spread = sum((a - x) ** 2 for a, _ in known)
    slope = sum((a - x) * (b - y) for a, b in known) / spread
    worst = max(range(len(rows)), key=lambda place: rows[place][0])
    others = (n - rows[worst][1]) / (len(rows) - 1)
    part = Part("worst-quarter", rows[worst][1] / others if others else None, int(n),
                None if others else "nobody came under punishment in the others", "ratio")  # fmt: skip
    says = f"Out of work varies by {100 * (swing - 1):.0f} % between quarters; {n:,.0f} spells of punishment began."
    return Figure(slope, int(n), says, parts=(part,))


METRIC: Final = Metric(
    code="M23",
    slug="procyclicality",
    title="Procyclicality",
    theme="traps and mobility",
    unit="per cent per cent",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="a society with a [[shock]] of layoff",
    room=__name__,
)
