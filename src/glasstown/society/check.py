"""Does a drawn town look like the society it is drawn from? Drawn value, target, tolerance and noise.

A target holds when the drawn value lies inside its tolerance plus three standard errors of the draw;
both are shown. Standard errors count households (for town or country: neighbourhoods) as the unit that
is drawn, because those who live together are alike.
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
    """

    id: str
    name: str
    wanted: float
    low: float
    high: float
    drawn: float | None
    noise: float
    basis: str = "residents drawn"

    @property
    def holds(self) -> bool:
        """Whether the drawn value lies inside the tolerance widened by three standard errors."""
        room = SIGMAS * self.noise
        return self.drawn is not None and self.low - room <= self.drawn <= self.high + room


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
    spread_alone = math.sqrt(drawn_alone * (1 - drawn_alone) / sizes.size) if sizes.size else 0.0
    gini_low, gini_high = 0.41, 0.49
    income = gini(people.income_yuan_year)
    percent = {name: float(spec.scalar(name)) / 100 for name in PERCENTAGES}
    college = float(spec.scalar("college_plus")) / 100_000
    everybody = float(living["persons_in_family_households",] + living["persons_in_collective_households",])
    total = float(spec.scalar("total_incl_servicemen"))
    volunteers = float(spec.scalar("registered_volunteers")) / 100
    return (
        Target("T47", "residents of the nation", total, total * 0.999, total * 1.001, everybody, 0.0, "the tables"),
        _share("T48", "live in town", percent["urban_share"], 0.005, people.urban == 1, _neighbourhoods(people)),
        _target("T49", "members of a family household", mean, 0.01, drawn_mean, spread),
        _target("T50", "households of one person", alone, 0.02, drawn_alone, spread_alone),
        _share("T51", "aged 0 to 14", percent["share_0_14"], 0.005, age < 15, people.household),
        _share("T52", "aged 65 or more", percent["share_65_plus"], 0.005, age >= 65, people.household),
        _share(
            "T53", "in a minority", percent["minority_share"], 0.01, people.group != Group.MAJORITY, people.household
        ),
        Target(
            "T54",
            "Gini of income",
            float(spec.scalar("gini_official")),
            gini_low,
            gini_high,
            income,
            income / math.sqrt(people.people),
        ),
        _share("T55", "with college", college, 0.01, people.education == Education.COLLEGE, people.household),
        _share("T56", "online", percent["internet_penetration"], 0.02, people.digital > 0, people.household),
        _share(
            "T58",
            "registered volunteers",
            volunteers,
            0.03,
            (people.standing & Standing.VOLUNTEER) > 0,
            people.household,
        ),
    )


PERCENTAGES: Final = ("urban_share", "share_0_14", "share_65_plus", "minority_share", "internet_penetration")
"""Figures of `scalars` that are percentages."""


def _target(number: str, name: str, wanted: float, tolerance: float, drawn: float, error: float) -> Target:
    return Target(number, name, wanted, wanted * (1 - tolerance), wanted * (1 + tolerance), drawn, error)


def _share(number: str, name: str, wanted: float, tolerance: float, member: AnyArray, cluster: AnyArray) -> Target:
    """A share of residents, with the error of a draw of whole clusters (linearised ratio)."""
    _, place = np.unique(cluster, return_inverse=True)
    held = np.bincount(place, weights=member.astype(np.float64))
    size = np.bincount(place)
    drawn = float(held.sum() / size.sum())
    error = math.sqrt(float(np.square(held - drawn * size).sum())) / float(size.sum())
    return _target(number, name, wanted, tolerance, drawn, error)


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
