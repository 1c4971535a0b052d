"""Votes as tables: who can vote when, what moves a wish by how much, and what of their lives voters count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.scheme.formula import Node
from glasstown.scheme.grammar_votes import LIVED
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_votes import Vote
from glasstown.vocab.arrays import I32, I64, U32
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli

ONCE: Final = LIVED[0]

ONE_TIME: Final = -1
NOT_ABOUT: Final = -2
"""In place of a row of what is counted: a wish that counts nothing, and one that is not about the rule."""


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One vote.

    Attributes:
        digest: of its name.
        rules, rule_digests: (rules,) numbers of the rules it is about, by name, and digests of their names.
        day, every: the first day, and days from one to the next; 0 where there is one only.
        nation: whether all votes of the town are counted together.
        options: shares that are ranked, the smallest first; none where the median holds.
        eligible: number of the condition under which somebody can vote.
        turnout: threshold of 32 bits.
        lowest, highest, spread: shares.
        when: (wishes,) number of the condition of each wish, -1 for none.
        add: (wishes,) share for each time.
        most: (wishes,) how often it counts at most.
        felt: (wishes, rules) row of what it counts among `VoteTables.lived`, `ONE_TIME`, or
            `NOT_ABOUT`.

    Shares are in thousandths of the points of the file.
    """

    digest: int
    rules: I32
    rule_digests: U32
    day: int
    every: int
    nation: bool
    options: I64
    eligible: int
    turnout: int
    lowest: int
    highest: int
    spread: int
    when: I32
    add: I64
    most: I64
    felt: I32

    def times(self, day: int, end: int) -> range:
        """Which of its times fall into the days from `day` to before `end`: numbers, 0 for the first."""
        if not self.every:
            return range(int(day <= self.day < end))
        return range(max(-(-(day - self.day) // self.every), 0), max(-(-(end - self.day) // self.every), 0))


@dataclass(frozen=True, slots=True)
class VoteTables:
    """All votes of a scheme, by name.

    Attributes:
        rows: the votes.
        lived: what some wish counts: kind (`scheme.grammar_votes.LIVED`), number of the rule, number of its act.
        lived_digests: digests of the names of these rules.
        points: (rules of the scheme,) thousandths of the points of the file; 0 where they are no one number.
    """

    rows: tuple[VoteRow, ...]
    lived: tuple[tuple[int, int, int], ...]
    lived_digests: tuple[int, ...]
    points: I64


def formulas_of_votes(scheme: Scheme) -> tuple[Node, ...]:
    """The conditions of votes, in the order of their numbers: of each vote who can vote, then those of its wishes."""
    return tuple(root for one in scheme.votes for root in _formulas(one))


def _formulas(one: Vote) -> tuple[Node, ...]:
    return (one.eligible, *(wish.when for wish in one.wishes if wish.when is not None))


def lived_rows(scheme: Scheme) -> int:
    """How many counts of what happened to them votes keep of every resident."""
    return len(_counted(scheme))


def _counted(scheme: Scheme) -> list[tuple[str, str]]:
    """What wishes count, and by which rule, each once."""
    wishes = [wish for one in scheme.votes for wish in one.wishes if wish.of != ONCE]
    return sorted({(wish.of, name) for wish in wishes for name in wish.rules})


def lower_votes(scheme: Scheme, first: int, codes: dict[str, int]) -> VoteTables | None:
    """Lower all votes; None where there are none.

    Args:
        scheme: the scheme.
        first: number of the first of their conditions.
        codes: numbers of all acts.
    """
    if not scheme.votes:
        return None
    numbers = {rule.id: number for number, rule in enumerate(scheme.rules)}
    lived = _counted(scheme)
    rows, place = list[VoteRow](), {pair: row for row, pair in enumerate(lived)}
    for one in scheme.votes:
        rows.append(_row(one, first, numbers, place))
        first += len(_formulas(one))
    return VoteTables(
        rows=tuple(rows),
        lived=tuple((LIVED.index(of), numbers[name], codes[scheme.rules[numbers[name]].act]) for of, name in lived),
        lived_digests=tuple(name_digest(name) for _, name in lived),
        points=np.array(
            [milli(rule.points[0]) if rule.points[0] == rule.points[1] else 0 for rule in scheme.rules], dtype=np.int64
        ),
    )


def _row(one: Vote, first: int, numbers: dict[str, int], place: dict[tuple[str, str], int]) -> VoteRow:
    rules = sorted(one.rules)
    conditional = [wish.id for wish in one.wishes if wish.when is not None]
    felt = [
        [place.get((wish.of, name), ONE_TIME) if name in wish.rules else NOT_ABOUT for name in rules]
        for wish in one.wishes
    ]
    return VoteRow(
        digest=name_digest(one.id),
        rules=np.array([numbers[name] for name in rules], dtype=np.int32),
        rule_digests=np.array([name_digest(name) for name in rules], dtype=np.uint32),
        day=int(one.day.value),
        every=int(one.every.value) if one.every else 0,
        nation=one.scope == "nation",
        options=np.array([milli(figure.value) for figure in one.options], dtype=np.int64),
        eligible=first,
        turnout=int(one.turnout.value * 2**32),
        lowest=milli(one.lowest.value),
        highest=milli(one.highest.value),
        spread=milli(one.spread.value),
        when=np.array(
            [first + 1 + conditional.index(wish.id) if wish.when is not None else -1 for wish in one.wishes],
            dtype=np.int32,
        ),
        add=np.array([milli(wish.add.value) for wish in one.wishes], dtype=np.int64),
        most=np.array([wish.most for wish in one.wishes], dtype=np.int64),
        felt=np.array(felt, dtype=np.int32).reshape(len(one.wishes), len(rules)),
    )
