"""Consent: how many are in, how many left, who never knew they had joined, and what was taken of those outside."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.groups import group_words
from glasstown.vocab.codes import Flag, Group

JOINED, JOINED_UNKNOWING, LEFT, TAKEN = range(4)
UNIT: Final = "per cent of residents of age"


def consent(case: Case) -> tuple[Finding, ...]:
    """Three findings; nothing where nobody can stay out."""
    ledger = case.worlds.scheme
    facts = ledger.manifest.consent
    if facts is None:
        return ()
    rows = ledger.table("consents").join(case.people.select("resident", "group"), on="resident")
    last = ledger.table("panel").filter(pl.col("day") == pl.col("day").max())
    born = case.people.select("resident", "birth_day", "group")
    of_age = last.join(born, on="resident").filter(
        ledger.manifest.horizon_days - pl.col("birth_day") >= 365 * facts.min_age_years
    )
    return (_within(of_age, rows), _unknowing(of_age), _taken(rows))


def _within(of_age: pl.DataFrame, rows: pl.DataFrame) -> Finding:
    """How many are scored at the end by their own will, by group, and how many came and went."""
    slug, title, n = "consent", "Scored at the end, of those who could be", of_age.height
    if reason := too_few(n):
        return undefined(slug, title, UNIT, n, reason)
    scored = pl.col("flags") & int(Flag.COVERED) > 0
    lines: list[tuple[str, int, int, int, int]] = []
    inside = joined = left = 0
    for group in Group:
        people, moves = (frame.filter(pl.col("group") == int(group)) for frame in (of_age, rows))
        counts = people.filter(scored).height, _number(moves, JOINED, JOINED_UNKNOWING), _number(moves, LEFT)
        inside, joined, left = inside + counts[0], joined + counts[1], left + counts[2]
        lines.append((group_words(group), people.height, *counts))
    value = round(100 * inside / n, 2)
    table = FindingTable(("group", "of age", "scored at the end", "times joined", "times left"), tuple(lines))
    text = f"{title}: {inside:,} of {n:,} ({value} %). {joined:,} times somebody joined, {left:,} times somebody left."
    return found(slug, title, value, UNIT, n, text, table=table)


def _unknowing(of_age: pl.DataFrame) -> Finding:
    """Of those scored at the end, who does not know of the scheme."""
    slug, title = "consent.unknowing", "Scored at the end without knowing of the scheme"
    scored = of_age.filter(pl.col("flags") & int(Flag.COVERED) > 0)
    if reason := too_few(scored.height):
        return undefined(slug, title, "per cent of those scored", scored.height, reason)
    number = scored.filter(pl.col("flags") & int(Flag.AWARE) == 0).height
    value = round(100 * number / scored.height, 2)
    text = f"{title}: {number:,} of {scored.height:,} ({value} %)."
    return found(slug, title, value, "per cent of those scored", scored.height, text)


def _taken(rows: pl.DataFrame) -> Finding:
    """Records of residents who were outside, that counted all the same."""
    taken = rows.filter(pl.col("what") == TAKEN)
    whose = taken["resident"].n_unique()
    title = "Records of residents who had not consented, taken all the same"
    text = f"{title}: {taken.height:,}, of {whose:,} residents."
    return found("consent.taken", title, taken.height, "records", taken.height, text)


def _number(rows: pl.DataFrame, *what: int) -> int:
    return rows.filter(pl.col("what").is_in(what)).height
