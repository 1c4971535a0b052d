"""Worlds share every act whose rate they share, and a higher rate never loses one.

The laws are tried on crowds of every kind: raising one act, adding one on a void leaf, other rooms, other blocks.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.kernels.jit import JIT_IS_ON
from glasstown.vocab.acts import ACTS
from kernels.drawing import LEAVES, crowd, drawn, plain_rates, void_leaf

few = settings(max_examples=settings.default.max_examples // (5 if JIT_IS_ON else 20))
"""Plain Python comes to the same bits, far more slowly: there every fourth crowd is enough."""
logs = st.lists(st.integers(-400, 300), min_size=len(ACTS), max_size=len(ACTS))


def lived(base, steps=3, size=60, leaves=LEAVES, **how):
    rates = plain_rates(base, leaves=leaves)
    people, classes = crowd(size, rates, seed=9)
    classes.public[:] = 0
    return [
        (step, *row) for step in range(steps) for row in drawn(rates, people, classes, step=step, leaves=leaves, **how)
    ]


@few
@given(logs, st.sampled_from(ACTS), st.integers(1, 400))
def test_a_higher_rate_never_loses_an_act_and_leaves_the_others(base, act, more):
    raised = list(base)
    raised[act.code] += more
    before, after = lived(base), lived(raised)
    assert set(before) <= set(after)
    assert [row for row in before if row[5] != act.code] == [row for row in after if row[5] != act.code]


@few
@given(logs, st.integers(-200, 200), st.sampled_from(["", "1", "0" * 9]), st.integers(0, 7))
def test_a_new_act_on_a_void_leaf_moves_nobody(base, rate, rest, family):
    before = lived(base)
    after = lived([*base, rate], leaves=(*LEAVES, (family, len(ACTS), void_leaf(family) + rest)))
    assert before == [row for row in after if row[5] != len(ACTS)]


@few
@given(logs, st.integers(1, 200), st.integers(1, 150))
def test_blocks_and_rooms_change_nothing(base, block, room):
    assert lived(base) == lived(base, block=block, room=room)


def test_a_buffer_that_is_just_full_is_drawn_again():
    """A call that says "full" must never have dropped a row in silence, whatever the size."""
    base = [150] * len(ACTS)
    complete = lived(base, steps=1, size=20)
    assert len(complete) > 20
    for room in range(1, len(complete) + 30):
        assert lived(base, steps=1, size=20, room=room) == complete


def test_the_first_resident_of_a_crowd_is_an_address():
    """A resident's acts do not depend on who else is drawn with them."""
    base = [100] * len(ACTS)
    rates = plain_rates(base)
    people, classes = crowd(100, rates)
    classes.public[:] = 0
    whole = drawn(rates, people, classes, first=1000)
    rest = type(people)(*(column[..., 60:].copy() for column in people))
    moved = drawn(rates, rest, type(classes)(*(column[60:].copy() for column in classes)), first=1060)
    assert [row for row in whole if row[0] >= 60] == [(row[0] + 60, *row[1:]) for row in moved]


@pytest.mark.parametrize(("first", "length", "horizon"), [(0, 7, 5), (700, 30, 701), (4740, 31, 4745)])
def test_a_short_last_step_voids_the_acts_past_the_end(first, length, horizon):
    base = [150] * len(ACTS)
    whole = lived(base, days=(first, length, 9999))
    assert lived(base, days=(first, length, horizon)) == [row for row in whole if row[2] < horizon]
    assert {row[2] for row in whole} == set(range(first, first + length))


def test_who_lacks_a_standing_does_nothing_that_needs_it():
    rates = plain_rates([200] * len(ACTS))
    rates.needs[5] = 16 | 2
    people, classes = crowd(300, rates)
    classes.public[:] = 0
    able = {slot for slot in range(300) if int(people.standing[slot]) & 18 == 18}
    doers = {row[0] for step in range(20) for row in drawn(rates, people, classes, step=step) if row[4] == 5}
    assert doers
    assert doers <= able
    assert (people.bound[2] < 0xFFFF).all(), "other acts of the family are open to everybody"


def test_a_rate_of_zero_never_happens_and_the_highest_does_not_overflow():
    none = [-32_000] * len(ACTS)
    assert lived(none) == []
    most = list(none)
    most[8] = 1100  # petition, one in 128 of its family, held at the end of the table: 2**8 times its reference
    rows = lived(most, steps=10, size=120)
    assert {row[5] for row in rows} == {8}
    expected = 120 * 10 * 31 / 365 / 128 * 2 ** (1023 / 128)
    assert abs(len(rows) - expected) < 4.5 * np.sqrt(expected)


def test_a_favour_raises_the_acts_that_it_is_for_and_no_other():
    rates = plain_rates([0] * len(ACTS))
    rates.capacity[21] = 4
    rates.favour[0] = 200
    people, classes = crowd(1500, rates)
    classes.public[:] = 0
    before = set(drawn(rates, people, classes))
    classes.favoured[:] = np.arange(1500) % 3 * 2
    after = set(drawn(rates, people, classes))
    more = after - before
    assert before <= after
    assert len(more) > 30
    assert {row[4] for row in more} == {21}
    assert {row[0] % 3 for row in more} == {2}, "whom another capacity favours does no more"
