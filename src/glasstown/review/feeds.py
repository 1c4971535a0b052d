"""What feeds a score or opens a list, as far as the text of a scheme tells: the left part of the chain.

A feed is anything that a file says moves a score, holds somebody to a grade or puts them on a list: rules, points that
stand, quantities, categories of an index, the formula of a class, stars, associations, overrides and grounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glasstown.review.contract import At
from glasstown.scheme.formula import Node, variables_of
from glasstown.scheme.formula_direction import ways_of
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_index import Category
from glasstown.scheme.model_scores import Score
from glasstown.vocab.variables import NUMBER, Variable

_TIES = ("friend.", "household.", "kin.", "colleague.", "neighbour.")


@dataclass(frozen=True, slots=True)
class Feed:
    """One thing that moves a score, holds to a grade or opens a list.

    `acts` are those whose records it answers, `sources` those whose records count (empty: any), `asks` the names that
    its formulas ask about. `takes` and `gives`: whether it can do harm, and whether it can do good.
    """

    at: At
    acts: tuple[str, ...]
    sources: tuple[str, ...]
    asks: tuple[str, ...]
    takes: bool = False
    gives: bool = False


def asks_of(*formulas: Node | None) -> tuple[str, ...]:
    """The names that formulas ask about, each once."""
    return tuple(dict.fromkeys(node.name for one in formulas if one is not None for node in variables_of(one)))


def counted(asks: tuple[str, ...]) -> tuple[str, ...]:
    """The acts whose records some of those names count: `count loan-default 365` counts loan-default."""
    return tuple(dict.fromkeys(name.split()[1] for name in asks if name.startswith("count ")))


def days_counted(name: str) -> int:
    """In how many days a name counts records; 0 where it counts none."""
    return int(name.split()[2]) if name.startswith("count ") else 0


def asks_of_ties(asks: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names that ask about other people."""
    return tuple(name for name in asks if name.startswith(_TIES))


def feeds_of_score(scheme: Scheme, score: Score) -> Iterator[Feed]:
    """Everything that moves one score, or holds somebody to one of its grades."""
    slot = scheme.slot_of(score.id)
    yield from _by_points(scheme, slot)
    yield from _by_formula(score)
    if slot == 0 and scheme.encounters is not None:
        for one in scheme.impressions:
            yield Feed(At("impression", one.id), (one.act,), (), (), takes=True, gives=True)
    for one in scheme.associations:
        takes, gives = one.carries != "gains", one.carries != "losses"
        yield Feed(At("association", one.id), (), (), (), takes, gives)
    grades = {grade.id for grade in scheme.grades if scheme.slot_of(grade.score) == slot}
    for one in scheme.overrides:
        if one.grade in grades and not one.on_list:
            yield Feed(At("override", one.id), one.acts, one.sources, (), takes=True, gives=False)


def _by_points(scheme: Scheme, slot: int) -> Iterator[Feed]:
    for rule in scheme.rules:
        if scheme.slot_of(rule.score) == slot:
            takes, gives = rule.points[0] < 0, rule.points[1] > 0
            yield Feed(At("rule", rule.id), (rule.act,), rule.sources, asks_of(rule.when), takes, gives)
    for state in scheme.state_rules:
        if scheme.slot_of(state.score) == slot:
            points = state.points.value
            yield Feed(At("state_rule", state.id), (), (), asks_of(state.when), points < 0, points > 0)
    gauge = {meter.id: meter.gauge for meter in scheme.meters}
    for quantity in scheme.quantity_rules:
        if scheme.slot_of(quantity.score) == slot:
            asked, points = (f"gauge.{gauge[quantity.meter]}",), quantity.points.value
            yield Feed(At("quantity_rule", quantity.id), (), (), asked, points < 0, points > 0)


def _by_formula(score: Score) -> Iterator[Feed]:
    index = score.index
    if index is None:
        return
    if index.value is not None:
        asked = asks_of(index.value)
        yield Feed(At("score", score.id), counted(asked), (), asked, takes=True, gives=True)
    for category in index.categories:
        asked = asks_of(category.value, category.needs)
        yield Feed(At("category", category.id), counted(asked), (), asked, takes=True, gives=True)


def acts_that_lower(category: Category) -> tuple[str, ...]:
    """Acts of which one more record can lower a category, and never raises it."""
    asked = asks_of(category.value)
    known = {name: Variable(name, NUMBER, 0, 1_000_000, "", "") for name in asked}
    ways = {name: ways_of(category.value, name, known) for name in asked if name.startswith("count ")}
    return counted(tuple(name for name, way in ways.items() if way.falls and not way.rises))


def feeds_of_list(scheme: Scheme, name: str) -> Iterator[Feed]:
    """The grounds of a list."""
    for ground in scheme.grounds:
        if ground.on_list == name:
            at = At("ground", ground.id)
            yield Feed(at, ground.acts, ground.sources, asks_of(ground.when), takes=True, gives=False)
