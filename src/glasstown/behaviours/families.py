"""How acts of one family run together within a person: trait loadings, octaves for one standard deviation.

Traits are shared in part within a household (see the society's traits), so acts also run together
within a household. No published loading exists: all are assumed, with the band 0 to twice the value.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

TRAITS: Final = ("rule-breaking", "financial strain", "civic")

ZERO: Final = assumed("0", "0", "0.3")


def _loading(value: str) -> Figure:
    number = Decimal(value)
    low, high = sorted((Decimal(0), number * 2))
    return assumed(value, str(low), str(high))


LOADINGS: Final[tuple[tuple[Figure, Figure, Figure], ...]] = (
    (_loading("0.7"), ZERO, _loading("-0.2")),
    (_loading("0.7"), _loading("0.2"), _loading("-0.2")),
    (_loading("0.2"), _loading("0.9"), ZERO),
    (_loading("0.3"), ZERO, _loading("0.5")),
    (ZERO, _loading("-0.2"), _loading("0.7")),
    (_loading("0.4"), _loading("0.2"), _loading("-0.3")),
    (ZERO, ZERO, ZERO),
    (ZERO, ZERO, ZERO),
)
"""One row a family (traffic, public order, credit, voice, good deeds, family and office, livelihood, movement)."""
