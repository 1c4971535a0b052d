"""Who is punished by invented group, as several metrics count it."""

from __future__ import annotations

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import Bundle, Counts, Part, Undefined, named, ratio
from glasstown.audit.harm.reading import subjects, without_scheme
from glasstown.vocab.codes import Group


def tally_punished(bundle: Bundle) -> Counts | Undefined:
    """Subjects and punished subjects of each group."""
    if reason := without_scheme(bundle):
        return reason
    rows, counts = subjects(bundle.case), dict[str, float]()
    for group in Group:
        mine = rows.filter(pl.col("group") == int(group))
        counts[named("subjects", group_slug(group))] = mine.height
        counts[named("punished", group_slug(group))] = int(mine["is_punished"].sum())
    return counts


def punished_shares(counts: Counts) -> tuple[Part, ...]:
    """The share of each group that was punished."""
    slugs = [group_slug(group) for group in Group]
    return tuple(
        ratio(slug, counts[named("punished", slug)], counts[named("subjects", slug)], what="subjects") for slug in slugs
    )
