"""From a compiled scheme to the tables of what it makes of records; empty ones without a scheme."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.model import ACT_ROWS, CompiledScheme
from glasstown.simulate.agreement import Agreements
from glasstown.simulate.caps import Caps
from glasstown.simulate.indexing import Index
from glasstown.simulate.rulebook import Answering, Counts, Formulas, Overrides, Rulebook, States
from glasstown.simulate.watch_tables import declared_digests

NOTHING: Final = np.zeros(0, dtype=np.uint64)


def rulebook_of(compiled: CompiledScheme | None) -> Rulebook:
    """What records do to scores."""
    if compiled is None:
        rows, numbers, words = np.zeros(ACT_ROWS, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int64)
        digests = np.zeros(0, np.uint32)
        no_caps = Caps(numbers, words, numbers, digests.astype(np.uint8), words.reshape(0, 0))
        agree = Agreements(numbers.reshape(0, 0), numbers, numbers, words, words)
        return Rulebook(
            rows, rows, numbers, words, words, words, numbers, numbers, numbers, numbers, numbers, numbers, numbers,
            numbers, NOTHING, digests, digests.astype(np.uint8), digests.astype(np.uint8), np.zeros((0, 1), np.int64),
            digests, digests, agree, no_caps, np.zeros((1, 2), np.int64), np.ones(1, np.uint8), 0,
        )  # fmt: skip
    r, a = compiled.rules, compiled.rules.agree
    return Rulebook(
        r.first, r.count, r.order, r.low, r.high, r.grain, r.expires, r.tally, r.repeat, r.within, r.per, r.per_days,
        r.group, r.group_days, r.sources, r.digest, r.holder, r.slot, r.favour, compiled.sources.digest,
        declared_digests(compiled), Agreements(a.tally, a.count, a.within, a.trusted, a.trust),
        Caps(r.caps.tally, r.caps.points, r.caps.days, r.caps.rises, r.caps.rising),
        np.ascontiguousarray(np.stack((compiled.scores.low, compiled.scores.high), axis=1)),
        compiled.scores.each_entry, tallies_of(compiled),
    )


def tallies_of(compiled: CompiledScheme) -> int:
    """Counts that rules, repairs and overrides keep of every resident; those of grounds come after them."""
    return compiled.rules.tallies + compiled.repairs.tallies + compiled.overrides.tallies


def overrides_of(compiled: CompiledScheme | None) -> Overrides:
    """What holds residents to a grade, whatever their score."""
    if compiled is None:
        rows, none = np.zeros(ACT_ROWS, np.int32), np.zeros(0, np.int32)
        bytes_ = none.astype(np.uint8)
        return Overrides(rows, rows, none, NOTHING, none, none, none, none.astype(np.uint16), bytes_, bytes_,
                         bytes_, none)
    o = compiled.overrides
    return Overrides(o.first, o.number, o.order, o.sources, o.tally, o.count, o.within, o.on_list, o.slot, o.grade,
                     o.carries, o.younger)


def formulas_of(compiled: CompiledScheme | None) -> Formulas:
    """Conditions."""
    if compiled is None:
        none = np.zeros(0, np.int32)
        return Formulas(np.zeros((0, 2), np.int64), np.zeros(1, np.int32), none)
    table = compiled.formulas
    return Formulas(table.pairs, table.start, table.of_rule)


def states_of(compiled: CompiledScheme | None) -> States:
    """Points that stand while a condition holds."""
    if compiled is None:
        none = np.zeros(0, np.int32)
        return States(none, none.astype(np.int64), none.astype(np.uint8), none)
    table = compiled.states
    return States(table.formula, table.points, table.slot, table.every)


def counts_of(compiled: CompiledScheme | None) -> Counts:
    """Records that formulas count."""
    if compiled is None:
        none = np.zeros(0, np.int32)
        return Counts(none, none, none, np.full(ACT_ROWS, -1, np.int32))
    rows = [row for row, (name, _) in enumerate(compiled.formulas.facts) if " " in name]
    disputed = np.full(ACT_ROWS, -1, np.int32)
    np.maximum.at(disputed, compiled.counts.act, compiled.counts.days)
    disputed[np.setdiff1d(np.arange(ACT_ROWS), compiled.index.lowering)] = -1
    return Counts(compiled.counts.act, compiled.counts.days, np.array(rows, dtype=np.int32), disputed)


def index_of(compiled: CompiledScheme | None) -> Index:
    """How the score is worked out anew, if it is."""
    if compiled is None:
        none = np.zeros(0, np.int64)
        return Index(np.zeros(6, np.int64), none.astype(np.int32), none.astype(np.int32), none, none)
    i = compiled.index
    terms = np.array([i.kind, i.formula, i.least, i.thin_milli, i.every, i.offset], dtype=np.int64)
    return Index(terms, i.value, i.needs, i.weight, i.default)


def answering_of(compiled: CompiledScheme | None) -> Answering:
    """Association: whose points are passed on to whom."""
    if compiled is None:
        none = np.zeros(0, np.uint8)
        return Answering(none, none, none, none.astype(np.int64), none.reshape(0, 0))
    table = compiled.associations
    return Answering(table.tie, table.losses, table.gains, table.micro, table.rules)
