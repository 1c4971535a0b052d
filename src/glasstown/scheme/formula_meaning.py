"""What a formula comes to: a truth or a number, and between which ends; faults of meaning, each at its part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from glasstown.scheme.formula import COMPARISONS, FormulaError, Node, variables_of
from glasstown.scheme.words import meant, quoted
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.variables import TRUTH, Variable

THOUSAND: Final = 1000
LARGEST: Final = 1 << 61
"""No number within a formula, in thousandths, nor any product before it is divided, may reach this."""


class Meaning(NamedTuple):
    """A number between two ends, in thousandths; or a truth, which is 0 or 1,000."""

    low: int
    high: int
    is_truth: bool = False


def meaning_of(root: Node, variables: Mapping[str, Variable]) -> tuple[Meaning, tuple[FormulaError, ...]]:
    """What a formula comes to, and every fault of its meaning.

    Args:
        root: the formula.
        variables: what it may ask about, by name.
    """
    judge = _Judge(variables)
    return judge.of(root), tuple(judge.faults)


def names_in(root: Node) -> tuple[str, ...]:
    """The variables that a formula asks about, each once, in the order of the text."""
    return tuple(dict.fromkeys(node.name for node in variables_of(root)))


def asks_others(root: Node) -> bool:
    """Whether a formula asks about those whom somebody is tied to."""
    return any(name.startswith(tuple(f"{tie}." for tie in TIES)) for name in names_in(root))


class _Judge:
    def __init__(self, variables: Mapping[str, Variable]) -> None:
        self.variables = variables
        self.faults: list[FormulaError] = []

    def note(self, code: str, node: Node, message: str, fix: str) -> None:
        """Note one fault of a part."""
        self.faults.append(FormulaError(code, node.at, node.width, message, fix))

    def of(self, node: Node) -> Meaning:
        """What one part comes to."""
        parts = [self.of(part) for part in node.parts]
        if node.op == "number":
            return Meaning(node.milli, node.milli)
        if node.op == "variable":
            return self.variable(node)
        if node.op in {"and", "or", "not"}:
            for part, found in zip(node.parts, parts, strict=True):
                self.want_truth(part, found, f"stands beside {quoted(node.op)}")
            return _TRUTH
        if node.op in COMPARISONS:
            return _TRUTH
        found = self.number(node, parts)
        if max(abs(found.low), abs(found.high)) >= LARGEST:
            what = f"{quoted(node.op)} can come to {found.low // THOUSAND:,} or {found.high // THOUSAND:,}"
            self.note("LIM-formula", node, what, "put clamp(…) around its parts, or use smaller numbers")
            return Meaning(0, 0)
        return found

    def variable(self, node: Node) -> Meaning:
        """A name: the range that the catalogue gives it."""
        known = self.variables.get(node.name)
        if known is None:
            fix = _other_name(node.name, self.variables)
            self.note("SCH351", node, f"{quoted(node.name)} is nothing that a formula can ask about", fix)
            return Meaning(0, THOUSAND)
        return Meaning(known.low * THOUSAND, known.high * THOUSAND, is_truth=known.kind == TRUTH)

    def want_truth(self, node: Node, found: Meaning, where: str) -> None:
        """Note a number where something must hold or not."""
        if not found.is_truth:
            self.note("SCH353", node, f"a number {where}, where a condition is wanted", "compare it, such as > 0")

    def number(self, node: Node, parts: list[Meaning]) -> Meaning:
        """An operation whose result is a number; `if` keeps a condition where both its ends are one."""
        if node.op == "if":
            self.want_truth(node.parts[0], parts[0], "is the first part of if")
            _, then, other = parts
            both = then.is_truth and other.is_truth
            return Meaning(min(then.low, other.low), max(then.high, other.high), is_truth=both)
        if node.op == "step":
            return self.step(node)
        if node.op == "/":
            return self.divided(node, parts[0])
        ends = _ENDS[node.op]([(part.low, part.high) for part in parts])
        return Meaning(*ends)

    def divided(self, node: Node, over: Meaning) -> Meaning:
        """Something divided by a number that is written out."""
        by = node.parts[1]
        if by.op != "number" or by.milli == 0:
            what = "division by what is no number, or by 0"
            self.note("SCH352", by, what, "divide by a number other than 0, such as 12")
            return over
        if max(abs(over.low), abs(over.high)) * THOUSAND >= LARGEST:
            return Meaning(-LARGEST, LARGEST)
        return Meaning(nearest(over.low * THOUSAND, by.milli), nearest(over.high * THOUSAND, by.milli))

    def step(self, node: Node) -> Meaning:
        """Values that hold from numbers on; 0 below the first."""
        numbers = [constant(part) for part in node.parts[1:]]
        for part, number in zip(node.parts[1:], numbers, strict=True):
            if number is None:
                self.note("SCH353", part, "the ends and values of step are numbers", "write a number here")
        edges = [number for number in numbers[::2] if number is not None]
        if edges != sorted(set(edges)):
            self.note("SCH353", node, "the ends of step do not rise", "put the smallest first, each once")
        values = [number for number in numbers[1::2] if number is not None]
        return Meaning(min(0, *values, 0), max(0, *values, 0))


_TRUTH: Final = Meaning(0, THOUSAND, is_truth=True)


def constant(node: Node) -> int | None:
    """Thousandths of a number that is written out, with or without a sign; None for anything else."""
    if node.op == "number":
        return node.milli
    if node.op == "negative" and node.parts[0].op == "number":
        return -node.parts[0].milli
    return None


def nearest(over: int, by: int) -> int:
    """A quotient of whole numbers to the nearest, halves away from zero."""
    size = (2 * abs(over) + abs(by)) // (2 * abs(by))
    return size if (over < 0) == (by < 0) else -size


Ends: TypeAlias = tuple[int, int]


def _product(parts: list[Ends]) -> Ends:
    (a, b), (c, d) = parts
    products = [a * c, a * d, b * c, b * d]
    if max(map(abs, products)) >= LARGEST:
        return -LARGEST, LARGEST
    return nearest(min(products), THOUSAND), nearest(max(products), THOUSAND)


def _sum(parts: list[Ends]) -> Ends:
    return parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]


def _difference(parts: list[Ends]) -> Ends:
    return parts[0][0] - parts[1][1], parts[0][1] - parts[1][0]


def _negative(parts: list[Ends]) -> Ends:
    return -parts[0][1], -parts[0][0]


def _least(parts: list[Ends]) -> Ends:
    return min(low for low, _ in parts), min(high for _, high in parts)


def _most(parts: list[Ends]) -> Ends:
    return max(low for low, _ in parts), max(high for _, high in parts)


def _clamped(parts: list[Ends]) -> Ends:
    return _least([_most(parts[:2]), parts[2]])


_ENDS: Final[dict[str, Callable[[list[Ends]], Ends]]] = {
    "+": _sum, "-": _difference, "*": _product, "negative": _negative, "min": _least, "max": _most, "clamp": _clamped,
}  # fmt: skip


def _other_name(name: str, variables: Iterable[str]) -> str:
    """The nearest name; or spaces, where a minus was read as part of a name."""
    known = tuple(variables)
    for place, letter in enumerate(name):
        if letter == "-" and name[:place] in known:
            return f'write spaces around a minus: "{name[:place]} - {name[place + 1 :]}"'
    return meant(name, known, "variables")
