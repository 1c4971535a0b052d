"""The tables of the rules: which records move a score, by how much, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from glasstown.compiled.model import ACT_ROWS, RuleTables
from glasstown.scheme.model import Rule, Scheme
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli

MAX_TALLIES: Final = 8
"""Rules that count repeats, in one scheme."""

ALL_SOURCES: Final = (1 << 63) - 1


def lower_rules(
    scheme: Scheme, codes: Mapping[str, int], faults: list[Diagnostic]
) -> tuple[RuleTables, tuple[int, ...]]:
    """Lower all rules.

    Returns:
        The tables, and the numbers of the acts that some rule takes points for.
    """
    rules = scheme.rules
    by_act: list[list[int]] = [[] for _ in range(ACT_ROWS)]
    for r, rule in enumerate(rules):
        by_act[codes[rule.act]].append(r)
    # by name, so that the order of a file enters no digest
    counting = sorted((r for r, rule in enumerate(rules) if rule.repeat is not None), key=lambda r: rules[r].id)
    if len(counting) > MAX_TALLIES:
        faults.append(_too_many(rules[counting[MAX_TALLIES]], len(counting)))
    source_numbers = {source.id: s for s, source in enumerate(scheme.sources)}
    first = np.cumsum([0, *(len(row) for row in by_act)])[:-1]
    tables = RuleTables(
        first=first.astype(np.int32),
        count=np.array([len(row) for row in by_act], dtype=np.int32),
        order=np.array([r for row in by_act for r in row], dtype=np.int32),
        low=np.array([milli(rule.points[0]) for rule in rules], dtype=np.int64),
        high=np.array([milli(rule.points[1]) for rule in rules], dtype=np.int64),
        grain=np.array([_grain(rule) for rule in rules], dtype=np.int64),
        expires=np.array([int(rule.expires_days.value) if rule.expires_days else -1 for rule in rules], dtype=np.int32),
        tally=np.array([counting.index(r) if rule.repeat else -1 for r, rule in enumerate(rules)], dtype=np.int32),
        repeat=np.array([rule.repeat.count if rule.repeat else 1 for rule in rules], dtype=np.int32),
        within=np.array([rule.repeat.within_days if rule.repeat else -1 for rule in rules], dtype=np.int32),
        sources=np.array([_source_bits(rule, source_numbers) for rule in rules], dtype=np.uint64),
        digest=np.array([name_digest(rule.id) for rule in rules], dtype=np.uint32),
        tallies=min(len(counting), MAX_TALLIES),
    )
    debited = tuple(sorted({codes[rule.act] for rule in rules if rule.points[0] < 0}))
    return tables, debited


def _grain(rule: Rule) -> int:
    low, high = (milli(end) for end in rule.points)
    return 1000 if low % 1000 == 0 and high % 1000 == 0 else 1


def _source_bits(rule: Rule, numbers: Mapping[str, int]) -> int:
    if not rule.sources:
        return ALL_SOURCES
    return sum(1 << numbers[name] for name in set(rule.sources))


def _too_many(rule: Rule, found: int) -> Diagnostic:
    return Diagnostic(
        "LIM-tallies",
        f"{found} rules count repeats; at most {MAX_TALLIES} can",
        why="each such rule keeps a count for every resident",
        fix="merge rules that count the same records, or leave `repeat` out where it is 1",
        span=rule.span,
    )
