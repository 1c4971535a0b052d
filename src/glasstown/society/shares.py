"""Shares of residents by cell and by standing, exactly as the tables give them: what rates are normalised by.

Nothing here is counted in a draw. Behaviours may not import the society, so `simulate` carries these
over to them.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from glasstown.society.counts import Key, people_shares
from glasstown.society.frame import ADULT
from glasstown.society.labour import PRIVATE, PRIVATE_ROLES, PUBLIC, PUBLIC_ROLES
from glasstown.society.spec import Spec
from glasstown.society.tables import Chances, chances
from glasstown.vocab.codes import AGE_BANDS, CELLS, Education, Group, Role, Standing

CellShares = tuple[Fraction, ...]
"""Share of all residents in each cell; entry `(band * 2 + sex) * 2 + urban`."""

FERTILE: Final = (20, 44)
"""Ages of the bit `WOMAN_20_44`, both ends included."""

TRUSTED: Final = (Role.OFFICIAL, Role.POLICE, Role.DOCTOR)
"""Roles that somebody might bribe."""

BLOOD_DONORS: Final = (18, 55)
"""Ages of the bit `BLOOD_DONOR_AGE`, both ends included."""


def cell_of(age: int, sex: int, urban: int) -> int:
    """Number of the cell of (completed age, sex, urban)."""
    band = next(number for number, (low, high) in enumerate(AGE_BANDS) if low <= age <= high)
    return (band * 2 + sex) * 2 + urban


def by_cell(parts: dict[Key, Fraction]) -> CellShares:
    """Add up a table by (age, sex, urban) into cells."""
    sums = [Fraction(0)] * CELLS
    for (age, sex, urban), share in parts.items():
        sums[cell_of(age, sex, urban)] += share
    return tuple(sums)


@lru_cache(maxsize=4)
def cell_shares(spec: Spec) -> CellShares:
    """Share of all residents in each cell at day 0; adds up to 1."""
    return by_cell(people_shares(spec).everybody)


@lru_cache(maxsize=4)
def standing_shares(spec: Spec) -> MappingProxyType[Standing, CellShares]:
    """For every standing bit, the share of all residents who hold it, by cell, at day 0."""
    known, shares = chances(spec), people_shares(spec)
    people = shares.everybody
    elders = {key: shares.old_parent[key] + (people[key] - shares.old_parent[key]) * known.elder[key] for key in people}
    women = {key: share for key, share in people.items() if key[1] == 1 and FERTILE[0] <= key[0] <= FERTILE[1]}
    owners = role_parts(known, people, (Role.ENTREPRENEUR,))
    buyers = {key: people[key] * known.online[key] for key in people if key[0] >= ADULT}
    donors = {key: share for key, share in people.items() if BLOOD_DONORS[0] <= key[0] <= BLOOD_DONORS[1]}
    parts: dict[Standing, dict[Key, Fraction]] = {
        Standing.DRIVER: {key: people[key] * known.driver[key] for key in people},
        Standing.BORROWER: {key: people[key] * known.borrower[key] for key in people},
        Standing.ONLINE: {key: people[key] * known.online[key] for key in people},
        Standing.HAS_ELDER: elders,
        Standing.REFERENCE: shares.first,
        Standing.OFFICIAL: role_parts(known, people, (Role.OFFICIAL, Role.POLICE)),
        Standing.TRUSTED_POST: role_parts(known, people, TRUSTED),
        Standing.ENTREPRENEUR: owners,
        Standing.WOMAN_20_44: women,
        Standing.PARENT: shares.parents,
        Standing.EMPLOYER: {key: share * known.employer for key, share in owners.items()},
        Standing.ONLINE_BUYER: buyers,
        Standing.VOLUNTEER: {key: people[key] * known.volunteer[key] for key in people},
        Standing.BLOOD_DONOR_AGE: donors,
    }
    return MappingProxyType({bit: by_cell(table) for bit, table in parts.items()})


def role_parts(known: Chances, people: dict[Key, Fraction], roles: tuple[Role, ...]) -> dict[Key, Fraction]:
    """Share of all residents who are in one of some roles, by (age, sex, urban)."""
    public = sum(
        (chance for role, chance in zip(PUBLIC_ROLES, known.work.public_roles, strict=True) if role in roles),
        Fraction(0),
    )
    private = sum(
        (chance for role, chance in zip(PRIVATE_ROLES, known.work.private_roles, strict=True) if role in roles),
        Fraction(0),
    )
    parts: dict[Key, Fraction] = {}
    for key, share in people.items():
        chance = Fraction(0)
        if known.work.employed[key]:
            for level, part in enumerate(known.levels[key]):
                sector = known.work.sector[key[2], level]
                chance += part * sector[PRIVATE] * private
                if level >= Education.SENIOR:
                    chance += part * sector[PUBLIC] * public
        parts[key] = share * known.work.employed[key] * chance
    return parts


def group_shares(spec: Spec) -> tuple[Fraction, ...]:
    """Share of residents in each group; independent of cell, province and everything else by construction."""
    minority = Fraction(spec.scalar("minority_share")) / 100
    first = minority * Fraction(spec.scalar("minority_a_share")) / 100
    shares = (1 - minority, first, minority - first)
    return shares[: len(Group)]
