"""Growing up and growing older: age bands, the first day at school, eighteen, and who is scored."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import People
from glasstown.kernels.sparse import places
from glasstown.simulate.act_facts import Start
from glasstown.simulate.effects import AS_BEFORE, AT_PRIVATE, AT_PUBLIC, AT_TOP, OUT_OF_WORK, PRIVATE, Life
from glasstown.vocab.arrays import I32, U8, U16, U64, Whole
from glasstown.vocab.codes import Asset, Decision

YEAR: Final = 365
OLDEST: Final = 127
NEVER: Final = 2**31 - 1
SCHOOL_AGE: Final = 6
ADULT: Final = 18
UNKNOWN: Final = 255
LIFE: Final = int(Decision.LIFE)
GROWN_UP: Final = 3
FIRST_ASSET: Final = 32
AT_SCHOOL: Final = 48
"""Sub-addresses of the LIFE block."""

SCHOOLED: Final = 10
TOP_SCHOOLED: Final = 6
"""What private schooling, and one of the best public schools, add to income at eighteen, in 1/64."""

INSURED: Final = int(Asset.HEALTH_INSURED)
"""What whoever turns eighteen has: they were insured with their household."""


class Ages(NamedTuple):
    """What age does: birth day, sex and place by resident, and the day on which the next change falls."""

    birth_day: I32
    sex: U8
    urban: U8
    turns: I32


@inner
def _word(resident: Whole, step: Whole, sub: Whole, keys: U64) -> np.uint64:
    word, _, _, _ = philox4x32(np.uint64(resident), np.uint64(0), np.uint64((step << 16) | sub),
                               np.uint64(LIFE << 24), keys[0], keys[1])
    return word


@inner
def _come_of_age(start: Start, life: Life, household: I32, i: Whole, resident: Whole, step: Whole, keys: U64) -> None:
    """Leave school: some look for work, and private schooling pays."""
    added = SCHOOLED if life.schooling[i] == AT_PRIVATE else (TOP_SCHOOLED if life.schooling[i] == AT_TOP else 0)
    life.income[i] = AS_BEFORE + added
    life.schooling[i] = 0
    life.assets[i] = np.int64(life.assets[i]) | INSURED
    if _word(resident, step, np.int64(GROWN_UP), keys) < start.enters_work[0]:
        life.work[i] = OUT_OF_WORK
        life.sector[i] = PRIVATE
    j = np.int64(household[i])
    while j < household.size and household[j] == household[i]:
        life.stale[j] = 1
        j += 1


@inner
def _next_change(ages: Ages, bands: U8, i: Whole, years: Whole, min_age_days: Whole, day: Whole) -> Whole:
    """The first day on which age changes anything for one resident."""
    born = np.int64(ages.birth_day[i])
    band = np.int64(bands[years])
    later = years
    while later <= OLDEST and np.int64(bands[later]) == band:
        later += 1
    first = np.int64(NEVER) if later > OLDEST else born + later * YEAR
    for edge in (SCHOOL_AGE * YEAR, ADULT * YEAR, min_age_days):
        if day - born < edge:
            first = min(first, born + edge)
    return first


@inner
def _turning(turns: I32, day: Whole, chosen: I32) -> Whole:
    """Slots of those whose next change has come; how many."""
    flags = np.empty(turns.size, np.uint8)
    for i in range(turns.size):
        flags[i] = 1 if turns[i] <= day else 0
    return places(flags, chosen)


@kernel
def turn(start: Start, people: People, ages: Ages, life: Life, household: I32, bands: U8, covered: U8,
         min_age_days: Whole, first: Whole, step: Whole, day: Whole, keys: U64, subject: U8, moved: U8) -> None:
    """Bring cells (age band x sex x urban), schooling and who is scored up to a day.

    Only those are looked at whose next change has come: a birthday that leads into another age band, to school
    or out of it, or the day on which a covered resident becomes a subject.
    """
    turns, chosen = ages.turns, np.empty(ages.turns.size + 1, np.int32)
    for c in range(_turning(turns, day, chosen)):
        i = np.int64(chosen[c])
        lived = day - np.int64(ages.birth_day[i])
        years = min(max(lived // YEAR, 0), OLDEST)
        cell = (np.int64(bands[years]) * 2 + np.int64(ages.sex[i])) * 2 + np.int64(ages.urban[i])
        if cell != np.int64(people.cell[i]):
            people.cell[i] = cell
            life.stale[i] = 1
        if lived >= SCHOOL_AGE * YEAR and lived < ADULT * YEAR and life.schooling[i] == 0:
            life.schooling[i] = AT_PUBLIC
        if lived >= ADULT * YEAR and life.schooling[i] != 0:
            _come_of_age(start, life, household, i, first + i, step, keys)
        scored = 1 if covered[i] != 0 and lived >= min_age_days else 0
        if scored != np.int64(subject[i]):
            subject[i] = scored
            moved[i] = 1
        ages.turns[i] = _next_change(ages, bands, i, years, min_age_days, day)


@kernel
def begin(start: Start, ages: Ages, standing: U16, life: Life, first: Whole, keys: U64) -> None:
    """What adults have on day 0, and where children go to school."""
    for i in range(life.assets.size):
        lived = -np.int64(ages.birth_day[i])
        if lived >= ADULT * YEAR:
            bits = np.int64(0)
            for bit in range(start.assets.size):
                if start.assets[bit] == np.uint64(0) or standing[i] & start.needs[bit] != start.needs[bit]:
                    continue
                if _word(first + i, np.int64(0), FIRST_ASSET + bit, keys) < start.assets[bit]:
                    bits |= 1 << bit
            life.assets[i] = bits
        elif lived >= SCHOOL_AGE * YEAR:
            word = _word(first + i, np.int64(0), np.int64(AT_SCHOOL), keys)
            at_private, chosen = word < start.private[0], word < start.chosen[0]
            life.schooling[i] = AT_PRIVATE if at_private else (AT_TOP if chosen else AT_PUBLIC)
