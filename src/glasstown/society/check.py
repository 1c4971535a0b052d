"""Does a drawn town look like the society it is drawn from? Drawn value, target, tolerance and noise.

A target holds when the drawn value lies inside its tolerance plus three standard errors of the draw;
both are shown. Standard errors count households (for town or country: neighbourhoods) as the unit that
is drawn, because those who live together are alike; they are never below what a draw of the published
value itself would have, so that a draw of nothing is not taken for an exact one. Where fewer than 30 units
are drawn, or where even a draw of nothing would hold, a target is undefined and no verdict is given.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.society.population import Population
from glasstown.society.spec import Spec
from glasstown.vocab.arrays import I64, AnyArray
from glasstown.vocab.codes import Education, Group, Standing
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD

SIGMAS: Final = 3
"""Standard errors that a draw may miss its tolerance by."""

FEWEST_DRAWN: Final = 30
"""Units that must be drawn for a share or a mean of them to be given."""

NOTHING_HOLDS: Final = "the town is so small that even a draw of nothing would hold"

YEAR: Final = 365
"""Days in a year of the model."""


@dataclass(frozen=True, slots=True)
class Target:
    """One published figure against the draw.

    Attributes:
        id: number of the target in the project's list.
        name: what is measured, in plain words.
        wanted: published value.
        low: lower end of the tolerance.
        high: upper end of the tolerance.
        drawn: value in the town; None where the model draws nothing of the kind.
        noise: standard error of the draw.
        basis: where the drawn value is from, in plain words.
        units: how many units were drawn; None where the draw has no part in it.
        unit: what they are, in plain words.
        is_of_file: whether `wanted` is a figure that a society file says in place of the published one.
    """

    id: str
    name: str
    wanted: float
    low: float
    high: float
    drawn: float | None
    noise: float
    basis: str = "residents drawn"
    units: int | None = None
    unit: str = "residents"
    is_of_file: bool = False

    @property
    def undefined(self) -> str | None:
        """Why the draw is too small for a verdict, or None where it is not."""
        if self.is_too_few:
            return f"fewer than {FEWEST_DRAWN} {self.unit} ({self.units})"
        if self.drawn is not None and self.noise > 0 and self.low <= SIGMAS * self.noise:
            return NOTHING_HOLDS
        return None

    @property
    def is_too_few(self) -> bool:
        """Whether too few units were drawn for a value to be given at all."""
        return self.units is not None and self.units < FEWEST_DRAWN

    @property
    def holds(self) -> bool:
        """Whether the drawn value lies inside the tolerance widened by three standard errors."""
        room = SIGMAS * self.noise
        is_inside = self.drawn is not None and self.low - room <= self.drawn <= self.high + room
        return is_inside and self.undefined is None

    @property
    def is_missed(self) -> bool:
        """Whether there is a verdict, and it is that the drawn value lies outside."""
        return self.drawn is not None and self.undefined is None and not self.holds


def check(people: Population, spec: Spec) -> tuple[Target, ...]:
    """Compare a town with the published figures T47 to T56 and T58.

    T47, the number of people, is that of the tables: those in family and in collective households.
    """
    living = spec.values("households_living")
    sizes = family_sizes(people)
    age = -people.birth_day // YEAR
    mean = float(living["mean_family_household_size",])
    alone = float(spec.values("household_size")["1",]) / 100
    drawn_mean = float(sizes.mean()) if sizes.size else 0.0
    drawn_alone = float((sizes == 1).mean()) if sizes.size else 0.0
    spread = math.sqrt(float(sizes.var()) / sizes.size) if sizes.size else 0.0
    spread_alone = max(_of_share(share, sizes.size) for share in (drawn_alone, alone))
    percent = {name: float(spec.scalar(name)) / 100 for name in PERCENTAGES}
    college = float(spec.scalar("college_plus")) / 100_000
    everybody = float(living["persons_in_family_households",] + living["persons_in_collective_households",])
    total = float(spec.scalar("total_incl_servicemen"))
    volunteers = float(spec.scalar("registered_volunteers")) / 100
    places = Clusters(_neighbourhoods(people), "neighbourhoods", is_alike=True)
    homes = Clusters(people.household, "households", is_alike=False)
    return (
        Target("T47", "residents of the nation", total, total * 0.999, total * 1.001, everybody, 0.0, "the tables"),
        _share("T48", "live in town", percent["urban_share"], 0.005, people.urban == 1, places),
        _target("T49", "members of a family household", mean, 0.01, (drawn_mean, spread), sizes.size, "households"),
        _target("T50", "households of one person", alone, 0.02, (drawn_alone, spread_alone), sizes.size, "households"),
        _share("T51", "aged 0 to 14", percent["share_0_14"], 0.005, age < 15, homes),
        _share("T52", "aged 65 or more", percent["share_65_plus"], 0.005, age >= 65, homes),
        _share("T53", "in a minority", percent["minority_share"], 0.01, people.group != Group.MAJORITY, homes),
        _income(people, float(spec.scalar("gini_official"))),
        _share("T55", "with college", college, 0.01, people.education == Education.COLLEGE, homes),
        _share("T56", "online", percent["internet_penetration"], 0.02, people.digital > 0, homes),
        _share("T58", "registered volunteers", volunteers, 0.03, (people.standing & Standing.VOLUNTEER) > 0, homes),
    )


PERCENTAGES: Final = ("urban_share", "share_0_14", "share_65_plus", "minority_share", "internet_penetration")
"""Figures of `scalars` that are percentages."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Who is drawn together: the number of each resident's cluster, what clusters are, and whether all in one agree."""

    number: AnyArray
    words: str
    is_alike: bool


