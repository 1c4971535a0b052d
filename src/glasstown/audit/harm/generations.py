"""Two generations under one roof: what the elder and the younger have, and how each is scored, at the end of a run."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.means import means_at_end
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Flag
from glasstown.vocab.units import DAYS_IN_YEAR

LEAST_YEARS: Final = 18
MOST_YEARS: Final = 45
"""How much older somebody is who may be a parent of somebody in the same household."""

_ADULT: Final = 18

NO_PAIR: Final = "no two generations of adults share a household"


def pairs(ledger: Ledger) -> pl.DataFrame:
    """Residents of one household of whom one is 18 to 45 years older, both adults at the end: `elder`, `younger`."""
    day = ledger.manifest.horizon_days
    people = ledger.table("people").select("resident", "household", pl.col("birth_day").cast(pl.Int64))
    adults = people.filter(day - pl.col("birth_day") >= _ADULT * DAYS_IN_YEAR)
    both = adults.join(adults, on="household", suffix="_younger")
    apart = pl.col("birth_day_younger") - pl.col("birth_day")
    near = both.filter(apart.is_between(LEAST_YEARS * DAYS_IN_YEAR, MOST_YEARS * DAYS_IN_YEAR))
    return near.select(elder="resident", younger="resident_younger")


def means_of_pairs(ledger: Ledger) -> pl.DataFrame:
    """Yuan a year of both of each pair; at least one sixty-fourth of the income of day 0, so that logarithms exist."""
    means = means_at_end(ledger).with_columns(yuan=pl.max_horizontal("yuan_year", pl.col("level") / 64))
    means = means.select("resident", "yuan")
    found = pairs(ledger).join(means, left_on="elder", right_on="resident")
    return found.join(means, left_on="younger", right_on="resident", suffix="_younger").sort("elder", "younger")


def scores_of_pairs(ledger: Ledger) -> pl.DataFrame:
    """The first score of both of each pair on the last day of the panel, where both are scored."""
    panel = ledger.table("panel").filter(pl.col("flags") & int(Flag.COVERED) != 0)
    last = panel.filter(pl.col("day") == pl.col("day").max())
    scores = last.select("resident", score=pl.col("score_milli").cast(pl.Int64))
    found = pairs(ledger).join(scores, left_on="elder", right_on="resident")
    return found.join(scores, left_on="younger", right_on="resident", suffix="_younger")
