"""The tables of meters: which quantities are read, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import numpy as np

from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import I32, I64, U32, U64
from glasstown.vocab.gauges import GAUGE_IDS
from glasstown.vocab.names import name_digest

PART_BITS: Final = 16
"""Bits of a part of a quantity."""


@dataclass(frozen=True, slots=True)
class MeterTables:
    """Meters, by name.

    Attributes:
        digest: (meters,) u32 name digests.
        gauge: (meters,) i32 row of the quantity among all gauges, -1 where nothing is read any more.
        share, error: (meters,) i64 part that is seen, and by how much of it a reading is off at most, in 1/65,536.
        missing: (meters,) u64 share of residents of whom nothing is read, a threshold of 32 bits.
    """

    digest: U32
    gauge: I32
    share: I64
    error: I64
    missing: U64


def lower_meters(scheme: Scheme) -> MeterTables:
    """Lower all meters."""
    rows = scheme.meters
    return MeterTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        gauge=np.array([GAUGE_IDS.index(row.gauge) for row in rows], dtype=np.int32),
        share=np.array([_part(row.share.value) for row in rows], dtype=np.int64),
        error=np.array([_part(row.error.value) for row in rows], dtype=np.int64),
        missing=np.array([int(row.missing.value * 2**32) for row in rows], dtype=np.uint64),
    )


def _part(value: Decimal) -> int:
    return int((value * 2**PART_BITS).to_integral_value(ROUND_HALF_UP))
