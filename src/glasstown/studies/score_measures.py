"""What is measured of lived schemes with scores, as published figures count: T31, T33, T35, T37, T40, T45, T65, T66."""

from __future__ import annotations

import math
from typing import Final

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.studies.measured import Measured, ratio_of, share_of
from glasstown.vocab.codes import Entry, Flag
from glasstown.vocab.organisations import OrganisationFact
from glasstown.vocab.units import DAYS_IN_YEAR

BEST_GRADES: Final = ("AAA", "AA", "A")
"""Grades that are A or better."""

FIRMS_OF_THE_NATION: Final = 18_570_000
"""Corporate enterprises in 2018 (`corporate_enterprises` of the society)."""

HALF_YEAR: Final = (0, DAYS_IN_YEAR // 2)
FADED: Final = (18 * DAYS_IN_YEAR // 12, 2 * DAYS_IN_YEAR)
"""Months 19 to 24, where nothing is left of the effect of points for drivers."""


def highest_score(ledger: Ledger) -> Measured:
    """The highest score of any resident at the end, in points."""
    scores = _scores(ledger)
    highest = max(scores, default=None)
    return Measured(None if highest is None else highest / 1000, 0.0, len(scores), "residents with a score")


def share_with(ledger: Ledger, points: float) -> Measured:
    """The share of those whom the scheme scores with at least so many points at the end; members, where people join."""
    scores = _scores(ledger)
    return share_of(sum(score >= points * 1000 for score in scores), len(scores), "residents with a score")


def share_below(ledger: Ledger, points: float) -> Measured:
    """The share of residents with less than so many points at the end."""
    scores = _scores(ledger)
    return share_of(sum(score < points * 1000 for score in scores), len(scores), "residents with a score")


def share_in_best_grades(ledger: Ledger) -> Measured:
    """The share of the graded in grade A or better at the end."""
    codes = [grade.code for grade in ledger.manifest.names.grades if grade.id in BEST_GRADES]
    counts = ledger.table("grade_counts")
    last = counts.filter((pl.col("step") == counts["step"].max()) & (pl.col("grade") > 0))
    best = last.filter(pl.col("grade").is_in(codes))
    return share_of(int(best["residents"].sum()), int(last["residents"].sum()), "residents with a grade")


def share_aware(ledger: Ledger) -> Measured:
    """The share of those whom the scheme scores who know of it at the end."""
    flags = _scored(ledger)["flags"].to_list()
    return share_of(sum(bool(one & Flag.AWARE) for one in flags), len(flags), "residents with a score")


def penalties_rural_to_urban(ledger: Ledger) -> Measured:
    """Penalties for each reward in the country, over the same in town; each entry that a rule made counts once."""
    entries = ledger.table("entries").filter(pl.col("kind") == int(Entry.RULE)).select("resident", "delta_milli")
    placed = entries.join(ledger.table("people").select("resident", "urban"), on="resident")
    counts = [
        placed.filter((pl.col("urban") == urban) & (pl.col("delta_milli").sign() == sign)).height
        for urban, sign in ((0, -1), (0, 1), (1, -1), (1, 1))
    ]
    fewest = min(counts)
    if not fewest:
        return Measured(None, 0.0, fewest, "penalties or rewards of one of the two")
    taken, given, taken_in_town, given_in_town = counts
    ratio = taken / given / (taken_in_town / given_in_town)
    return Measured(ratio, ratio * math.sqrt(sum(1 / count for count in counts)), fewest,
                   "penalties or rewards of one of the two")  # fmt: skip


def change_of_offences(ledger: Ledger, first: int, before: int) -> Measured:
    """What the scheme changed in the acts that its rules take points for, from one day on and before another.

    The error is that of independent events in both worlds; the worlds share their luck, so it is too wide.
    """
    base = ledger.baseline()
    if base is None:
        return Measured(None, 0.0, 0, "offences without the scheme")
    with_it, without = (_done(one, _punished_acts(ledger), first, before) for one in (ledger, base))
    ratio = ratio_of(with_it, without, "offences in one of the two worlds")
    return ratio._replace(value=None if ratio.value is None else ratio.value - 1)


def firms_ever_listed(ledger: Ledger) -> Measured:
    """Firms that ever stood on a list, of as many as the nation has."""
    firms = ledger.table("organisations").filter(pl.col("facts") & int(OrganisationFact.FIRM) > 0)
    listed = ledger.table("organisation_listings").join(firms, on="organisation", how="semi")
    share = share_of(listed["organisation"].n_unique(), firms.height, "firms")
    if share.value is None:
        return share
    return share._replace(value=share.value * FIRMS_OF_THE_NATION, noise=share.noise * FIRMS_OF_THE_NATION)


def _punished_acts(ledger: Ledger) -> list[int]:
    return sorted({rule.act for rule in ledger.manifest.names.rules if rule.points_low_milli < 0})


def _done(ledger: Ledger, acts: list[int], first: int, before: int) -> int:
    """Acts that were done in steps that begin in a span."""
    length = ledger.manifest.step_days
    rows = ledger.table("act_counts").filter(
        pl.col("act").is_in(acts) & (pl.col("step").cast(pl.Int64) * length).is_between(first, before - 1)
    )
    return int(rows["done"].sum())


def _scores(ledger: Ledger) -> list[int]:
    """Scores at the end, in thousandths."""
    return _scored(ledger)["score_milli"].to_list()


def _scored(ledger: Ledger) -> pl.DataFrame:
    """Rows of the panel at the end, of those whom the scheme scores."""
    panel = ledger.table("panel")
    covered = (pl.col("flags") & int(Flag.COVERED)) != 0
    return panel.filter((pl.col("day") == panel["day"].max()) & covered)
