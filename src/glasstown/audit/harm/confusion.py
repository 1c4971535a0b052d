"""Who did it and who was punished, by group: the table that M03, M04, M06 and M08 are made of.

Doing it means at least one act during the run that the scheme counts against somebody, seen or not. Only subjects
whose lives are kept enter, for only of them what nobody saw is known.
"""

from __future__ import annotations

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import Bundle, Counts, Undefined, named
from glasstown.audit.harm.reading import counted_against, who_did, without_scheme
from glasstown.vocab.codes import Group

DID = ("innocent", "did")
"""By whether somebody did it."""

FATE = ("spared", "punished")
"""By whether somebody was punished."""

GROUPS = tuple(group_slug(group) for group in Group)

NOTHING_COUNTED = Undefined("the scheme counts no act against anybody, so nobody can have done it or not")


def tally_confusion(bundle: Bundle) -> Counts | Undefined:
    """Subjects by group, whether they did it, and whether they were punished; with their days of punishment."""
    if reason := without_scheme(bundle):
        return reason
    if not counted_against(bundle.case.worlds.scheme):
        return NOTHING_COUNTED
    rows = who_did(bundle.case)
    counts: dict[str, float] = {named(g, did, fate): 0.0 for g in GROUPS for did in DID for fate in FATE}
    counts |= {named("days", g, did): 0.0 for g in GROUPS for did in DID}
    found = rows.group_by("group", "did", "is_punished").agg(pl.len(), pl.col("denied_days").sum())
    for group, did, punished, number, days in found.iter_rows():
        slug = group_slug(Group(group))
        counts[named(slug, DID[did], FATE[punished])] += number
        counts[named("days", slug, DID[did])] += days
    counts["person-days"] = rows.height * bundle.case.worlds.scheme.manifest.horizon_days
    counts["residents"] = rows.height
    return counts


def cell(counts: Counts, group: str, did: str, fate: str) -> float:
    """How many there are of a kind; of all groups for "all"."""
    groups = GROUPS if group == "all" else (group,)
    return sum(counts[named(one, did, fate)] for one in groups)
