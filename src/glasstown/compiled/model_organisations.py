"""What a scheme does to firms and governments, as read-only tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from glasstown.vocab.arrays import I8, U8, U64


@dataclass(frozen=True, slots=True)
class OrganisationTables:
    """What of a scheme is about organisations; numbers of sources and consequences are those of the scheme.

    Attributes:
        kinds: kinds that live in the town, in the order of `vocab.organisations.KINDS`.
        detect_high, detect_low: (200, 8, 15) u64 words of the chance of detection: by inspection level -3 to 3 of
            firms without sensors, then of those with, then of governments.
        false_per_year: false records per organisation-year by class, for each (source, act).
        deny, favour: (consequences,) u64 bits of `OrganisationCapacity`.
        degree: (consequences, 5) i8 levels by `OrganisationDegree`.
        hits: (consequences,) u8, 1 where it does anything to organisations.
        residents: (consequences,) u8, 1 where it hits residents for what they themselves did.
        named: digest of the name of each act of organisations, those of the file among them, by number.
        through: (consequences,) u8: 0 none, 1 the representative of a firm, 2 the officials of a government.
    """

    kinds: tuple[bool, ...]
    detect_high: U64
    detect_low: U64
    false_per_year: Mapping[tuple[int, int], tuple[Fraction, ...]]
    deny: U64
    favour: U64
    degree: I8
    hits: U8
    residents: U8
    through: U8
    named: Mapping[int, int]

    @property
    def lives(self) -> bool:
        """Whether any organisation lives in the town."""
        return any(self.kinds)
