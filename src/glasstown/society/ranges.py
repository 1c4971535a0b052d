"""What each figure of a society may be, by its unit: the one place where that is said.

A figure outside its range is refused when it is read. Ranges are wide: they hold what the words of a unit
can mean and what the engine can draw, not what is likely.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from glasstown.vocab.geography import FRIENDS

LEAST_PERSONS: Final = 10_000
"""A cell that counts fewer people, households or firms than this, at national scale, is refused."""


class Range(NamedTuple):
    """Least and greatest value, and why there is nothing beyond them."""

    least: Decimal
    most: Decimal
    why: str

    def told(self, what: str, value: Decimal | str, unit: str) -> tuple[str, str, str]:
        """A breach in words: what is wrong, why it matters, how to mend it."""
        return (
            f"{what}: {value} {unit} cannot be",
            self.why,
            f"write a number from {self.least:,f} to {self.most:,f} ({unit})",
        )


def _range(least: str, most: str, why: str) -> Range:
    return Range(Decimal(least), Decimal(most), why)


PERCENT: Final = _range("0", "100", "a share lies between 0 and 100 percent")
COUNT: Final = _range("0", "10_000_000_000", "no nation has more than ten thousand million")
ODDS: Final = _range("0.01", "100", "odds are multiples, and nobody's are nought or without end")
YUAN: Final = _range("1", "10_000_000", "a mean income is positive, and no more than ten million yuan a year")
PART: Final = _range("0", "1", "it lies between nothing and all")

RANGES: Final = {
    "persons": COUNT,
    "households": COUNT,
    "units": COUNT,
    "percent": PERCENT,
    "percent of age group": PERCENT,
    "percent of adults beside the reference person": PERCENT,
    "percent of family households": PERCENT,
    "percent of people in collective households": PERCENT,
    "percent of people online": PERCENT,
    "percent of persons 60+": PERCENT,
    "percent of residents": PERCENT,
    "percent of self-employed units": PERCENT,
    "percent of the employed": PERCENT,
    "percent of the minorities": PERCENT,
    "per thousand family households": _range("0", "1000", "it is counted in a thousand households"),
    "per 100,000 population": _range("0", "100_000", "it is counted in 100,000 people"),
    "persons per household": _range("1", "10", "households have one to ten members"),
    "persons beside the owner": _range("1", "100_000", "a firm that employs somebody employs one at least"),
    "odds in town over country": ODDS,
    "odds of women from 45 over men": ODDS,
    "ratio": PART,
    "inbreeding index": PART,
    "correlation of income ranks of friends": PART,
    "ties": _range("0", str(FRIENDS), f"the engine ties nobody to more than {FRIENDS} close friends"),
    "classes": _range("1", "1000", "names fall into 256 classes, the first of which has no end at 0"),
    "years": _range("-60", "99", "nobody is older than 99"),
    "yuan": YUAN,
    "yuan per capita per year (group mean)": YUAN,
    "steps of the income latent (noise has a standard deviation of 148)": _range(
        "-1000", "1000", "nothing else would count beside it"
    ),
}
"""Range of a figure by its unit."""

_IDLE: Final = _range("0", "90", "somebody must be at work for others to be out of it")

NARROWER: Final = {
    ("scalars", "unemployment_urban_survey"): _IDLE,
    ("scalars", "unemployment_rural"): _IDLE,
    ("profiles", "out_of_work"): _IDLE,
}
"""Ranges of figures that are narrower than their unit, by table and first key."""

COUNTED: Final = ("persons", "households", "units")
"""Units of cells: what they count is people, or what people run and live in."""


def range_of(table: str, name: tuple[str, ...], unit: str) -> Range | None:
    """The range of a figure; None for a unit that the model does not know."""
    return NARROWER.get((table, name[0])) or RANGES.get(unit)


def outside(table: str, name: tuple[str, ...], unit: str, value: Decimal) -> Range | None:
    """The range that a figure breaks; None where it keeps to it, or is told as too small a cell."""
    limits = range_of(table, name, unit)
    if limits is None or is_small(unit, value) or limits.least <= value <= limits.most:
        return None
    return limits


def band_outside(table: str, name: tuple[str, ...], unit: str, ends: tuple[Decimal | None, ...]) -> Range | None:
    """The range that an end of a band breaks; None where both keep to it, or there is no band."""
    limits = range_of(table, name, unit)
    is_kept = limits is None or all(end is None or limits.least <= end <= limits.most for end in ends)
    return None if is_kept else limits


def is_small(unit: str, value: Decimal) -> bool:
    """Whether a figure counts fewer than the smallest cell."""
    return unit in COUNTED and value < LEAST_PERSONS
