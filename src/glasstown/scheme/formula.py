"""Formulas of a scheme: one small language for conditions and numbers, read by hand and never run as code.

A formula is text such as `education < 2 and not employed`, or `clamp(100 - 5 * age, 0, 50)`. It has numbers (to the
thousandth), names, `+ - *`, `/` by a number, comparisons, `and`, `or`, `not`, and the functions of `FUNCTIONS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from glasstown.scheme.words import short

LONGEST: Final = 1_000
"""Letters of a formula."""

MOST_OPERATIONS: Final = 64
"""Numbers, names and operations of a formula."""

DEEPEST: Final = 16
"""Levels of a formula, one inside the other."""

COUNT: Final = "count"
"""Function that counts records: `count(act, days)`. It is one part of a formula, a variable of that name."""

FUNCTIONS: Final = {"min": (2, 8), "max": (2, 8), "clamp": (3, 3), "if": (3, 3), "step": (3, 17)}
"""Functions with the least and the greatest number of their arguments."""

COMPARISONS: Final = ("<=", ">=", "==", "!=", "<", ">")
FINEST: Final = Decimal("0.001")
LARGEST: Final = Decimal(2_000_000_000)

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w.])|(?P<power>\d+(?:\.\d+)?[eE][-+]?\d+)(?![\w.])|(?P<name>[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*)"
    r"|(?P<sign><=|>=|==|!=|[-+*/()<>,]))"
)
_WORDS: Final = ("and", "or", "not")


class FormulaError(Exception):
    """One fault of a formula: its code, where in the text it stands, what is wrong, and what to do."""

    def __init__(self, code: str, at: int, width: int, message: str, fix: str) -> None:
        """Keep the parts; `at` counts letters from 0."""
        self.code, self.at, self.width, self.message, self.fix = code, at, width, message, fix
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula.

    `op` is "number" (`milli` thousandths), "variable" (`name`), a sign, "and", "or", "not", "negative", or a function.
    `at` and `width` say where it stands in the text.
    """

    op: str
    at: int
    width: int
    parts: tuple[Node, ...] = ()
    milli: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def parse_formula(text: str) -> Node:
    """Read a formula.

    Raises:
        FormulaError: with the first fault of its form.
    """
    if len(text) > LONGEST:
        what = f"the formula has {len(text)} letters; at most {LONGEST}"
        raise FormulaError("SCH354", 0, len(text), what, "say it shorter, or in two tables")
    reader = _Reader(_tokens(text), len(text))
    root = reader.either()
    rest = reader.now
    if rest.kind != "end":
        raise _syntax(rest, f"{_word(rest)} stands where the formula should end", "write an operation before it")
    if reader.count > MOST_OPERATIONS:
        what = f"the formula has {reader.count} numbers, names and operations; at most {MOST_OPERATIONS}"
        raise FormulaError("SCH354", 0, len(text), what, "say it shorter, or in two tables")
    return root


def variables_of(root: Node) -> list[Node]:
    """Every part of a formula that is a variable or a count of records, in the order of the text."""
    found = [root] if root.op == "variable" else []
    for part in root.parts:
        found += variables_of(part)
    return found


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            here = at + len(text[at:]) - len(text[at:].lstrip())
            what = f'"{text[here]}" is no part of a formula'
            raise FormulaError("SCH350", here, 1, what, "use numbers, names, + - * /, comparisons, and, or, not")
        kind = str(match.lastgroup)
        word = match.group(kind)
        if kind == "power":
            raise _of_ten(_Token(kind, word, match.start(kind)))
        found.append(_Token("word" if word in _WORDS else kind, word, match.start(kind)))
        at = match.end()
    return found


def _syntax(token: _Token, message: str, fix: str) -> FormulaError:
    return FormulaError("SCH350", token.at, max(len(token.text), 1), message, fix)


def _word(token: _Token) -> str:
    return f'"{token.text}"' if token.text else "the end"


