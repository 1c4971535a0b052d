"""The number of a sighting: its address in one whole number, the same in every world of the same people and luck.

A sighting is one look of one source at one act. Who acted (of a false one the accused) and the 32 bits by which
records are addressed name it; of a false sighting the alleged act belongs to it as well, for each has a stream of its
own. So a sighting can be asked for in another world without its folder.
"""

from __future__ import annotations

from typing import Final, NamedTuple

FALSE_FAMILY: Final = 31
"""The family under which false sightings stand in addresses of records."""

_REF_BITS: Final = 32
_ACT_BITS: Final = 8


class SightingAddress(NamedTuple):
    """Who acted, alleged act (0 of an act that was done), step, family, ordinal, code of the source, and child."""

    origin: int
    act: int
    step: int
    family: int
    ordinal: int
    source: int
    child: int

    @property
    def ref(self) -> int:
        """All but who and what, as records are addressed: step 12 bits, family 5, ordinal 6, source 6, child 3."""
        return self.step << 20 | self.family << 15 | self.ordinal << 9 | self.source << 3 | self.child

    @property
    def number(self) -> int:
        """The number of the sighting."""
        return number_of(self.origin, self.ref, self.act)


def number_of(origin: int, ref: int, act: int) -> int:
    """The number of a sighting.

    Args:
        origin: who acted, or is accused.
        ref: the address of its record, in 32 bits.
        act: the act that was written down; it is part of the number of a false sighting alone, for sources can take
            one act for another.
    """
    is_false = ref >> 15 & 31 == FALSE_FAMILY
    return (origin << _ACT_BITS | (act if is_false else 0)) << _REF_BITS | ref


def address_of(number: int) -> SightingAddress:
    """The address behind a number.

    Raises:
        ValueError: it is below 0, and so the number of none.
    """
    if number < 0:
        message = f"{number} is the number of no sighting"
        raise ValueError(message)
    ref, who = number & (1 << _REF_BITS) - 1, number >> _REF_BITS
    act = who & (1 << _ACT_BITS) - 1
    return SightingAddress(who >> _ACT_BITS, act, ref >> 20, ref >> 15 & 31, ref >> 9 & 63, ref >> 3 & 63, ref & 7)
