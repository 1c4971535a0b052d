"""Who falls: punished subjects per 1,000, by invented group, income, age and province.

One view at a time: a province is never crossed with a group, and a cell of fewer than 30 gives no rate.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, per_1000, undefined
from glasstown.audit.groups import group_slug, group_words
from glasstown.vocab.codes import AGE_BANDS, Group

UNIT = "punished per 1,000 subjects"

_FIFTHS = ("poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth")


def who_falls(case: Case) -> tuple[Finding, ...]:
    """The share punished in every cell of four separate views."""
    subjects = case.punished_people()
    findings: list[Finding] = []
    for view, column, cells in _views(case):
        for code, slug, label in cells:
            chosen = subjects.filter(pl.col(column) == code)
            findings.append(_rate(case, chosen, f"who-falls.{view}.{slug}", label))
    return tuple(findings)


def _views(case: Case) -> Iterator[tuple[str, str, list[tuple[int, str, str]]]]:
    """Name, column and cells (code, slug, label) of each view."""
    groups = [(int(group), group_slug(group), group_words(group)) for group in Group]
    yield "group", "group", groups
    yield "income-fifth", "income_fifth", [(code, str(code + 1), label) for code, label in enumerate(_FIFTHS)]
    bands = [(code, f"{low}-{high}", f"age {low} to {high}") for code, (low, high) in enumerate(AGE_BANDS)]
    yield "age", "age_band", bands
    met = set(case.people["province"].unique())
    provinces = case.worlds.scheme.manifest.society.provinces
    yield "province", "province", [(code, _slug(name), name) for code, name in enumerate(provinces) if code in met]


def _rate(case: Case, chosen: pl.DataFrame, slug: str, label: str) -> Finding:
    """The share punished among some subjects."""
    title = f"Punished, {label}"
    if not case.has_scheme:
        return undefined(slug, title, UNIT, 0, "this is the world without a scheme")
    count = chosen["cause"].is_not_null().sum()
    text = f"Of {label}, {{value}} in 1,000 subjects were punished ({{count}} of {{n}})."
    return per_1000(slug, title, int(count), chosen.height, UNIT, text)


def _slug(name: str) -> str:
    """A name as part of an address."""
    return name.lower().replace(" ", "-")
