"""Strata of a world that keeps lists and no score: who stood on one and how it ended, whom it reached, whom it missed.

Everybody the run kept is in question, for a list can reach residents who stand on none, such as children.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Outcome, Truth

LIST_STRATA: Final = (
    ("off-again", "was on a list and came off it", pl.col("was_on") & ~pl.col("is_on")),
    ("still-on", "still on a list at the end", pl.col("is_on")),
    ("untrue", "on a list on untrue grounds alone", pl.col("was_on") & (pl.col("n_true") == 0)),
    ("denied", "on a list, and denied something", pl.col("was_on") & pl.col("is_denied")),
    ("through-others", "never on a list, reached by somebody else's", ~pl.col("was_on") & pl.col("is_held")),
    ("never-listed", "did what listed others, never on a list", ~pl.col("was_on") & pl.col("did_it")),
)
"""Slug, words and condition of each stratum, in the order in which they are printed."""

_DENIED: Final = [int(Outcome.DENIED), int(Outcome.LOOKED_UP)]
_MARKS: Final = ("was_on", "is_on", "is_held", "is_denied", "did_it")


def residents_of_lists(ledger: Ledger) -> pl.DataFrame:
    """Every kept resident with what the strata ask for.

    Who did what listed others is known of those whose every act was kept, and of those whom a source saw.
    """
    horizon = ledger.manifest.horizon_days
    listings = ledger.table("listings")
    frame = ledger.table("people").select("resident").sort("resident")
    true = listings.filter(pl.col("truth") == int(Truth.TRUE)).group_by("resident").agg(pl.len().alias("n_true"))
    harming = [row.code for row in ledger.manifest.names.consequences if row.harms]
    held = ledger.table("spells").filter(
        pl.col("consequence").is_in(harming) & (pl.col("end_day") > pl.col("start_day"))
    )
    marked = {
        "was_on": listings,
        "is_on": listings.filter(pl.col("end_day") >= horizon),
        "is_held": held,
        "is_denied": ledger.table("blocked").filter(pl.col("outcome").is_in(_DENIED)),
        "did_it": _doers(ledger, listings["act"].unique().to_list()),
    }
    frame = frame.join(true, on="resident", how="left")
    for name, rows in marked.items():
        frame = frame.join(rows.select("resident").unique().with_columns(pl.lit(value=True).alias(name)),
                           on="resident", how="left")  # fmt: skip
    return frame.with_columns(pl.col("n_true").fill_null(0), pl.col(*_MARKS).fill_null(value=False))


def _doers(ledger: Ledger, acts: list[int]) -> pl.DataFrame:
    """Who truly did one of some acts, as far as the run has kept it."""
    done = ledger.table("acts").filter(pl.col("act").is_in(acts) & (pl.col("outcome") == int(Outcome.DONE)))
    seen = ledger.table("sightings").filter(
        pl.col("act").is_in(acts)
        & ~pl.col("truth").is_in([int(Truth.FALSE), int(Truth.WRONG_ACT), int(Truth.LOGGED_FALSELY)])
    )
    return pl.concat([done.select("resident"), seen.select(resident=pl.col("origin"))])