class _Reader:
    """Reads tokens from left to right, one level of precedence a method, loosest first."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self.tokens = [*tokens, _Token("end", "", end)]
        self.place = self.count = self.depth = 0

    @property
    def now(self) -> _Token:
        """The token that is to be read."""
        return self.tokens[self.place]

    def take(self, *texts: str) -> _Token | None:
        """Take the token if it is one of these signs or words."""
        token = self.now
        if token.kind in {"sign", "word"} and token.text in texts:
            self.place += 1
            return token
        return None

    def need(self, sign: str) -> None:
        """Take a sign that must stand here."""
        if self.take(sign) is None:
            raise _syntax(self.now, f'{_word(self.now)} stands where "{sign}" should', f'write "{sign}" here')

    def node(self, token: _Token, op: str, *parts: Node, milli: int = 0, name: str = "") -> Node:
        """Make a part and count it."""
        self.count += 1
        return Node(op, token.at, max(len(token.text), 1), parts, milli, name)

    def either(self) -> Node:
        """Parts joined by `or`; whatever stands in brackets begins here."""
        self.depth += 1
        if self.depth > DEEPEST:
            what = f"the formula goes deeper than {DEEPEST} levels"
            raise FormulaError("SCH354", self.now.at, 1, what, "take brackets apart")
        left = self.both()
        while token := self.take("or"):
            left = self.node(token, "or", left, self.both())
        self.depth -= 1
        return left

    def both(self) -> Node:
        """Parts joined by `and`."""
        left = self.denied()
        while token := self.take("and"):
            left = self.node(token, "and", left, self.denied())
        return left

    def denied(self) -> Node:
        """A part behind any number of `not`."""
        tokens: list[_Token] = []
        while token := self.take("not"):
            tokens.append(token)
        found = self.compared()
        for token in reversed(tokens):
            found = self.node(token, "not", found)
        return found

    def compared(self) -> Node:
        """Two sums compared, or one sum."""
        left = self.sum()
        if token := self.take(*COMPARISONS):
            left = self.node(token, token.text, left, self.sum())
            if self.now.text in COMPARISONS:
                raise _syntax(self.now, "two comparisons follow each other", "join them by and")
        return left

    def sum(self) -> Node:
        """Products added and taken away."""
        left = self.product()
        while token := self.take("+", "-"):
            left = self.node(token, token.text, left, self.product())
        return left

    def product(self) -> Node:
        """Single parts multiplied and divided."""
        left = self.single()
        while token := self.take("*", "/"):
            left = self.node(token, token.text, left, self.single())
        return left

    def single(self) -> Node:
        """A number, a name, a function, something in brackets, or the negative of one of them."""
        if token := self.take("-"):
            return self.node(token, "negative", self.single_after_sign())
        return self.single_after_sign()

    def single_after_sign(self) -> Node:
        """A number, a name, a function, or something in brackets."""
        token = self.now
        if self.take("("):
            found = self.either()
            self.need(")")
            return found
        if token.kind not in {"number", "name"}:
            raise _syntax(token, f"{_word(token)} stands where a number or a name should", "write a number or a name")
        self.place += 1
        if token.kind == "number":
            return self.node(token, "number", milli=_thousandths(token))
        if self.now.text == "(":
            return self.function(token)
        return self.node(token, "variable", name=token.text)

    def function(self, token: _Token) -> Node:
        """A function with its arguments."""
        if token.text == COUNT:
            return self.records()
        if token.text not in FUNCTIONS:
            known = ", ".join((*FUNCTIONS, COUNT))
            raise _syntax(token, f'"{token.text}" is no function', f"functions are: {known}")
        self.need("(")
        parts = [self.either()]
        while self.take(","):
            parts.append(self.either())
        self.need(")")
        least, most = FUNCTIONS[token.text]
        if not least <= len(parts) <= most or (token.text == "step" and len(parts) % 2 == 0):
            what = f"{token.text} has {len(parts)} arguments"
            raise _syntax(token, what, _FORMS[token.text])
        return self.node(token, token.text, *parts)

    def records(self) -> Node:
        """Records of an act in some days."""
        self.need("(")
        act = self.now
        if act.kind != "name":
            raise _syntax(act, f"{_word(act)} stands where an act should", _FORMS[COUNT])
        self.place += 1
        self.need(",")
        days = self.now
        if days.kind != "number" or not days.text.isdigit():
            raise _syntax(days, f"{_word(days)} stands where a number of days should", _FORMS[COUNT])
        self.place += 1
        self.need(")")
        return self.node(act, "variable", name=f"{COUNT} {act.text} {int(days.text)}")


_FORMS: Final = {
    "min": "write min(a, b), with up to eight parts",
    "max": "write max(a, b), with up to eight parts",
    "clamp": "write clamp(what, least, greatest)",
    "if": "write if(condition, then, else)",
    COUNT: "write count(act, days), such as count(late-bill, 365)",
    "step": "write step(what, from, value, from, value, …), with up to eight pairs",
}


def _thousandths(token: _Token) -> int:
    number = Decimal(token.text)
    if number > LARGEST or number != number.quantize(FINEST):
        raise _out_of_range(token, "too large" if number > LARGEST else "too fine")
    return int(number * 1000)


def _of_ten(token: _Token) -> FormulaError:
    """A number with a power of ten: what is wrong with it, whatever else may be."""
    number, _, power = token.text.lower().partition("e")
    size = Decimal(number).adjusted() + int(power) if Decimal(number) else 0
    if size > LARGEST.adjusted():
        return _out_of_range(token, "too large")
    if size < FINEST.adjusted():
        return _out_of_range(token, "too fine")
    return _syntax(token, f"{short(token.text)} is written with a power of ten", "write the number out")


def _out_of_range(token: _Token, what: str) -> FormulaError:
    fix = f"write a number from -{LARGEST:,} to {LARGEST:,}, no finer than {FINEST}"
    return _syntax(token, f"{short(token.text)} is a number {what}", fix)
