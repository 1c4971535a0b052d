"""Votes on the points of rules, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.formula import Node
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Wish:
    """What moves the wishes of those of whom `when` holds, for `rules`; `add` for each time of what it counts."""

    id: str
    title: str
    rules: tuple[str, ...]
    when: Node | None
    of: str
    most: int
    add: Figure


@dataclass(frozen=True, slots=True)
class Vote:
    """Residents set the points of rules, on a day and, where `every` is given, again and again.

    Attributes:
        rules: ids of the rules, in the order of the file.
        eligible: the condition under which somebody can vote.
        lowest, highest, spread: shares of the points of the file.
        options: shares offered, the smallest first; none where the median holds.
        wishes: by name.
    """

    id: str
    title: str
    rules: tuple[str, ...]
    day: Figure
    every: Figure | None
    eligible: Node
    turnout: Figure
    scope: str
    method: str
    lowest: Figure
    highest: Figure
    spread: Figure
    options: tuple[Figure, ...]
    wishes: tuple[Wish, ...]
    span: Span
