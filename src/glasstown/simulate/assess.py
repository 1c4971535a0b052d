"""Phase 7: rules turn records into points; overrides count them; points expire; counts of records end."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.postfix import evaluate
from glasstown.simulate.agenda import COMPELLED, COUNT_ENDS, EXPIRY, SHARED
from glasstown.simulate.agreement import agrees
from glasstown.simulate.discretion import drawn_points, kinder
from glasstown.simulate.worlds import Asked, Overrides, Rulebook
from glasstown.vocab.arrays import I32, I64, U8, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Entry

BY_RULE: Final = np.int64(Entry.RULE)
BY_CAP: Final = np.int64(Entry.CAP)
BY_EXPIRY: Final = np.int64(Entry.EXPIRY)
BY_ASSOCIATION: Final = np.int64(Entry.ASSOCIATION)
BY_OVERRIDE: Final = np.int64(Entry.OVERRIDE)


ENTRY: Final = np.dtype([
    ("who", np.int32),
    ("day", np.uint16),
    ("rule", np.uint16),
    ("kind", np.uint8),
    ("act", np.uint8),
    ("source", np.uint8),
    ("truth", np.uint8),
    ("via", np.uint8),
    ("score", np.uint8),
    ("origin", np.uint32),
    ("ref", np.uint32),
    ("delta", np.int64),
    ("after", np.int64),
])
"""One movement of a score; see the catalogue of columns."""


class Scores(NamedTuple):
    """Scores of one district: as read, the open sum behind a cap on reading, and counts of repeats.

    `further`, `further_sum`: (slots - 1, residents), the same for the scores after the first.
    """

    score: I32
    open_sum: I64
    tally: I32
    """(tallies, residents)."""
    further: I32
    further_sum: I64


@inner
def reading_of(scores: Scores, slot: Whole, i: Whole) -> Whole:
    """What one score of somebody reads."""
    return np.int64(scores.score[i]) if slot == 0 else np.int64(scores.further[slot - 1, i])


@inner
def _added(scores: Scores, slot: Whole, i: Whole, delta: Whole) -> Whole:
    """The open sum of one score of somebody, after some points."""
    if slot == 0:
        scores.open_sum[i] += delta
        return scores.open_sum[i]
    scores.further_sum[slot - 1, i] += delta
    return scores.further_sum[slot - 1, i]


@inner
def _put(scores: Scores, slot: Whole, i: Whole, reading: Whole) -> None:
    if slot == 0:
        scores.score[i] = reading
    else:
        scores.further[slot - 1, i] = reading


@inner
def write_entry(entry: AnyArray, hit: AnyArray, kind: Whole, rule: Whole, slot: Whole, delta: Whole,
                after: Whole) -> None:
    """Write one movement of one score, made by the record behind `hit`."""
    entry["who"] = hit["who"]
    entry["day"] = hit["due"]
    entry["kind"] = kind
    entry["rule"] = rule
    entry["act"] = hit["act"]
    entry["source"] = hit["source"]
    entry["truth"] = hit["truth"]
    entry["via"] = hit["via"]
    entry["score"] = slot
    entry["origin"] = hit["origin"]
    entry["ref"] = hit["ref"]
    entry["delta"] = delta
    entry["after"] = after


@kernel
def move(rules: Rulebook, scores: Scores, entries: AnyArray, count: Whole, hit: AnyArray, kind: Whole, rule: Whole,
         slot: Whole, delta: Whole) -> tuple[Whole, Whole]:
    """Move one score and write it down; returns (new number of entries, what an expiry gives back).

    With a cap on each entry the clamped part is gone for good. With a cap on reading the open sum keeps
    everything and a cap entry says by how much the reading differs now.
    """
    i = np.int64(hit["who"])
    low, high = rules.limits[slot, 0], rules.limits[slot, 1]
    before = reading_of(scores, slot, i)
    if rules.each_entry[slot] != 0:
        reading = min(max(before + delta, low), high)
        given = reading - before
    else:
        reading = min(max(_added(scores, slot, i, delta), low), high)
        given = delta
    write_entry(entries[count], hit, kind, rule, slot, delta, before + delta)
    count += 1
    if reading != before + delta:
        write_entry(entries[count], hit, BY_CAP, rule, slot, reading - before - delta, reading)
        count += 1
    _put(scores, slot, i, reading)
    return count, given


@inner
def _add(row: AnyArray, hit: AnyArray, kind: Whole, due: Whole, rule: Whole, amount: Whole) -> None:
    row["due"] = due
    row["who"] = hit["who"]
    row["kind"] = kind
    row["act"] = hit["act"]
    row["source"] = hit["source"]
    row["truth"] = hit["truth"]
    row["via"] = hit["via"]
    row["rule"] = rule
    row["amount"] = amount
    row["ref"] = hit["ref"]
    row["origin"] = hit["origin"]


@inner
def _let_count(rules: Rulebook, scores: Scores, hit: AnyArray, kind: Whole, rule: Whole, points: Whole, horizon: Whole,
               entries: AnyArray, count: Whole, agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """Move a score by some points, which the rule may give back later."""
    count, given = move(rules, scores, entries, count, hit, kind, rule, np.int64(rules.slot[rule]), points)
    ends = np.int64(hit["due"]) + np.int64(rules.expires[rule])
    if given != 0 and np.int64(rules.expires[rule]) >= 0 and ends < horizon:
        _add(agenda[used], hit, EXPIRY, ends, rule, -given)
        used += 1
    return count, used


@inner
def _count(scores: Scores, hit: AnyArray, tally: Whole, days: Whole, amount: Whole, horizon: Whole, agenda: AnyArray,
           used: Whole) -> Whole:
    """Count a record (`amount` 0), or some thousandths, for so many days; returns the agenda rows in use."""
    scores.tally[tally, np.int64(hit["who"])] += max(amount, 1)
    ends = np.int64(hit["due"]) + days
    if ends < horizon:
        _add(agenda[used], hit, COUNT_ENDS, ends, tally, amount)
        used += 1
    return used


@inner
def _limited(rules: Rulebook, scores: Scores, hit: AnyArray, rule: Whole, points: Whole, horizon: Whole,
             agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """What a rule still moves after what it, or its group, has moved; returns (points, agenda rows in use)."""
    i, per, group = np.int64(hit["who"]), np.int64(rules.per[rule]), np.int64(rules.group[rule])
    if per >= 0 and scores.tally[per, i] > 0:
        points = np.int64(0)
    if group >= 0 and points < 0:
        more = max(-points - np.int64(scores.tally[group, i]), np.int64(0))
        points = -more
        if more > 0:
            used = _count(scores, hit, group, np.int64(rules.group_days[rule]), more, horizon, agenda, used)
    if per >= 0 and points != 0:
        used = _count(scores, hit, per, np.int64(rules.per_days[rule]), np.int64(0), horizon, agenda, used)
    return points, used


@inner
def _agree(rules: Rulebook, scores: Scores, hit: AnyArray, rule: Whole, horizon: Whole, agenda: AnyArray,
           used: Whole) -> tuple[YesNo, Whole]:
    """Count a record of a source; returns (whether it brings enough sources together, agenda rows in use)."""
    i, tally = np.int64(hit["who"]), np.int64(rules.agree.tally[rule, np.int64(hit["source"])])
    before = agrees(rules.agree, scores.tally, rule, i)
    if tally >= 0:  # not so where a society lets a source write down what it never sees
        used = _count(scores, hit, tally, np.int64(rules.agree.within[rule]), np.int64(0), horizon, agenda, used)
    return not before and agrees(rules.agree, scores.tally, rule, i), used


@inner
def holds(asked: Asked, f: Whole, score: Whole, i: Whole) -> YesNo:
    """Whether a condition holds for one resident; there is none where its number is below 0."""
    if f < 0:
        return True
    start, end = np.int64(asked.start[f]), np.int64(asked.start[f + 1])
    return evaluate(asked.pairs, start, end, asked.facts, score, i, asked.stack) != 0


@inner
def _apply_rules(rules: Rulebook, asked: Asked, scores: Scores, hit: AnyArray, horizon: Whole, keys: U64,
                 entries: AnyArray, count: Whole, agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """One record on one subject: every rule for its act, in the order of the file."""
    i, act, source = np.int64(hit["who"]), np.int64(hit["act"]), np.int64(hit["source"])
    first = np.int64(rules.first[act])
    for p in range(first, first + np.int64(rules.number[act])):
        rule = np.int64(rules.order[p])
        if np.int64(rules.holder[rule]) != np.int64(hit["rule"]):
            continue
        if (rules.sources[rule] >> np.uint64(source)) & np.uint64(1) == np.uint64(0):
            continue
        if not holds(asked, np.int64(asked.of_rule[rule]), np.int64(scores.score[i]), i):
            continue
        points = drawn_points(rules, rule, act, source, np.int64(hit["ref"]), np.int64(hit["origin"]), keys)
        points = kinder(rules, rule, points, np.int64(asked.tied[i]))
        tally = np.int64(rules.tally[rule])
        if tally >= 0:
            used = _count(scores, hit, tally, np.int64(rules.within[rule]), np.int64(0), horizon, agenda, used)
            if np.int64(scores.tally[tally, i]) < np.int64(rules.repeat[rule]):
                points = np.int64(0)
        if rules.agree.within[rule] > 0:
            agreed, used = _agree(rules, scores, hit, rule, horizon, agenda, used)
            points = points if agreed else np.int64(0)
        points, used = _limited(rules, scores, hit, rule, points, horizon, agenda, used)
        count, used = _let_count(rules, scores, hit, BY_RULE, rule, points, horizon, entries, count, agenda, used)
    return count, used


@inner
def _count_overrides(overrides: Overrides, scores: Scores, hit: AnyArray, horizon: Whole, entries: AnyArray,
                     count: Whole, agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """One record on one subject: every override that counts it writes it down, and moves nothing."""
    i, act, source = np.int64(hit["who"]), np.int64(hit["act"]), np.int64(hit["source"])
    first = np.int64(overrides.first[act])
    for p in range(first, first + np.int64(overrides.number[act])):
        one = np.int64(overrides.order[p])
        if (overrides.sources[one] >> np.uint64(source)) & np.uint64(1) == np.uint64(0):
            continue
        tally, within = np.int64(overrides.tally[one]), np.int64(overrides.within[one])
        slot = np.int64(overrides.slot[one])
        write_entry(entries[count], hit, BY_OVERRIDE, one, slot, np.int64(0), reading_of(scores, slot, i))
        count += 1
        used = _count(scores, hit, tally, within if within >= 0 else horizon, np.int64(0), horizon, agenda, used)
    return count, used


@kernel
def assess(rules: Rulebook, overrides: Overrides, asked: Asked, scores: Scores, subject: U8, hits: AnyArray,
           horizon: Whole, keys: U64, entries: AnyArray, agenda: AnyArray,
           used: Whole) -> tuple[Whole, Whole, Whole]:
    """Handle everything that is due, resident by resident in order of day.

    Args:
        rules: the rules of this world.
        overrides: what counts records beside them.
        asked: conditions of rules, and what they ask about.
        scores: scores and counts of the district, changed in place.
        subject: 1 for residents whom the scheme scores.
        hits: rows that are due, sorted.
        horizon: first day after the run; nothing due then is kept.
        keys: luck key.
        entries: buffer with room for every rule of every record twice, and every override.
        agenda: the district's agenda with room likewise.
        used: rows of it in use.

    Returns:
        (entries written, agenda rows in use, records that reached a subject).
    """
    count = np.int64(0)
    records = np.int64(0)
    for h in range(hits.size):
        hit = hits[h]
        i = np.int64(hit["who"])
        kind = np.int64(hit["kind"])
        if kind == COUNT_ENDS and np.int64(hit["rule"]) >= rules.tallies:
            continue
        if kind == COUNT_ENDS:
            scores.tally[np.int64(hit["rule"]), i] -= max(np.int64(hit["amount"]), 1)
        elif kind == EXPIRY:
            rule = np.int64(hit["rule"])
            count, _ = move(rules, scores, entries, count, hit, BY_EXPIRY, rule, np.int64(rules.slot[rule]),
                            hit["amount"])
        elif kind == SHARED and subject[i] != 0:
            count, used = _let_count(rules, scores, hit, BY_ASSOCIATION, np.int64(hit["rule"]), np.int64(hit["amount"]),
                                     horizon, entries, count, agenda, used)
        elif kind == COMPELLED or (kind != SHARED and subject[i] != 0):
            records += 1
            count, used = _apply_rules(rules, asked, scores, hit, horizon, keys, entries, count, agenda, used)
            if np.int64(hit["rule"]) == 0:  # overrides are the scorer's
                count, used = _count_overrides(overrides, scores, hit, horizon, entries, count, agenda, used)
    return count, used, records


def shortest_wait(rules: Rulebook, overrides: Overrides, within: I32, longest: int) -> int:
    """Days before the end of anything that begins today: by a rule, an override, or a ground that counts `within`."""
    waits = np.concatenate((rules.expires, rules.within, rules.per_days, rules.group_days, rules.agree.within,
                            overrides.within, within))
    return int(waits[waits > 0].min(initial=longest))
