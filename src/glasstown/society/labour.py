"""Work at day 0: who is employed, out of work or outside, in which sector, and in which public role."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Final

from glasstown.society.counts import AREAS, Rates, flat_cap, only, people_shares, profile, scaled
from glasstown.society.frame import ADULT
from glasstown.society.schooling import Levels
from glasstown.society.spec import Spec
from glasstown.society.sums import LEVELS
from glasstown.vocab.codes import Education, Role
from glasstown.vocab.errors import SocietyError

MOST_EMPLOYED: Final = Fraction(97, 100)
"""Largest employed share of any age and sex."""

ROUNDS: Final = 60
"""Iterations of the fit of sectors."""

PUBLIC_ROLES: Final = (Role.OFFICIAL, Role.POLICE, Role.DOCTOR, Role.TEACHER)
"""Roles of public staff with senior schooling or more, in the order of their thresholds."""

PRIVATE_ROLES: Final = (Role.LAWYER, Role.JOURNALIST, Role.ENTREPRENEUR)
"""Roles in the private sector; the first two ask for college."""

MOST_IN_ROLES: Final = Fraction(99, 100)
"""Largest share of a sector's staff in the roles above; the rest of the draw is left to petitioners."""

FARM, PRIVATE, PUBLIC = 0, 1, 2

SCHOOLED: Final = ("college_plus", "senior_secondary", "junior_secondary", "primary")
PUBLIC_FIGURES: Final = ("civil_servants", "public_institution_staff", "police", "doctors", "teachers", *SCHOOLED)
"""Single figures that decide how many of the public staff have a role."""

PRIVATE_FIGURES: Final = (
    *("lawyers", "journalists", "corporate_enterprises", "self_employed_units", "employed_total", "employed_urban"),
    *("employed_rural", "employed_primary", "civil_servants", "public_institution_staff", *SCHOOLED),
)
"""Single figures that decide how many of the private workers have a role."""


class RolesError(SocietyError):
    """The roles of a sector take more people than it has. `figures` are those of `scalars` that decide it."""

    def __init__(self, what: str, *, where: str, why: str, fix: str, figures: tuple[str, ...]) -> None:
        """Keep the figures beside the words."""
        super().__init__(what, where=where, why=why, fix=fix)
        self.figures = figures


@dataclass(frozen=True, slots=True)
class Labour:
    """Chances of work.

    Attributes:
        employed: by (age, sex, urban).
        out_of_work: by (age, sex, urban).
        sector: farm, private, public for each (urban, level of schooling) among those in the labour force.
        public_roles: for public staff of senior schooling or more, in the order of `PUBLIC_ROLES`.
        private_roles: in the order of `PRIVATE_ROLES`; without college only the last applies.
        petitioner: among all adults.
    """

    employed: Rates
    out_of_work: Rates
    sector: dict[tuple[int, int], tuple[Fraction, Fraction, Fraction]]
    public_roles: tuple[Fraction, ...]
    private_roles: tuple[Fraction, ...]
    petitioner: Fraction


def labour(spec: Spec, levels: Levels) -> Labour:
    """Chances of work that give the published totals."""
    people = people_shares(spec).everybody
    total = Fraction(spec.scalar("total_incl_servicemen"))
    employed: Rates = {}
    idle: Rates = {}
    shape, idle_rate = profile(spec, "employed"), profile(spec, "out_of_work")
    for urban, area in enumerate(AREAS):
        wanted = Fraction(spec.scalar(f"employed_{area}")) / total
        here = scaled(only(shape, urban), people, wanted, flat_cap(MOST_EMPLOYED))
        row = "unemployment_urban_survey" if urban else "unemployment_rural"
        rate = Fraction(spec.scalar(row)) / 100
        idle_shape = {key: idle_rate[key] / (1 - idle_rate[key]) * here[key] for key in here}
        room = {key: 1 - here[key] for key in here}
        idle.update(scaled(idle_shape, people, wanted * rate / (1 - rate), room))
        employed.update(here)
    workers = _workers(people, levels, employed)
    sector = _sectors(spec, workers, total)
    public_roles, private_roles = _roles(spec, workers, sector, total)
    petitioner = _petitioners(spec, people, total)
    return Labour(employed, idle, sector, public_roles, private_roles, petitioner)


def _workers(people: Rates, levels: Levels, employed: Rates) -> dict[tuple[int, int], Fraction]:
    workers: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for key, share in people.items():
        for level, chance in enumerate(levels[key]):
            workers[key[2], level] += share * employed[key] * chance
    return {key: _cut(value) for key, value in workers.items()}


