"""Who a resident is: what society made of them, as the run folder holds it, and with whom they live.

There is no name, and no place but town or country: the province stands in no table with anything else about a
resident, and so not here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

import polars as pl

from glasstown.audit.groups import group_words
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import AGE_BANDS, Education, Flag, Group, Role, Sector, Work
from glasstown.vocab.units import DAYS_IN_YEAR

OF_AGE_YEARS: Final = 18
FIFTHS: Final = ("poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth")
HOUSEHOLDS: Final = ("alone", "with grown-ups", "with children")
"""Kinds of households, by the members whom the run kept."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody else in the household."""

    resident: int
    age_years: int
    sex: str


@dataclass(frozen=True, slots=True)
class Who:
    """One invented resident at day 0."""

    age_years: int
    age_band: str
    sex: str
    place: str
    group: str
    education: str
    work: str | None
    """None where the run has no row of day 0."""
    sector: str
    role: str
    income: str
    household: str
    members: tuple[Member, ...]
    first_scored_day: int | None
    """First day of the panel on which the scheme scored them; None for never."""
    first_aware_day: int | None
    """First day of the panel on which they knew of it; None for never."""

    def to_plain(self) -> dict[str, Any]:
        """Who it is, as JSON holds it."""
        return asdict(self) | {"members": [asdict(one) for one in self.members]}


def read_who(ledger: Ledger, resident: int) -> Who:
    """Read who a kept resident is."""
    people = ledger.table("people")
    row = people.filter(pl.col("resident") == resident).row(0, named=True)
    others = people.filter((pl.col("household") == row["household"]) & (pl.col("resident") != resident))
    members = tuple(Member(one["resident"], age_of(one["birth_day"]), sex_of(one["sex"])) for one in others.to_dicts())
    panel = ledger.table("panel").filter(pl.col("resident") == resident).sort("day")
    first = panel.filter(pl.col("day") == 0)
    work = _word(Work(int(first["work"][0]))) if first.height else None
    age = age_of(row["birth_day"])
    return Who(
        age, band_of(age), sex_of(row["sex"]), "town" if row["urban"] else "country", group_words(Group(row["group"])),
        _word(Education(row["education"])), work, _word(Sector(row["sector"])), _word(Role(row["role"])),
        FIFTHS[row["income_fifth"]], household_of(age, [one.age_years for one in members]), members,
        _first_day(panel, Flag.COVERED), _first_day(panel, Flag.AWARE),
    )  # fmt: skip


def age_of(birth_day: int) -> int:
    """Completed years at day 0."""
    return -birth_day // DAYS_IN_YEAR


def band_of(age: int) -> str:
    """The age band of the tables, in words."""
    low, high = next(band for band in AGE_BANDS if age <= band[1] or band == AGE_BANDS[-1])
    return f"{low} to {high}"


def sex_of(code: int) -> str:
    """Sex in words."""
    return ("male", "female")[code]


def household_of(age: int, others: list[int]) -> str:
    """The kind of a household, by the ages of the others in it."""
    if not others:
        return HOUSEHOLDS[0]
    return HOUSEHOLDS[2 if min(age, *others) < OF_AGE_YEARS else 1]


def _first_day(panel: pl.DataFrame, flag: Flag) -> int | None:
    found = panel.filter(pl.col("flags") & int(flag) > 0)["day"]
    return int(found[0]) if found.len() else None


def _word(code: Education | Work | Sector | Role) -> str:
    word = code.name.lower().replace("_", " ")
    return {"outside": "outside the labour force"}.get(word, word)
