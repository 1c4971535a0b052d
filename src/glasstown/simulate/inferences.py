"""What is concluded about residents, and the tables by which it is: see `simulate.inferring`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.compiled.inferences import InferenceTables
from glasstown.vocab.arrays import I32, U16, U32, U64


class Inferences(NamedTuple):
    """What is concluded about residents; see `compiled.inferences.InferenceTables`."""

    digest: U32
    about: I32
    evidence: I32
    wrong_yes: U64
    wrong_no: U64
    holds: I32


class Inferred(NamedTuple):
    """(residents,) a bit an inference: what the scheme has concluded, and what was so when it did."""

    inferred: U16
    is_so: U16


def nothing_inferred(size: int) -> Inferred:
    """What is concluded before anything is."""
    return Inferred(np.zeros(size, np.uint16), np.zeros(size, np.uint16))


def inferences_of(tables: InferenceTables | None) -> Inferences:
    """The inferences of a world; none without a scheme."""
    if tables is None:
        none = np.zeros(0, np.int32)
        return Inferences(none.astype(np.uint32), none, none, none.astype(np.uint64), none.astype(np.uint64), none)
    return Inferences(tables.digest, tables.about, tables.evidence, tables.wrong_yes, tables.wrong_no, tables.holds)