def _cut(value: Fraction) -> Fraction:
    """Keep 64 binary digits: exact enough for a 32-bit table, and quick."""
    return Fraction(round(value * (1 << 64)), 1 << 64)


def _sectors(
    spec: Spec, workers: dict[tuple[int, int], Fraction], total: Fraction
) -> dict[tuple[int, int], tuple[Fraction, Fraction, Fraction]]:
    """Fit farm, private and public by (urban, level) to the national numbers of each."""
    farm = Fraction(spec.scalar("employed_primary")) / total
    public = Fraction(spec.scalar("civil_servants") + spec.scalar("public_institution_staff")) / total
    everybody = sum(workers.values(), Fraction(0))
    wanted = (farm, everybody - farm - public, public)
    start = spec.values("sectors")
    with localcontext(Context(prec=30)):
        goal = [Decimal(value.numerator) / Decimal(value.denominator) for value in wanted]
        size = {key: Decimal(value.numerator) / Decimal(value.denominator) for key, value in workers.items()}
        odds = {
            (urban, level): (
                start[area, "farm", name],
                100 - start[area, "farm", name] - start[area, "public", name],
                start[area, "public", name],
            )
            for urban, area in enumerate(AREAS)
            for level, name in enumerate(LEVELS)
        }
        factors = [Decimal(1)] * 3
        for _ in range(ROUNDS):
            present = [Decimal(0)] * 3
            for key, row in odds.items():
                weighed = [part * factor for part, factor in zip(row, factors, strict=True)]
                scale = size[key] / sum(weighed, Decimal(0))
                present = [have + part * scale for have, part in zip(present, weighed, strict=True)]
            factors = [f * want / have for f, want, have in zip(factors, goal, present, strict=True)]
        result: dict[tuple[int, int], tuple[Fraction, Fraction, Fraction]] = {}
        for key, row in odds.items():
            one, two, three = (Fraction(part * factor) for part, factor in zip(row, factors, strict=True))
            whole = one + two + three
            result[key] = (one / whole, two / whole, three / whole)
        return result


def _roles(
    spec: Spec,
    workers: dict[tuple[int, int], Fraction],
    sector: dict[tuple[int, int], tuple[Fraction, Fraction, Fraction]],
    total: Fraction,
) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    staff = sum((n * sector[key][PUBLIC] for key, n in workers.items() if key[1] >= Education.SENIOR), Fraction(0))
    private = sum((n * sector[key][PRIVATE] for key, n in workers.items()), Fraction(0))
    learned = sum((n * sector[key][PRIVATE] for key, n in workers.items() if key[1] == Education.COLLEGE), Fraction(0))
    civil = Fraction(spec.scalar("civil_servants")) - Fraction(spec.scalar("police"))
    people = (civil, *(Fraction(spec.scalar(name)) for name in ("police", "doctors", "teachers")))
    public_roles = tuple(number / total / staff for number in people)
    owners = Fraction(spec.scalar("corporate_enterprises") + spec.scalar("self_employed_units"))
    writers = tuple(Fraction(spec.scalar(name)) / total / learned for name in ("lawyers", "journalists"))
    private_roles = (*writers, owners / total / private)
    _refuse_crowded(sum(public_roles, Fraction(0)), sum(private_roles, Fraction(0)))
    return public_roles, private_roles


def _refuse_crowded(public: Fraction, private: Fraction) -> None:
    """Refuse roles that take more than the staff of their sector.

    Raises:
        RolesError: they do.
    """
    why = "each of them is drawn among those who work in that sector"
    if public > MOST_IN_ROLES:
        raise RolesError(
            f"officials, police, doctors and teachers take {float(public):.0%} of public staff with senior schooling",
            where="scalars.csv",
            why=why,
            fix="lower police, doctors or teachers, or raise public_institution_staff or college_plus",
            figures=PUBLIC_FIGURES,
        )
    if private > MOST_IN_ROLES:
        raise RolesError(
            f"lawyers, journalists and owners of firms come to {float(private):.0%} of private workers",
            where="scalars.csv",
            why=why,
            fix="lower lawyers, journalists or the number of firms, or raise college_plus or employed_total",
            figures=PRIVATE_FIGURES,
        )


def _petitioners(spec: Spec, people: Rates, total: Fraction) -> Fraction:
    """Chance per adult: the draw takes them from the end of the word where no other role lies."""
    adults = sum((share for key, share in people.items() if key[0] >= ADULT), Fraction(0))
    return Fraction(spec.scalar("petitioners")) / total / adults
