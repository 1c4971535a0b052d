"""Wrongful-days: days under a denying consequence without a true ground, per 1,000 person-years.

365,000 x (wrongful person-days) / (persons x days of the run). A day is wrongful when the resident was
denied something on it, and the score replayed from true entries alone stands in no denying grade.
"""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, too_few, undefined
from glasstown.audit.groups import group_slug, group_words
from glasstown.vocab.codes import Group
from glasstown.vocab.units import DAYS_IN_YEAR

UNIT = "days per 1,000 person-years"


def wrongful_days(case: Case) -> tuple[Finding, ...]:
    """Wrongful-days of all kept residents, and of each invented group."""
    people = case.people.join(case.punished, on="resident", how="left")
    findings = [_rate(case, people, "wrongful-days", "Wrongful-days")]
    for group in Group:
        chosen = people.filter(pl.col("group") == int(group))
        slug = f"wrongful-days.group.{group_slug(group)}"
        findings.append(_rate(case, chosen, slug, f"Wrongful-days, {group_words(group)}"))
    return tuple(findings)


def _rate(case: Case, people: pl.DataFrame, slug: str, title: str) -> Finding:
    """Wrongful-days of some residents."""
    n = people.height
    if not case.has_scheme:
        return undefined(slug, title, UNIT, n, "this is the world without a scheme")
    days = int(people["wrongful_days"].sum())
    if reason := too_few(n):
        return undefined(slug, title, UNIT, n, reason, counted=f"{days:,} wrongful days in all.")
    horizon = case.worlds.scheme.manifest.horizon_days
    value = round(1000 * DAYS_IN_YEAR * days / (n * horizon), 3)
    text = f"{value:,.1f} wrongful-days per 1,000 person-years ({days:,} days in the lives of {n:,} residents)."
    return found(slug, title, value, UNIT, n, text)
