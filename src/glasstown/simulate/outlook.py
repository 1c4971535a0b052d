"""Phases 1 and 2: what each resident sees around them, and the classes their rates go by."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.heights import FAMILIES
from glasstown.kernels.jit import kernel
from glasstown.kernels.rates import People, Rates, static_bound
from glasstown.simulate.worlds import Ladder
from glasstown.vocab.arrays import I32, U8, U32, Whole
from glasstown.vocab.codes import Work
from glasstown.vocab.geography import NEIGHBOURHOOD

OUT_OF_WORK: Final = int(Work.OUT_OF_WORK)
YEAR: Final = 365
OLDEST: Final = 127
NEVER: Final = 2**31 - 1
RING: Final = 4
"""Neighbours on each side, in slots of the neighbourhood's ring."""


class Ages(NamedTuple):
    """What age does: birth day, sex and place by resident, and the day on which the next change falls."""

    birth_day: I32
    sex: U8
    urban: U8
    turns: I32


@kernel
def turn(rates: Rates, people: People, ages: Ages, bands: U8, covered: U8, min_age_days: Whole, day: Whole,
         subject: U8) -> None:
    """Bring cells (age band x sex x urban), their bounds and who is scored up to a day.

    Only those are looked at whose next change has come: a birthday that leads into another age band, or
    the day on which a covered resident becomes a subject.
    """
    for i in range(people.cell.size):
        if day < np.int64(ages.turns[i]):
            continue
        lived = day - np.int64(ages.birth_day[i])
        years = min(max(lived // YEAR, 0), OLDEST)
        band = np.int64(bands[years])
        cell = (band * 2 + np.int64(ages.sex[i])) * 2 + np.int64(ages.urban[i])
        if cell != np.int64(people.cell[i]):
            people.cell[i] = cell
            for f in range(FAMILIES):
                people.bound[f, i] = static_bound(rates.bound_cell, rates.loading, people.traits, f, cell, i)
        while years <= OLDEST and np.int64(bands[years]) == band:
            years += 1
        next_change = np.int64(NEVER) if years > OLDEST else np.int64(ages.birth_day[i]) + years * YEAR
        old_enough = lived >= min_age_days
        subject[i] = 1 if covered[i] != 0 and old_enough else 0
        if not old_enough:
            next_change = min(next_change, np.int64(ages.birth_day[i]) + min_age_days)
        ages.turns[i] = next_change


@kernel
def household_strain(household: I32, work: U8, need: U8, strain: U8) -> None:
    """Write each resident's household strain: 2 if the household is in need, 1 if a member is out of work.

    Args:
        household: slot of the household's first member, by slot; members are contiguous.
        work: labour states.
        need: 1 for the reference person of a household in need.
        strain: written.
    """
    size = work.size
    start = 0
    while start < size:
        stop = start
        level = 0
        while stop < size and household[stop] == household[start]:
            if need[stop] != 0:
                level = 2
            elif work[stop] == OUT_OF_WORK and level == 0:
                level = 1
            stop += 1
        for i in range(start, stop):
            strain[i] = level
        start = stop


@kernel
def aware_ties(household: I32, aware: U8, i: Whole) -> Whole:
    """How many of one resident's household members and ring neighbours know the scheme.

    The ring joins each resident to four slots on either side within the neighbourhood of 128, leaving
    out the own household; absent slots count as nobody.
    """
    size = aware.size
    total = np.int64(0)
    j = np.int64(household[i])
    while j < size and household[j] == household[i]:
        if j != i and aware[j] != 0:
            total += 1
        j += 1
    base = i - i % NEIGHBOURHOOD
    for k in range(1, RING + 1):
        right = base + (i - base + k) % NEIGHBOURHOOD
        left = base + (i - base + NEIGHBOURHOOD - k) % NEIGHBOURHOOD
        if right < size and household[right] != household[i] and aware[right] != 0:
            total += 1
        if left < size and household[left] != household[i] and aware[left] != 0:
            total += 1
    return total


@kernel
def subjects_of(birth_day: I32, covered: U8, min_age_days: Whole, day: Whole, subject: U8) -> None:
    """Write 1 for each resident whom the scheme scores on a day: covered, and old enough."""
    for i in range(subject.size):
        old_enough = day - np.int64(birth_day[i]) >= min_age_days
        subject[i] = 1 if covered[i] != 0 and old_enough else 0


@kernel
def classes_of(ladder: Ladder, score: I32, grade: U8, aware: U8, work: U8, strain: U8,
               public: U8, private: U8, denied: U32) -> None:
    """Write public class, private class and denied capacities of each resident."""
    for i in range(score.size):
        g = np.int64(grade[i])
        near = 1 if aware[i] != 0 and g > 0 and np.int64(score[i]) < ladder.near_limit[g] else 0
        public[i] = 2 * g + near
        knows = 1 if aware[i] != 0 else 0
        private[i] = (knows * 3 + np.int64(work[i])) * 3 + np.int64(strain[i])
        denied[i] = ladder.deny[g]
