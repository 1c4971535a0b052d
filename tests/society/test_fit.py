"""The committed weights of households are those that the fit gives, and they meet what they aim at."""

from __future__ import annotations

from decimal import Decimal

import pytest

from glasstown.society.ages import ANCHOR_ONE, Chains, anchor_ages, gap_entries, triangle
from glasstown.society.counts import fitted_weights
from glasstown.society.fit import column, fit_households
from glasstown.society.frame import BANDS, KINDS, Gap, Place
from glasstown.society.spec import load_spec
from glasstown.society.targets import fit_targets, sons_at_home


@pytest.fixture(scope="module")
def spec():
    return load_spec()


def targets(spec):
    tables = ("age_sex", "household_size", "households_living", "scalars")
    return fit_targets(*(spec.values(name) for name in tables))


def sons(spec):
    return sons_at_home(spec.values("age_sex"), spec.values("profiles"))


def test_the_committed_weights_meet_every_target(spec):
    chains = Chains(spec.gap_shapes())
    sums: dict = {}
    for (kind, band), weight in fitted_weights(spec).items():
        for cell, part in column(kind, band, chains, sons(spec)).items():
            sums[cell] = sums.get(cell, Decimal(0)) + weight * part
    people = sum(value for cell, value in sums.items() if cell[0] == "age-sex")
    for cell, wanted in targets(spec).items():
        assert abs(sums[cell] / people / wanted - 1) < Decimal("0.002"), cell


@pytest.mark.nightly
def test_the_fit_gives_the_committed_weights_again(spec):
    shares = {kind: value for (kind,), value in spec.values("household_kinds").items()}
    fitted = fit_households(targets(spec), shares, Chains(spec.gap_shapes()), sons(spec))
    assert dict(fitted) == fitted_weights(spec)


def test_nobody_is_born_after_the_first_day_and_parents_are_grown_up(spec):
    chains = Chains(spec.gap_shapes())
    for kind in KINDS:
        for band in kind.bands:
            for anchor in anchor_ages(band):
                for place, ages in zip(kind.members, chains.member_ages(kind, anchor), strict=True):
                    assert min(ages) >= 0
                    assert max(ages) <= 99
                    if place in {Place.CHILD, Place.LATE_CHILD, Place.NEXT_CHILD}:
                        assert anchor - max(ages) >= 18
                        assert anchor - min(ages) <= 45
                    if place == Place.ELDER:
                        assert min(ages) >= min(anchor + 18, 99)
                    if place == Place.SPOUSE:
                        assert abs(min(ages) - anchor) <= 8


@pytest.mark.parametrize("gap", list(Gap))
def test_a_gap_table_has_256_entries_around_the_usual_gap(spec, gap):
    least, usual, most = spec.gap_shapes()[gap]
    entries = triangle(least, usual, most)
    assert len(entries) == 256
    assert set(entries) == set(range(least, most + 1))
    assert max(set(entries), key=entries.count) == usual
    for band in range(len(BANDS)):
        assert len(gap_entries((least, usual, most), gap, band)) == 256


def test_anchors_fill_their_bands():
    for band in range(3, len(BANDS)):
        assert sum(anchor_ages(band).values()) == ANCHOR_ONE
        assert min(anchor_ages(band)) >= 18
