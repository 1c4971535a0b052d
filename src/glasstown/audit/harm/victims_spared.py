"""B02, victims spared: how much less was done to people by others, because of the scheme.

What it says: Some of what a scheme averts would have hurt somebody; this is told from the side of those who are
spared.

Definition: acts that harmed a kept resident, in the world without the scheme less under it, for each 1,000
person-years of kept residents.

Unit: harms per 1,000 person-years.

How to read it: Above 0 fewer were hurt. By group of who was hurt, and by act, beside it.

Limits: Hurt by other residents only: what the scheme does to them is the rest of the audit. Harms weigh alike. An act
that harms nobody in particular, such as a red light that nobody met, is not in it.

Sources: proposed by this project.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, named, nothing, under
from glasstown.audit.harm.done_less import acts_of, pair_of, per_thousand_years
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Group


def tally(bundle: Bundle) -> Counts | Undefined:
    """Harms less under the scheme, by act and by group of the victim, and days lived by each group."""
    if reason := without_scheme(bundle):
        return reason
    case, without = bundle.case, pair_of(bundle)
    if isinstance(without, Undefined):
        return without
    ledger = case.worlds.scheme
    who = case.people.select("resident", "group")
    ours, theirs = (each.table("harms").join(who, on="resident") for each in (ledger, without))
    counts: dict[str, float] = {}
    for row in acts_of(ledger).values():
        which = pl.col("act") == row.code
        if ours.filter(which).height + theirs.filter(which).height:
            counts[named("act", row.id)] = _less(ours, theirs, which)
    for group in Group:
        mine, slug = pl.col("group") == int(group), group_slug(group)
        residents = who.filter(mine).height
        counts[named("residents", slug)] = residents
        counts[named("person-days", slug)] = residents * ledger.manifest.horizon_days
        counts[named("fewer", slug)] = _less(ours, theirs, mine)
    return counts


def _less(ours: pl.DataFrame, theirs: pl.DataFrame, which: pl.Expr) -> int:
    return theirs.filter(which).height - ours.filter(which).height


def measure(counts: Counts) -> Figure:
    """Harms fewer in all, by group and by act."""
    slugs = [group_slug(group) for group in Group]
    total = {what: sum(counts[named(what, slug)] for slug in slugs) for what in ("residents", "person-days", "fewer")}
    whole = per_thousand_years("all", total["fewer"], total)
    parts = [
        per_thousand_years(slug, counts[named("fewer", slug)], {one: counts[named(one, slug)] for one in total})
        for slug in slugs
    ]
    parts += [
        per_thousand_years(act, number, total) for (act,), number in sorted(under(counts, "act").items()) if number
    ]
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, parts=tuple(parts))
    often = "fewer" if total["fewer"] >= 0 else "more"
    says = f"Residents were hurt by others {abs(total['fewer']):,.0f} times {often} than without the scheme."
    return Figure(whole.value, whole.n, says, parts=tuple(parts))


METRIC: Final = Metric(
    code="B02",
    slug="victims-spared",
    title="Victims spared",
    theme="price",
    unit="harms per 1,000 person-years",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without response:deterrence",
    room=__name__,
    signed=True,
)
