"""Firms and governments: a function of number and people, without names, the same in a small town and a large one."""

from __future__ import annotations

from functools import cache

import numpy as np

from glasstown.society.build import build
from glasstown.society.organisation_figures import FIRMS_PER_DISTRICT, SIZES
from glasstown.society.organisations import Organised, organise
from glasstown.society.population import Population
from glasstown.society.spec import load_spec
from glasstown.vocab.codes import Standing
from glasstown.vocab.columns import columns_of
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.organisations import FIRMS, GOVERNMENT, OrganisationFact, Size

SMALL, WHOLE = 600, DISTRICT


@cache
def town(people: int, seed: int) -> Population:
    return build(load_spec(), seed=seed, people=people)


def test_the_firms_of_a_small_town_are_those_of_a_larger_one():
    small, large = organise(town(people=SMALL, seed=1)), organise(town(people=WHOLE, seed=1))
    firms = np.flatnonzero(small.exists)
    assert firms.size > 20
    for name in ("size", "industry", "ownership", "founded_day", "representative"):
        assert (getattr(small, name)[firms] == getattr(large, name)[firms]).all(), name
    tied = ~int(OrganisationFact.CONNECTED | OrganisationFact.HAS_STAFF)
    assert (small.facts[firms].astype(int) & tied == large.facts[firms].astype(int) & tied).all(), (
        "ties to who is absent are void"
    )


def test_a_district_has_so_many_firms_and_one_government():
    mine = organise(town(people=WHOLE, seed=1))
    firms = int(mine.exists[:FIRMS].sum())
    assert abs(firms - float(FIRMS_PER_DISTRICT.value)) < 3 * (31 * 0.74 * 0.26) ** 0.5
    assert mine.exists[FIRMS] == 0
    assert mine.facts[GOVERNMENT] == OrganisationFact.GOVERNMENT


def test_who_runs_a_firm_is_an_employer_and_runs_one_or_two():
    people = town(people=WHOLE, seed=1)
    mine = organise(people)
    known = mine.representative[mine.representative != VOID]
    assert (people.standing[known] & int(Standing.EMPLOYER)).all()
    assert set(np.bincount(known)[np.unique(known)].tolist()) <= {1, 2}


def test_partners_deal_with_each_other_in_one_trade():
    mine = organise(town(people=WHOLE, seed=1))
    for column in (mine.partner, *mine.lookalike):
        for one in np.flatnonzero(column != VOID):
            assert column[column[one]] == one != column[one]
            assert mine.industry[column[one]] == mine.industry[one]


def test_sizes_fall_as_counted():
    counted = np.bincount(organise(town(people=WHOLE, seed=1)).size[:FIRMS], minlength=4)
    total = sum(figure.value for figure in SIZES.values())
    for size in (Size.MICRO, Size.SMALL):
        share = float(SIZES[size].value / total)
        assert abs(counted[size] / FIRMS - share) < 3 * (share * (1 - share) / FIRMS) ** 0.5


def test_nothing_of_an_organisation_is_a_name():
    names = {column.name for table in ("organisations", "organisation_panel") for column in columns_of(table)}
    assert names.isdisjoint({"name", "code", "title", "address", "licence", "phone"})
    assert set(Organised.__slots__).isdisjoint({"name", "code", "title"})
