"""The tables of consequences: what each takes or gives, of whom, by whose hand, and from which grade or list."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.grades import capacity_bits
from glasstown.compiled.lists import lower_decisions
from glasstown.compiled.model_lists import ConsequenceTables
from glasstown.compiled.states import of_consequences
from glasstown.kernels.tables import probability_words
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_acts import capacity_numbers
from glasstown.scheme.model_lists import Consequence
from glasstown.vocab.arrays import I8, U64
from glasstown.vocab.capacities import DEGREE_CODES
from glasstown.vocab.codes import Degree
from glasstown.vocab.names import name_digest

SCOPES: Final = ("self", "household", "children", "firms", "officers", "officials")
"""Whom a consequence hits, in the order of their numbers."""

NOTICES: Final = ("none", "given", "on-refusal")
"""When a resident is told, in the order of their numbers."""

NO_LIST: Final = 255
"""Number that stands for no list."""


def lower_consequences(scheme: Scheme) -> ConsequenceTables:
    """Lower all consequences."""
    rows, bits = scheme.consequences, capacity_numbers(scheme.capacities)
    grades = {grade.id: g for g, grade in enumerate(scheme.grades, start=1)}
    lists = {one.id: number for number, one in enumerate(scheme.lists)}
    forgetting = {one.id for one in scheme.process.recipients if one.forgets}
    looks = [probability_words(_chance_to_look(row, published=scheme.published)) for row in rows]
    return ConsequenceTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        grade=np.array([grades.get(row.grade, 0) for row in rows], dtype=np.uint8),
        on_list=np.array([lists.get(row.on_list, NO_LIST) for row in rows], dtype=np.uint8),
        deny=np.array([capacity_bits(row.deny, bits) for row in rows], dtype=np.uint64),
        favour=np.array([capacity_bits(row.favour, bits) for row in rows], dtype=np.uint64),
        degree=_degrees(rows),
        looked=np.array([row.through == "look-up" for row in rows], dtype=np.uint8),
        shown=np.array([row.through == "shown" for row in rows], dtype=np.uint8),
        look_high=np.array([high for high, _ in looks], dtype=np.uint64),
        look_low=np.array([low for _, low in looks], dtype=np.uint64),
        scope=np.array([SCOPES.index(row.scope) for row in rows], dtype=np.uint8),
        notice=np.array([NOTICES.index(row.notice) for row in rows], dtype=np.uint8),
        decision=lower_decisions([row.decision for row in rows], [only_gives(row) for row in rows]),
        by_grade=_masks([row.grade for row in rows], ("", *(grade.id for grade in scheme.grades))),
        by_list=_masks([row.on_list for row in rows], [one.id for one in scheme.lists]),
        when=of_consequences(scheme),
        hears=np.array([_hears(scheme, row) for row in rows], dtype=np.int32),
        forgets=np.array([row.recipient in forgetting for row in rows], dtype=np.uint8),
    )


def _hears(scheme: Scheme, row: Consequence) -> int:
    """Days until the recipient of a consequence hears of it; -1 where it has none."""
    return next((int(one.hears_days.value) for one in scheme.process.recipients if one.id == row.recipient), -1)


def _chance_to_look(row: Consequence, *, published: bool) -> Fraction:
    return Fraction(row.look_up.value) if row.look_up and published else Fraction(0)


def only_gives(row: Consequence) -> bool:
    """Whether a consequence takes nothing and worsens nothing, so that being let off it is a loss."""
    return not row.deny and not row.brings and all(level >= 0 for _, level in (*row.degree, *row.terms))


def _degrees(rows: tuple[Consequence, ...]) -> I8:
    levels = np.zeros((len(rows), len(Degree)), dtype=np.int8)
    for c, row in enumerate(rows):
        for name, level in row.degree:
            levels[c, int(DEGREE_CODES[name])] = level
    return levels


def _masks(causes: list[str], names: Iterable[str]) -> U64:
    return np.array(
        [sum(1 << c for c, cause in enumerate(causes) if name and cause == name) for name in names], dtype=np.uint64
    )
