"""Meters: how far a reading may lie from the quantity, of whom nothing is read, and that nothing else changes."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from engine.lives import Lived, edited, live, request, scheme_of, society
from glasstown.behaviours.acts.quantities import BY_FIFTH
from glasstown.simulate.settings import settings_of
from glasstown.vocab.gauges import GAUGE_CODES, GAUGE_IDS
from scheme.dense_meters import METERS

TOWN = {"people": 1_000, "days": 95, "step_days": 7}
ARCADE, BANK, PURSE = range(3)
"""Meters by name: of games, savings, and what is spent by phone."""


@cache
def lived(text: str = METERS) -> Lived:
    """A quarter of one town."""
    return live(scheme_of(text), **TOWN)


def last(world: Lived, meter: int):
    """(read, truly) of everybody whom a quantity is about and the scheme scores, when it was last read."""
    (town,) = world.districts
    about = town.readings.truly[meter] > 0
    return town.readings.read[meter][about].astype(np.int64), town.readings.truly[meter][about].astype(np.int64)


def with_meter(name: str, *changes: tuple[str, str]) -> str:
    """The dense text with keys of one meter put otherwise."""
    head, tail = METERS.split(f'[[meter]]\nid = "{name}"', 1)
    table, rest = tail.split("\n\n", 1)
    return f'{head}[[meter]]\nid = "{name}"{edited(table, *changes)}\n\n{rest}'


def test_a_reading_is_a_share_of_the_quantity_and_off_by_no_more_than_the_error():
    """Nine tenths, off by up to two fifths: from 0.54 to 1.26 of what there is, and as often above as below 0.9."""
    read, truly = last(lived(), BANK)
    ratio = read[read >= 0] / truly[read >= 0]
    assert 0.54 - 1e-3 < ratio.min() < 0.57
    assert 1.23 < ratio.max() < 1.26 + 1e-3
    assert abs(ratio.mean() - 0.9) < 0.02
    exact = last(lived(), PURSE)
    assert (exact[0][exact[0] >= 0] == exact[1][exact[0] >= 0] // 2).mean() > 0.99


def test_of_a_share_of_residents_nothing_is_read_and_they_stay_the_same():
    read, _ = last(lived(), BANK)
    assert abs((read < 0).mean() - 0.3) < 0.04
    more, _ = last(lived(with_meter("bank", ("missing = 0.3", "missing = 0.5"))), BANK)
    assert ((read < 0) <= (more < 0)).all()
    assert (more[more >= 0] == read[more >= 0]).all(), "readings of the others stay"


def test_a_meter_leaves_the_others_and_the_quantities_alone():
    other = lived(with_meter("bank", ("share = 0.9", "share = 0.2"), ("error = 0.4", "error = 0")))
    for meter in (ARCADE, PURSE):
        assert (last(other, meter)[0] == last(lived(), meter)[0]).all()
    assert (last(other, BANK)[1] == last(lived(), BANK)[1]).all()
    bare = live(None, **TOWN).table("gauges")
    with_it = lived().table("gauges")
    assert (bare["milli"] == with_it["milli"]).mean() > 0.97, "lives differ a little, since the scheme has consequences"


def test_nobody_else_is_read():
    (town,) = lived().districts
    others = town.subject == 0
    assert others.any()
    assert (town.readings.read[:, others] == -1).all()
    assert not town.readings.truly[:, others].any()


def test_savings_stand_and_purchases_do_not():
    rows = live(None, people=300, days=95, step_days=7).table("gauges")
    for gauge, same in (("savings", 0.9), ("wallet-spend", 0.0)):
        mine = rows.filter(rows["act"] == GAUGE_CODES[gauge]).sort("resident", "day")
        months = mine.group_by("resident", maintain_order=True).agg("milli")["milli"].to_list()
        kept = np.mean([a == b for month in months for a, b in pairwise(month)])
        assert kept > same if same else kept < 0.01


def test_who_is_poorer_saves_less():
    (town,) = lived().districts
    truly = town.readings.truly[BANK].astype(np.float64)
    by_fifth = [truly[(town.fifth == fifth) & (town.subject == 1)].mean() for fifth in range(5)]
    assert by_fifth == sorted(by_fifth)
    assert by_fifth[4] > 4 * by_fifth[0]


def test_factors_by_fifth_leave_the_mean_as_it_is():
    for factors in BY_FIFTH.values():
        assert sum(one.value for one in factors) == len(factors)


def test_gauges_stand_in_the_order_of_their_numbers():
    gauges = settings_of(request(None), None, society()).gauges
    assert gauges.act.tolist() == [GAUGE_CODES[name] for name in GAUGE_IDS] == sorted(GAUGE_CODES.values())


def test_a_score_by_perfect_meters_is_the_true_one():
    """Records and readings of the first score are as they are; by a meter of the whole only records can be untrue."""
    perfect = re.sub(r"^(?:share|error|missing) = .*\n", "", METERS, flags=re.MULTILINE)
    perfect = re.sub(r"^(false_per_year|wrong_person) = .*", r"\1 = 0", perfect, flags=re.MULTILINE)
    rows = lived(perfect).table("refreshes")
    assert rows.height > 1_000
    assert (rows["score_milli"] == rows["true_milli"]).all()
    rows = lived().table("refreshes")
    assert (rows["score_milli"] == rows["true_milli"]).mean() < 0.5


@pytest.mark.parametrize("gauge", ["savings", "wallet-spend", "nights-away"])
def test_the_mean_is_the_assumed_one(gauge):
    """Within a fifth: need and lack of work lower some, and luck is an exponential."""
    rows = live(None, people=4_000, days=30, step_days=30).table("gauges")
    mean = rows.filter(rows["act"] == GAUGE_CODES[gauge])["milli"].mean() / 1000
    wanted = {"savings": 30_000, "wallet-spend": 18_000 * 30 / 365, "nights-away": 10 * 30 / 365}[gauge]
    assert abs(mean / wanted - 1) < 0.2
