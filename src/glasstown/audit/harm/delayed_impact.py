"""M32, delayed impact: what a loan that a score brought did to that score a year later, by invented group.

What it says: To be given something can lift people or sink them. A rule that gives more to a group may leave it worse
off where more of them fail.

Definition: for each thing that came to be owed (such as a loan that a grade brings), the first score on the first day
of the panel at least 365 days later, less that on the last day of the panel no later than the day it came to be owed.
The value is the largest mean of a group less the smallest.

Unit: points of the score.

How to read it: 0 is alike for all groups. Means of each group stand beside it, and of those who made good and who
failed by that later day; above 0 they stand higher than before.

Limits: Whatever else moves a score in that year is in it: there is no like resident without the loan beside it. Taken
less than a year before the end, it is left out. Only schemes whose acts leave something owing have it.

Sources: Liu and others 2018 (PMLR 80:3150-3158); D'Amour and others 2020 (doi:10.1145/3351095.3372878).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, gap, named, nothing, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.dues import FAILED, OWED
from glasstown.vocab.codes import Group
from glasstown.vocab.units import DAYS_IN_YEAR

MILLI: Final = 1000
ENDINGS: Final = ("paid", "failed", "still-owed")
WHAT: Final = "things owed"
NOTHING_OWED: Final = Undefined("no act of the scheme leaves anything owing")
NO_SCORE: Final = Undefined("there is no score of residents")


def tally(bundle: Bundle) -> Counts | Undefined:
    """How many and the sum of changes in thousandths of a point, by group and by what became of it."""
    if reason := without_scheme(bundle):
        return reason
    manifest = bundle.case.worlds.scheme.manifest
    if not manifest.names.dues:
        return NOTHING_OWED
    if manifest.resident_score is None:
        return NO_SCORE
    rows = year_after(bundle.case)
    counts: dict[str, float] = {}
    for of, labels in (
        ("group", [(int(group), group_slug(group)) for group in Group]),
        ("ending", list(zip(ENDINGS, ENDINGS, strict=True))),
    ):
        for value, label in labels:
            mine = rows.filter(pl.col(of) == value)
            counts[named(of, label, "n")] = mine.height
            counts[named(of, label, "moved")] = int(mine["moved"].sum())
    return counts


def year_after(case: Case) -> pl.DataFrame:
    """One row per thing owed that a year of panel follows: `group`, `ending`, and `moved` in thousandths of a point."""
    ledger = case.worlds.scheme
    dues = ledger.table("dues").sort("resident", "act", maintain_order=True)
    later = [
        pl.col(name).shift(-1).over("resident", "act").cast(pl.Int64).alias(f"next_{name}") for name in ("how", "day")
    ]
    owed = dues.with_columns(*later).filter(pl.col("how") == OWED).with_columns(pl.col("day").cast(pl.Int64))
    owed = owed.with_columns(year=pl.col("day") + DAYS_IN_YEAR)
    panel = ledger.table("panel").select("resident", pl.col("day").cast(pl.Int64), pl.col("score_milli").cast(pl.Int64))
    panel = panel.sort("day")
    after = panel.rename({"score_milli": "after", "day": "after_day"})
    rows = owed.sort("day").join_asof(panel, on="day", by="resident", strategy="backward", check_sortedness=False)
    rows = rows.sort("year").join_asof(
        after, left_on="year", right_on="after_day", by="resident", strategy="forward", coalesce=False,
        check_sortedness=False,
    )  # fmt: skip
    rows = rows.filter(pl.col("score_milli").is_not_null() & pl.col("after").is_not_null())
    is_over = (
        pl.col("next_how").is_not_null() & (pl.col("next_how") != OWED) & (pl.col("next_day") <= pl.col("after_day"))
    )
    ending = (
        pl.when(~is_over.fill_null(value=False)).then(pl.lit("still-owed"))
        .when(pl.col("next_how") == FAILED).then(pl.lit("failed")).otherwise(pl.lit("paid"))
    )  # fmt: skip
    rows = rows.with_columns(ending=ending, moved=pl.col("after") - pl.col("score_milli"))
    return rows.join(case.people.select("resident", "group"), on="resident").select(
        "resident", "group", "ending", "moved"
    )


def measure(counts: Counts) -> Figure:
    """The gap between groups, and the mean change of each group and ending."""
    groups = tuple(_part(counts, "group", group_slug(group)) for group in Group)
    endings = tuple(_part(counts, "ending", ending) for ending in ENDINGS)
    n, value = sum(part.n for part in groups), gap(groups)
    moved = sum(counts[named("group", group_slug(group), "moved")] for group in Group) / MILLI
    counted = (
        f"A year after {n:,} came to owe something, their score had moved by {moved / n:+.2f} points." if n else ""
    )
    if value is None:
        return nothing(f"fewer than two groups of 30 {WHAT}", n, counted=counted, parts=(*groups, *endings))
    told = ", ".join(f"{part.label} {part.value:+.2f}" for part in groups if part.value is not None)
    return Figure(value, n, f"{counted} By group: {told}.", parts=(*groups, *endings))


def _part(counts: Counts, of: str, label: str) -> Part:
    n, moved = (counts[named(of, label, what)] for what in ("n", "moved"))
    reason = too_thin(n, WHAT)
    return Part(label, None if reason else moved / MILLI / n, int(n), reason)


METRIC: Final = Metric(
    code="M32",
    slug="delayed-impact",
    title="Delayed impact",
    theme="gaming and feedback",
    unit="points, largest mean of a group less the smallest",
    tally=tally,
    measure=measure,
    shown_by="sesame-refit",
    moved_by="in its file, at which score the loan is offered",
    room=__name__,
    signed=True,
)
