"""A town is the beginning of a larger one; seeds and replicates make other people; nothing identifies anybody."""

from __future__ import annotations

import numpy as np
import pytest

from glasstown.society.build import MOST_PEOPLE, build
from glasstown.society.population import COLUMNS
from glasstown.society.spec import load_spec
from glasstown.vocab.codes import Education, Group, Role, Sector, Standing, Work
from glasstown.vocab.errors import SocietyError
from glasstown.vocab.geography import VOID

TIES = ("lookalike", "namesake", "kin", "colleague", "friend", "employer")


@pytest.fixture(scope="module")
def spec():
    return load_spec()


@pytest.fixture(scope="module")
def large(spec):
    return build(spec, seed=5, people=20_000)


@pytest.mark.parametrize("people", [1, 64, 1_000, 4_096, 4_097, 5_000])
def test_a_town_is_the_beginning_of_a_larger_one(spec, large, people):
    town = build(spec, seed=5, people=people)
    for name in set(COLUMNS) - set(TIES):
        assert np.array_equal(getattr(town, name), getattr(large, name)[..., :people]), name
    district = np.arange(people) // 4096 * 4096
    for name in TIES:
        full = getattr(large, name)[..., :people]
        present = (full != VOID) & (full + district < people)
        assert np.array_equal(getattr(town, name), np.where(present, full, VOID)), name


@pytest.mark.parametrize("change", [{"seed": 6}, {"replicate": 1}])
def test_a_seed_or_a_replicate_makes_other_people(spec, large, change):
    other = build(spec, **{"seed": 5, "people": 20_000, **change})
    assert other.digest != large.digest
    # Where towns and provinces lie belongs to the number, not to the seed.
    assert np.array_equal(other.province, large.province)
    for name in ("birth_day", "sex", "education", "income_rank", "standing", "name_class"):
        assert np.mean(getattr(other, name) == getattr(large, name)) < 0.9, name


@pytest.mark.parametrize("people", [0, -5, MOST_PEOPLE + 1])
def test_a_size_that_cannot_be_built_is_refused_with_a_way_out(spec, people):
    with pytest.raises(SocietyError) as refused:
        build(spec, seed=1, people=people)
    assert refused.value.why
    assert "10,000,000" in refused.value.fix


def test_every_value_is_a_registered_number(spec, large):
    for name, codes in {"group": Group, "education": Education, "work": Work, "sector": Sector, "role": Role}.items():
        assert set(np.unique(getattr(large, name)).tolist()) <= {int(code) for code in codes}, name
    assert int(large.standing.max()) < 2 * max(Standing)
    assert int(large.province.max()) < len(spec.provinces)


def test_no_column_tells_residents_apart(large):
    """The commonest values of every column but the day of birth and the household's number are shared by many."""
    for name in set(COLUMNS) - {"birth_day", "household", *TIES}:
        _, counts = np.unique(getattr(large, name), return_counts=True)
        assert counts.max() >= 5, name
    assert "name" not in COLUMNS
    assert np.unique(large.name_class).size <= 256


def test_the_working_are_grown_up_and_those_without_work_have_no_sector(large):
    age = -large.birth_day // 365
    assert age[large.work != Work.OUTSIDE].min() >= 16
    assert set(large.sector[large.work == Work.OUTSIDE].tolist()) == {int(Sector.NONE)}
    assert Sector.NONE not in large.sector[large.work == Work.EMPLOYED]
    assert age[large.role != Role.NONE].min() >= 16
    assert age[(large.standing & Standing.DRIVER) > 0].min() >= 18
    assert set(large.sector[(large.standing & Standing.OFFICIAL) > 0].tolist()) == {int(Sector.PUBLIC)}


def test_standing_says_what_the_columns_say(large):
    assert np.array_equal((large.standing & Standing.ONLINE) > 0, large.digital > 0)
    assert np.array_equal((large.standing & Standing.REFERENCE) > 0, large.household == np.arange(large.people))
    assert np.array_equal((large.standing & Standing.ENTREPRENEUR) > 0, large.role == Role.ENTREPRENEUR)
    age = -large.birth_day // 365
    women = (large.sex == 1) & (age >= 20) & (age <= 44)
    assert np.array_equal((large.standing & Standing.WOMAN_20_44) > 0, women)
    assert age[(large.standing & Standing.REFERENCE) > 0].min() >= 18
    assert np.array_equal((large.standing & Standing.ONLINE_BUYER) > 0, (large.digital > 0) & (age >= 18))
    assert np.array_equal((large.standing & Standing.BLOOD_DONOR_AGE) > 0, (age >= 18) & (age <= 55))
    assert set(large.role[(large.standing & Standing.EMPLOYER) > 0].tolist()) == {int(Role.ENTREPRENEUR)}
    assert age[(large.standing & Standing.VOLUNTEER) > 0].min() >= 14


def test_a_parent_lives_with_somebody_under_age(large):
    age = -large.birth_day // 365
    parents = np.flatnonzero((large.standing & Standing.PARENT) > 0)
    whole = parents[large.household[parents] < 4096 * 4]
    minors = set(large.household[age < 18].tolist())
    last = [np.flatnonzero(large.household // 4096 == district)[-1] for district in range(4)]
    cut = {int(large.household[resident]) for resident in last}
    homes = {int(large.household[parent]) for parent in whole.tolist()} - cut
    assert homes <= minors
    assert age[parents].min() >= 18
