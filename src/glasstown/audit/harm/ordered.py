"""Orders in a table of counts: Kendall's tau-b and the median, without a row for each resident."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import numpy as np


def tau_b(cells: Mapping[tuple[int, int], int]) -> float | None:
    """Kendall's tau-b of pairs of values with how often each occurs; None where either takes one value only."""
    if not cells:
        return None
    first, second = (sorted({pair[place] for pair in cells}) for place in (0, 1))
    table = np.zeros((len(first), len(second)))
    for (one, other), number in cells.items():
        table[first.index(one), second.index(other)] += number
    less = np.zeros((len(first) + 1, len(second) + 1))
    less[1:, 1:] = table.cumsum(axis=0).cumsum(axis=1)
    alike = less[:-1, :-1]
    against = less[:-1, -1:] - less[:-1, 1:]
    ahead = float((table * (alike - against)).sum())
    pairs = [
        float((total**2 - (side**2).sum()) / 2)
        for side in (table.sum(axis=1), table.sum(axis=0))
        for total in (table.sum(),)
    ]
    return ahead / sqrt(pairs[0] * pairs[1]) if min(pairs) > 0 else None


def median_of(counts: Mapping[int, int]) -> float:
    """The median of values with how often each occurs, the mean of the two in the middle; 0 of none."""
    total, passed, middle = sum(counts.values()), 0, list[int]()
    wanted = [(total - 1) // 2, total // 2]
    for value in sorted(counts):
        middle += [value for place in wanted if passed <= place < passed + counts[value]]
        passed += counts[value]
    return sum(middle) / len(middle) if middle else 0.0
