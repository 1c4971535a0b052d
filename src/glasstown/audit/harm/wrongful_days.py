"""M15, wrongful-days: for how long people were punished without a true ground.

What it says: Days on which somebody was under a consequence or on a list that punishes, and nothing true was behind it.

Definition: 365,000 times the wrongful days of all kept residents, divided by residents times days of the run. A day is
wrongful where the books, kept again from true records, states and readings alone, bring no punishment on it.

Unit: days per 1,000 person-years of everybody who lives there, punished or not.

How to read it: 0 is the best. 1,000 would be one wrongful day a year for every resident. By invented group beside it.

Limits: Acts stay as they were lived, and so do conditions of rules. Days on a list that is only published count too.

Sources: proposed by this project; the stock of wrongful time as in epidemiology (prevalence of an error over
person-time).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Group
from glasstown.vocab.units import DAYS_IN_YEAR

UNIT: Final = "days per 1,000 person-years"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Wrongful days, residents and person-days of each group."""
    if reason := without_scheme(bundle):
        return reason
    case = bundle.case
    horizon = case.worlds.scheme.manifest.horizon_days
    people = case.people.join(case.punished, on="resident", how="left")
    counts: dict[str, float] = {}
    for group in Group:
        mine = people.filter(pl.col("group") == int(group))
        counts[named("residents", group_slug(group))] = mine.height
        counts[named("person-days", group_slug(group))] = mine.height * horizon
        counts[named("wrongful", group_slug(group))] = int(mine["wrongful_days"].sum())
    return counts


def measure(counts: Counts) -> Figure:
    """The rate of all, and of each group."""
    parts = tuple(_part(counts, group_slug(group), (group_slug(group),)) for group in Group)
    whole = _part(counts, "all", tuple(group_slug(group) for group in Group))
    days = sum(counts[named("wrongful", group_slug(group))] for group in Group)
    counted = f"{days:,.0f} days of punishment had no true ground."
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, counted=counted, parts=parts)
    return Figure(whole.value, whole.n, f"{counted} That is {whole.value:,.1f} per 1,000 person-years.", parts=parts)


def _part(counts: Counts, label: str, groups: tuple[str, ...]) -> Part:
    residents, days, wrongful = (
        sum(counts[named(what, group)] for group in groups) for what in ("residents", "person-days", "wrongful")
    )
    if reason := too_thin(residents):
        return Part(label, None, int(residents), reason)
    return Part(label, 1000 * DAYS_IN_YEAR * wrongful / days, int(residents))


METRIC: Final = Metric(
    code="M15",
    slug="wrongful-days",
    title="Wrongful-days",
    theme="error and misidentification",
    unit=UNIT,
    tally=tally,
    measure=measure,
    shown_by="suining-2010",
    moved_by="--without sensor-errors",
    room=__name__,
)
