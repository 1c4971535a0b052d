"""What is known of firms and governments in numbers: how many, how large, in which trade, whose."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.vocab.evidence import ASSUMPTION, Figure
from glasstown.vocab.organisations import Industry, Size

CENSUS: Final = ("S15", "S16")


def _assumed(value: str, low: str, high: str) -> Figure:
    return Figure(Decimal(value), "assumed", Decimal(low), Decimal(high), (ASSUMPTION,))


FIRMS_PER_DISTRICT: Final = Figure(Decimal("53.9"), "derived", Decimal(50), Decimal(60), CENSUS)
"""18.57 million corporate enterprises (2018) among 1,411.78 million people, for 4,096 of them."""

SIZES: Final = {
    Size.MICRO: Figure(Decimal(15439), "reported", None, None, CENSUS),
    Size.SMALL: Figure(Decimal(2392), "reported", None, None, CENSUS),
    Size.MEDIUM: Figure(Decimal(239), "reported", None, None, CENSUS),
    Size.LARGE: Figure(Decimal(36), "reported", None, None, CENSUS),
}
"""Enterprises by size, in thousands."""

STATE_OWNED: Final = Figure(Decimal("0.0039"), "derived", Decimal("0.003"), Decimal("0.005"), CENSUS)
"""72,000 of 18.57 million."""

FOREIGN: Final = Figure(Decimal("0.0055"), "derived", Decimal("0.004"), Decimal("0.007"), CENSUS)
"""103,000 of 18.57 million."""

INDUSTRIES: Final = {
    Industry.TRADE: _assumed("0.35", "0.2", "0.5"),
    Industry.FOOD: _assumed("0.12", "0.05", "0.2"),
    Industry.MANUFACTURE: _assumed("0.2", "0.1", "0.3"),
    Industry.CONSTRUCTION: _assumed("0.15", "0.05", "0.2"),
    Industry.HEALTH: _assumed("0.03", "0.02", "0.06"),
    Industry.TRANSPORT: _assumed("0.08", "0.02", "0.15"),
    Industry.OTHER: _assumed("0.07", "0.02", "0.3"),
}
"""Firms by what they do."""

FOREIGN_CARRIERS: Final = _assumed("0.05", "0.005", "0.3")
"""Share of transport firms that are foreign carriers."""

EXPORTERS: Final = _assumed("0.15", "0.02", "0.4")
"""Share of trading and manufacturing firms that send goods abroad."""

SENSORS: Final = _assumed("0.3", "0.05", "0.9")
"""Share of small and larger manufacturers whose emissions are measured all the time."""

OLDEST_YEARS: Final = _assumed("20", "10", "40")
"""Firms were founded evenly over so many years before day 0."""

FIGURES: Final = (
    ("firms of a district", FIRMS_PER_DISTRICT),
    ("share owned by the state", STATE_OWNED),
    ("share owned from abroad", FOREIGN),
    *((f"share in {one.name.lower()}", figure) for one, figure in INDUSTRIES.items()),
    ("share of carriers that are foreign", FOREIGN_CARRIERS),
    ("share of traders and makers that export", EXPORTERS),
    ("share of larger makers with sensors", SENSORS),
    ("years over which firms were founded", OLDEST_YEARS),
)
"""Figures that pages tell, with their names."""
