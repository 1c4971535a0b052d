"""What several metrics read of a world: who was punished, what they did, and which acts a scheme counts."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.harm.contract import Bundle, Undefined
from glasstown.ledger.kept import keyed_sample
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Outcome

NO_SCHEME = Undefined("this is the world without a scheme")


def without_scheme(bundle: Bundle) -> Undefined | None:
    """Why a metric of punishment has nothing to count, or None where it has."""
    return None if bundle.case.has_scheme else NO_SCHEME


def subjects(case: Case) -> pl.DataFrame:
    """Subjects with `cause`, `denied_days` and `wrongful_days` (0 where there are none), and `is_punished`."""
    rows = case.punished_people().with_columns(is_punished=pl.col("cause").is_not_null())
    return rows.with_columns(pl.col("denied_days", "wrongful_days").fill_null(0))


def counted_against(ledger: Ledger) -> frozenset[int]:
    """Acts for which a rule takes points, or that open a ground for a list that punishes."""
    names = ledger.manifest.names
    taken = {row.act for row in names.rules if min(row.points_low_milli, row.points_high_milli) < 0}
    return frozenset(taken | {act for row in names.grounds for act in row.acts})


def lives_kept(ledger: Ledger) -> pl.DataFrame:
    """The residents whose every act is in the table of acts, as one column `resident`."""
    m = ledger.manifest
    chosen = keyed_sample("lives", people=m.people, size=m.kept.lives, seed=m.seed, replicate=m.replicate)
    return pl.DataFrame({"resident": chosen})


def acts_done(ledger: Ledger) -> pl.DataFrame:
    """Acts that those whose lives are kept really did."""
    return ledger.table("acts").filter(pl.col("outcome") == int(Outcome.DONE))


def who_did(case: Case) -> pl.DataFrame:
    """Subjects whose lives are kept, with `did`: at least one act that the scheme counts against them, seen or not."""
    ledger = case.worlds.scheme
    acts = sorted(counted_against(ledger))
    doers = acts_done(ledger).filter(pl.col("act").is_in(acts)).select("resident").unique().with_columns(did=True)
    rows = subjects(case).join(lives_kept(ledger), on="resident", how="semi").join(doers, on="resident", how="left")
    return rows.with_columns(pl.col("did").fill_null(value=False))
