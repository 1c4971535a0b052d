"""M26, speech suppressed: how much lawful speech, belief and meeting is lost against the same lives without the scheme.

What it says: Of what people would have said, believed openly or met for, lawfully, this share is not heard.

Definition: 1 - done under the scheme / done without it, over all lawful acts of voice in the whole town. Beside it by
act and by group, and the two ways it goes: held back for fear of losing points, and tried and denied.

Unit: a share, 0 to 1; below 0 where there is more of it than without the scheme.

How to read it: 0 is nothing lost. Opinions stay as they are in the model: what is lost is the voice, not the view.

Limits: Acts that follow from speech nobody hears are not in the model. How far anybody fears is assumed, with a band.

Sources: Penney 2016 (doi:10.15779/Z38SS13); Stoycheff 2016 (doi:10.1177/1077699016630255).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
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
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.paired import no_pair
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Group

WITH, WITHOUT = "with", "without"
_COLUMNS: Final = ("done", "blocked", "held_back")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Lawful acts of voice by act and group: done, denied and held back, in both worlds."""
    case = bundle.case
    if reason := without_scheme(bundle):
        return reason
    if (why := no_pair(case)) or case.worlds.baseline is None:
        return Undefined(str(why))
    counts: dict[str, float] = {}
    for world, ledger in ((WITH, case.worlds.scheme), (WITHOUT, case.worlds.baseline)):
        for act, group, *numbers in _voiced(ledger).iter_rows():
            for what, number in zip(_COLUMNS, numbers, strict=True):
                counts[named(world, what, act, group_slug(Group(group)))] = number
    return counts


def _voiced(ledger: Ledger) -> pl.DataFrame:
    """Acts of voice of the whole town: name of the act, group, and how often it was done, denied, held back."""
    names = {row.code: row.id for row in ledger.manifest.names.acts if row.voice}
    sums = (pl.col(column).cast(pl.Int64).sum() for column in _COLUMNS)
    rows = ledger.table("act_counts").filter(pl.col("act").is_in(list(names)))
    return (
        rows.group_by("act", "group")
        .agg(*sums)
        .with_columns(pl.col("act").replace_strict(names, default=""))
        .sort("act", "group")
    )


def measure(counts: Counts) -> Figure:
    """The share lost in all, by act, by group, and by the way it goes."""
    ours, theirs = under(counts, WITH, "done"), under(counts, WITHOUT, "done")
    with_it, without_it = sum(ours.values()), sum(theirs.values())
    if reason := too_thin(without_it, "lawful acts of voice"):
        return nothing(reason, without_it)
    acts, groups = (sorted({name[place] for name in theirs}) for place in (0, 1))
    parts = [_lost(f"act-{act}", ours, theirs, 0, act) for act in acts]
    parts += [_lost(f"group-{group}", ours, theirs, 1, group) for group in groups]
    feared, denied = (sum(under(counts, WITH, what).values()) for what in ("held_back", "blocked"))
    parts += [
        Part("held-back", feared / without_it, int(without_it)),
        Part("denied", denied / without_it, int(without_it)),
    ]
    value = 1 - with_it / without_it
    says = (
        f"{with_it:,.0f} lawful acts of speech, belief and meeting were done, {without_it:,.0f} without the scheme: "
        f"{100 * value:.1f} % lost ({feared:,.0f} held back, {denied:,.0f} denied)."
    )
    return Figure(value, int(without_it), says, parts=tuple(parts))


def _lost(
    label: str, ours: dict[tuple[str, ...], float], theirs: dict[tuple[str, ...], float], place: int, name: str
) -> Part:
    with_it, without_it = (sum(n for key, n in one.items() if key[place] == name) for one in (ours, theirs))
    if reason := too_thin(without_it, "such acts"):
        return Part(label, None, int(without_it), reason)
    return Part(label, 1 - with_it / without_it, int(without_it))


METRIC: Final = Metric(
    code="M26",
    slug="speech-suppressed",
    title="Lawful speech lost",
    theme="chilling",
    unit="share of what is done without the scheme",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without response:chilling",
    room=__name__,
    signed=True,
)
