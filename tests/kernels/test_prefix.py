"""Types by prefix code: every word of luck belongs to the act whose leaf it starts with, or to nobody."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.kernels.candidates import _name_acts
from glasstown.kernels.prefix import ESCAPE, VOID_TYPE, type_tables
from glasstown.vocab.acts import ACTS, FAMILIES
from kernels.drawing import void_leaf
from twin.rates import CODE, act_of

LEAVES = [(act.family, act.code, act.leaf) for act in ACTS]
FIRST, SECOND = type_tables(len(FAMILIES), LEAVES)


def looked_up(word, family, first=FIRST, second=SECOND):
    entry = int(first[family, word >> 20])
    return int(second[family, word & 4095]) if entry == ESCAPE else entry


@given(st.integers(0, 2**32 - 1), st.integers(0, 7))
def test_a_word_stands_for_the_act_whose_leaf_it_starts_with(word, family):
    name = act_of(family, word)
    expected = CODE[name].code if name else VOID_TYPE
    assert looked_up(word, family) == expected
    act = np.zeros(1, np.uint8)
    _name_acts(FIRST, SECOND, np.array([family], np.uint8), np.array([word], np.uint32), 1, act)
    assert act[0] == expected


def test_every_act_owns_exactly_its_share_of_words():
    for act in ACTS:
        assert len(act.leaf) <= 12, "no shipped act needs the second table yet"
        share = 4096 >> len(act.leaf) if act.leaf else 0
        assert int((FIRST[act.family] == act.code).sum()) == share, "children and gauges own no word"


def test_a_sixteenth_of_every_family_stays_void():
    """There is room for acts that nobody has thought of."""
    for family in FAMILIES:
        assert (FIRST[family.number] == VOID_TYPE).mean() >= 1 / 16, family.name


def test_a_leaf_longer_than_the_first_table_goes_by_an_escape():
    first, second = type_tables(1, [(0, 5, "0"), (0, 6, "1" * 12 + "00"), (0, 7, "1" * 12 + "010000000000")])
    assert first[0, 4095] == ESCAPE
    assert (second[0, :1024] == 6).all()
    assert second[0, 1024] == 7
    assert (second[0, 1025:] == VOID_TYPE).all()
    assert (first[0, :2048] == 5).all()


@pytest.mark.parametrize(
    "leaves",
    [
        pytest.param(["0", "0"], id="the same leaf"),
        pytest.param(["0", "01"], id="a leaf below another"),
        pytest.param(["0101", "01"], id="a leaf above another"),
        pytest.param(["1" * 12, "1" * 12 + "0"], id="an escape where a leaf is"),
        pytest.param(["1" * 12 + "0", "1" * 12], id="a leaf where an escape is"),
        pytest.param(["1" * 12 + "0", "1" * 12 + "00"], id="overlap in the second table"),
        pytest.param(["1" * 12 + "0", "0" * 12 + "1"], id="a second escape"),
        pytest.param(["1" * 25], id="longer than two tables"),
        pytest.param(["2"], id="no binary digits"),
    ],
)
def test_leaves_that_cannot_stand_side_by_side_are_refused(leaves):
    with pytest.raises(ValueError, match="leaf"):
        type_tables(1, [(0, code, leaf) for code, leaf in enumerate(leaves)])


def test_a_new_act_takes_a_void_leaf_and_moves_no_word_of_another():
    first, second = type_tables(len(FAMILIES), [*LEAVES, (3, 120, void_leaf(3) + "0"), (2, 121, "1" * 12 + "0101")])
    taken = FIRST != VOID_TYPE
    assert np.array_equal(first[taken], FIRST[taken])
    assert (first[3] == 120).any()
    assert (second[2] == 121).any()
    assert np.array_equal(second[SECOND != VOID_TYPE], SECOND[SECOND != VOID_TYPE])
