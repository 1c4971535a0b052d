"""The tables of overrides: which records, or which list, hold a resident to which grade."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from glasstown.compiled.by_act import by_act
from glasstown.compiled.model import ACT_ROWS
from glasstown.compiled.model_points import OverrideTables
from glasstown.compiled.rules import source_bits
from glasstown.scheme.model import Scheme
from glasstown.vocab.names import name_digest


def lower_overrides(scheme: Scheme, codes: Mapping[str, int], tallies: int) -> OverrideTables:
    """Lower all overrides, by name.

    Args:
        scheme: the scheme.
        codes: numbers of all acts.
        tallies: counts of repeats that the rules keep; those of the overrides are numbered after them.
    """
    rows = scheme.overrides
    lists = {one.id: number for number, one in enumerate(scheme.lists)}
    sources = {source.id: number for number, source in enumerate(scheme.sources)}
    grades = {grade.id: number for number, grade in enumerate(scheme.grades, start=1)}
    slots = {grade.id: scheme.slot_of(grade.score) for grade in scheme.grades}
    acts: list[list[int]] = [[] for _ in range(ACT_ROWS)]
    for number, row in enumerate(rows):
        for act in row.acts:
            acts[codes[act]].append(number)
    counting = [number for number, row in enumerate(rows) if not row.on_list]
    table = by_act(acts)
    return OverrideTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        first=table["first"],
        number=table["count"],
        order=table["order"],
        sources=np.array([source_bits(row.sources, sources) for row in rows], dtype=np.uint64),
        tally=np.array(
            [-1 if row.on_list else tallies + counting.index(number) for number, row in enumerate(rows)], dtype=np.int32
        ),
        count=np.array([int(row.count.value) for row in rows], dtype=np.int32),
        within=np.array([int(row.within_days.value) if row.within_days else -1 for row in rows], dtype=np.int32),
        on_list=np.array([1 << lists[row.on_list] if row.on_list else 0 for row in rows], dtype=np.uint16),
        slot=np.array([slots[row.grade] for row in rows], dtype=np.uint8),
        grade=np.array([grades[row.grade] for row in rows], dtype=np.uint8),
        carries=np.array([grades.get(row.same_officer, 0) for row in rows], dtype=np.uint8),
        younger=np.array([int(row.younger_days.value) if row.younger_days else -1 for row in rows], dtype=np.int32),
    )