def _target(
    number: str, name: str, wanted: float, tolerance: float, drawn: tuple[float, float], units: int, unit: str
) -> Target:
    """A figure with the same tolerance on either side; `drawn` is the value and its standard error."""
    low, high = wanted * (1 - tolerance), wanted * (1 + tolerance)
    return Target(number, name, wanted, low, high, *drawn, units=int(units), unit=unit)


def _share(number: str, name: str, wanted: float, tolerance: float, member: AnyArray, clusters: Clusters) -> Target:
    """A share of residents, with the error of a draw of whole clusters (linearised ratio)."""
    _, place = np.unique(clusters.number, return_inverse=True)
    held = np.bincount(place, weights=member.astype(np.float64))
    size = np.bincount(place)
    drawn = float(held.sum() / size.sum())
    seen = math.sqrt(float(np.square(held - drawn * size).sum())) / float(size.sum())
    least = _of_share(wanted, size.size if clusters.is_alike else int(size.sum()))
    return _target(number, name, wanted, tolerance, (drawn, max(seen, least)), size.size, clusters.words)


def _of_share(share: float, draws: int) -> float:
    """Standard error of a share of independent draws."""
    return math.sqrt(share * (1 - share) / draws) if draws else 0.0


def _income(people: Population, wanted: float) -> Target:
    """The Gini coefficient, with a tolerance that holds the published means as well as the published coefficient."""
    drawn = gini(people.income_yuan_year)
    noise = drawn / math.sqrt(people.people)
    return Target("T54", "Gini of income", wanted, 0.41, 0.49, drawn, noise, units=people.people)


def _neighbourhoods(people: Population) -> I64:
    return np.arange(people.people, dtype=np.int64) // NEIGHBOURHOOD


def family_sizes(people: Population) -> I64:
    """Members of each family household that is whole; the last of each district and of the town may be cut."""
    heads, sizes = np.unique(people.household, return_counts=True)
    ends = heads + sizes
    cut = (ends % DISTRICT == 0) | (ends == people.people)
    return sizes[(people.collective[heads] == 0) & ~cut].astype(np.int64)


def gini(income: AnyArray) -> float:
    """Gini coefficient, from whole numbers: order and grouping cannot change it."""
    values, counts = np.unique(income, return_counts=True)
    number = int(counts.sum())
    below = np.cumsum(counts) - counts
    weights = counts * (2 * below + counts - number)
    top = sum(value * weight for value, weight in zip(values.tolist(), weights.tolist(), strict=True))
    total = sum(value * count for value, count in zip(values.tolist(), counts.tolist(), strict=True))
    return top / (number * total) if total else 0.0
