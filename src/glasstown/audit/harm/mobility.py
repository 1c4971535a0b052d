"""M18, mobility index: whether people move between grades at all, or are born and stay in theirs.

What it says: From one quarter to the next, grades mix this much.

Definition: Shorrocks's (k - trace P) / (k - 1) of the quarterly matrix P of moves between the k grades of the first
score. Beside it 1 - |det P| and 1 - |second largest eigenvalue|.

Unit: 0 frozen to 1 (k / (k - 1) at most, where everybody leaves); per quarter.

How to read it: Small is worse where grades deny something: whoever is low stays low. That everybody stays at the top
is also a small value: read it beside M19 and M20.

Limits: Grades from which fewer than 30 began a quarter are left out, with moves to them. A quarter hides moves to and
fro within it.

Sources: Prais 1955 (doi:10.2307/2343197); Shorrocks 1978 (doi:10.2307/1911433).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, nothing
from glasstown.audit.harm.grade_moves import matrix_of, tally_moves


def measure(counts: Counts) -> Figure:
    """Shorrocks's index, and two by determinant and eigenvalue."""
    n = int(sum(counts.values()))
    grades, p = matrix_of(counts, MIN_DENOMINATOR)
    k = len(grades)
    if k <= 1:
        return nothing("fewer than two grades from which 30 began a quarter", n)
    second = sorted(np.abs(np.linalg.eigvals(p)))[-2]
    parts = (Part("by-determinant", float(1 - abs(np.linalg.det(p))), n), Part("by-eigenvalue", float(1 - second), n))
    value = float((k - np.trace(p)) / (k - 1))
    return Figure(value, n, f"{n:,} quarters of residents, {k} grades ({', '.join(grades)}).", parts=parts)


METRIC: Final = Metric(
    code="M18",
    slug="mobility-index",
    title="Mobility index",
    theme="traps and mobility",
    unit="0 frozen to 1, per quarter",
    tally=tally_moves,
    measure=measure,
    shown_by="national-as-told",
    moved_by="a rule whose points expire",
    room=__name__,
)
