"""Phase 7: rules turn records into points; points expire; counts of repeats end."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.agenda import COUNT_ENDS, EXPIRY, Agenda
from glasstown.simulate.sightings import act_address
from glasstown.simulate.worlds import Rulebook
from glasstown.vocab.arrays import I32, I64, U8, U16, U32, U64
from glasstown.vocab.codes import Decision, Entry

DISCRETION = int(Decision.DISCRETION)
BY_RULE = int(Entry.RULE)
BY_CAP = int(Entry.CAP)
BY_EXPIRY = int(Entry.EXPIRY)


class Entries(NamedTuple):
    """Movements of scores, in the order in which they were made; see the catalogue of columns."""

    who: I32
    day: U16
    kind: U8
    rule: U16
    act: U8
    source: U8
    truth: U8
    origin: U32
    ref: U32
    delta: I64
    after: I64


class Scores(NamedTuple):
    """Scores of one district: as read, the open sum behind a cap on reading, and counts of repeats."""

    score: I32
    open_sum: I64
    tally: I32
    """(tallies, residents)."""


def empty_entries(room: int) -> Entries:
    """Buffers for so many movements."""
    return Entries(
        np.zeros(room, np.int32), np.zeros(room, np.uint16), np.zeros(room, np.uint8), np.zeros(room, np.uint16),
        np.zeros(room, np.uint8), np.zeros(room, np.uint8), np.zeros(room, np.uint8), np.zeros(room, np.uint32),
        np.zeros(room, np.uint32), np.zeros(room, np.int64), np.zeros(room, np.int64),
    )


@kernel
def drawn_points(rules: Rulebook, rule: int, act: int, source: int, ref: int, origin: int, keys: U64) -> int:
    """Points of one rule for one record, in thousandths; discretion is an addressed draw."""
    low, high, grain = int(rules.low[rule]), int(rules.high[rule]), int(rules.grain[rule])
    if low == high:
        return low
    step = ref >> 20
    c1 = act_address(act, (ref >> 15) & 31, (ref >> 9) & 63, rules.declared)
    c2 = np.uint64((step << 16) | (int(rules.source_digest[source]) & 0x7FFF))
    c3 = np.uint64((DISCRETION << 24) | int(rules.digest[rule]))
    word, _, _, _ = philox4x32(np.uint64(origin), c1, c2, c3, keys[0], keys[1])
    choices = (high - low) // grain + 1
    return low + grain * ((int(word) * choices) >> 32)


@kernel
def _write(entries: Entries, at: int, hits: Agenda, h: int, kind: int, rule: int, delta: int, after: int) -> None:
    entries.who[at] = hits.who[h]
    entries.day[at] = hits.due[h]
    entries.kind[at] = kind
    entries.rule[at] = rule
    entries.act[at] = hits.act[h]
    entries.source[at] = hits.source[h]
    entries.truth[at] = hits.truth[h]
    entries.origin[at] = hits.origin[h]
    entries.ref[at] = hits.ref[h]
    entries.delta[at] = delta
    entries.after[at] = after


@kernel
def _move(rules: Rulebook, scores: Scores, entries: Entries, count: int, hits: Agenda, h: int, kind: int,
          rule: int, delta: int) -> tuple[int, int]:
    """Move one score and write it down; returns (new number of entries, what an expiry gives back).

    With a cap on each entry the clamped part is gone for good. With a cap on reading the open sum keeps
    everything and a cap entry says by how much the reading differs now.
    """
    i = int(hits.who[h])
    low, high = int(rules.limits[0]), int(rules.limits[1])
    before = int(scores.score[i])
    if rules.each_entry != 0:
        reading = min(max(before + delta, low), high)
        given = reading - before
    else:
        scores.open_sum[i] += delta
        reading = min(max(int(scores.open_sum[i]), low), high)
        given = delta
    _write(entries, count, hits, h, kind, rule, delta, before + delta)
    count += 1
    if reading != before + delta:
        _write(entries, count, hits, h, BY_CAP, rule, reading - before - delta, reading)
        count += 1
    scores.score[i] = reading
    return count, given


@kernel
def _add(agenda: Agenda, used: int, hits: Agenda, h: int, kind: int, due: int, rule: int, amount: int) -> int:
    agenda.due[used] = due
    agenda.who[used] = hits.who[h]
    agenda.kind[used] = kind
    agenda.act[used] = hits.act[h]
    agenda.source[used] = hits.source[h]
    agenda.truth[used] = hits.truth[h]
    agenda.rule[used] = rule
    agenda.amount[used] = amount
    agenda.ref[used] = hits.ref[h]
    agenda.origin[used] = hits.origin[h]
    return used + 1


@kernel
def _apply_rules(rules: Rulebook, scores: Scores, hits: Agenda, h: int, horizon: int, keys: U64,
                 entries: Entries, count: int, agenda: Agenda, used: int) -> tuple[int, int]:
    """One record on one subject: every rule for its act, in the order of the file."""
    i, act, source = int(hits.who[h]), int(hits.act[h]), int(hits.source[h])
    day = int(hits.due[h])
    first = int(rules.first[act])
    for p in range(first, first + int(rules.count[act])):
        rule = int(rules.order[p])
        if (rules.sources[rule] >> np.uint64(source)) & np.uint64(1) == np.uint64(0):
            continue
        points = drawn_points(rules, rule, act, source, int(hits.ref[h]), int(hits.origin[h]), keys)
        tally = int(rules.tally[rule])
        if tally >= 0:
            scores.tally[tally, i] += 1
            ends = day + int(rules.within[rule])
            if ends < horizon:
                used = _add(agenda, used, hits, h, COUNT_ENDS, ends, tally, 0)
            if int(scores.tally[tally, i]) < int(rules.repeat[rule]):
                points = 0
        count, given = _move(rules, scores, entries, count, hits, h, BY_RULE, rule, points)
        ends = day + int(rules.expires[rule])
        if given != 0 and int(rules.expires[rule]) >= 0 and ends < horizon:
            used = _add(agenda, used, hits, h, EXPIRY, ends, rule, -given)
    return count, used


@kernel
def assess(rules: Rulebook, scores: Scores, subject: U8, hits: Agenda, number: int, horizon: int, keys: U64,
           entries: Entries, agenda: Agenda, used: int) -> tuple[int, int, int]:
    """Handle everything that is due, resident by resident in order of day.

    Args:
        rules: the rules of this world.
        scores: scores and counts of the district, changed in place.
        subject: 1 for residents whom the scheme scores.
        hits: rows that are due, sorted; the first `number` hold.
        number: how many.
        horizon: first day after the run; nothing due then is kept.
        keys: luck key.
        entries: buffers with room for every rule of every record twice.
        agenda: the district's agenda with room likewise.
        used: rows of it in use.

    Returns:
        (entries written, agenda rows in use, records that reached a subject).
    """
    count = 0
    records = 0
    for h in range(number):
        i = int(hits.who[h])
        kind = int(hits.kind[h])
        if kind == COUNT_ENDS:
            scores.tally[int(hits.rule[h]), i] -= 1
        elif kind == EXPIRY:
            count, _ = _move(rules, scores, entries, count, hits, h, BY_EXPIRY, int(hits.rule[h]), int(hits.amount[h]))
        elif subject[i] != 0:
            records += 1
            count, used = _apply_rules(rules, scores, hits, h, horizon, keys, entries, count, agenda, used)
    return count, used, records
