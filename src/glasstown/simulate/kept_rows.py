"""Rows of kept residents, chosen and in order."""

from __future__ import annotations

import numpy as np

from glasstown.vocab.arrays import AnyArray


def by_resident(before: dict[str, AnyArray] | None, added: dict[str, AnyArray]) -> dict[str, AnyArray]:
    """Rows of further scores among those of the scores before, by resident: how a town is cut shows nowhere."""
    if before is None:
        return added
    both = {name: np.concatenate((before[name], added[name])) for name in added}
    order = np.argsort(both["resident"], kind="stable")
    return {name: column[order] for name, column in both.items()}


def rows_where(mask: AnyArray, **columns: AnyArray) -> dict[str, AnyArray]:
    """The rows of columns where a mask is true."""
    return {name: column[mask] for name, column in columns.items()}
