"""M19, escape time: how many days a punishment may be expected to last.

What it says: Who comes under punishment stays there for about so many days before a day without any.

Definition: (I - Q)^-1 1, where Q holds the daily probabilities of staying in, or going between, the states of
punishment: each grade that harms, or a list. The mean over states, weighted by how many spells begin in each. Beside
it, without that assumption: Kaplan-Meier's median and its mean within the longest spell seen, of whole spells, open
ones as censored.

Unit: days.

How to read it: Where the Markov value and the mean of Kaplan and Meier are far apart, how long somebody has been
punished matters for how long they still will be, or most spells outlast the run: then trust the median, or neither.

Limits: Spells that outlast the run are long ones; the formula fills them in. A gap of one day ends a spell.

Sources: Kemeny and Snell 1960, Finite Markov Chains, chapter 3; Kaplan and Meier 1958
(doi:10.1080/01621459.1958.10501452).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, named, nothing, too_thin
from glasstown.audit.harm.punished_states import lengths_of, staying, tally_states
from glasstown.audit.harm.survival import Survival, kaplan_meier

_APART: Final = 0.1
"""Share of the smaller by which the two means differ before that is said."""

_SINGULAR: Final = 1e-9


def measure(counts: Counts) -> Figure:
    """Expected days until free, by Markov and by what was seen."""
    ended, still = lengths_of(counts)
    seen = kaplan_meier(ended, still)
    if reason := too_thin(seen.spells, "spells of punishment"):
        return nothing(reason, seen.spells)
    parts = _seen(seen)
    states, q = staying(counts)
    entries = np.array([counts.get(named("entry", state), 0) for state in states])
    left = np.eye(len(states)) - q
    if not ended or abs(np.linalg.det(left)) < _SINGULAR ** len(states):
        return nothing("from some state nobody was seen to get out", seen.spells, parts=parts)
    days = np.linalg.solve(left, np.ones(len(states)))
    value = float(entries @ days / entries.sum())
    for state, one, begun in zip(states, days, entries, strict=True):
        reason = too_thin(begun, "spells begin there")
        parts += (Part(f"from-{state}", None if reason else float(one), int(begun), reason),)
    far = abs(value - seen.mean_days) > _APART * min(value, seen.mean_days)
    warns = (
        " The two differ by more than a tenth: spells do not end at a constant rate, or outlast the run." if far else ""
    )
    half = "fewer than half ended" if seen.median_days is None else f"half ended within {seen.median_days:,} days"
    says = f"{seen.spells:,} spells of punishment; {half}; expected to last {value:,.0f} days, as seen "
    says += f"{seen.mean_days:,.0f}.{warns}"
    return Figure(value, seen.spells, says, parts=parts)


def _seen(seen: Survival) -> tuple[Part, ...]:
    median = Part("median-seen", seen.median_days, seen.spells,
                  "fewer than half of the spells ended" if seen.median_days is None else None)  # fmt: skip
    return (median, Part("mean-seen", seen.mean_days, seen.spells))


METRIC: Final = Metric(
    code="M19",
    slug="escape-time",
    title="Escape time",
    theme="traps and mobility",
    unit="days",
    tally=tally_states,
    measure=measure,
    shown_by="court-list",
    moved_by="a shorter term of a ground, or an exit",
    room=__name__,
)
