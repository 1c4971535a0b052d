"""Drawn towns look like the published society, and the tables they are drawn from match it exactly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from glasstown.society.ages import band_of
from glasstown.society.build import build
from glasstown.society.check import check, gini
from glasstown.society.counts import people_shares
from glasstown.society.shares import cell_shares, group_shares, standing_shares
from glasstown.society.spec import load_spec
from glasstown.society.tables import people_tables
from glasstown.society.targets import census_shares
from glasstown.society.traits import trait_distribution
from glasstown.vocab.codes import AGE_BANDS, Role, Sector, Standing, Work


@pytest.fixture(scope="module")
def spec():
    return load_spec()


@pytest.fixture(scope="module")
def town(spec):
    return build(spec, seed=1, people=200_000)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_town_of_a_hundred_thousand_meets_every_target(spec, seed):
    rows = check(build(spec, seed=seed, people=100_000), spec)
    assert [row.id for row in rows] == [f"T{number}" for number in (*range(47, 57), 58)]
    assert [(row.id, row.drawn, row.low, row.high, row.noise) for row in rows if not row.holds] == []


@pytest.mark.nightly
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_town_of_a_million_meets_every_target(spec, seed):
    assert [row for row in check(build(spec, seed=seed, people=1_000_000), spec) if not row.holds] == []


def test_as_many_people_live_in_collective_households_as_were_counted(spec):
    town = build(spec, seed=4, people=400_000)
    living = spec.values("households_living")
    everybody = living["persons_in_family_households",] + living["persons_in_collective_households",]
    share = float(living["persons_in_collective_households",] / everybody)
    assert abs(town.collective.mean() - share) < 0.03 * share
    heads = np.flatnonzero(town.household == np.arange(town.people))
    number = float(living["collective_households",] / (living["family_households",] + living["collective_households",]))
    assert abs(town.collective[heads].mean() - number) < 0.03 * number
    age = -town.birth_day // 365
    inside = age[town.collective == 1]
    assert inside.min() >= 15
    for row, low, high in (("collective_15_24", 15, 24), ("collective_25_44", 25, 44)):
        assert abs(np.mean((inside >= low) & (inside <= high)) - float(spec.scalar(row)) / 100) < 0.08
    old = age >= 60
    assert abs(town.collective[old].mean() - float(living["age60plus_institution",]) / 100) < 0.005


def test_the_tables_give_the_census_by_age_and_sex(spec):
    drawn: dict[tuple[int, int], Fraction] = {}
    for (age, sex, _), share in people_shares(spec).everybody.items():
        drawn[band_of(age), sex] = drawn.get((band_of(age), sex), Fraction(0)) + share
    for key, wanted in census_shares(spec.values("age_sex")).items():
        assert abs(drawn[key] / wanted - 1) < Fraction(1, 1000), key


def test_cells_add_up_and_the_draw_follows_them(spec, town):
    shares = cell_shares(spec)
    assert sum(shares) == 1
    age = -town.birth_day // 365
    band = np.searchsorted([low for low, _ in AGE_BANDS], age, side="right") - 1
    counts = np.bincount((band * 2 + town.sex) * 2 + town.urban, minlength=len(shares)) / town.people
    for cell, share in enumerate(shares):
        # Households and neighbourhoods are drawn whole: three times the error of single residents, five fold.
        assert abs(counts[cell] - float(share)) < 15 * np.sqrt(float(share) / town.people), cell


@pytest.mark.parametrize("bit", list(Standing))
def test_standing_shares_are_those_of_the_draw(spec, town, bit):
    share = float(sum(standing_shares(spec)[bit]))
    drawn = float(np.mean((town.standing & bit) > 0))
    assert 0 < share < 1
    assert abs(drawn - share) < 6 * np.sqrt(share / town.people), (share, drawn)


def test_published_totals_come_out(spec, town):
    total = float(spec.scalar("total_incl_servicemen"))
    wanted = {
        "employed": (town.work == Work.EMPLOYED, "employed_total"),
        "on farms": ((town.work == Work.EMPLOYED) & (town.sector == Sector.FARM), "employed_primary"),
        "police": (town.role == Role.POLICE, "police"),
        "doctors": (town.role == Role.DOCTOR, "doctors"),
        "teachers": (town.role == Role.TEACHER, "teachers"),
        "lawyers": (town.role == Role.LAWYER, "lawyers"),
        "petitioners": (town.role == Role.PETITIONER, "petitioners"),
    }
    for name, (held, row) in wanted.items():
        share = float(spec.scalar(row)) / total
        assert abs(float(held.mean()) - share) < 0.01 * share + 5 * np.sqrt(share / town.people), name


def test_groups_are_as_large_as_said(spec, town):
    shares = group_shares(spec)
    assert sum(shares) == 1
    for group, share in enumerate(shares):
        assert abs(np.mean(town.group == group) - float(share)) < 12 * np.sqrt(float(share) / town.people)


def test_ranks_of_income_are_even_in_town_and_country(town):
    for urban in (0, 1):
        ranks = town.income_rank[town.urban == urban].astype(np.int64)
        tenths = np.bincount(ranks * 10 // 65536, minlength=10) / ranks.size
        assert np.abs(tenths - 0.1).max() < 0.01
    assert 0.41 < gini(town.income_yuan_year) < 0.49
    assert town.income_yuan_year.min() > 0


def test_fifths_of_income_are_those_of_the_nation_in_any_town(spec, town):
    """Means as published for 2020; the poorest live in the country; the size of the town changes nobody's fifth."""
    shares = np.bincount(town.income_fifth, minlength=5) / town.people
    assert np.abs(shares - 0.2).max() < 0.01
    poorest = [np.mean(town.income_fifth[town.urban == urban] == 0) for urban in (0, 1)]
    assert poorest[0] > 0.4
    assert poorest[1] < 0.1
    for fifth, published in enumerate((7_869, 16_443, 26_249, 41_172, 80_294)):
        assert abs(town.income_yuan_year[town.income_fifth == fifth].mean() / published - 1) < 0.12
    assert np.array_equal(build(spec, seed=1, people=300).income_fifth, town.income_fifth[:300])


