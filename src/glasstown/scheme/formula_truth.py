"""Conditions that can never hold, found from the ends between which their parts lie.

The answer errs on one side: what is said never to hold never does, and what never holds may go unsaid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from glasstown.scheme.formula import COMPARISONS, Node
from glasstown.scheme.formula_meaning import Meaning, constant, meaning_of
from glasstown.vocab.variables import Variable


class Truth(NamedTuple):
    """Whether a condition can hold, and whether it can fail to."""

    holds: bool
    fails: bool


_EITHER: Final = Truth(holds=True, fails=True)
_TURNED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}
"""What a comparison says read from right to left; != leaves a range as it is."""


def never_holds(root: Node, variables: Mapping[str, Variable]) -> Iterator[Node]:
    """The outermost parts of a formula that are conditions and can never hold, in the order of the text."""
    if root.op in {*COMPARISONS, "and", "or", "not"} and not truth_of(root, variables).holds:
        yield root
        return
    for part in root.parts:
        yield from never_holds(part, variables)


def truth_of(node: Node, variables: Mapping[str, Variable]) -> Truth:
    """Whether a condition can hold or fail, from the ranges of what it asks about."""
    if node.op in COMPARISONS:
        return _compared(node, variables)
    if node.op not in {"and", "or", "not"}:
        return _EITHER
    parts = [truth_of(part, variables) for part in node.parts]
    if node.op == "not":
        return Truth(parts[0].fails, parts[0].holds)
    if node.op == "or":
        return Truth(any(one.holds for one in parts), all(one.fails for one in parts))
    meets = all(one.holds for one in parts) and _leaves_room(node, variables)
    return Truth(meets, any(one.fails for one in parts) or not meets)


def _compared(node: Node, variables: Mapping[str, Variable]) -> Truth:
    left, right = (meaning_of(part, variables)[0] for part in node.parts)
    if _said(node.parts[0]) == _said(node.parts[1]):
        always = node.op in {"<=", ">=", "=="}
        return Truth(always, not always)
    low, high = left.low - right.high, left.high - right.low
    return {
        "<": Truth(low < 0, high >= 0),
        "<=": Truth(low <= 0, high > 0),
        ">": Truth(high > 0, low <= 0),
        ">=": Truth(high >= 0, low < 0),
        "==": Truth(low <= 0 <= high, not low == high == 0),
        "!=": Truth(not low == high == 0, low <= 0 <= high),
    }[node.op]


def _said(node: Node) -> tuple[object, ...]:
    """What a part says, wherever it stands."""
    return (node.op, node.milli, node.name, *(_said(part) for part in node.parts))


def _leaves_room(node: Node, variables: Mapping[str, Variable]) -> bool:
    """Whether each variable that conditions joined by `and` compare with numbers can meet all of them."""
    room = dict[str, Meaning]()
    for part in _joined(node):
        if part.op not in _TURNED:
            continue
        left, right = part.parts
        op, asked, number = (part.op, left, constant(right)) if left.op == "variable" else (
            _TURNED[part.op], right, constant(left))  # fmt: skip
        if asked.op != "variable" or number is None or asked.name not in variables:
            continue
        low, high, _ = room.get(asked.name) or meaning_of(asked, variables)[0]
        if op in {">", ">=", "=="}:
            low = max(low, number + (op == ">"))
        if op in {"<", "<=", "=="}:
            high = min(high, number - (op == "<"))
        room[asked.name] = Meaning(low, high)
    return all(one.low <= one.high for one in room.values())


def _joined(node: Node) -> Iterator[Node]:
    if node.op == "and":
        for part in node.parts:
            yield from _joined(part)
    else:
        yield node
