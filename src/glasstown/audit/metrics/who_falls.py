"""Who falls: subjects who came into a worse grade, and subjects who were punished, per 1,000.

How many fell in all stands first; where a world has no grades nobody can, and these are undefined. By invented
group, income, age, urban or rural neighbourhood and province, one view at a time: a province is never crossed with
a group, and a cell of fewer than 30 gives no rate. Two measures stand side by side, for they can disagree.

Rates are of subjects. A consequence of a household, or of its children, also reaches residents whom the scheme does
not cover: how many, and of which age, is counted beside the rates.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import MIN_DENOMINATOR, Finding, FindingTable, found, per_1000, undefined
from glasstown.audit.groups import group_slug, group_words
from glasstown.vocab.codes import AGE_BANDS, Group

FELL = "fell a grade, per 1,000 subjects"
PUNISHED = "punished, per 1,000 subjects"

_NO_GRADES = "this world has no grades"
_FIFTHS = ("poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth")


def who_falls(case: Case) -> tuple[Finding, ...]:
    """The share that fell and the share punished, in every cell of five separate views."""
    subjects = case.punished_people().with_columns(is_punished=pl.col("cause").is_not_null())
    findings: list[Finding] = [*_fell(case, subjects), _beyond_subjects(case)]
    places = case.worlds.scheme.table("places")
    apart = subjects.select("resident", "has_fallen", "is_punished").join(places, on="resident", how="left")
    for view, column, cells in (*_views(), ("province", "province", _provinces(case, places))):
        for code, slug, label in cells:
            chosen = (apart if view == "province" else subjects).filter(pl.col(column) == code)
            fell = _rate(case, chosen, f"who-falls.{view}.{slug}", f"Fell a grade, {label}", "has_fallen", FELL)
            title = f"Punished, {label}"
            punished = _rate(case, chosen, f"who-is-punished.{view}.{slug}", title, "is_punished", PUNISHED)
            findings += [fell, punished]
    return tuple(findings)


def _fell(case: Case, subjects: pl.DataFrame) -> tuple[Finding, Finding]:
    """Subjects who came into a worse grade at least once: how many, and of every 1,000."""
    titles = (("fell", "Fell a grade", "residents"), ("fell-rate", "Share of subjects who fell a grade", FELL))
    if not case.worlds.scheme.manifest.names.grades:
        count, rate = (undefined(slug, title, unit, 0, _NO_GRADES) for slug, title, unit in titles)
        return count, rate
    n, fell = subjects.height, int(subjects["has_fallen"].sum())
    share = f" ({100 * fell / n:.1f} %)" if n >= MIN_DENOMINATOR else ""
    text = f"{fell:,} of {n:,} subjects{share} came into a worse grade at least once."
    sentence = "{value} of every 1,000 subjects came into a worse grade at least once ({count} of {n})."
    (slug, title, unit), (rate_slug, rate_title, rate_unit) = titles
    return found(slug, title, fell, unit, n, text), per_1000(rate_slug, rate_title, fell, n, rate_unit, sentence)


def _beyond_subjects(case: Case) -> Finding:
    """Punished residents whom the scheme does not cover, such as children of the listed, by age at day 0."""
    slug, title, n = "punished-beyond-subjects", "Punished without being a subject", case.people.height
    if not case.has_scheme:
        return undefined(slug, title, "residents", 0, "this is the world without a scheme")
    reached = case.people.filter(~pl.col("is_subject")).join(case.punished, on="resident", how="semi")
    counts = dict(reached.group_by("age_band").len().iter_rows())
    rows = tuple((words, counts[code]) for code, _, words in _ages() if code in counts)
    if not rows:
        return found(slug, title, 0, "residents", n, "Nobody was punished whom the scheme does not cover.")
    who = "1 resident was" if reached.height == 1 else f"{reached.height:,} residents were"
    ages = ", ".join(f"{count:,} of {words}" for words, count in rows)
    text = f"{who} punished whom the scheme does not cover, by age at day 0: {ages}. Rates of subjects leave them out."
    return found(
        slug, title, reached.height, "residents", n, text, table=FindingTable(("age at day 0", "punished"), rows)
    )


def _ages() -> list[tuple[int, str, str]]:
    """Code, slug and words of each band of ages."""
    return [(code, f"{low}-{high}", f"age {low} to {high}") for code, (low, high) in enumerate(AGE_BANDS)]


def _views() -> Iterator[tuple[str, str, list[tuple[int, str, str]]]]:
    """Name, column and cells (code, slug, label) of each view."""
    groups = [(int(group), group_slug(group), group_words(group)) for group in Group]
    yield "group", "group", groups
    yield "income-fifth", "income_fifth", [(code, str(code + 1), label) for code, label in enumerate(_FIFTHS)]
    yield "age", "age_band", _ages()
    yield "place", "urban", [(1, "urban", "urban neighbourhoods"), (0, "rural", "rural neighbourhoods")]


def _provinces(case: Case, places: pl.DataFrame) -> list[tuple[int, str, str]]:
    """Code, slug and name of the provinces that the town meets."""
    met = set(places["province"].unique())
    names = case.worlds.scheme.manifest.society.provinces
    return [(code, _slug(name), name) for code, name in enumerate(names) if code in met]


def _rate(case: Case, chosen: pl.DataFrame, slug: str, title: str, column: str, unit: str) -> Finding:
    """The share among some subjects whom one measure counts."""
    if not case.has_scheme:
        return undefined(slug, title, unit, 0, "this is the world without a scheme")
    if column == "has_fallen" and not case.worlds.scheme.manifest.names.grades:
        return undefined(slug, title, unit, chosen.height, _NO_GRADES)
    count = int(chosen[column].sum())
    return per_1000(
        slug, title, count, chosen.height, unit, f"{title}: {{value}} in 1,000 subjects ({{count}} of {{n}})."
    )


def _slug(name: str) -> str:
    """A name as part of an address."""
    return name.lower().replace(" ", "-")
