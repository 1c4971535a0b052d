"""Grounds, officials and consequences of a compiled scheme, in the form the kernels read."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.model import ACT_ROWS, CompiledScheme
from glasstown.compiled.model_lists import ConsequenceTables, DecisionTables
from glasstown.simulate.charges import Consequences, Grounds, Officers
from glasstown.vocab.arrays import U8, U32, U64
from glasstown.vocab.codes import Degree

CAPACITY_BITS: Final = 48

BY_ORGANISATIONS: Final = 4
"""Scopes from here up hit residents themselves, for what an organisation did."""


def grounds_of(compiled: CompiledScheme, weekday: int) -> Grounds:
    """The grounds of a scheme; `weekday` is that of day 0, Monday 0."""
    g = compiled.grounds
    reported = g.exits.any(axis=1) & (g.exit_sources == 0)
    touches = _any_act(g.exits[g.exit_sources != 0]) | _any_act(g.extends)
    return Grounds(
        g.on_list, g.holder, g.first, g.count, g.order, g.sources, g.tally, g.repeat, g.within, g.min_age_days, g.entry,
        g.entry_working, g.term, g.extend, g.longest, g.extends, g.exits, g.exit_sources, reported.astype(np.uint8),
        g.exit, g.exit_working, g.decision.officer, g.digest, g.refuse_high, g.refuse_low,
        closes=_any_act(g.exits[reported]),
        touches=touches,
        rules=compiled.rules.tallies + compiled.repairs.tallies + compiled.overrides.tallies,
        weekday=weekday,
        when=g.when,
    )  # fmt: skip


def _any_act(table: U8) -> U8:
    """(acts,) 1 for the acts that any of some grounds names."""
    named = np.zeros(ACT_ROWS, np.uint8)
    for row in table:
        named |= row
    return named


def officers_of(digest: U32, tables: DecisionTables) -> Officers:
    """Officials who decide on grounds, or on consequences."""
    return Officers(digest, tables.delay, tables.override_high, tables.override_low, tables.favoured)


def judges_of(compiled: CompiledScheme | None) -> Officers:
    """Officials who decide on grounds."""
    if compiled is None:
        return no_consequences().officers
    return officers_of(compiled.grounds.case, compiled.grounds.decision)


def consequences_of(compiled: CompiledScheme) -> Consequences:
    """What follows from grades and lists."""
    c = compiled.consequences
    harms = (c.deny != 0) | (c.degree < 0).any(axis=1)
    return Consequences(
        c.digest, c.grade, c.on_list, c.deny, c.favour, c.degree, c.looked, c.by_grade, c.by_list,
        officers_of(c.digest, c.decision), c.decision.per_thousand_year,
        officer=_word(c.decision.officer != 0),
        own=_word((c.scope == 0) | (c.scope >= BY_ORGANISATIONS)),
        household=_word(c.scope == 1),
        children=_word(c.scope == 2),
        told=_word(c.notice == 1),
        by_refusal=_word(c.notice == 2),
        harms=_word(harms),
        shown=_word(c.shown != 0),
        conditional=_word(c.when >= 0),
        when=c.when,
        passed=_word(c.hears >= 0),
        hears=c.hears,
        forgets=c.forgets,
        punishing=np.uint16(_word(compiled.lists.punishes != 0)),
    )  # fmt: skip


def _word(chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> np.uint64:
    return np.uint64(sum(1 << c for c, one in enumerate(chosen) if one))


def look_ups(tables: ConsequenceTables) -> U64:
    """(48,) thresholds of 32 bits that the other side of an attempt looks, by bit of the capacity."""
    words = np.zeros(CAPACITY_BITS, np.uint64)
    for c in np.flatnonzero(tables.looked):
        for bit in range(CAPACITY_BITS):
            if int(tables.deny[c]) >> bit & 1:
                words[bit] = max(words[bit], tables.look_high[c])
    return words


def no_grounds() -> Grounds:
    """The world without lists."""
    none, acts = np.zeros(0, np.int32), np.zeros(ACT_ROWS, np.int32)
    small, words, rows = none.astype(np.uint8), none.astype(np.uint64), np.zeros((0, ACT_ROWS), np.uint8)
    seen = np.zeros(ACT_ROWS, np.uint8)
    return Grounds(
        small, small, acts, acts, none, words, none, none, none, none, none, small, none, none, none, rows, rows, words,
        small, none, small, small, none.astype(np.uint32), words, words, seen, seen, 0, 0, none,
    )  # fmt: skip


def no_consequences() -> Consequences:
    """The world in which nothing follows."""
    none, words = np.zeros(0, np.int32), np.zeros(0, np.uint64)
    small, nothing = none.astype(np.uint8), np.uint64(0)
    return Consequences(
        none.astype(np.uint32), small, small, words, words,
        np.zeros((0, len(Degree)), np.int8), small, np.zeros(1, np.uint64), words,
        Officers(none.astype(np.uint32), none, words, words, np.zeros((2, 0, 1), np.uint64)), (),
        nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, none, nothing, none, small,
        np.uint16(0),
    )  # fmt: skip
