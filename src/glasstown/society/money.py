"""Income per head of the household: a rank among people in town or in the country, and yuan a year.

A latent value = a shift for schooling + a shift for work + luck (the sum of four even bytes) of the
household's first member. Its distribution over residents follows exactly from the other tables, so
ranks are even by construction. Yuan come from a curve through the published deciles, times what a
province earns against a nation of the same share of towns.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Final

from glasstown.society.counts import AREAS, people_shares
from glasstown.society.labour import FARM, PRIVATE, PUBLIC, Labour
from glasstown.society.schooling import Levels
from glasstown.society.spec import Spec
from glasstown.society.sums import LEVELS, WORK_STATES
from glasstown.society.traits import byte_sums

KNOTS: Final = 257
"""Points of the income curve: ranks 0, 256, 512 ... 65536."""

LUCK_RANGE: Final = 4 * 255
"""Largest luck of a household."""

PROVINCE_ONE: Final = 65_536
"""What province factors are counted in."""


def shifts(spec: Spec) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Shifts by level of schooling, by state of work, and the least value of the latent."""
    values = spec.values("income_shifts")
    levels = tuple(int(values[level,]) for level in LEVELS)
    states = tuple(int(values[state,]) for state in WORK_STATES)
    return levels, states, min(levels) + min(states)


def latent_tables(spec: Spec, levels: Levels, work: Labour) -> tuple[tuple[int, ...], ...]:
    """For rural and urban residents: share below each latent value, out of 2**32, and 2**32 at the end."""
    by_level, by_state, least = shifts(spec)
    heads = people_shares(spec).budget_heads
    luck = byte_sums(4)
    reach = max(by_level) + max(by_state) - least + LUCK_RANGE + 1
    tables: list[tuple[int, ...]] = []
    for urban in range(len(AREAS)):
        classes: dict[int, Fraction] = defaultdict(Fraction)
        for key, share in heads.items():
            if key[2] != urban or not share:
                continue
            idle, jobs = work.out_of_work[key], work.employed[key]
            for level, chance in enumerate(levels[key]):
                farm, private, public = (work.sector[urban, level][i] for i in (FARM, PRIVATE, PUBLIC))
                states = (1 - idle - jobs, idle, jobs * farm, jobs * private, jobs * public)
                for state, part in enumerate(states):
                    classes[by_level[level] + by_state[state] - least] += _cut(share * chance * part)
        tables.append(_cumulative(classes, luck, reach))
    return tuple(tables)


def _cut(value: Fraction) -> Fraction:
    """Keep 80 binary digits: sums of thousands of terms stay quick and far finer than the table."""
    return Fraction(round(value * (1 << 80)), 1 << 80)


def _cumulative(classes: dict[int, Fraction], luck: dict[int, int], reach: int) -> tuple[int, ...]:
    """Share of residents whose latent lies below 0, 1, 2 ... , out of 2**32."""
    whole = sum(classes.values(), Fraction(0))
    weight = {shift: round(part / whole * (1 << 64)) for shift, part in classes.items()}
    total = sum(weight.values()) * 256**4
    density = [0] * reach
    for shift, part in weight.items():
        for value, count in luck.items():
            density[shift + value] += part * count
    table = [0]
    for part in density:
        table.append(table[-1] + part)
    return tuple((value << 32) // total for value in table)


def income_curve(spec: Spec, area: str) -> tuple[int, ...]:
    """Yuan a year at `KNOTS` evenly spaced ranks, through the means of ten deciles.

    Within a decile the curve has two straight parts between the boundaries (geometric means of
    neighbouring decile means), bent so that the decile's mean holds; the last decile rises with the
    cube of the rank. The deciles are of households, so the whole is scaled to the published mean of people.
    """
    values = spec.values("income_deciles")
    with localcontext(Context(prec=30)):
        means = [values[area, str(decile)] for decile in range(1, 11)]
        level = spec.scalar(f"income_{area}_pc") * len(means) / sum(means, Decimal(0))
        means = [mean * level for mean in means]
        bounds = [means[0] / 4, *((low * high).sqrt() for low, high in pairwise(means))]
        curve: list[int] = []
        for i in range(KNOTS):
            place = Decimal(i) * 10 / (KNOTS - 1)
            decile = min(int(place), 9)
            within = place - decile
            low, mean = bounds[decile], means[decile]
            if decile == len(means) - 1:
                yuan = low + 4 * (mean - low) * within**3
            else:
                high = bounds[decile + 1]
                middle = min(max(2 * mean - (low + high) / 2, low), high)
                half = within * 2
                yuan = low + (middle - low) * half if half <= 1 else middle + (high - middle) * (half - 1)
            curve.append(int(yuan.to_integral_value()))
    return tuple(curve)


def province_factors(spec: Spec) -> tuple[int, ...]:
    """Income of each province against a nation of the same share of towns, in units of 1 / `PROVINCE_ONE`.

    Scaled so that residents earn the published means on the whole.
    """
    town, country = Fraction(spec.scalar("income_urban_pc")), Fraction(spec.scalar("income_rural_pc"))
    expected = [Fraction(p.urban_share) * town + (1 - Fraction(p.urban_share)) * country for p in spec.provinces]
    earned = sum((Fraction(p.income_yuan) * p.population for p in spec.provinces), Fraction(0))
    meant = sum((e * p.population for e, p in zip(expected, spec.provinces, strict=True)), Fraction(0))
    level = meant / earned
    return tuple(
        round(Fraction(p.income_yuan) / e * level * PROVINCE_ONE) for p, e in zip(spec.provinces, expected, strict=True)
    )
