"""Sources that agree: whether enough of them, trusted enough, have records of somebody that count."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.kernels.jit import inner
from glasstown.vocab.arrays import I32, I64, Whole, YesNo


class Agreements(NamedTuple):
    """What rules ask of several sources; see `compiled.model_agree.AgreementTables`."""

    tally: I32
    least: I32
    within: I32
    trusted: I64
    trust: I64


@inner
def agrees(agree: Agreements, tally: I32, rule: Whole, i: Whole) -> YesNo:
    """Whether the sources that have records of one resident for a rule are enough, and trusted enough together.

    Args:
        agree: what rules ask.
        tally: (tallies, residents) counts of records, by source for each such rule.
        rule: number of the rule.
        i: slot of the resident.
    """
    sources, trust = np.int64(0), np.int64(0)
    for s in range(agree.trust.size):
        one = np.int64(agree.tally[rule, s])
        if one >= 0 and tally[one, i] > 0:
            sources += 1
            trust += agree.trust[s]
    return sources >= np.int64(agree.least[rule]) and trust >= np.int64(agree.trusted[rule])
