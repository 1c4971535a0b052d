"""Formulas as programs: the parts of each in the order in which a stack works them off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from glasstown.compiled.model_states import FormulaTables
from glasstown.kernels.postfix import Operation as Op
from glasstown.scheme.formula import Node
from glasstown.scheme.formula_meaning import constant, names_in
from glasstown.vocab.arrays import I32
from glasstown.vocab.variables import SCORE

VALUE_OF_EDGE: Final = -1
"""Operation of the second pair of an edge, which holds its value and does nothing."""

_PLAIN: Final = {
    "+": Op.ADD, "-": Op.SUBTRACT, "*": Op.MULTIPLY, "min": Op.LEAST, "max": Op.MOST, "and": Op.LEAST, "or": Op.MOST,
    "<": Op.LESS, "<=": Op.AT_MOST, "==": Op.EQUAL, "not": Op.NOT, "if": Op.CHOOSE, "negative": Op.NEGATIVE,
}  # fmt: skip
_TURNED: Final = {">": Op.LESS, ">=": Op.AT_MOST}


def lower_formulas(roots: Sequence[Node], about: Mapping[str, int], of_rule: I32) -> FormulaTables:
    """Programs of all formulas, numbered as they come; facts by name, so that the order of a file means nothing.

    Args:
        roots: the formulas.
        about: number of the list or meter that a fact is about, by its name; that of day 0 for the month; else 0.
        of_rule: (rules,) number of the condition of each rule, -1 for none.
    """
    facts = tuple(sorted({name for root in roots for name in names_in(root)} - {SCORE}))
    programs = [_program(root, facts) for root in roots]
    starts = np.cumsum([0, *(len(program) for program in programs)])
    pairs = [pair for program in programs for pair in program]
    return FormulaTables(
        pairs=np.array(pairs, dtype=np.int64).reshape(len(pairs), 2),
        start=starts.astype(np.int32),
        facts=tuple((name, about.get(name, 0)) for name in facts),
        of_rule=of_rule,
    )


def _program(node: Node, facts: tuple[str, ...]) -> list[tuple[int, int]]:
    if node.op == "number":
        return [(int(Op.NUMBER), node.milli)]
    if node.op == "variable":
        return [(int(Op.SCORE), 0) if node.name == SCORE else (int(Op.FACT), facts.index(node.name))]
    if node.op == "step":
        return _program(node.parts[0], facts) + _edges(node)
    if node.op == "/":
        return [*_program(node.parts[0], facts), (int(Op.DIVIDE), node.parts[1].milli)]
    return _worked_off(node.op, [_program(part, facts) for part in node.parts])


def _worked_off(sign: str, parts: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The programs of some parts, and what is made of what they leave on the stack."""
    if sign == "clamp":
        return [*parts[0], *parts[1], (int(Op.MOST), 0), *parts[2], (int(Op.LEAST), 0)]
    if sign in _TURNED:
        return [*parts[1], *parts[0], (int(_TURNED[sign]), 0)]
    whole = [pair for part in parts for pair in part]
    if sign == "!=":
        return [*whole, (int(Op.EQUAL), 0), (int(Op.NOT), 0)]
    times = len(parts) - 1 if sign in {"min", "max"} else 1
    return whole + [(int(_PLAIN[sign]), 0)] * times


def _edges(node: Node) -> list[tuple[int, int]]:
    """The pairs of a step: where each value begins to hold, and the value."""
    numbers = [constant(part) or 0 for part in node.parts[1:]]
    pairs = [(int(Op.STEP), 0)]
    for edge, value in zip(numbers[::2], numbers[1::2], strict=True):
        pairs += [(int(Op.EDGE), edge), (VALUE_OF_EDGE, value)]
    return pairs
