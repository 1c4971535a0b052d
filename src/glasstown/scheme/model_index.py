"""Scores that are worked out anew on certain days, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.formula import Node
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Category:
    """A part of an index: `value` cut to 0 to 10,000, or `default` where `needs` does not hold."""

    id: str
    title: str
    value: Node
    weight: Figure
    needs: Node | None
    default: Figure
    span: Span


@dataclass(frozen=True, slots=True)
class Thin:
    """Whoever has fewer than `least` categories of which enough is known has the score `default`."""

    least: Figure
    default: Figure


@dataclass(frozen=True, slots=True)
class Index:
    """How a score is worked out: from categories (of an index) or from `value` (of a class).

    It is worked out on the last day of each step that holds day `offset`, or that plus a multiple of `every` days.
    """

    kind: str
    value: Node | None
    every: Figure
    offset: Figure
    thin: Thin | None
    categories: tuple[Category, ...]
    """By name: their order in a file means nothing."""
