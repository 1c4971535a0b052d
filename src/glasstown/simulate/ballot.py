"""The votes of one stretch, or of several together."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.vocab.arrays import I32, I64


class Ballot(NamedTuple):
    """One vote, counted.

    Attributes:
        eligible, voters: (groups,) residents who could vote, and who did.
        counts: (rules, groups, shares) voters by the share they wish for; or by option its points of rank.
    """

    eligible: I64
    voters: I64
    counts: I64


def nothing_lived() -> I32:
    """(0, 0) counts of what has happened to residents, where no vote hangs on any."""
    return np.zeros((0, 0), np.int32)


def together(one: Ballot, other: Ballot) -> Ballot:
    """The votes of both."""
    return Ballot(*(mine + theirs for mine, theirs in zip(one, other, strict=True)))
