"""Who is tied to whom: household, ring of neighbours, kin, colleagues, friends, lookalikes, namesakes.

Every tie is a function of resident numbers (and, beyond the ring, of keyed pairings); nothing about it
depends on what anybody does. A tie to a resident whom the town has not is void.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from glasstown.society.population import Population
from glasstown.vocab.arrays import U16
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD, VOID

RING: Final = 4
"""Neighbours on either side of a resident, in slots of the neighbourhood's ring."""


def household_of(people: Population, resident: int) -> range:
    """Resident numbers of the household of a resident, the resident included."""
    first = int(people.household[resident])
    end = resident + 1
    while end < people.people and int(people.household[end]) == first:
        end += 1
    return range(first, end)


def house_mates(people: Population, resident: int) -> tuple[int, ...]:
    """The others in the household of a resident."""
    return tuple(other for other in household_of(people, resident) if other != resident)


def neighbours(people: Population, resident: int) -> tuple[int, ...]:
    """Up to eight neighbours on the ring of the neighbourhood, own household left out; in ascending order."""
    start = resident - resident % NEIGHBOURHOOD
    slot = resident - start
    ring = {start + (slot + step) % NEIGHBOURHOOD for step in range(-RING, RING + 1)} - {resident}
    own = int(people.household[resident])
    return tuple(sorted(n for n in ring if n < people.people and int(people.household[n]) != own))


def lookalikes(people: Population, resident: int) -> tuple[int, ...]:
    """Residents whom a source may take for this one by their looks; in ascending order."""
    return _partners(people.lookalike, resident)


def namesakes(people: Population, resident: int) -> tuple[int, ...]:
    """Residents whom a source may take for this one by name; in ascending order."""
    return _partners(people.namesake, resident)


def kin(people: Population, resident: int) -> tuple[int, ...]:
    """Parents and grown-up children of other households; in ascending order. The older end is the parent."""
    return _partners(people.kin, resident)


def colleagues(people: Population, resident: int) -> tuple[int, ...]:
    """Some of those who worked in the same place on day 0; in ascending order."""
    return _partners(people.colleague, resident)


def friends(people: Population, resident: int) -> tuple[int, ...]:
    """Close friends; in ascending order."""
    return _partners(people.friend, resident)


def employer_of(people: Population, resident: int) -> int | None:
    """Who employs a resident on day 0; None where nobody in the district does."""
    slot = int(people.employer[resident])
    return None if slot == VOID else resident - resident % DISTRICT + slot


def staff_of(people: Population, resident: int) -> tuple[int, ...]:
    """Whom a resident employs on day 0; in ascending order."""
    district = resident - resident % DISTRICT
    here = people.employer[district : district + DISTRICT]
    return tuple(int(slot) + district for slot in np.flatnonzero(here == resident - district))


def _partners(table: U16, resident: int) -> tuple[int, ...]:
    district = resident - resident % DISTRICT
    slots = {int(slot) for slot in table[:, resident]} - {VOID}
    return tuple(sorted(district + slot for slot in slots))


TieKind = Callable[[Population, int], tuple[int, ...]]
"""A function that gives the residents tied to a resident."""

TIE_KINDS: Final[Mapping[str, TieKind]] = MappingProxyType(
    {
        "household": house_mates,
        "neighbours": neighbours,
        "lookalikes": lookalikes,
        "namesakes": namesakes,
        "kin": kin,
        "colleagues": colleagues,
        "friends": friends,
    }
)
"""Every kind of tie by its name. All are mutual: each end finds the other."""


def reach(people: Population, start: Iterable[int], kinds: Iterable[str], steps: int) -> frozenset[int]:
    """Everybody whom a change at some residents can touch within a number of steps over some kinds of ties."""
    functions = [TIE_KINDS[kind] for kind in kinds]
    touched = set(start)
    edge = set(touched)
    for _ in range(steps):
        edge = {other for one in edge for function in functions for other in function(people, one)} - touched
        if not edge:
            break
        touched |= edge
    return frozenset(touched)
