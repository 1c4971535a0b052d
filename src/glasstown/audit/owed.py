"""What residents have lost and borne, and what the ledger says it rests on: sums of rows, which always add up.

Points are all movements of all scores; days under consequences are counted for each consequence that harms by itself,
so that they add up as well. What would have been otherwise without a cause is another question: worlds answer it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Truth

Sums = dict[int, int]
"""A whole number for each resident who has any."""

POINTS: Final = "points"
BURDEN: Final = "days-under-consequences"

OWN, LATE = "own acts, as they were", "own acts, recorded late"
_BY_TRUTH: Final = {
    Truth.FALSE: "false sightings", Truth.WRONG_PERSON: "acts of somebody else: the wrong person",
    Truth.WRONG_ACT: "acts taken for others", Truth.LOGGED_FALSELY: "logged and never done",
    Truth.EDITED: "records that were altered",
}  # fmt: skip
_BY_KIND: Final = {
    Entry.CAP: "held at an end of the score", Entry.EXPIRY: "points that expired", Entry.DECAY: "scores that go back",
    Entry.RESET: "scores set to their start", Entry.REFRESH: "scores worked out anew",
    Entry.STATE: "points that stand while something is so", Entry.PEER: "ratings by others",
    Entry.APPEAL: "given back on appeal", Entry.REPAIR: "given back by a repair",
    Entry.LIMIT: "not moved, for a limit", Entry.OVERRIDE: "records that hold to a grade",
    Entry.LIFTED: "such records, lifted",
}  # fmt: skip
"""Kinds of movements that rest on no record alone; the others are told by the truth of the record."""

_REF: Final = (("step", 20), ("family", 15), ("ordinal", 9), ("source", 3), ("child", 0))
"""Columns of a sighting, and the bit at which each stands in the address of its record."""

_KEY: Final = ("origin", "ref", "resident", "act")


@dataclass(frozen=True, slots=True)
class Account:
    """One sum and its parts, each a row of words and a whole number."""

    id: str
    title: str
    unit: str
    rows: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(value for _, value in self.rows)


def points_of(ledger: Ledger) -> Sums:
    """Thousandths of a point that every resident's scores have moved."""
    return _sums(ledger.table("entries").group_by("resident").agg(pl.col("delta_milli").cast(pl.Int64).sum()))


def burden_of(ledger: Ledger) -> Sums:
    """Days of every resident under consequences that harm, each consequence by itself."""
    return _sums(_spells(ledger).group_by("resident").agg(pl.col("days").sum()))


def accounts_of(ledger: Ledger, resident: int | None = None) -> tuple[Account, ...]:
    """The same sums by what they rest on: of everybody who is kept, or of one resident."""
    entries, spells = ledger.table("entries"), _spells(ledger)
    if resident is not None:
        entries, spells = entries.filter(pl.col("resident") == resident), spells.filter(pl.col("resident") == resident)
    names = ledger.manifest.names
    rules = {row.code: row.id for row in names.rules}
    held = {row.code: row.id for row in names.consequences}
    by_rule = entries.select(
        pl.when(pl.col("kind") == int(Entry.RULE)).then(pl.col("rule").cast(pl.Int64)).otherwise(-1).alias("part"),
        pl.col("delta_milli").alias("value"),
    )
    unit = "thousandths of a point"
    return (
        Account(POINTS, "Points, by what they rest on", unit, _parts(_rests_on(ledger, entries).iter_rows())),
        Account("points-by-rule", "Points, by rule", unit, _parts(
            (rules.get(part, "everything but rules"), value) for part, value in by_rule.iter_rows())),
        Account(BURDEN, "Days under consequences, each by itself", "days", _parts(
            (held[code], days) for code, days in spells.select("consequence", "days").iter_rows())),
    )  # fmt: skip


def _rests_on(ledger: Ledger, entries: pl.DataFrame) -> pl.DataFrame:
    """(words, thousandths of a point) of every entry."""
    seen = ledger.table("sightings").filter(pl.col("due_day") > pl.col("act_day"))
    ref = sum((pl.col(name).cast(pl.Int64) * 2**bits for name, bits in _REF), pl.lit(0))
    late = seen.select("origin", pl.col("on_resident").alias("resident"), "act", ref.alias("ref")).unique()
    late = late.with_columns(pl.lit(value=True).alias("late"))
    found = entries.with_columns(pl.col("ref").cast(pl.Int64)).join(late, on=list(_KEY), how="left")
    words = pl.when(pl.col("late").fill_null(value=False)).then(pl.lit(LATE)).otherwise(pl.lit(OWN))
    for truth, text in _BY_TRUTH.items():
        words = pl.when(pl.col("truth") == int(truth)).then(pl.lit(text)).otherwise(words)
    for row in ledger.manifest.names.associations:
        words = pl.when(pl.col("via") == row.code + 1).then(pl.lit(f"ties: {row.tie}")).otherwise(words)
    for kind, text in _BY_KIND.items():
        words = pl.when(pl.col("kind") == int(kind)).then(pl.lit(text)).otherwise(words)
    return found.select(words.alias("part"), pl.col("delta_milli").alias("value"))


def _parts(rows: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Sums by words, the largest first."""
    sums: dict[str, int] = {}
    for words, value in rows:
        sums[words] = sums.get(words, 0) + int(value)
    return tuple(sorted(sums.items(), key=lambda one: (-abs(one[1]), one[0])))


def _spells(ledger: Ledger) -> pl.DataFrame:
    harming = [row.code for row in ledger.manifest.names.consequences if row.harms]
    days = (pl.col("end_day").cast(pl.Int64) - pl.col("start_day").cast(pl.Int64)).alias("days")
    return ledger.table("spells").filter(pl.col("consequence").is_in(harming)).with_columns(days)


def _sums(frame: pl.DataFrame) -> Sums:
    return {who: int(number) for who, number in frame.iter_rows() if number}
