"""Ties are mutual, know absent residents as void, and stay inside what they say."""

from __future__ import annotations

import numpy as np
import pytest

from glasstown.society.build import build
from glasstown.society.spec import load_spec
from glasstown.society.ties import TIE_KINDS, household_of, neighbours, reach
from glasstown.vocab.codes import AGE_BANDS
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


@pytest.mark.parametrize("name", ["lookalike", "namesake"])
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
