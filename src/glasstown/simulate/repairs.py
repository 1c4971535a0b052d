"""Repairs: records by which somebody earns back points that rules took, or gets off a list before its time.

A debit that can be repaired is kept as a row until it has come back, by whatever way. Repairs are done at the end of a
step, after its records, expiries and appeals, in the order of the records; the oldest debit is lowered first.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import COMPELLED, COUNT_ENDS, EXPIRY, RECORD
from glasstown.simulate.assess import holds
from glasstown.simulate.charges import Grounds
from glasstown.simulate.grounds import REPAIRED, close
from glasstown.simulate.objections import DEBIT, is_debit, moved_by
from glasstown.simulate.rulebook import Asked, Rulebook
from glasstown.simulate.scores import Scores, move
from glasstown.simulate.take_back import TAKEN_OUT
from glasstown.simulate.tallies import count_for
from glasstown.vocab.arrays import I32, I64, U8, U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Entry

BY_REPAIR: Final = np.int64(Entry.REPAIR)

DEBITED: Final = np.dtype([
    ("who", np.uint16), ("day", np.uint16), ("rule", np.uint16), ("act", np.uint8), ("source", np.uint8),
    ("truth", np.uint8), ("via", np.uint8), ("ref", np.uint32), ("origin", np.uint32), ("took", np.int64),
    ("left", np.int64),
])  # fmt: skip
"""One debit that can be repaired: whose slot, its day and rule, the record behind it, 1 + the association through which
it came, and in thousandths what it really took and what of that has not come back."""


class Repairs(NamedTuple):
    """Repairs as kernels read them; see `compiled.model_repairs.RepairTables`. `entries`: number of their entries."""

    digest: U32
    first: I32
    number: I32
    order: I32
    sources: U64
    points: I64
    rules: U8
    largest: I64
    ground: I32
    after: I32
    within: I32
    most: I32
    per_days: I32
    tally: I32
    when: I32
    slot: U8
    lasts: I32
    entries: int


@kernel
def note_debits(lasts: I32, each_entry: U8, entries: AnyArray, rows: AnyArray, used: Whole) -> Whole:
    """Keep the debits of a step that can be repaired; returns the rows in use.

    Args:
        lasts: (rules,) days for which a debit can be; -2 where none of the rule can.
        each_entry: (slots,) 1 where a score is clamped at each entry.
        entries: movements of the step, in the order in which they were made.
        rows, used: debits with room for one an entry, and how many there are.
    """
    for e in range(entries.size):
        one = entries[e]
        points, given = moved_by(each_entry, entries, np.int64(e))
        if not is_debit(one, points) or lasts[np.int64(one["rule"])] < -1 or given == 0:
            continue
        row = rows[used]
        row["who"], row["day"], row["rule"], row["act"] = one["who"], one["day"], one["rule"], one["act"]
        row["source"], row["truth"], row["via"] = one["source"], one["truth"], one["via"]
        row["ref"], row["origin"] = one["ref"], one["origin"]
        row["took"] = row["left"] = -given
        used += 1
    return used


@inner
def _same(row: AnyArray, other: AnyArray) -> YesNo:
    """Whether two rows are about one record, which came to somebody by one way."""
    same = np.int64(row["ref"]) == np.int64(other["ref"]) and np.int64(row["origin"]) == np.int64(other["origin"])
    same = same and np.int64(row["act"]) == np.int64(other["act"])
    return same and np.int64(row["via"]) == np.int64(other["via"])


@kernel
def strike_out(rows: AnyArray, first: I64, entries: AnyArray) -> None:
    """Nothing is left to repair of the debits that appeals took back: `first`, (residents + 1,) where rows begin."""
    for e in range(entries.size):
        i = np.int64(entries[e]["who"])
        for r in range(first[i], first[i + 1]):
            if np.int64(rows[r]["rule"]) == np.int64(entries[e]["rule"]) and _same(rows[r], entries[e]):
                rows[r]["left"] = 0


@inner
def _comes_back_less(rules: Rulebook, debit: AnyArray, points: Whole, agenda: AnyArray, heads: I32,
                     following: I32) -> None:
    """Let an expiry give back so much less."""
    lasts = np.int64(rules.expires[np.int64(debit["rule"])])
    r = np.int64(heads[np.int64(debit["who"])])
    while lasts >= 0 and r >= 0:
        row = agenda[r]
        same = np.int64(row["kind"]) == EXPIRY and np.int64(row["due"]) == np.int64(debit["day"]) + lasts
        if same and np.int64(row["rule"]) == np.int64(debit["rule"]) and _same(row, debit):
            row["amount"] -= points
            if np.int64(row["amount"]) == 0:
                row["kind"] = TAKEN_OUT
            return
        r = np.int64(following[r])


@inner
def _appealed_less(debit: AnyArray, points: Whole, objections: AnyArray, heads: I32, following: I32) -> None:
    """Let an appeal give back so much less."""
    r = np.int64(heads[np.int64(debit["who"])])
    while r >= 0:
        row = objections[r]
        of_debit = np.int64(row["what"]) == DEBIT and np.int64(row["number"]) == np.int64(debit["rule"])
        if of_debit and _same(row, debit):
            row["given"] += points
            return
        r = np.int64(following[r])


@inner
def _in_time(repairs: Repairs, one: Whole, since: Whole) -> YesNo:
    """Whether something is old enough, and not too old, after so many days."""
    within = np.int64(repairs.within[one])
    return since >= np.int64(repairs.after[one]) and (within < 0 or since <= within)


@inner
def _lowered(repairs: Repairs, rules: Rulebook, one: Whole, day: Whole, rows: AnyArray, start: Whole, end: Whole,
             agenda: AnyArray, heads: I32, following: I32, objections: AnyArray, object_heads: I32,
             object_following: I32) -> Whole:
    """Lower the debits of somebody, the oldest first; returns the points that come back."""
    left = np.int64(repairs.points[one])
    for r in range(start, end):
        debit = rows[r]
        points = min(left, np.int64(debit["left"]))
        asked = repairs.rules[one, np.int64(debit["rule"])] != 0 and np.int64(debit["took"]) <= repairs.largest[one]
        if points == 0 or not asked or not _in_time(repairs, one, day - np.int64(debit["day"])):
            continue
        debit["left"] -= points
        left -= points
        _comes_back_less(rules, debit, points, agenda, heads, following)
        _appealed_less(debit, points, objections, object_heads, object_following)
    return np.int64(repairs.points[one]) - left


@inner
def _ended(repairs: Repairs, book: Grounds, one: Whole, i: Whole, day: Whole, opened: AnyArray, heads: I32,
           following: I32) -> YesNo:
    """End what a ground holds open against somebody; says whether anything ends sooner by it."""
    sooner = False
    r = np.int64(heads[i])
    while r >= 0:
        row = opened[r]
        mine = np.int64(row["ground"]) == np.int64(repairs.ground[one]) and np.int64(row["until"]) > day
        if mine and _in_time(repairs, one, day - np.int64(row["entry"])):
            until = np.int64(row["until"])
            close(book, row, day, np.int64(REPAIRED))
            sooner = sooner or np.int64(row["until"]) < until
        r = np.int64(following[r])
    return sooner


@kernel
def repair(repairs: Repairs, rules: Rulebook, book: Grounds, asked: Asked, scores: Scores, hits: AnyArray,
           rows: AnyArray, first: I64, opened: AnyArray, ground_heads: I32, ground_following: I32,
           objections: AnyArray, object_heads: I32, object_following: I32, horizon: Whole, agenda: AnyArray,
           heads: I32, following: I32, used: Whole, entries: AnyArray) -> tuple[Whole, Whole]:
    """Let records repair what they can.

    Args:
        repairs, rules, book: the repairs, rules and grounds of this world.
        asked: conditions, and what they ask about.
        scores: scores and counts, changed in place.
        hits: records of the step, of residents whom they reach, and ends of counts, in the order of handling.
        rows: debits by resident, the oldest first.
        first: (residents + 1,) where those of each begin.
        opened: open grounds, with their chains.
        objections: what can be appealed against, with its chains.
        horizon: first day after the run.
        agenda: what is due, with its chains and room for a count for each repair of each record.
        used: rows of it in use.
        entries: buffer with room for two entries for each repair of each record.

    Returns:
        (entries written, agenda rows in use).
    """
    count = np.int64(0)
    for h in range(hits.size):
        hit = hits[h]
        if np.int64(hit["kind"]) == COUNT_ENDS:
            scores.tally[np.int64(hit["rule"]), np.int64(hit["who"])] -= 1
            continue
        i, act, day = np.int64(hit["who"]), np.int64(hit["act"]), np.int64(hit["due"])
        start = np.int64(repairs.first[act])
        for p in range(start, start + np.int64(repairs.number[act])):
            one = np.int64(repairs.order[p])
            if (repairs.sources[one] >> np.uint64(hit["source"])) & np.uint64(1) == np.uint64(0):
                continue
            if not holds(asked, np.int64(repairs.when[one]), np.int64(scores.score[i]), i):
                continue
            tally = np.int64(repairs.tally[one])
            may = tally < 0 or np.int64(scores.tally[tally, i]) < np.int64(repairs.most[one])
            does, points = False, np.int64(0)
            if may and repairs.ground[one] >= 0:
                does = _ended(repairs, book, one, i, day, opened, ground_heads, ground_following)
            elif may:
                points = _lowered(repairs, rules, one, day, rows, first[i], first[i + 1], agenda, heads, following,
                                  objections, object_heads, object_following)
                does = points > 0
            if does and tally >= 0:
                used = count_for(scores, hit, tally, np.int64(repairs.per_days[one]), np.int64(0), horizon, agenda,
                                 used)
            if repairs.ground[one] < 0:
                count, _ = move(rules, scores, entries, count, hit, BY_REPAIR, np.int64(repairs.entries) + one,
                                np.int64(repairs.slot[one]), points)
    return count, used


def set_aside(repairs: Repairs, hits: AnyArray, subject: U8) -> tuple[AnyArray, AnyArray]:
    """What repairs need of the rows that are due, and what is left to handle.

    They need records of the scorer's on those whom they reach, which rules answer as well, and the ends of counts of
    repairs, which nothing else may handle: a repair of the day before must still find it counted.
    """
    if not repairs.digest.size:
        return hits[:0], hits
    of_act = (repairs.number[hits["act"]] > 0) & (hits["rule"] == 0)
    reaches = (hits["kind"] == COMPELLED) | ((hits["kind"] == RECORD) & (subject[hits["who"]] != 0))
    ends = (hits["kind"] == COUNT_ENDS) & np.isin(hits["rule"], repairs.tally[repairs.tally >= 0])
    return hits[(of_act & reaches) | ends], hits[~ends]
