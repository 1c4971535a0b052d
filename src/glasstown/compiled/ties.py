"""The tables of association: which points are passed on to whom."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import numpy as np

from glasstown.compiled.model import AssociationTables
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_rules import Association
from glasstown.vocab.names import name_digest
from glasstown.vocab.tie_kinds import TIES

MILLION: Final = Decimal(1_000_000)


def lower_associations(scheme: Scheme) -> AssociationTables:
    """Lower all associations, by name."""
    rows = scheme.associations
    return AssociationTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        tie=np.array([1 + TIES.index(row.tie) for row in rows], dtype=np.uint8),
        losses=np.array([row.carries != "gains" for row in rows], dtype=np.uint8),
        gains=np.array([row.carries != "losses" for row in rows], dtype=np.uint8),
        micro=np.array([micro(row) for row in rows], dtype=np.int64),
        rules=np.array(
            [[not row.rules or rule.id in row.rules for rule in scheme.rules] for row in rows], dtype=np.uint8
        ).reshape(len(rows), len(scheme.rules)),
    )


def micro(row: Association) -> int:
    """The share of an association in millionths, rounded once."""
    return int((row.share.value * MILLION).to_integral_value(ROUND_HALF_UP))
