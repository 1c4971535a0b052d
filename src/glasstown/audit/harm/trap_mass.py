"""M20, trap mass: how many of those who were ever punished never got out within the run.

What it says: Of all who came under punishment, this share was under it on the last day.

Definition: residents punished on the last day of the run / residents ever punished. Beside it the half-life of a
punishment by the Markov chain of M19: ln 2 / -ln of the largest eigenvalue of Q, in days.

Unit: a share, 0 to 1.

How to read it: 0 is that everybody got out. Whoever fell shortly before the end counts as trapped: a longer run, or
the half-life, tells them apart.

Limits: Who got out and fell again, and is under punishment at the end, counts too.

Sources: Kemeny and Snell 1960, Finite Markov Chains, chapter 3.
"""

from __future__ import annotations

from math import log
from typing import Final

import numpy as np

from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, nothing, too_thin
from glasstown.audit.harm.punished_states import staying, tally_states


def measure(counts: Counts) -> Figure:
    """The share at the end, and the half-life."""
    ever, still = counts.get("ever", 0), counts.get("still", 0)
    if reason := too_thin(ever, "residents ever punished"):
        return nothing(reason, ever, counted=f"{still:,.0f} of {ever:,.0f} were punished at the end.")
    _, q = staying(counts)
    largest = max(abs(np.linalg.eigvals(q)))
    half = float(log(2) / -log(largest)) if 0 < largest < 1 else None
    why = None if half is not None else "nobody was seen to get out of some state"
    part = Part("half-life", half, int(ever), why, "days")
    return Figure(
        still / ever,
        int(ever),
        f"{still:,.0f} of {ever:,.0f} who were ever punished still were at the end.",
        parts=(part,),
    )


METRIC: Final = Metric(
    code="M20",
    slug="trap-mass",
    title="Trap mass",
    theme="traps and mobility",
    unit="share of those ever punished",
    tally=tally_states,
    measure=measure,
    shown_by="court-list",
    moved_by="a shorter term of a ground, or an exit",
    room=__name__,
)
