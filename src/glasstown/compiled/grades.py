"""The tables of the grades: edges, what each denies, and where the next one down begins to hurt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from glasstown.compiled.model import GradeTables
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_acts import capacity_numbers
from glasstown.scheme.model_lists import Consequence
from glasstown.vocab.arrays import U8
from glasstown.vocab.limits import MAX_GRADES
from glasstown.vocab.units import milli


def lower_grades(scheme: Scheme) -> GradeTables:
    """Lower all grades and consequences; without grades every table has the one row "not graded"."""
    size = len(scheme.grades) + 1
    at_least = np.full(size, np.iinfo(np.int64).min, dtype=np.int64)
    deny = np.zeros(size, dtype=np.uint64)
    notice = np.zeros(size, dtype=np.uint8)
    bits = capacity_numbers(scheme.capacities)
    numbers = {grade.id: g for g, grade in enumerate(scheme.grades, start=1)}
    for g, grade in enumerate(scheme.grades, start=1):
        if grade.at_least is not None:
            at_least[g] = milli(grade.at_least.value)
    for consequence in scheme.consequences:
        if not consequence.grade:
            continue
        g = numbers[consequence.grade]
        notice[g] |= np.uint8(consequence.notice == "given")
        if consequence.through == "direct" and consequence.decision is None and consequence.scope == "self":
            deny[g] |= np.uint64(capacity_bits(consequence.deny, bits))
    upper = np.zeros(size, dtype=np.int64)
    first = _first_grades(scheme)
    for slot, score in enumerate(scheme.scores):
        start = milli(score.start_points)
        for g in range(first[slot], first[slot + 1]):
            top = int(at_least[g - 1]) if g > first[slot] else start
            upper[g] = top if int(at_least[g]) >= start else min(top, start)
    return GradeTables(
        first=np.array(first, dtype=np.int64), at_least=at_least, deny=deny, notice=notice, upper=upper,
        worse_below=np.array(worse_below(scheme, (True,) * len(scheme.consequences)), dtype=np.uint8),
        better_above=np.array(better_above(scheme, (True,) * len(scheme.consequences)), dtype=np.uint8),
        public=_public(scheme),
    )  # fmt: skip


def _public(scheme: Scheme) -> U8:
    """Grades of which it is published who has them: all, and those in none, where the file names no grade."""
    named = scheme.process.public_grades
    if not named:
        return np.ones(MAX_GRADES + 1, dtype=np.uint8)
    public = np.zeros(MAX_GRADES + 1, dtype=np.uint8)
    for number, grade in enumerate(scheme.grades, start=1):
        public[number] = grade.id in named
    return public


def worse_below(scheme: Scheme, in_force: Sequence[bool]) -> tuple[bool, ...]:
    """By number of a grade (0 for no grade): whether the next one down takes something more, and residents know.

    Args:
        scheme: the scheme.
        in_force: whether each of its consequences follows from anything.
    """
    harms = _by_grade(scheme, in_force, _harms)
    found = [False] * len(harms)
    for better, worse in _neighbours(scheme):
        found[better] = bool(harms[worse] - harms[better])
    return tuple(found)


def better_above(scheme: Scheme, in_force: Sequence[bool]) -> tuple[bool, ...]:
    """By number of a grade: whether the next one up favours something more, and residents know; see `worse_below`."""
    gains = _by_grade(scheme, in_force, _gains)
    found = [False] * len(gains)
    for better, worse in _neighbours(scheme):
        found[worse] = bool(gains[better] - gains[worse])
    return tuple(found)


def _by_grade(
    scheme: Scheme, in_force: Sequence[bool], of: Callable[[Consequence], set[tuple[str, int]]]
) -> list[set[tuple[str, int]]]:
    """What the consequences of each grade that follow from anything do, by number of the grade."""
    numbers = {grade.id: g for g, grade in enumerate(scheme.grades, start=1)}
    found: list[set[tuple[str, int]]] = [set() for _ in range(len(scheme.grades) + 1)]
    for consequence, holds in zip(scheme.consequences, in_force, strict=True):
        if consequence.grade and holds:
            found[numbers[consequence.grade]] |= of(consequence)
    return found


def _neighbours(scheme: Scheme) -> Iterator[tuple[int, int]]:
    """Pairs of grades that follow one another, the better one first, of scores that residents are told."""
    first = _first_grades(scheme)
    for slot, score in enumerate(scheme.scores):
        if not score.hidden:
            yield from ((g, g + 1) for g in range(first[slot], first[slot + 1] - 1))


def _first_grades(scheme: Scheme) -> list[int]:
    """The number of the first grade of each score, and the number after the last one."""
    of_slot = [scheme.slot_of(grade.score) for grade in scheme.grades]
    return [1 + sum(one < slot for one in of_slot) for slot in range(max(len(scheme.scores), 1) + 1)]


def capacity_bits(names: tuple[str, ...], numbers: Mapping[str, int]) -> int:
    """The bits of some capacities of residents, given the number of each."""
    return sum(numbers[name] for name in set(names) if name in numbers)


def _harms(consequence: Consequence) -> set[tuple[str, int]]:
    """What a consequence takes, or makes worse, to be compared with what another grade does."""
    taken = {(name, 0) for name in consequence.deny}
    levels = (*consequence.degree, *consequence.terms)
    return taken | {(name, step) for name, level in levels for step in range(level, 0)}


def _gains(consequence: Consequence) -> set[tuple[str, int]]:
    """What a consequence favours, or makes better."""
    levels = (*consequence.degree, *consequence.terms)
    return {(name, 0) for name in consequence.favour} | {
        (name, step) for name, level in levels for step in range(1, level + 1)
    }
