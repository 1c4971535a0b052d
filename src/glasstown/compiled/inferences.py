"""The tables of inferences: what is concluded from what, and how often wrongly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from glasstown.scheme.formula import Node
from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import I32, U32, U64
from glasstown.vocab.names import name_digest


@dataclass(frozen=True, slots=True)
class InferenceTables:
    """Inferences, by name.

    Attributes:
        digest: (inferences,) u32 name digests.
        about, evidence: (inferences,) i32 numbers of formulas; evidence -1 for the truth itself, about -1 where nothing
            is concluded any more.
        wrong_yes, wrong_no: (inferences,) u64 chances, thresholds of 32 bits.
        holds: (inferences,) i32 days from one draw to the next.
    """

    digest: U32
    about: I32
    evidence: I32
    wrong_yes: U64
    wrong_no: U64
    holds: I32


def formulas_of_inferences(scheme: Scheme) -> tuple[Node, ...]:
    """The formulas of inferences, in the order of their numbers: what would make them true, then the evidence."""
    rows = scheme.inferences
    return (*(row.about for row in rows), *(row.evidence for row in rows if row.evidence is not None))


def lower_inferences(scheme: Scheme, first: int) -> InferenceTables:
    """Lower all inferences.

    Args:
        scheme: the scheme.
        first: number of the first of their formulas.
    """
    rows = scheme.inferences
    by_evidence = [row.id for row in rows if row.evidence is not None]
    place = {name: first + len(rows) + number for number, name in enumerate(by_evidence)}
    return InferenceTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        about=np.arange(first, first + len(rows), dtype=np.int32),
        evidence=np.array([place.get(row.id, -1) for row in rows], dtype=np.int32),
        wrong_yes=np.array([int(row.wrong_yes.value * 2**32) for row in rows], dtype=np.uint64),
        wrong_no=np.array([int(row.wrong_no.value * 2**32) for row in rows], dtype=np.uint64),
        holds=np.array([int(row.holds_days.value) for row in rows], dtype=np.int32),
    )
