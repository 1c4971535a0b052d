"""O04, watched more, or worse: how far records overstate what a group does.

What it says: A group that is watched more looks, on record, as if it did more.

Definition: records per resident of an invented minority over those of the majority, divided by the same ratio of acts
really done; the larger of both minorities. Beside it all four ratios.

Unit: a ratio. 1 is that records are to conduct as much in every group.

How to read it: 2 is that the group is on record twice as often for each act it does; an auditor without the truth puts
that down to its conduct.

Limits: Acts that the scheme counts against people. Fewer than 30 records or acts in a group give no ratio.

Sources: Lum and Isaac 2016 (doi:10.1111/j.1740-9713.2016.00960.x); Ensign and others 2018 (arXiv:1706.09847).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.confusion import NOTHING_COUNTED
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.on_record import SEEN, TRUTH, records
from glasstown.audit.harm.reading import acts_done, counted_against, lives_kept, subjects, without_scheme
from glasstown.vocab.codes import Group

MAJORITY: Final = group_slug(Group.MAJORITY)
MINORITIES: Final = tuple(group_slug(group) for group in Group if group is not Group.MAJORITY)


def tally(bundle: Bundle) -> Counts | Undefined:
    """Subjects of each group, the acts that they did, and the records that name them."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    if not (counted := sorted(counted_against(ledger))):
        return NOTHING_COUNTED
    who = subjects(bundle.case).join(lives_kept(ledger), on="resident", how="semi").select("resident", "group")
    done = acts_done(ledger).filter(pl.col("act").is_in(counted)).select("resident").join(who, on="resident")
    seen = records(ledger).select("resident").join(who, on="resident")
    counts: dict[str, float] = {}
    for group in Group:
        for what, rows in (("residents", who), (TRUTH, done), (SEEN, seen)):
            counts[named(what, group_slug(group))] = rows.filter(pl.col("group") == int(group)).height
    return counts


def measure(counts: Counts) -> Figure:
    """The larger overstatement of both minorities, and the ratios."""
    n = int(sum(counts[named("residents", slug)] for slug in (MAJORITY, *MINORITIES)))
    parts = tuple(_times(counts, what, slug) for slug in MINORITIES for what in (TRUTH, SEEN))
    found = []
    for slug, true, seen in zip(MINORITIES, parts[::2], parts[1::2], strict=True):
        if true.value is not None and seen.value is not None:
            found.append((seen.value / true.value, slug))
    if not found:
        return nothing(str(next(part.reason for part in parts if part.reason)), n, parts=parts)
    value, who = max(found)
    return Figure(
        value, n, f"For each act, {who} is on record {value:.2f} times as often as the majority.", parts=parts
    )


def _times(counts: Counts, what: str, slug: str) -> Part:
    """How many times as often as the majority a minority did it, or is on record, per head."""
    ours, theirs = counts[named(what, slug)], counts[named(what, MAJORITY)]
    noun = "acts" if what == TRUTH else "records"
    if reason := too_thin(min(ours, theirs), noun):
        return Part(f"{what}-{slug}", None, int(ours), reason)
    heads, their_heads = counts[named("residents", slug)], counts[named("residents", MAJORITY)]
    return Part(f"{what}-{slug}", ours / heads / (theirs / their_heads), int(ours))


METRIC: Final = Metric(
    code="O04",
    slug="seen-conduct",
    title="Watched more, or worse",
    theme="between groups",
    unit="ratio",
    tally=tally,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)
