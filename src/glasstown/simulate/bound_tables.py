"""Tables of bounds: which acts share a case, and the largest entry of every class over the acts of a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from glasstown.kernels.bounds import ASSETS_AT, CELL_AT, FAMILIES, FAVOURED_AT, MOOD_AT, PUBLIC_AT, Bounds
from glasstown.kernels.rates import NEVER_BELOW, Rates
from glasstown.vocab.acts import ACTS
from glasstown.vocab.arrays import I16
from glasstown.vocab.geography import MOODS

DRAWN: Final = tuple((act.family, act.code) for act in ACTS if act.leaf)
"""Family and number of every shipped act that owns a leaf."""

ALL_ASSETS: Final = 65_535
EVERY_CLASS: Final = 255

Case = tuple[int, int, int, bytes]
"""Bits of standing and assets that must be set, bits of assets that must not, and who the private class rules out."""


def bounds_of(rates: Rates, acts: Iterable[tuple[int, int]] = DRAWN) -> Bounds:
    """Group the acts of each family by who can do them.

    Args:
        rates: the tables of a world.
        acts: (family, act number) of every act that owns a leaf.
    """
    cases: list[dict[Case, list[int]]] = [defaultdict(list) for _ in range(FAMILIES)]
    for family, code in acts:
        cases[family][_case_of(rates, code)].append(code)
    members = [codes for family in cases for codes in family.values()]
    case = [case for family in cases for case in family]
    return Bounds(
        first=np.cumsum([0, *(len(family) for family in cases)], dtype=np.int32),
        needs=np.array([row[0] for row in case], np.uint16),
        has=np.array([row[1] for row in case], np.uint16),
        lacks=np.array([row[2] for row in case], np.uint16),
        by_cell=_largest(rates.base, members),
        by_mood=_largest(rates.by_mood, members),
        by_public=_largest(rates.by_public, members),
        by_private=_largest(rates.by_private, members),
        loading=rates.loading,
        height=rates.height,
        favour=rates.favour,
        concerns=np.array([_concerns(rates, [c for codes in family.values() for c in codes]) for family in cases],
                          np.uint64),
    )


def _case_of(rates: Rates, code: int) -> Case:
    ruled_out = (rates.by_private[code] < NEVER_BELOW).tobytes()
    return int(rates.needs[code]), int(rates.needs_assets[code]), int(rates.needs_lack[code]), ruled_out


def _largest(table: I16, members: Iterable[list[int]]) -> I16:
    """Largest value of each class over the acts of each case, a row a class."""
    return np.array([table[codes].max(axis=0) for codes in members], np.int16).T.copy()


def _concerns(rates: Rates, codes: Sequence[int]) -> int:
    """The bits of a state on which any act of a family depends; the cell always."""
    assets = (rates.needs_assets[codes] | rates.needs_lack[codes]).any()
    tables = (rates.by_public, rates.by_private, rates.by_mood)
    public, private, mood = (np.ptp(table[codes], axis=1).any() for table in tables)
    parts = ((EVERY_CLASS, CELL_AT, True), (EVERY_CLASS, PUBLIC_AT, public), (EVERY_CLASS, 0, private),
             (ALL_ASSETS, ASSETS_AT, assets), (1, FAVOURED_AT, rates.capacity[codes].any()),
             (MOODS - 1, MOOD_AT, mood))  # fmt: skip
    return sum(bits << place for bits, place, depends in parts if depends)
