"""O01, the innocent who are punished, as an outside auditor counts them.

What it says: Whoever takes records for what was done finds fewer punished for nothing than there are.

Definition: the share of those who did nothing that the scheme counts who were punished, less the same share of those
of whom there is no record. Beside it both shares, and both gaps between invented groups.

Unit: a share, -1 to 1.

How to read it: 0 is that records tell all. Above 0, records hide errors: a false record makes the innocent who is
punished by it guilty in the auditor's table. Below 0, sources miss much, so that the guilty pass for innocent.

Limits: The auditor is given every record and who was punished, which real ones seldom are. As of M03 for what counts as
having done it.

Sources: Lum and Isaac 2016 (doi:10.1111/j.1740-9713.2016.00960.x); Kallus and Zhou 2018 (arXiv:1806.02887).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.confusion import NOTHING_COUNTED
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, gap, named, nothing, ratio
from glasstown.audit.harm.on_record import SEEN, TRUTH, who_is_on_record
from glasstown.audit.harm.reading import counted_against, without_scheme
from glasstown.vocab.codes import Group

WAYS: Final = {TRUTH: "did", SEEN: "is_on_record"}


def tally(bundle: Bundle) -> Counts | Undefined:
    """Innocents and punished innocents by group, as it is and as records have it; the same of the punished."""
    if reason := without_scheme(bundle):
        return reason
    if not counted_against(bundle.case.worlds.scheme):
        return NOTHING_COUNTED
    rows, counts = who_is_on_record(bundle.case), dict[str, float]()
    for way, column in WAYS.items():
        for group in Group:
            mine, slug = rows.filter(pl.col("group") == int(group)), group_slug(group)
            innocent, punished = mine.filter(~pl.col(column)), mine.filter("is_punished")
            counts[named("innocent", way, slug)] = innocent.height
            counts[named("innocent-punished", way, slug)] = int(innocent["is_punished"].sum())
            counts[named("punished", way, slug)] = punished.height
            counts[named("punished-did", way, slug)] = int(punished[column].sum())
    return counts


def share(counts: Counts, hit: str, of: str, way: str, who: str = "") -> Part:
    """One share, of a group or of all."""
    slugs = [who] if who else [group_slug(group) for group in Group]
    numbers = (sum(counts[named(what, way, slug)] for slug in slugs) for what in (hit, of))
    return ratio(f"{way}-{who}" if who else way, *numbers, what=f"{of} residents")


def measure(counts: Counts) -> Figure:
    """How many more innocents are punished than records show, and gaps between groups in both."""
    true, seen = (share(counts, "innocent-punished", "innocent", way) for way in WAYS)
    n = int(true.n)
    gaps = []
    for way in WAYS:
        value = gap(tuple(share(counts, "innocent-punished", "innocent", way, group_slug(group)) for group in Group))
        why = None if value is not None else "fewer than two groups have 30 innocent residents"
        gaps.append(Part(f"gap-{way}", value, n, why))
    parts = (true, seen, *gaps)
    if true.value is None or seen.value is None:
        return nothing(str(true.reason or seen.reason), n, parts=parts)
    says = (
        f"Of those who did nothing {100 * true.value:.2f} % are punished; of those of whom there is no record "
        f"{100 * seen.value:.2f} %."
    )
    return Figure(true.value - seen.value, n, says, parts=parts)


METRIC: Final = Metric(
    code="O01",
    slug="seen-errors",
    title="Innocents punished that no record shows",
    theme="error and misidentification",
    unit="share, -1 to 1",
    tally=tally,
    measure=measure,
    shown_by="suining-2010",
    moved_by="--without false-sightings",
    room=__name__,
    signed=True,
)
