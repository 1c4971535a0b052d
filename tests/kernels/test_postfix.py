"""Programs of formulas come to what the formula says, in exact fractions, for any formula and any facts."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from glasstown.compiled.formulas import lower_formulas
from glasstown.kernels.jit import kernel
from glasstown.kernels.postfix import MOST_ON_STACK, evaluate
from glasstown.scheme.formula import FormulaError, parse_formula
from glasstown.scheme.formula_meaning import meaning_of
from glasstown.vocab.variables import NUMBER, TRUTH, Variable
from twin.states import combine

NAMES = {"a": Variable("a", NUMBER, -9, 9, "", ""), "b": Variable("b", NUMBER, 0, 1000, "", "")}
NAMES |= {"t": Variable("t", TRUTH, 0, 1, "", ""), "score": Variable("score", NUMBER, -100, 100, "", "")}


@kernel
def run(pairs, start, facts, score, out):
    """Every formula, one after the other."""
    stack = np.empty(MOST_ON_STACK, np.int64)
    for f in range(out.size):
        out[f] = evaluate(pairs, np.int64(start[f]), np.int64(start[f + 1]), facts, score, np.int64(0), stack)


def thousandths(text, a, b, t, score):
    """What the engine makes of a formula."""
    tables = lower_formulas([parse_formula(text)], {}, np.zeros(0, np.int32))
    given_as = {"a": a, "b": b, "t": t}
    facts = np.array([[given_as[name]] for name, _ in tables.facts], np.int64).reshape(len(tables.facts), 1)
    out = np.zeros(1, np.int64)
    run(tables.pairs, tables.start, facts, np.int64(score), out)
    return int(out[0])


def exact(node, values):
    """What a formula comes to, walked as a tree."""
    if node.op == "number":
        return Fraction(node.milli, 1000)
    if node.op == "variable":
        return Fraction(values[node.name], 1000)
    return combine(node.op, [exact(part, values) for part in node.parts])


@pytest.mark.parametrize(
    ("text", "milli"),
    [
        ("2 + 3 * 4", 14_000),
        ("10 / 3", 3_333),
        ("-10 / 3", -3_333),
        ("0.005 * 0.1", 1),
        ("-0.005 * 0.1", -1),
        ("0.004 * 0.1", 0),
        ("9 - 3 - 2", 4_000),
        ("step(4.999, 5, 7, 6, 9)", 0),
        ("step(5, 5, 7, 6, 9)", 7_000),
        ("step(6.001, 5, 7, 6, -9)", -9_000),
        ("if(2 > 1, 3, 4) + 1", 4_000),
        ("if(1 >= 2 or not 3 == 3, 3, 4)", 4_000),
        ("clamp(12, 0, 5) + max(1, 2, 3) - min(3, 2, 1)", 7_000),
        ("(1 < 2) + (2 <= 2) + (3 != 3) + (2 > 1)", 3_000),
    ],
)
def test_a_formula_worked_by_hand(text, milli):
    assert thousandths(text, 0, 0, 0, 0) == milli


LEAVES = st.sampled_from(["a", "b", "t", "score", "0", "1", "2.5", "0.005", "17"])


def _joined(parts):
    two = st.tuples(parts, st.sampled_from(["+", "-", "*", "<", "<=", ">", ">=", "==", "!="]), parts)
    return st.one_of(
        two.map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
        st.tuples(parts, st.sampled_from(["3", "0.07", "1000"])).map(lambda p: f"({p[0]} / {p[1]})"),
        st.tuples(parts, parts, parts).map(lambda p: f"if({p[0]} > {p[1]}, {p[2]}, {p[0]})"),
        st.tuples(parts, parts).map(lambda p: f"min({p[0]}, {p[1]}) + -max({p[1]}, {p[0]})"),
        st.tuples(parts, parts).map(lambda p: f"clamp({p[0]}, -3, {p[1]})"),
        parts.map(lambda p: f"step({p}, -1, 4, 2.5, -7, 30, 0.5)"),
        st.tuples(parts, parts).map(lambda p: f"(not ({p[0]} > 1) and t or {p[1]} < 2)"),
    )


@given(
    st.recursive(LEAVES, _joined, max_leaves=12), st.integers(-9_000, 9_000), st.integers(0, 1_000_000), st.booleans(),
    st.integers(-100_000, 100_000),
)  # fmt: skip
def test_any_formula_is_that_of_the_fractions_and_within_its_proved_range(text, a, b, t, score):
    values = {"a": a, "b": b, "t": 1000 * t, "score": score}
    try:
        root = parse_formula(text)
    except FormulaError:
        assume(False)
    found, faults = meaning_of(root, NAMES)
    assume(not faults)
    milli = thousandths(text, *values.values())
    assert milli == exact(root, values) * 1000
    assert found.low <= milli <= found.high
