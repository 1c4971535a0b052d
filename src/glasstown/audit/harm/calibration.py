"""M05, calibration within groups: whether the same score means the same of members of every group.

What it says: Of people scored alike, more of one group go on to do something that the scheme counts.

Definition: residents are put into ten bins by their first score a year before the end. For a group: the mean over its
members of |share of the group in their bin who then did it - share of all in that bin|. The value is the largest over
groups.

Unit: a share, 0 to 1.

How to read it: 0 is that a score says the same of whoever has it. A score is no probability, so it is held against
the others of its bin and not against itself.

Limits: Thin bins make a group look ill scored by luck alone, the more the smaller the group: 0 is not to be
expected even of a score that says the same of all. Where most are scored alike there are fewer than ten bins. Only
subjects whose lives are kept. Doing it is one act or more in the last year that the scheme counts.

Sources: Kleinberg, Mullainathan and Raghavan 2017 (doi:10.4230/LIPIcs.ITCS.2017.43).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.confusion import GROUPS, NOTHING_COUNTED
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
)
from glasstown.audit.harm.rank_slope import BINS
from glasstown.audit.harm.reading import acts_done, counted_against, lives_kept, without_scheme
from glasstown.vocab.codes import Flag, Group
from glasstown.vocab.units import DAYS_IN_YEAR

TENTHS: Final = 10


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents by step of the score a year before the end, group, and whether they then did it."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    score, against = ledger.manifest.resident_score, sorted(counted_against(ledger))
    if score is None or score.of != "resident":
        return Undefined("the scheme keeps no score of residents")
    if not against:
        return NOTHING_COUNTED
    panel = ledger.table("panel").filter(pl.col("flags") & int(Flag.COVERED) != 0)
    days = [day for day in panel["day"].unique() if day <= ledger.manifest.horizon_days - DAYS_IN_YEAR and day > 0]
    if not days:
        return Undefined("the run is too short for a score and a year after it")
    day, width = max(days), max(score.high_milli - score.low_milli, 1)
    step = (pl.col("score_milli").cast(pl.Int64) - score.low_milli) * (BINS - 1) // width
    doers = acts_done(ledger).filter((pl.col("day") >= day) & pl.col("act").is_in(against))
    rows = panel.filter(pl.col("day") == day).select("resident", step=step)
    rows = rows.join(lives_kept(ledger), on="resident", how="semi")
    rows = rows.join(bundle.case.people.select("resident", "group"), on="resident")
    rows = rows.join(doers.select("resident").unique().with_columns(did=1), on="resident", how="left")
    found = rows.group_by("step", "group").agg(pl.len(), pl.col("did").fill_null(0).sum()).sort("step", "group")
    counts: dict[str, float] = {}
    for at, group, number, did in found.iter_rows():
        slug = group_slug(Group(group))
        counts |= {named("n", slug, at): number, named("did", slug, at): did}
    return counts


def measure(counts: Counts) -> Figure:
    """The largest distance of a group, each group's, and the share that did it in each bin."""
    n, did = (np.array([[counts.get(named(what, group, at), 0) for at in range(BINS)] for group in GROUPS], float)
              for what in ("n", "did"))  # fmt: skip
    total = int(n.sum())
    if reason := too_thin(total):
        return nothing(reason, total)
    bins = _tenths(n.sum(axis=0))
    n, did = (np.array([[row[bins == b].sum() for b in range(bins.max() + 1)] for row in one]) for one in (n, did))
    shares = did.sum(axis=0) / np.maximum(n.sum(axis=0), 1)
    parts = tuple(_distance(group, n[g], did[g], shares) for g, group in enumerate(GROUPS))
    curve = tuple(Part(f"bin-{b + 1}", float(share), int(n[:, b].sum()), None, "share who did it")
                  for b, share in enumerate(shares))  # fmt: skip
    values = {part.label: part.value for part in parts if part.value is not None}
    if len(values) <= 1 or len(shares) <= 1:
        return nothing("fewer than two groups of 30, or all are scored alike", total, parts=(*parts, *curve))
    worst = max(values, key=lambda label: values[label])
    return Figure(values[worst], total, f"Of {worst} a score means something else by most.", parts=(*parts, *curve))


def _tenths(numbers: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The bin of each step: about a tenth of all in each; a step is never split."""
    middle = (np.cumsum(numbers) - numbers / 2) / numbers.sum()
    raw = np.minimum((middle * TENTHS).astype(np.int64), TENTHS - 1)
    return np.unique(raw, return_inverse=True)[1]


def _distance(group: str, n: np.ndarray, did: np.ndarray, shares: np.ndarray) -> Part:  # type: ignore[type-arg]
    size = n.sum()
    if reason := too_thin(size):
        return Part(group, None, int(size), reason)
    apart = np.abs(did / np.maximum(n, 1) - shares)
    return Part(group, float((n * apart).sum() / size), int(size))


METRIC: Final = Metric(
    code="M05",
    slug="calibration",
    title="Calibration within groups",
    theme="between groups",
    unit="share, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)
