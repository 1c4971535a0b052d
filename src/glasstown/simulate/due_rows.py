"""What came to be owed and what is over, as rows of the ledger and in digests."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.digest import add_column
from glasstown.simulate.due_tables import Dues
from glasstown.simulate.rows import DUES, StepRows, digest_table
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import U64, AnyArray

OWED_UNTIL: Final = 58
"""Registered number of the column of what is owed in digests."""


def write_dues(rows: StepRows, stretch: Stretch, dues: Dues, over: AnyArray) -> None:
    """What came to be owed in a step, and what was made good or failed."""
    if not over.size:
        return
    who = over["slot"].astype(np.int64) + stretch.first
    digest_table(rows.record, DUES, who, over["day"], dues.digest[over["due"]], over["how"])
    kept = stretch.kept[over["slot"]] != 0
    rows.tables["dues"] = {
        "resident": who[kept], "day": over["day"][kept], "act": dues.owing[over["due"]][kept], "how": over["how"][kept],
    }


def digest_owed(record: U64, dues: Dues, stretch: Stretch) -> None:
    """Add what is owed, by the name of the act, to a digest."""
    for name, owed in zip(dues.digest, stretch.owed, strict=True):
        add_column(record, (int(name) << 8) | OWED_UNTIL, stretch.first, owed.astype(np.int64))
