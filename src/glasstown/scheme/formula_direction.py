"""Which way a formula can go when one of the things it asks about rises: what a scheme can take for an act.

The answer errs on one side: what is said not to fall never does, and what can rise or fall under some circumstances is
said to do either.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from glasstown.scheme.formula import Node
from glasstown.scheme.formula_meaning import constant, meaning_of, names_in
from glasstown.vocab.variables import Variable


class Ways(NamedTuple):
    """Whether a formula can rise, and whether it can fall."""

    rises: bool
    falls: bool


_STAYS, _EITHER = Ways(rises=False, falls=False), Ways(rises=True, falls=True)


def ways_of(root: Node, name: str, variables: Mapping[str, Variable]) -> Ways:
    """Which way a formula can go when the variable `name` rises and everything else stays.

    Args:
        root: the formula.
        name: the variable.
        variables: every variable of the formula, with its range.
    """
    if name not in names_in(root):
        return _STAYS
    if root.op == "variable":
        return Ways(rises=True, falls=False)
    if root.op in {"==", "!="} or (root.op == "if" and name in names_in(root.parts[0])):
        return _EITHER
    parts = [ways_of(part, name, variables) for part in root.parts]
    if root.op in {"*", "/"}:
        return _product(root, name, parts, variables)
    if root.op == "step":
        return _step(root, parts[0])
    return _any(*(_turned(one) if place in _AGAINST.get(root.op, ()) else one for place, one in enumerate(parts)))


_AGAINST: Final = {"-": (1,), "<": (0,), "<=": (0,), ">": (1,), ">=": (1,), "negative": (0,), "not": (0,)}
"""Parts of an operation that lower what they enter."""


def _any(*ways: Ways) -> Ways:
    return Ways(any(one.rises for one in ways), any(one.falls for one in ways))


def _turned(ways: Ways) -> Ways:
    return Ways(ways.falls, ways.rises)


def _product(root: Node, name: str, parts: list[Ways], variables: Mapping[str, Variable]) -> Ways:
    """A product goes the way of one factor, where the other keeps its sign."""
    moving = [place for place, part in enumerate(root.parts) if name in names_in(part)]
    if len(moving) != 1:
        return _EITHER
    other, _ = meaning_of(root.parts[1 - moving[0]], variables)
    if other.low >= 0:
        return parts[moving[0]]
    return _turned(parts[moving[0]]) if other.high <= 0 else _EITHER


def _step(root: Node, of: Ways) -> Ways:
    values = [0, *(constant(part) or 0 for part in root.parts[2::2])]
    rising = all(low <= high for low, high in pairwise(values))
    falling = all(low >= high for low, high in pairwise(values))
    return of if rising else _turned(of) if falling else _EITHER
