"""M36, disproportion: whether the graver act is punished for longer.

What it says: A punishment that does not grow with what was done is out of proportion, whoever it hits.

Definition: over subjects of whom something true counted that the scheme's file gives a gravity, from 0 to 5:
Kendall's tau-b between the gravest of it and their days of punishment, in months of 30 days. Something counts that
took points or opened a ground for a list that punishes.

Unit: tau-b, -1 to 1.

How to read it: 1 is the graver the longer, 0 no order, below 0 the wrong way round. Beside it stand the longest
burden for a gravity of at most 1 over the median for 4 and more, and how many records both took points and listed
somebody.

Limits: Gravity is somebody's reading, declared in the file. Punishment is of all that counted of a resident, not of
the gravest act alone. Days weigh alike, whatever they take away.

Sources: Charter of Fundamental Rights of the European Union, article 49(3); Kendall 1945
(doi:10.1093/biomet/33.3.239).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.harm.contract import (
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
    under,
)
from glasstown.audit.harm.ordered import median_of, tau_b
from glasstown.audit.harm.reading import subjects, without_scheme
from glasstown.audit.listings import punishing_lists
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Truth

MONTH: Final = 30
LIGHT, GRAVE = 1, 4
RECORD: Final = ("resident", "origin", "ref", "act")
UNDECLARED: Final = Undefined("the scheme's file declares no gravity")
WHO: Final = "subjects of whom something with a gravity counted"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Subjects by the gravest that counted and by months punished, begun ones included; and records that hit twice."""
    if reason := without_scheme(bundle):
        return reason
    names = bundle.case.worlds.scheme.manifest.names
    if not any(row.gravity is not None for row in (*names.rules, *names.grounds)):
        return UNDECLARED
    months = (pl.col("denied_days") + MONTH - 1) // MONTH
    rows = gravest(bundle.case).group_by("gravity", months=months).len()
    counts: dict[str, float] = {
        named("cell", g, month): number for g, month, number in rows.sort("gravity", "months").rows()
    }
    return {**counts, "twice": _twice(bundle.case.worlds.scheme)}


def gravest(case: Case) -> pl.DataFrame:
    """Subjects of whom something true counted, with its highest `gravity` and their `denied_days`."""
    ledger = case.worlds.scheme
    names = ledger.manifest.names
    of_rule = {row.code: row.gravity for row in names.rules if row.gravity is not None}
    of_ground = {row.code: row.gravity for row in names.grounds if row.gravity is not None}
    entries, listings = _true(ledger)
    found = [
        rows.filter(pl.col(by).is_in(list(of))).select(
            "resident", gravity=pl.col(by).replace_strict(of, default=None, return_dtype=pl.Int64)
        )
        for rows, by, of in ((entries, "rule", of_rule), (listings, "ground", of_ground))
    ]
    most = pl.concat(found).group_by("resident").agg(pl.col("gravity").max())
    return subjects(case).select("resident", "denied_days").join(most, on="resident")


def _true(ledger: Ledger) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Points that a rule took for something true of oneself, and true grounds on lists that punish."""
    is_true, lists = pl.col("truth") == int(Truth.TRUE), punishing_lists(ledger.manifest.names)
    grounds = [row.code for row in ledger.manifest.names.grounds if row.list in lists]
    taken = (pl.col("kind") == int(Entry.RULE)) & (pl.col("delta_milli") < 0) & (pl.col("via") == 0)
    stood = pl.col("ground").is_in(grounds) & (pl.col("end_day") > pl.col("entry_day"))
    return ledger.table("entries").filter(is_true & taken), ledger.table("listings").filter(is_true & stood)


def _twice(ledger: Ledger) -> int:
    """Records that both took points of somebody and listed them."""
    entries, listings = _true(ledger)
    return entries.select(RECORD).unique().join(listings.select(RECORD).unique(), on=RECORD).height


def measure(counts: Counts) -> Figure:
    """Tau-b, the longest burden of the light over the median of the grave, and records that hit twice."""
    cells = {(int(g), int(month)): int(number) for (g, month), number in under(counts, "cell").items() if number > 0}
    n = sum(cells.values())
    parts = (_worst_over_median(cells, n), Part("burdened-twice", counts["twice"], n, unit="records"))
    if reason := too_thin(n, WHO):
        return nothing(reason, n, parts=parts)
    tau = tau_b(cells)
    if tau is None:
        return nothing("all of it is of one gravity, or all are punished alike", n, parts=parts)
    says = (
        f"Of {n:,} subjects something with a gravity counted; punishment goes with it by {tau:+.3f}. "
        f"{counts['twice']:,.0f} records both took points and listed somebody."
    )
    return Figure(tau, n, says, parts=parts)


def _worst_over_median(cells: Mapping[tuple[int, int], int], n: int) -> Part:
    label, unit = "worst-light-over-median-grave", "ratio of months punished"
    light = {month: number for (g, month), number in cells.items() if g <= LIGHT}
    grave: dict[int, int] = {}
    for (g, month), number in cells.items():
        grave[month] = grave.get(month, 0) + (number if g >= GRAVE else 0)
    behind = sum(light.values()), sum(grave.values())
    for side, number in zip(("light", "grave"), behind, strict=True):
        if reason := too_thin(number, f"subjects of whom something {side} was the gravest"):
            return Part(label, None, n, reason, unit)
    median = median_of(grave)
    if not median:
        return Part(label, None, n, "half of those of whom something grave counted were not punished", unit)
    return Part(label, max(light) / median, sum(behind), None, unit)


METRIC: Final = Metric(
    code="M36",
    slug="disproportion",
    title="Disproportion",
    theme="due process",
    unit="Kendall's tau-b, -1 to 1",
    tally=tally,
    measure=measure,
    shown_by="court-list",
    moved_by="in its file, how long a ground lists somebody",
    room=__name__,
    signed=True,
)
