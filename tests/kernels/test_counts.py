"""As many acts happen as the tables say, and none that they do not name.

Each act's count is a Poisson number. A count may lie 4.5 standard deviations off: that happens by
chance to fewer than one act in 100,000, and the luck of a test is fixed. Enough is drawn that a rate which
is one per cent wrong would show.
"""

from __future__ import annotations

import numpy as np
import pytest

from glasstown.vocab.acts import ACTS, FAMILIES
from kernels.drawing import crowd, drawn, plain_rates, rate_index, world_of
from scheme.dense import DENSE

DEVIATIONS = 4.5


def expected_of(act, index, step_days):
    if not act.leaf:
        return np.zeros(np.shape(index))
    reference = float(FAMILIES[act.family].rate_per_year) * step_days / 365 / 2 ** len(act.leaf)
    return reference * 2.0 ** ((np.asarray(index) - 1024) / 128) * (np.asarray(index) > 0)


@pytest.mark.compiled_only
@pytest.mark.parametrize("log_rate", [-300, 0, 77])
def test_every_act_happens_as_often_as_its_reference_says(log_rate):
    rates = plain_rates([log_rate] * len(ACTS))
    people, classes = crowd(4096, rates)
    classes.public[:] = 0
    found = [row for step in range(60) for row in drawn(rates, people, classes, step=step)]
    done = np.bincount([row[4] for row in found], minlength=256)
    assert done[len(ACTS) :].sum() == 0, "nothing void happens"
    for act in ACTS:
        expected = 4096 * 60 * float(expected_of(act, 1024 + log_rate, 31))
        assert abs(done[act.code] - expected) <= DEVIATIONS * expected**0.5, act.id
    total = sum(4096 * 60 * float(expected_of(act, 1024 + log_rate, 31)) for act in ACTS)
    assert abs(len(found) - total) <= DEVIATIONS * total**0.5
    days = np.bincount([row[1] for row in found], minlength=31)
    assert (abs(days - total / 31) <= DEVIATIONS * (total / 31) ** 0.5).all(), "acts fall on all days alike"


@pytest.mark.compiled_only
def test_acts_of_a_real_world_happen_at_the_rates_of_its_tables():
    rates = world_of(DENSE, step_days=30).rates
    people, classes = crowd(1000, rates)
    expected = np.zeros(len(ACTS))
    for act in ACTS:
        index = [rate_index(rates, people, classes, act.family, act.code, slot) for slot in range(1000)]
        has, lacks = rates.needs_assets[act.code], rates.needs_lack[act.code]
        may = (people.standing & rates.needs[act.code]) == rates.needs[act.code]
        may &= ((classes.assets & has) == has) & ((classes.assets & lacks) == 0)
        expected[act.code] = (expected_of(act, index, 30) * may).sum() * 400
    found = [row for step in range(400) for row in drawn(rates, people, classes, step=step, days=(0, 30, 4745))]
    done = np.bincount([row[4] for row in found], minlength=256)
    assert (abs(done[: len(ACTS)] - expected) <= DEVIATIONS * expected**0.5 + 1e-9).all()
    assert all(done[act.code] > 0 for act in ACTS if act.leaf), "every act was put to the test"


@pytest.mark.compiled_only
def test_a_short_step_draws_as_much_in_a_year():
    """Half of a family's events are lost if thresholds of short steps are too coarse."""
    counts = []
    for step_days, steps in ((1, 310), (31, 10)):
        rates = plain_rates([0] * len(ACTS), step_days=step_days)
        people, classes = crowd(4096, rates)
        classes.public[:] = 0
        counts.append(sum(len(drawn(rates, people, classes, step=s, days=(0, step_days, 4745))) for s in range(steps)))
    assert abs(counts[0] - counts[1]) <= DEVIATIONS * sum(counts) ** 0.5
