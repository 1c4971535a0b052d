"""Weights of household kinds that reproduce the census: an offline fit with an exact, repeatable result.

The unknowns are how many households there are of each (kind, band of the anchor's age). The targets are
the census counts by age and sex, household sizes, generations, how people of 60 and more live, and
collective households. Starting from a plausible society, every weight is multiplied again and again by
the average shortfall of the cells it feeds (the Richardson-Lucy iteration, which is the EM step for a
Poisson likelihood): it never leaves the positive numbers and comes as close as the kinds allow.

The result is committed as `households_fitted.csv` with mark `derived`; a test derives it again. Sums
are in `decimal`, so the integers are the same on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal, localcontext
from typing import Final

from glasstown.society.ages import ANCHOR_ONE, OLD, ONE, Chains, anchor_ages, band_of
from glasstown.society.frame import BANDS, KINDS, HouseholdKind, Place
from glasstown.society.members import Member, Sons, chance_of_man, members_of

DIGITS: Final = 30
"""Decimal digits of the sums."""

ROUNDS: Final = 1000
"""Iterations; after them every target is met within 1e-4 of its value."""

WEIGHT_ONE: Final = 1 << 32
"""What the fitted weights add up to."""

LEAST_SHARE: Final = Decimal("0.00002")
"""Share of households below which a (kind, band) is dropped: some 10,500 households of the nation."""

Cell = tuple[str, int, int]
"""A target: its table and two numbers within it."""

Living = Mapping[str, Decimal]
"""Shares of people of 60 and more by how they live."""

LIVING: Final = ("spouse", "spouse-and-children", "children", "alone", "institution", "other")
"""Ways of living of people of 60 and more, in the order of their numbers."""

Unknown = tuple[HouseholdKind, int]


def way_of_living(kind: HouseholdKind, place: Place) -> int:
    """How a person of 60 or more lives, by kind of household and place in it (number in `LIVING`)."""
    if kind.collective:
        return 4
    if kind.size == 1:
        return 3
    if place in (Place.ELDER, Place.ELDER_SPOUSE):
        return 1 if Place.ELDER_SPOUSE in kind.members else 2
    if place in (Place.ANCHOR_MAN, Place.ANCHOR_WOMAN, Place.SPOUSE):
        couple = Place.SPOUSE in kind.members
        if any(child in kind.members for child in (Place.CHILD, Place.LATE_CHILD)):
            return 1 if couple else 2
        return 0 if couple else 5
    return 5


def unknowns() -> tuple[Unknown, ...]:
    """Every (kind, band of the anchor) in the order of the committed table."""
    return tuple((kind, band) for kind in KINDS for band in kind.bands)


def column(kind: HouseholdKind, band: int, chains: Chains, sons: Sons) -> dict[Cell, Decimal]:
    """What one household of a (kind, band) adds to each target."""
    cells: dict[Cell, Decimal] = defaultdict(Decimal)
    for anchor, share in anchor_ages(band).items():
        for member in members_of(kind, anchor, chains):
            _add_member(cells, kind, member, share, sons)
    if kind.collective:
        cells["collective", 0, 0] = Decimal(kind.size)
        if band_of(24) >= band:
            cells["collective", 1, 0] = Decimal(kind.size)
        elif band_of(44) >= band:
            cells["collective", 2, 0] = Decimal(kind.size)
    else:
        cells["size", kind.size, 0] = Decimal(1)
        cells["generations", kind.generations, 0] = Decimal(1)
    return dict(cells)


def _add_member(cells: dict[Cell, Decimal], kind: HouseholdKind, member: Member, share: int, sons: Sons) -> None:
    for age, count in member.ages.items():
        people = Decimal(share * count) / Decimal(ANCHOR_ONE * ONE)
        man = chance_of_man(member.rule, age, sons)
        men = people * man.numerator / man.denominator
        for sex, number in ((0, men), (1, people - men)):
            if number:
                cells["age-sex", band_of(age), sex] += number
        if age >= OLD:
            cells["living", way_of_living(kind, member.place), 0] += people


def start_weight(kind: HouseholdKind, band: int) -> Decimal:
    """Relative frequency of an anchor's band in a kind before the fit: a squared triangle."""
    low, high = BANDS[band]
    middle = Decimal(low + 2 if band < len(BANDS) - 1 else high - 11)
    if middle <= kind.usual:
        height = (middle - kind.youngest + 5) / (kind.usual - kind.youngest + 5)
    else:
        height = (kind.oldest + 5 - middle) / (kind.oldest + 5 - kind.usual)
    return max(height, Decimal("0.02")) ** 2


