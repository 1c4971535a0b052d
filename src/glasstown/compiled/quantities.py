"""The tables of points for quantities that are read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import I32, I64, U8, U32
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli


@dataclass(frozen=True, slots=True)
class QuantityTables:
    """Points for quantities, by name.

    Attributes:
        digest: (quantity rules,) u32 name digests.
        meter: (quantity rules,) i32 number of the meter; -1 where the rule has ended.
        points, per: (quantity rules,) i64 thousandths of a point, for so many thousandths of a unit.
        above: (quantity rules,) i64 thousandths of a unit that count for nothing.
        most: (quantity rules,) i64 thousandths of a point that one month moves at most.
        slot: (quantity rules,) u8 the score that each moves.
    """

    digest: U32
    meter: I32
    points: I64
    per: I64
    above: I64
    most: I64
    slot: U8


def lower_quantities(scheme: Scheme) -> QuantityTables:
    """Lower all rules of points for quantities."""
    rows, meters = scheme.quantity_rules, [one.id for one in scheme.meters]
    return QuantityTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        meter=np.array([meters.index(row.meter) for row in rows], dtype=np.int32),
        points=np.array([milli(row.points.value) for row in rows], dtype=np.int64),
        per=np.array([milli(row.per.value) for row in rows], dtype=np.int64),
        above=np.array([milli(row.above.value) for row in rows], dtype=np.int64),
        most=np.array([milli(row.most.value) for row in rows], dtype=np.int64),
        slot=np.array([scheme.slot_of(row.score) for row in rows], dtype=np.uint8),
    )
