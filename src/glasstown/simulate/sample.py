"""What a fit remembers of residents, and what it counts of one stretch or of several together."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.vocab.arrays import I32, I64

KNOWN, HIGH, STATE = 0, 1, 2
"""Rows of a sample: of which categories enough was known when its days began, which were high, and what came of it."""

IN_SAMPLE: Final = 1
RECORDED: Final = 2
DID: Final = 4
"""Bits of the last row: scored when the days began; of whom a record came since; who did one of the acts since."""


class Fit(NamedTuple):
    """What a fit counts.

    Attributes:
        counts: (categories, 2, 2, 2) residents of whom enough was known: high or not, recorded or not, who did it or
            not.
        residents, recorded, did: all who were scored throughout, those recorded, and those who did it.
    """

    counts: I64
    residents: int
    recorded: int
    did: int


def nobody_sampled() -> I32:
    """(3, 0) of nobody, where no weights are fitted."""
    return np.zeros((3, 0), np.int32)


def both(one: Fit, other: Fit) -> Fit:
    """The counts of both."""
    return Fit(one.counts + other.counts, *(mine + theirs for mine, theirs in zip(one[1:], other[1:], strict=True)))
