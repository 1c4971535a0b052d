"""How many people, households or firms each share of a society stands for: no cell may be too small.

Counts say so by themselves; shares hide it. Each is multiplied by the whole that it is a share of, at
national scale, and so is what it leaves of that whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from glasstown.society.ranges import LEAST_PERSONS
from glasstown.society.reading import Faults, Row, Table

HUNDRED: Final = Decimal(100)
OLD: Final = 60
"""Age from which ways of living are published."""

PART_OF: Final = {
    "unemployment_urban_survey": "employed_urban",
    "unemployment_rural": "employed_rural",
    "self_employed_with_staff": "self_employed_units",
    "share_of_pboc_persons_with_loan_history": "persons_in_pboc_system_2019",
}
"""Shares in `scalars` of something else that is counted there; others are shares of all residents, or stand below."""

SHARE_OF: Final = {
    "minority_a_share": "minority_share",
    "heavy_online": "internet_penetration",
    "internet_urban": "urban_share",
}
"""Shares in `scalars` of those who are themselves a share of all residents."""


class Wholes:
    """The counts that shares are shares of."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Keep the values that wholes are made of."""
        self.scalars = tables["scalars"].values()
        self.living = tables["households_living"].values()
        self.ages = tables["age_sex"].values()
        self.provinces = tables["provinces"].values()

    def scalar(self, name: str) -> Decimal:
        """One figure of `scalars`; 0 where it is missing, which is told elsewhere."""
        return self.scalars.get((name,), Decimal(0))

    def of_scalar(self, row: Row) -> Decimal:
        """The whole of a share in `scalars`."""
        name = row.keys[0]
        total = self.scalar("total_incl_servicemen")
        if name in PART_OF:
            return self.scalar(PART_OF[name])
        if name in SHARE_OF:
            return total * self.scalar(SHARE_OF[name]) / HUNDRED
        if name == "internet_rural":
            return total * (HUNDRED - self.scalar("urban_share")) / HUNDRED
        if name.startswith("collective_"):
            return self.living.get(("persons_in_collective_households",), Decimal(0))
        return total

    def of_living(self, row: Row) -> Decimal:
        """The whole of a share in `households_living`: households, or people of 60 and more."""
        if row.keys[0].startswith("age60plus"):
            return self.of_ages(str(OLD), "99")
        return self.households()

    def of_profile(self, row: Row) -> Decimal:
        """The people of the ages and the sex that a rate is about, in town and country alike."""
        _, sex, _, low, high = row.keys
        return self.of_ages(low, high, sex)

    def of_schooling(self, row: Row) -> Decimal:
        """The people of the ages that a level is about."""
        return self.of_ages(row.keys[0], row.keys[1])

    def of_ages(self, low: str, high: str, sex: str = "any") -> Decimal:
        """People from one age to another; a band counts by the years of it that lie between."""
        people = Decimal(0)
        for (start, end, of), value in self.ages.items():
            years = min(int(high), int(end)) - max(int(low), int(start)) + 1
            if years > 0 and sex in ("any", of):
                people += value * years / (int(end) - int(start) + 1)
        return people

    def of_province(self, row: Row) -> Decimal:
        """The residents of the province of a share."""
        return self.provinces.get((*row.keys[:3], "population"), Decimal(0))

    def of_sector(self, row: Row) -> Decimal:
        """The employed of an area."""
        return self.scalar(f"employed_{row.keys[0]}")

    def households(self) -> Decimal:
        """Family households of the nation."""
        return self.living.get(("family_households",), Decimal(0))


PARTS: Final = {"per 100,000 population": 100_000, "per thousand family households": 1000}
"""Parts that a whole is cut into, for units that are not percent."""


def check_cells(tables: Mapping[str, Table], faults: Faults) -> None:
    """Refuse a share that stands for fewer than the smallest cell, or leaves fewer of its whole."""
    wholes = Wholes(tables)
    rules: dict[str, Callable[[Row], Decimal]] = {
        "scalars": wholes.of_scalar,
        "household_size": lambda _: wholes.households(),
        "household_kinds": lambda _: wholes.households(),
        "households_living": wholes.of_living,
        "schooling": wholes.of_schooling,
        "profiles": wholes.of_profile,
        "provinces": wholes.of_province,
        "sectors": wholes.of_sector,
    }
    for name, whole_of in rules.items():
        for row in tables[name].rows:
            parts = parts_of(row)
            if parts is None:
                continue
            for number, words in _cells(row.figure.value / parts, whole_of(row)):
                _note(name, row, number, words, faults)


def parts_of(row: Row) -> int | None:
    """Parts that the whole of a share is cut into; None for what is no share."""
    return 100 if row.unit.startswith("percent") else PARTS.get(row.unit)


def _cells(share: Decimal, whole: Decimal) -> Iterator[tuple[Decimal, str]]:
    if 0 < share * whole < LEAST_PERSONS:
        yield share * whole, "stands for"
    elif 0 < (1 - share) * whole < LEAST_PERSONS:
        yield (1 - share) * whole, "leaves only"


def _note(table: str, row: Row, number: Decimal, words: str, faults: Faults) -> None:
    faults.add(
        "SOC-small",
        f"the share {', '.join(row.keys)} of {table} {words} {number:,.0f}, fewer than {LEAST_PERSONS:,}",
        "small cells come close to real people",
        "merge it with its neighbour",
        file=f"{table}.csv",
        line=row.line,
    )
