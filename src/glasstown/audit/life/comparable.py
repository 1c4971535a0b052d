"""The next comparable resident who did not fall: an ordered rule, and no measure of likeness.

Whoever has the same age band and sex and was scored on some day of the panel is in question, if they never fell
(`audit.life.fallen`). Of them those come first who live in the same kind of household; of these those with the same
public role; then those of the same county, of the same kind of place (town or country), and in the same labour state on
day 0; at last whoever has the nearest number, and the lower one of two. Group, income, schooling and traits take no
part: nobody is like somebody by their group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from glasstown.audit.life.fallen import fallen
from glasstown.audit.life.who import OF_AGE_YEARS
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import AGE_BANDS, Flag
from glasstown.vocab.geography import RESIDENTS_IN_COUNTY
from glasstown.vocab.units import DAYS_IN_YEAR

RULE: Final = (
    "same age band and sex, scored, never fell; then the same kind of household, public role, county, town or country, "
    "and labour state on day 0, in this order; then the nearest number. Group and income take no part."
)
ALIKE: Final = ("household", "role", "county", "place", "work")
"""In what the nearest are looked for, in this order."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """Who is comparable and did not fall; or why there is nobody."""

    resident: int | None
    alike: tuple[str, ...] = ()
    """In which of `ALIKE` they are alike, beside age band and sex."""
    reason: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """The answer as JSON holds it."""
        return {"resident": self.resident, "alike": list(self.alike), "reason": self.reason, "rule": RULE}


def next_comparable(ledger: Ledger, resident: int) -> Comparable:
    """Find the next comparable resident who did not fall.

    Args:
        ledger: the run.
        resident: a kept resident.
    """
    down = fallen(ledger)
    if resident not in down:
        return Comparable(None, reason="this resident did not fall")
    people = _people(ledger)
    own = people.filter(pl.col("resident") == resident).row(0, named=True)
    same = (pl.col("band") == own["band"]) & (pl.col("sex") == own["sex"]) & pl.col("is_scored")
    stood = people.filter(same & (pl.col("resident") != resident) & ~pl.col("resident").is_in(list(down)))
    if not stood.height:
        return Comparable(None, reason="everybody of the same age band and sex whom the scheme scored fell, too")
    apart = [pl.col(name).ne_missing(pl.lit(own[name])).alias(f"{name}_apart") for name in ALIKE]
    distance = (pl.col("resident").cast(pl.Int64) - resident).abs().alias("distance")
    order = [f"{name}_apart" for name in ALIKE]
    found = stood.with_columns(*apart, distance).sort(*order, "distance", "resident").row(0, named=True)
    return Comparable(found["resident"], tuple(name for name in ALIKE if not found[f"{name}_apart"]))


def _people(ledger: Ledger) -> pl.DataFrame:
    """Every kept resident with what the rule asks."""
    age = (-pl.col("birth_day")).floordiv(DAYS_IN_YEAR)
    band = pl.lit(len(AGE_BANDS) - 1)
    for number, (_, last) in reversed(tuple(enumerate(AGE_BANDS))):
        band = pl.when(age <= last).then(pl.lit(number)).otherwise(band)
    people = ledger.table("people").with_columns(
        band=band, county=pl.col("resident") // RESIDENTS_IN_COUNTY, place=pl.col("urban"),
        child=(age < OF_AGE_YEARS).cast(pl.UInt32),
    )  # fmt: skip
    kind = pl.when(pl.len() == 1).then(0).when(pl.col("child").sum() == 0).then(1).otherwise(2)
    people = people.with_columns(household=kind.over("household"))
    panel = ledger.table("panel")
    scored = panel.filter(pl.col("flags") & int(Flag.COVERED) > 0)["resident"].unique()
    work = panel.filter(pl.col("day") == 0).select("resident", "work")
    return people.join(work, on="resident", how="left").with_columns(
        is_scored=pl.col("resident").is_in(scored.to_list())
    )
