"""Ties that reach beyond the household: kin, colleagues, employers and friends of a whole district.

All are keyed pairings within the district, functions of the key of people and of the district alone, so a
smaller town has the ties of a larger one but for those to residents who are not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from glasstown.society.attributes import Columns
from glasstown.society.friends import pair_friends
from glasstown.society.kinfolk import pair_kin
from glasstown.society.spec import Spec
from glasstown.society.tables import HouseTables, array, running
from glasstown.society.workplaces import pair_colleagues
from glasstown.vocab.arrays import I64, U16
from glasstown.vocab.geography import COLLEAGUES, DISTRICT, FRIENDS, KIN

MOST_NOISE: Final = 16
"""Widest noise in the line of those who are alike, in widths of the scale of ranks."""


class TieTables(NamedTuple):
    """Figures of the kernels that find ties.

    `firm_ends`: ends of the stretches of 2**32 of the classes of firms. `firm_staff`: staff of each class
    beside the owner. `public_staff`: people in a public workplace. `friends`: least chance to take part and
    its room (of 256), pairings of people alike, width of the noise there (of 1,024 widths of the rank).
    """

    firm_ends: I64
    firm_staff: I64
    public_staff: int
    friends: I64


@lru_cache(maxsize=4)
def tie_tables(spec: Spec) -> TieTables:
    """Figures of ties of a specification."""
    sized = [spec.scalar(f"{size}_enterprises") for size in ("micro", "small", "medium", "large")]
    enterprises = [spec.scalar("corporate_enterprises") * part / sum(sized, Decimal(0)) for part in sized]
    units = spec.scalar("self_employed_units") * spec.scalar("self_employed_with_staff") / 100
    numbers = [Fraction(number) for number in (units, *enterprises)]
    staff = [spec.scalar(f"staff_{size}") for size in ("self_employed", "micro", "small", "medium", "large")]
    public = spec.scalar("civil_servants") + spec.scalar("public_institution_staff")
    return TieTables(
        array(running(number / sum(numbers, Fraction(0)) for number in numbers)),
        array([max(int(size), 1) for size in staff]),
        max(round(public / spec.scalar("government_legal_units")), 1),
        array(friend_figures(spec)),
    )


def friend_figures(spec: Spec) -> list[int]:
    """Chances to take part, pairings of people alike, and noise, from the published or assumed figures."""
    mean = min(spec.scalar("close_friends") / FRIENDS, Decimal(1))
    low = max(mean * Decimal("0.4"), 2 * mean - 1)
    share = spec.scalar("group_homophily")
    alike = int((share * FRIENDS).to_integral_value(rounding="ROUND_HALF_UP"))
    wanted = spec.scalar("income_homophily")
    with localcontext(Context(prec=30)):
        spread = Decimal(alike) / FRIENDS / wanted - 1 if wanted > 0 else Decimal(MOST_NOISE**2)
        noise = min(max(spread, Decimal(0)).sqrt(), Decimal(MOST_NOISE))
    return [round(low * 256), round((mean - low) * 512), alike, round(noise * 1024)]


@dataclass(frozen=True, slots=True)
class Relations:
    """The ties found in one district, and the room to find them in."""

    kin: U16
    colleague: U16
    friend: U16
    employer: U16
    luck: I64
    parts: I64
    keys: I64
    workplace: I64

    @staticmethod
    def empty() -> Relations:
        """Room for one district."""
        return Relations(
            np.zeros((KIN, DISTRICT), dtype=np.uint16),
            np.zeros((COLLEAGUES, DISTRICT), dtype=np.uint16),
            np.zeros((FRIENDS, DISTRICT), dtype=np.uint16),
            np.zeros(DISTRICT, dtype=np.uint16),
            np.zeros((4, DISTRICT), dtype=np.int64),
            np.zeros((4, DISTRICT), dtype=np.int64),
            np.zeros((2, DISTRICT), dtype=np.int64),
            np.zeros(DISTRICT, dtype=np.int64),
        )


def relate_district(
    first: int,
    key: tuple[np.uint64, np.uint64],
    tables: tuple[HouseTables, TieTables],
    scratch: I64,
    out: Columns,
    found: Relations,
) -> None:
    """Find kin, employers, colleagues and friends of every resident of a district."""
    house, ties = tables
    words = (found.luck, found.parts)
    pair_kin(first, key, house, (*words, found.keys), scratch, out, found.kin)
    firms = (ties.firm_ends, ties.firm_staff, ties.public_staff)
    room = (*words, found.keys[0], found.workplace)
    pair_colleagues(first, key, firms, room, scratch, out, found.colleague, found.employer)
    pair_friends(first, key, ties.friends, (*words, found.keys[0]), scratch, out, found.friend)
