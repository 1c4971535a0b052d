"""Ties are mutual, know absent residents as void, and stay inside what they say."""

from __future__ import annotations

import numpy as np
import pytest

from glasstown.society.build import build
from glasstown.society.spec import load_spec
from glasstown.society.ties import TIE_KINDS, employer_of, household_of, neighbours, reach, staff_of
from glasstown.vocab.codes import AGE_BANDS, Role, Sector, Standing, Work
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD, VOID


@pytest.fixture(scope="module")
def town():
    return build(load_spec(), seed=2, people=9_000)


def band(birth_day):
    return np.searchsorted([low for low, _ in AGE_BANDS], -birth_day // 365, side="right")


@pytest.mark.parametrize("kind", list(TIE_KINDS))
def test_each_end_finds_the_other(town, kind):
    tied = TIE_KINDS[kind]
    for resident in [*range(300), *range(4_000, 4_200), *range(8_900, 9_000)]:
        for other in tied(town, resident):
            assert other != resident
            assert 0 <= other < town.people
            assert resident in tied(town, other)


@pytest.mark.parametrize("name", ["lookalike", "namesake", "kin", "colleague", "friend"])
def test_every_pairing_is_an_involution(town, name):
    residents = np.arange(town.people)
    district = residents // DISTRICT * DISTRICT
    for partners in getattr(town, name):
        present = partners != VOID
        other = (district + partners)[present]
        assert np.array_equal((district[other] + partners[other]), residents[present])
        assert not np.any(other == residents[present])


def test_lookalikes_share_sex_age_band_and_group(town):
    residents = np.arange(town.people)
    for partners in town.lookalike:
        one = residents[partners != VOID]
        other = (one // DISTRICT * DISTRICT) + partners[one]
        for column in (town.sex, band(town.birth_day), town.group):
            assert np.array_equal(column[one], column[other])


def test_namesakes_share_a_class_of_names(town):
    residents = np.arange(town.people)
    for partners in town.namesake:
        one = residents[partners != VOID]
        assert np.array_equal(town.name_class[one], town.name_class[one // DISTRICT * DISTRICT + partners[one]])


def test_most_people_have_lookalikes_and_they_differ(town):
    whole = town.lookalike[:, :8192]
    assert np.mean(whole == VOID) < 0.05
    assert np.mean(town.namesake[:, :8192] == VOID) < 0.15
    assert np.mean(whole[0] == whole[1]) < 0.1


def ends(town, name):
    """Both ends of every tie of a kind, each tie from each of its ends."""
    residents = np.arange(town.people)
    pairs = [(residents[row != VOID], row[row != VOID]) for row in getattr(town, name)]
    one = np.concatenate([first for first, _ in pairs])
    return one, one // DISTRICT * DISTRICT + np.concatenate([other for _, other in pairs])


@pytest.mark.parametrize("name", ["kin", "colleague", "friend"])
def test_ties_lead_out_of_the_household(town, name):
    one, other = ends(town, name)
    assert one.size
    assert not np.any(town.household[one] == town.household[other])


def test_kin_are_parents_and_grown_up_children(town):
    one, other = ends(town, "kin")
    age = -town.birth_day // 365
    young, old = np.minimum(age[one], age[other]), np.maximum(age[one], age[other])
    assert young.min() >= 18
    assert (old - young).min() >= 18
    assert np.array_equal(town.group[one], town.group[other])
    parents = [np.unique(other[(one == child) & (age[other] > age[child])]).size for child in range(500)]
    assert max(parents) == 1


def test_an_elder_elsewhere_is_mostly_found_and_nobody_else_has_one(town):
    one, other = ends(town, "kin")
    age = -town.birth_day // 365
    upwards = (age[other] > age[one]) & (age[other] >= 60)
    found = np.zeros(town.people, dtype=bool)
    found[one[upwards]] = True
    has_elder = (town.standing & Standing.HAS_ELDER) > 0
    assert not np.any(found & ~has_elder)
    at_home = np.zeros(town.people, dtype=bool)
    for resident in np.flatnonzero(has_elder[:8192]):
        at_home[resident] = any(age[mate] >= max(60, age[resident] + 18) for mate in household_of(town, resident))
    seeking = has_elder[:8192] & ~at_home[:8192]
    assert found[:8192][seeking].mean() > 0.8


def test_colleagues_share_a_workplace(town):
    one, other = ends(town, "colleague")
    assert set(town.work[one].tolist()) == {int(Work.EMPLOYED)}
    assert np.array_equal(town.sector[one], town.sector[other])
    private = town.sector[one] == Sector.PRIVATE
    boss = np.where(town.employer == VOID, np.arange(town.people) % DISTRICT, town.employer)
    whole = (one < 8192) & (other < 8192)
    assert np.array_equal(boss[one[private & whole]], boss[other[private & whole]])


def test_private_staff_works_for_an_employer_of_the_district(town):
    staff = np.flatnonzero(town.employer != VOID)
    for resident in staff[::20].tolist():
        boss = employer_of(town, resident)
        assert boss is not None
        assert town.standing[boss] & Standing.EMPLOYER
        assert resident in staff_of(town, boss)
    assert set(town.sector[staff].tolist()) == {int(Sector.PRIVATE)}
    assert int(Role.ENTREPRENEUR) not in town.role[staff].tolist()
    private = (town.work == Work.EMPLOYED) & (town.sector == Sector.PRIVATE) & (town.role != Role.ENTREPRENEUR)
    assert np.all(town.employer[:8192][private[:8192]] != VOID)
    assert np.all(town.employer[~private] == VOID)


def test_sizes_of_firms_follow_the_published_split(town):
    sizes = np.unique(staff_numbers(town), return_counts=True)[1]
    assert np.median(sizes) < 10
    assert 6 < sizes.mean() < 16
    assert sizes.max() > 50


def staff_numbers(town):
    """Number of the employer of each of the private staff of the whole districts."""
    slots = town.employer[:8192].astype(np.int64)
    return (np.arange(8192) // DISTRICT * DISTRICT + slots)[slots != VOID]


@pytest.fixture(scope="module")
def crowd():
    return build(load_spec(), seed=3, people=60_000)


def test_friends_are_as_many_and_as_alike_as_the_figures_say(crowd):
    one, other = ends(crowd, "friend")
    age = -crowd.birth_day // 365
    stage = np.searchsorted([6, 18, 40, 60], age, side="right")
    assert np.array_equal(stage[one], stage[other])
    degree = np.bincount(one, minlength=crowd.people)[: crowd.people // DISTRICT * DISTRICT]
    grown = age[: degree.size] >= 6
    assert not degree[~grown].any()
    assert abs(degree[grown].mean() - 5) < 0.15
    assert 2 < degree[grown].std() < 2.6
    rank = crowd.income_rank.astype(float)
    assert abs(np.corrcoef(rank[one], rank[other])[0, 1] - 0.25) < 0.04
    for group in range(3):
        share = np.mean(crowd.group == group)
        own = np.mean(crowd.group[other[crowd.group[one] == group]] == group)
        assert abs((own - share) / (1 - share) - 0.6) < 0.06


def test_degrees_of_kin_and_colleagues(crowd):
    whole = crowd.people // DISTRICT * DISTRICT
    kin = (crowd.kin[:, :whole] != VOID).sum(axis=0)
    assert 0.5 < kin.mean() < 1
    assert kin.max() <= 4
    tied = (crowd.colleague[:, :whole] != VOID).sum(axis=0)
    large = tied[(crowd.work[:whole] == Work.EMPLOYED) & (crowd.sector[:whole] == Sector.PUBLIC)]
    assert large.mean() > 7


def test_a_household_is_one_stretch_of_numbers_in_one_district(town):
    starts = np.flatnonzero(town.household == np.arange(town.people))
    assert np.array_equal(np.sort(town.household), town.household)
    for start in starts[::50]:
        members = household_of(town, int(start))
        assert members.start == start
        assert members.start // DISTRICT == (members.stop - 1) // DISTRICT
        assert len(members) <= 10
        assert len({int(town.urban[m]) for m in members}) == 1


def test_neighbours_live_within_four_slots_of_the_ring(town):
    for resident in range(2_000):
        for other in neighbours(town, resident):
            gap = abs(other - resident)
            assert other // NEIGHBOURHOOD == resident // NEIGHBOURHOOD
            assert min(gap, NEIGHBOURHOOD - gap) <= 4
            assert town.household[other] != town.household[resident]


def test_reach_grows_by_ties_alone(town):
    assert reach(town, [7], ["household"], 0) == {7}
    assert reach(town, [7], ["household"], 5) == set(household_of(town, 7))
    near, far = reach(town, [7], TIE_KINDS, 1), reach(town, [7], TIE_KINDS, 3)
    assert near < far
    assert all(one // DISTRICT == 0 for one in far)
    assert reach(town, [7], ["neighbours"], 500) <= set(range(NEIGHBOURHOOD))
