"""How the weights of an index are fitted anew, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import I32, I64
from glasstown.vocab.units import milli


@dataclass(frozen=True, slots=True)
class FitTables:
    """When weights are fitted, and from what.

    Attributes:
        acts: (acts,) i32 numbers of the acts of which a record is what the index is to foretell.
        categories: (shared,) i32 places, among the categories of the index, of those that share their weights anew.
        declared: (categories,) i64 thousandths, the weights of the file.
        every: days from one fit to the next.
        within: days before a fit in which records count.
        cut: thousandths, the value from which on a category counts as high.
        least: residents of whom there must be such a record.
        nation: whether all of the town is fitted together.
    """

    acts: I32
    categories: I32
    declared: I64
    every: int
    within: int
    cut: int
    least: int
    nation: bool

    def closes(self, day: int, end: int) -> bool:
        """Whether the day of a fit lies in the days from `day` to before `end`; day 0 is none."""
        return _next(max(day, self.every), self.every, 0) < end

    def opens(self, day: int, end: int) -> bool:
        """Whether a day lies in them from which on records count for the fit to come."""
        return _next(day, self.every, self.every - self.within) < end


def _next(day: int, every: int, offset: int) -> int:
    """The first day that is not before `day`, of `offset` and every so many days after it."""
    return offset + max(-(-(day - offset) // every), 0) * every


def lower_refit(scheme: Scheme, codes: Mapping[str, int]) -> FitTables | None:
    """Lower the fits of a scheme; None where weights stay.

    Args:
        scheme: the scheme.
        codes: numbers of all acts.
    """
    refit, index = scheme.refit, scheme.score.index if scheme.score else None
    if refit is None or index is None:
        return None
    place = {one.id: number for number, one in enumerate(index.categories)}
    return FitTables(
        acts=np.array(sorted({codes[act] for act in refit.acts}), dtype=np.int32),
        categories=np.array([place[name] for name in refit.categories], dtype=np.int32),
        declared=np.array([milli(one.weight.value) for one in index.categories], dtype=np.int64),
        every=int(refit.every.value),
        within=int(refit.within.value),
        cut=milli(refit.cut.value),
        least=int(refit.least.value),
        nation=refit.scope == "nation",
    )
