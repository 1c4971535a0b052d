"""The tables of the rules: which records move a score, by how much, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from glasstown.compiled.agreement import lower_agreement
from glasstown.compiled.by_act import by_act
from glasstown.compiled.caps import lower_caps
from glasstown.compiled.favour import lower_rule_favours
from glasstown.compiled.model import ACT_ROWS, RuleTables
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_rules import Rule
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli

ALL_SOURCES: Final = (1 << 63) - 1


def lower_rules(scheme: Scheme, codes: Mapping[str, int]) -> RuleTables:
    """Lower all rules."""
    rules = scheme.rules
    rows: list[list[int]] = [[] for _ in range(ACT_ROWS)]
    for r, rule in enumerate(rules):
        rows[codes[rule.act]].append(r)
    # by name, so that the order of a file enters no digest
    counting = sorted((r for r, rule in enumerate(rules) if rule.repeat is not None), key=lambda r: rules[r].id)
    spaced = sorted((r for r, rule in enumerate(rules) if rule.per_days is not None), key=lambda r: rules[r].id)
    groups = sorted({rule.group for rule in rules if rule.group})
    before = len(counting) + len(spaced)
    source_numbers = {source.id: s for s, source in enumerate(scheme.sources)}
    agree = lower_agreement(scheme, before + len(groups))
    caps = lower_caps(scheme, before + len(groups) + agree.tallies)
    return RuleTables(
        **by_act(rows),
        low=np.array([milli(rule.points[0]) for rule in rules], dtype=np.int64),
        high=np.array([milli(rule.points[1]) for rule in rules], dtype=np.int64),
        grain=np.array([_grain(rule) for rule in rules], dtype=np.int64),
        expires=np.array([int(rule.expires_days.value) if rule.expires_days else -1 for rule in rules], dtype=np.int32),
        tally=np.array([counting.index(r) if rule.repeat else -1 for r, rule in enumerate(rules)], dtype=np.int32),
        repeat=np.array([rule.repeat.count if rule.repeat else 1 for rule in rules], dtype=np.int32),
        within=np.array([rule.repeat.within_days if rule.repeat else -1 for rule in rules], dtype=np.int32),
        per=np.array(
            [len(counting) + spaced.index(r) if rule.per_days else -1 for r, rule in enumerate(rules)], dtype=np.int32
        ),
        per_days=np.array([int(rule.per_days.value) if rule.per_days else -1 for rule in rules], dtype=np.int32),
        group=np.array([before + groups.index(rule.group) if rule.group else -1 for rule in rules], dtype=np.int32),
        group_days=np.array([int(rule.group_days.value) if rule.group_days else -1 for rule in rules], dtype=np.int32),
        sources=np.array([source_bits(rule.sources, source_numbers) for rule in rules], dtype=np.uint64),
        digest=np.array([name_digest(rule.id) for rule in rules], dtype=np.uint32),
        holder=np.array([scheme.holding.number_of(rule.holder) for rule in rules], dtype=np.uint8),
        slot=np.array([scheme.slot_of(rule.score) for rule in rules], dtype=np.uint8),
        favour=lower_rule_favours([rule.favour for rule in rules]),
        agree=agree,
        caps=caps,
        tallies=before + len(groups) + agree.tallies + caps.tallies,
    )


def _grain(rule: Rule) -> int:
    low, high = (milli(end) for end in rule.points)
    return 1000 if low % 1000 == 0 and high % 1000 == 0 else 1


def source_bits(names: tuple[str, ...], numbers: Mapping[str, int]) -> int:
    """Bits of some sources; all of them where none is named."""
    if not names:
        return ALL_SOURCES
    return sum(1 << numbers[name] for name in set(names))