def starting_point(shares: Mapping[str, Decimal], family_households: Decimal) -> list[Decimal]:
    """Weights before the fit, in households per resident: `shares` are per thousand family households."""
    weights: list[Decimal] = []
    for kind in KINDS:
        heights = [start_weight(kind, band) for band in kind.bands]
        total = sum(heights, Decimal(0))
        weights.extend(height / total * shares[kind.name] / 1000 * family_households for height in heights)
    return weights


def fit_households(
    targets: Mapping[Cell, Decimal],
    shares: Mapping[str, Decimal],
    chains: Chains,
    sons: Sons,
    rounds: int = ROUNDS,
) -> tuple[tuple[Unknown, int], ...]:
    """Fit the weights and round them to integers that add up to 2**32; dropped ones are left out.

    Args:
        targets: wanted value of each cell per resident.
        shares: households of each kind per thousand family households, where the fit starts.
        chains: ages of members given the anchor's.
        sons: share of sons among children at home, by age.
        rounds: iterations.
    """
    with localcontext(Context(prec=DIGITS)):
        names = unknowns()
        columns = [column(kind, band, chains, sons) for kind, band in names]
        family = sum((value for cell, value in targets.items() if cell[0] == "size"), Decimal(0))
        weights = starting_point(shares, family)
        weights = iterate(columns, weights, targets, rounds // 2)
        least = sum(weights, Decimal(0)) * LEAST_SHARE
        kept = [i for i, weight in enumerate(weights) if weight >= least]
        weights = iterate([columns[i] for i in kept], [weights[i] for i in kept], targets, rounds - rounds // 2)
        return tuple(round_weights([names[i] for i in kept], weights))


def iterate(
    columns: Sequence[Mapping[Cell, Decimal]],
    weights: Sequence[Decimal],
    targets: Mapping[Cell, Decimal],
    rounds: int,
) -> list[Decimal]:
    """Multiply each weight by the mean of wanted over present of the cells it feeds, again and again."""
    cells = [cell for cell in targets if targets[cell] > 0]
    number = {cell: i for i, cell in enumerate(cells)}
    rows = [[(number[cell], part) for cell, part in entries.items() if cell in number] for entries in columns]
    wanted = [targets[cell] for cell in cells]
    feed = [sum((part for _, part in row), Decimal(0)) for row in rows]
    current = list(weights)
    for _ in range(rounds):
        present = [Decimal(0)] * len(cells)
        for weight, row in zip(current, rows, strict=True):
            for i, part in row:
                present[i] += weight * part
        ratio = [want / have for want, have in zip(wanted, present, strict=True)]
        current = [
            weight * sum((ratio[i] * part for i, part in row), Decimal(0)) / total
            for weight, row, total in zip(current, rows, feed, strict=True)
        ]
    return current


def round_weights(names: Sequence[Unknown], weights: Sequence[Decimal]) -> list[tuple[Unknown, int]]:
    """Scale to 2**32, round down, and give what is left to the largest remainders."""
    total = sum(weights, Decimal(0))
    exact = [weight * WEIGHT_ONE / total for weight in weights]
    whole = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for i in order[: WEIGHT_ONE - sum(whole)]:
        whole[i] += 1
    return list(zip(names, whole, strict=True))
