"""The kernel that gives the residents of a district schooling, work, role, income, digital use and traits."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.society.draw import (
    AGE,
    BORN,
    GROUP,
    HEAD,
    HOUSEHOLD,
    MINOR_CHILD,
    OLD_PARENT,
    OWN_BUDGET,
    PERSON,
    SEX,
    find,
)
from glasstown.society.frame import ADULT
from glasstown.society.tables import PeopleTables
from glasstown.society.traits import TRAIT_LIMIT, TRAIT_MEAN, TRAIT_SCALE
from glasstown.vocab.arrays import I8, I32, I64, U8, U16, Whole
from glasstown.vocab.codes import Education, Role, Sector, Standing, Work
from glasstown.vocab.geography import DISTRICT

ZERO: Final = np.uint64(0)
BLOCK_SCHOOL: Final = np.uint64(1)
BLOCK_STANDING: Final = np.uint64(2)
BLOCK_TRAITS: Final = np.uint64(3)
BLOCK_MONEY: Final = np.uint64(4)
BLOCK_PART: Final = np.uint64(5)

OUTSIDE, IDLE, EMPLOYED = int(Work.OUTSIDE), int(Work.OUT_OF_WORK), int(Work.EMPLOYED)
SENIOR, COLLEGE = int(Education.SENIOR), int(Education.COLLEGE)
NO_SECTOR, FARM = int(Sector.NONE), int(Sector.FARM)
PRIVATE, PUBLIC = int(Sector.PRIVATE), int(Sector.PUBLIC)
NO_ROLE, OFFICIAL, LAWYER = int(Role.NONE), int(Role.OFFICIAL), int(Role.LAWYER)
JOURNALIST, PETITIONER, DOCTOR = int(Role.JOURNALIST), int(Role.PETITIONER), int(Role.DOCTOR)
TEACHER, ENTREPRENEUR, POLICE = int(Role.TEACHER), int(Role.ENTREPRENEUR), int(Role.POLICE)
DRIVER, BORROWER, ONLINE = int(Standing.DRIVER), int(Standing.BORROWER), int(Standing.ONLINE)
HAS_ELDER, REFERENCE = int(Standing.HAS_ELDER), int(Standing.REFERENCE)
IN_OFFICE, TRUSTED, OWNER = int(Standing.OFFICIAL), int(Standing.TRUSTED_POST), int(Standing.ENTREPRENEUR)
WOMAN_20_44: Final = int(Standing.WOMAN_20_44)
FEMALE: Final = 1
FERTILE: Final = (20, 44)
BLOOD_DONORS: Final = (18, 55)
PARENT, EMPLOYER = int(Standing.PARENT), int(Standing.EMPLOYER)
ONLINE_BUYER, VOLUNTEER = int(Standing.ONLINE_BUYER), int(Standing.VOLUNTEER)
BLOOD_DONOR_AGE: Final = int(Standing.BLOOD_DONOR_AGE)


class Columns(NamedTuple):
    """Columns of one district that the kernel fills, `DISTRICT` entries each."""

    birth_day: I32
    sex: U8
    urban: U8
    province: U8
    group: U8
    education: U8
    work: U8
    sector: U8
    role: U8
    income_rank: U16
    income_yuan_year: I32
    digital: U8
    traits: I8
    household: I32
    collective: U8
    standing: U16
    name_class: U8


def empty_columns() -> Columns:
    """Room for one district."""
    return Columns(
        birth_day=np.zeros(DISTRICT, dtype=np.int32),
        sex=np.zeros(DISTRICT, dtype=np.uint8),
        urban=np.zeros(DISTRICT, dtype=np.uint8),
        province=np.zeros(DISTRICT, dtype=np.uint8),
        group=np.zeros(DISTRICT, dtype=np.uint8),
        education=np.zeros(DISTRICT, dtype=np.uint8),
        work=np.zeros(DISTRICT, dtype=np.uint8),
        sector=np.zeros(DISTRICT, dtype=np.uint8),
        role=np.zeros(DISTRICT, dtype=np.uint8),
        income_rank=np.zeros(DISTRICT, dtype=np.uint16),
        income_yuan_year=np.zeros(DISTRICT, dtype=np.int32),
        digital=np.zeros(DISTRICT, dtype=np.uint8),
        traits=np.zeros((3, DISTRICT), dtype=np.int8),
        household=np.zeros(DISTRICT, dtype=np.int32),
        collective=np.zeros(DISTRICT, dtype=np.uint8),
        standing=np.zeros(DISTRICT, dtype=np.uint16),
        name_class=np.zeros(DISTRICT, dtype=np.uint8),
    )


@inner
def draw_role(word: Whole, age: Whole, level: Whole, work: Whole, sector: Whole, t: PeopleTables) -> Whole:
    """Public role of a resident, `Role.NONE` for most."""
    if work == EMPLOYED and sector == PUBLIC and level >= SENIOR:
        which = 0
        while which < 4 and word >= t.public_roles[which]:
            which += 1
        if which < 4:
            return (OFFICIAL, POLICE, DOCTOR, TEACHER)[which]
    elif work == EMPLOYED and sector == PRIVATE:
        if level == COLLEGE and word < t.private_roles[1]:
            return LAWYER if word < t.private_roles[0] else JOURNALIST
        if word >= t.private_roles[1] and word < t.private_roles[2]:
            return ENTREPRENEUR
    if age >= ADULT and 0xFFFFFFFF - word < t.petitioner:
        return PETITIONER
    return NO_ROLE


@inner
def standing_bits(
    words: tuple[Whole, Whole, Whole],
    age: Whole,
    sex: Whole,
    urban: Whole,
    role: Whole,
    old_parent: Whole,
    t: PeopleTables,
) -> Whole:
    """Bits that decide which acts a resident can commit, but for being online or the reference person."""
    bits = 0
    if words[0] < t.driver[urban, sex, age]:
        bits |= DRIVER
    if words[1] < t.borrower[urban, sex, age]:
        bits |= BORROWER
    if old_parent == 1 or words[2] < t.elder[urban, sex, age]:
        bits |= HAS_ELDER
    if role in (OFFICIAL, POLICE):
        bits |= IN_OFFICE
    if role in (OFFICIAL, POLICE, DOCTOR):
        bits |= TRUSTED
    if role == ENTREPRENEUR:
        bits |= OWNER
    if sex == FEMALE and age >= FERTILE[0] and age <= FERTILE[1]:
        bits |= WOMAN_20_44
    return bits


@inner
def part_bits(
    words: tuple[Whole, Whole], age: Whole, sex: Whole, urban: Whole, minor: Whole, bits: Whole, t: PeopleTables
) -> Whole:
    """The other bits, given the first ones: parent, employer, online buyer, volunteer, age of blood donors."""
    more: Whole = 0
    if minor == 1:
        more |= PARENT
    if bits & OWNER and words[0] < t.employer:
        more |= EMPLOYER
    if bits & ONLINE and age >= ADULT:
        more |= ONLINE_BUYER
    if words[1] < t.volunteer[urban, sex, age]:
        more |= VOLUNTEER
    if age >= BLOOD_DONORS[0] and age <= BLOOD_DONORS[1]:
        more |= BLOOD_DONOR_AGE
    return more


@kernel
def byte_sum(word: Whole) -> Whole:
    """Sum of the four bytes of a word."""
    return (word & 255) + ((word >> 8) & 255) + ((word >> 16) & 255) + (word >> 24)


@kernel
def income_rank(
    luck: Whole, jitter: Whole, level: Whole, work: Whole, sector: Whole, urban: Whole, t: PeopleTables
) -> Whole:
    """Rank among people in town or in the country, 0 to 65535, from schooling, work and luck."""
    state = work if work != EMPLOYED else 1 + sector
    latent = t.level_shift[level] + t.state_shift[state] - t.least_shift + byte_sum(luck)
    low = t.latent[urban, latent]
    room = t.latent[urban, latent + 1] - low
    return (low + ((room * (jitter >> 1)) >> 31)) >> 16


@inner
def draw_traits(slot: Whole, number: Whole, first: Whole, k0: np.uint64, k1: np.uint64, traits: I8) -> Whole:
    """Set the three traits of a resident; returns the spare word of the block."""
    h0, h1, h2, _ = philox4x32(np.uint64(first), BLOCK_TRAITS, ZERO, HOUSEHOLD, k0, k1)
    o0, o1, o2, spare = philox4x32(np.uint64(number), BLOCK_TRAITS, ZERO, PERSON, k0, k1)
    sums = (
        byte_sum(np.int64(h0)) + byte_sum(np.int64(o0)),
        byte_sum(np.int64(h1)) + byte_sum(np.int64(o1)),
        byte_sum(np.int64(h2)) + byte_sum(np.int64(o2)),
    )
    for i in range(3):
        value = ((sums[i] - TRAIT_MEAN) * TRAIT_SCALE + 32_768) >> 16
        traits[i, slot] = min(max(value, -TRAIT_LIMIT), TRAIT_LIMIT)
    return np.int64(spare)


@inner
def draw_life(
    slot: Whole, number: Whole, k0: np.uint64, k1: np.uint64, t: PeopleTables, scratch: I64, out: Columns
) -> None:
    """Set schooling, work, role, digital use and standing of one resident."""
    age, sex, urban = scratch[AGE, slot], scratch[SEX, slot], np.int64(out.urban[slot])
    w0, w1, w2, w3 = philox4x32(np.uint64(number), BLOCK_SCHOOL, ZERO, PERSON, k0, k1)
    level = 0
    while level < 4 and np.int64(w0) >= t.education[urban, sex, age, level]:
        level += 1
    out.education[slot] = level
    work = OUTSIDE
    if np.int64(w1) < t.work[urban, sex, age, 0]:
        work = EMPLOYED
    elif np.int64(w1) < t.work[urban, sex, age, 1]:
        work = IDLE
    sector = NO_SECTOR
    if work != OUTSIDE:
        sector = FARM
        while sector < PUBLIC and np.int64(w2) >= t.sector[urban, level, sector - FARM]:
            sector += 1
    role = draw_role(np.int64(w3), age, level, work, sector, t)
    out.work[slot], out.sector[slot], out.role[slot] = work, sector, role
    v0, v1, v2, v3 = philox4x32(np.uint64(number), BLOCK_STANDING, ZERO, PERSON, k0, k1)
    words = (np.int64(v1), np.int64(v2), np.int64(v3))
    bits = standing_bits(words, age, sex, urban, role, scratch[OLD_PARENT, slot], t)
    digital = 0
    if np.int64(v0) < t.online[urban, sex, age, 0]:
        bits |= ONLINE
        digital = 2 if np.int64(v0) < t.online[urban, sex, age, 1] else 1
    if scratch[HEAD, slot] == slot:
        bits |= REFERENCE
    p0, p1, _, _ = philox4x32(np.uint64(number), BLOCK_PART, ZERO, PERSON, k0, k1)
    bits |= part_bits((np.int64(p0), np.int64(p1)), age, sex, urban, scratch[MINOR_CHILD, slot], bits, t)
    out.digital[slot], out.standing[slot] = digital, bits


@inner
def draw_income(
    slot: Whole, first: Whole, factor: Whole, k0: np.uint64, k1: np.uint64, t: PeopleTables, scratch: I64, out: Columns
) -> None:
    """Set the income of one resident: that of the household's first member, or one's own in a dormitory."""
    head = scratch[HEAD, slot]
    if scratch[OWN_BUDGET, slot] == 0 and head != slot:
        out.income_rank[slot] = out.income_rank[head]
        out.income_yuan_year[slot] = out.income_yuan_year[head]
        return
    w0, w1, _, _ = philox4x32(np.uint64(first + slot), BLOCK_MONEY, ZERO, PERSON, k0, k1)
    urban = np.int64(out.urban[slot])
    level, work, sector = np.int64(out.education[slot]), np.int64(out.work[slot]), np.int64(out.sector[slot])
    rank = income_rank(np.int64(w0), np.int64(w1), level, work, sector, urban, t)
    low, high = t.curve[urban, rank >> 8], t.curve[urban, (rank >> 8) + 1]
    yuan = low + (((high - low) * (rank & 255)) >> 8)
    out.income_rank[slot] = rank
    out.income_yuan_year[slot] = (yuan * factor) >> 16


@kernel
def draw_people(
    first: Whole, towns: I64, factor: Whole, k0: np.uint64, k1: np.uint64, t: PeopleTables, scratch: I64, out: Columns
) -> None:
    """Fill the columns of the district that begins at resident `first` (`towns`: 1 per urban neighbourhood).

    A household lives where its first member does, also where it reaches into the next neighbourhood.
    """
    for slot in range(DISTRICT):
        head = scratch[HEAD, slot]
        number = first + slot
        out.urban[slot] = towns[head * towns.size // DISTRICT]
        out.birth_day[slot] = scratch[BORN, slot]
        out.sex[slot] = scratch[SEX, slot]
        out.group[slot] = scratch[GROUP, slot]
        out.household[slot] = first + head
        out.collective[slot] = scratch[OWN_BUDGET, slot]
        draw_life(slot, number, k0, k1, t, scratch, out)
        draw_income(slot, first, factor, k0, k1, t, scratch, out)
        spare = draw_traits(slot, number, first + head, k0, k1, out.traits)
        out.name_class[slot] = find(t.names, spare)