def test_schooling_and_work_raise_income(town):
    means = [town.income_rank[town.education == level].mean() for level in range(1, 5)]
    assert means == sorted(means)
    # Only the household's first member counts, so a person's own work shows in part.
    assert town.income_rank[town.work == Work.EMPLOYED].mean() > town.income_rank[town.work == Work.OUT_OF_WORK].mean()


def test_traits_follow_their_exact_distribution(town):
    table = trait_distribution()
    assert sum(chance for _, chance in table) == 1
    mean = sum(value * chance for value, chance in table)
    variance = sum(value * value * chance for value, chance in table) - mean**2
    assert abs(mean) < Fraction(1, 100)
    assert abs(variance / 1024 - 1) < Fraction(1, 500)
    assert np.abs(np.corrcoef(town.traits)[np.triu_indices(3, 1)]).max() < 0.02
    for trait in town.traits:
        counts = np.bincount(trait.astype(np.int64) + 128, minlength=256) / town.people
        for value, chance in table:
            assert abs(counts[value + 128] - float(chance)) < 8 * np.sqrt(float(chance) / town.people) + 1e-5


def test_half_of_a_trait_is_the_household_s(town):
    second = np.flatnonzero(
        (town.household[1:] == town.household[:-1]) & (town.household[:-1] == np.arange(town.people - 1))
    )
    for trait in town.traits.astype(np.float64):
        assert abs(np.corrcoef(trait[second], trait[second + 1])[0, 1] - 0.5) < 0.02


def test_names_collide_as_said(spec, town):
    ends = np.concatenate([[0], people_tables(spec).names]) / 2.0**32
    counts = np.bincount(town.name_class, minlength=256) / town.people
    assert np.abs(counts - np.diff(ends)).max() < 0.003
    assert counts[0] > 10 * counts[255]


def test_provinces_and_towns_are_evenly_spread(spec, town):
    people = sum(province.population for province in spec.provinces)
    counts = np.bincount(town.province, minlength=len(spec.provinces)) / town.people
    for index, province in enumerate(spec.provinces):
        districts = town.people / 4096
        assert abs(counts[index] - province.population / people) < 2.4 / districts
