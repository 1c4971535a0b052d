"""How many ties lie between residents: household, kin, work, friendship and the neighbours of the ring."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from glasstown.society.population import Population
from glasstown.vocab.arrays import I16, I32, I64
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD, VOID

OUT_OF_REACH: Final = -1
"""No chain of ties leads there: what arrives all the same came through a place, an office, or a mistake."""

RING: Final = 4
"""Neighbours to each side."""


def ties_away(people: Population, start: Iterable[int]) -> I16:
    """Ties from the nearest of some residents to everybody.

    Args:
        people: everybody.
        start: numbers of those from whom is counted.

    Returns:
        (people,) ties, 0 for these themselves and `OUT_OF_REACH` where no chain leads.
    """
    away = np.full(people.people, OUT_OF_REACH, np.int16)
    edge: I64 = np.unique(np.fromiter(start, np.int64))
    ties = 0
    members = np.argsort(people.household, kind="stable")
    homes = people.household[members]
    while edge.size:
        away[edge] = ties
        reached = np.concatenate(
            [_by_slots(people, edge), _next_door(people, edge), _at_home(people, edge, members, homes)]
        )
        edge = np.unique(reached[away[reached] == OUT_OF_REACH])
        ties += 1
    return away


def _by_slots(people: Population, edge: I64) -> I64:
    """Kin, colleagues and friends: slots within the district."""
    base = edge // DISTRICT * DISTRICT
    found = [np.where(row[edge] == VOID, -1, base + row[edge].astype(np.int64)) for ties in
             (people.kin, people.colleague, people.friend) for row in ties]  # fmt: skip
    all_of_them: I64 = np.concatenate(found)
    return all_of_them[(all_of_them >= 0) & (all_of_them < people.people)]


def _next_door(people: Population, edge: I64) -> I64:
    base = edge // NEIGHBOURHOOD * NEIGHBOURHOOD
    steps = [step for step in range(-RING, RING + 1) if step]
    found: I64 = np.concatenate([base + (edge - base + step) % NEIGHBOURHOOD for step in steps])
    return found[found < people.people]


def _at_home(people: Population, edge: I64, members: I64, homes: I32) -> I64:
    """Everybody in the households of some residents; `members` goes by household, `homes` is theirs."""
    mine = np.unique(people.household[edge])
    first, last = np.searchsorted(homes, mine), np.searchsorted(homes, mine, side="right")
    return np.concatenate([members[a:b] for a, b in zip(first.tolist(), last.tolist(), strict=True)])
