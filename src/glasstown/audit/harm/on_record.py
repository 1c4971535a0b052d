"""What an outside auditor has to go by: records, and who was punished. What was really done is not among it.

Somebody is on record where a source's record of an act that the scheme counts against people arrived and named them,
whether it is true or not.
"""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.harm.reading import counted_against, who_did
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Fate

TRUTH, SEEN = "true", "on-record"
"""Two ways to tell who did it: what the model knows, and what the records say."""


def records(ledger: Ledger) -> pl.DataFrame:
    """Records, arrived within the run, of acts that the scheme counts against people; `resident` is whom they name."""
    counted = sorted(counted_against(ledger))
    rows = ledger.table("sightings").filter(
        pl.col("act").is_in(counted)
        & (pl.col("fate") == int(Fate.RECORDED))
        & (pl.col("due_day") < ledger.manifest.horizon_days)
    )
    return rows.with_columns(resident=pl.col("on_resident"))


def who_is_on_record(case: Case) -> pl.DataFrame:
    """Subjects whose lives are kept, with `did`, what is so, and `is_on_record`, what an outsider takes for it."""
    named = records(case.worlds.scheme).select("resident").unique().with_columns(is_on_record=True)
    rows = who_did(case).join(named, on="resident", how="left")
    return rows.with_columns(pl.col("is_on_record").fill_null(value=False))
