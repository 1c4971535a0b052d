"""B05, share behind the scheme: how many stand behind it at the end.

What it says: People may want to live under a scheme, or come to. This says how many do, in the model.

Definition: the share of residents who stand behind the scheme after the last step, the mean over counties weighted by
residents.

Unit: a share, 0 to 1.

How to read it: Beside it stands the share after the first step, and the change between.

Limits: To stand behind a scheme is not to trust one another, and nobody who is afraid says so. Only where politics
are lived has it a value. It is an opinion of the scheme as a whole; of what it does to others most know little.

Sources: proposed by this project.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, ratio
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.legitimacy import NANO

NO_POLITICS: Final = Undefined("no opinion of the scheme is lived in this run")
FIRST, LAST = "first", "last"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents, and how many of them stand behind the scheme, after the first and the last step."""
    if reason := without_scheme(bundle):
        return reason
    rows = bundle.case.worlds.scheme.table("counties")
    if rows.is_empty():
        return NO_POLITICS
    counts: dict[str, float] = {}
    for name, step in ((FIRST, rows["step"].min()), (LAST, rows["step"].max())):
        mine = rows.filter(pl.col("step") == step)
        counts[named(name, "residents")] = int(mine["residents"].sum())
        counts[named(name, "behind")] = _behind(mine)
    return counts


def _behind(rows: pl.DataFrame) -> float:
    """How many of the residents of some counties stand behind the scheme."""
    each = rows.select(pl.col("residents").cast(pl.Float64), share=pl.col("legitimacy_nano").cast(pl.Float64) / NANO)
    return sum(residents * share for residents, share in each.iter_rows())


def measure(counts: Counts) -> Figure:
    """The share at the end, that after the first step, and the change."""
    first, last = (
        ratio(name, counts[named(name, "behind")], counts[named(name, "residents")]) for name in (FIRST, LAST)
    )
    if first.value is None or last.value is None:
        return nothing(str(last.reason or first.reason), last.n)
    says = f"{last.value:.3f} stand behind the scheme at the end, {first.value:.3f} after the first step."
    return Figure(last.value, last.n, says, parts=(first, Part("change", last.value - first.value, last.n)))


METRIC: Final = Metric(
    code="B05",
    slug="stood-behind",
    title="Share behind the scheme",
    theme="price",
    unit="share, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="suining-2010-cancelled",
    moved_by="--without response:*",
    room=__name__,
    signed=True,
)
