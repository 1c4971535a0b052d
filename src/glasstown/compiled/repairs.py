"""The tables of repairs: which records give back what rules took, or end which grounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from glasstown.compiled.by_act import by_act
from glasstown.compiled.model import ACT_ROWS
from glasstown.compiled.model_repairs import RepairTables
from glasstown.compiled.rules import source_bits
from glasstown.compiled.states import of_repairs
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_repairs import Repair
from glasstown.scheme.model_rules import Rule
from glasstown.vocab.evidence import Figure
from glasstown.vocab.limits import MAX_POINTS
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli

FOR_GOOD: Final = -1
NEVER: Final = -2


def lower_repairs(scheme: Scheme, codes: Mapping[str, int], tallies: int) -> RepairTables:
    """Lower all repairs, by name.

    Args:
        scheme: the scheme.
        codes: numbers of all acts.
        tallies: counts that the rules keep; those of repairs are numbered after them.
    """
    rows, rules = scheme.repairs, scheme.rules
    sources = {source.id: number for number, source in enumerate(scheme.sources)}
    grounds = {ground.id: number for number, ground in enumerate(scheme.grounds)}
    slots = {rule.id: scheme.slot_of(rule.score) for rule in rules}
    acts: list[list[int]] = [[] for _ in range(ACT_ROWS)]
    for number, row in enumerate(rows):
        acts[codes[row.act]].append(number)
    counting = [row.id for row in rows if row.per_days is not None]
    return RepairTables(
        **by_act(acts),
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        sources=np.array([source_bits(row.sources, sources) for row in rows], dtype=np.uint64),
        points=np.array([milli(row.points.value) if row.points else 0 for row in rows], dtype=np.int64),
        rules=np.array([[rule.id in row.rules for rule in rules] for row in rows], dtype=np.uint8).reshape(
            len(rows), len(rules)
        ),
        largest=np.array([milli(row.largest.value if row.largest else MAX_POINTS) for row in rows], dtype=np.int64),
        ground=np.array([grounds.get(row.ground, -1) for row in rows], dtype=np.int32),
        after=np.array([int(row.after_days.value) for row in rows], dtype=np.int32),
        within=_days([row.within_days for row in rows]),
        most=np.array([int(row.most.value) for row in rows], dtype=np.int32),
        per_days=_days([row.per_days for row in rows]),
        tally=np.array([tallies + counting.index(row.id) if row.per_days else -1 for row in rows], dtype=np.int32),
        when=of_repairs(scheme),
        slot=np.array([slots[row.rules[0]] if row.rules else 0 for row in rows], dtype=np.uint8),
        lasts=np.array([_lasts(rule, rows) for rule in rules], dtype=np.int32),
        tallies=len(counting),
    )


def _days(figures: list[Figure | None]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array([int(figure.value) if figure else FOR_GOOD for figure in figures], dtype=np.int32)


def _lasts(rule: Rule, repairs: tuple[Repair, ...]) -> int:
    """Days for which a debit of a rule can be repaired: while it counts, and some window is open."""
    windows = [row.within_days for row in repairs if rule.id in row.rules]
    if not windows:
        return NEVER
    ends = [int(rule.expires_days.value)] if rule.expires_days else []
    if all(window is not None for window in windows):
        ends.append(max(int(window.value) for window in windows if window is not None))
    return min(ends, default=FOR_GOOD)
