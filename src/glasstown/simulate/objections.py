"""What can be appealed against: a row for each debit, counted record or listing of which an appeal would be filed.

Whether one would be filed, whether it would be upheld, and its turn are three words of luck at the address of the
record, so that everything that one record did is appealed against alike. A row waits until the resident learns of it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.assess import BY_ASSOCIATION, BY_OVERRIDE, BY_RULE
from glasstown.simulate.caps import BY_LIMIT, let_through
from glasstown.simulate.rulebook import Overrides, Rulebook
from glasstown.simulate.scores import BY_CAP
from glasstown.simulate.sightings import TRUE, act_address
from glasstown.vocab.arrays import I32, U8, U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision

APPEAL: Final = np.int64(Decision.APPEAL)
DEBIT, COUNTED, LISTING, INDEXED = range(4)
"""What an appeal is against: points that a rule took, a record that an override counts, a ground for a list, a record
by which a score is worked out."""

NOT_FILED: Final = 65_535
LATEST: Final = 65_534

OBJECTION: Final = np.dtype([
    ("who", np.uint16), ("known", np.uint16), ("filed", np.uint16), ("due", np.uint16), ("number", np.uint16),
    ("what", np.uint8), ("act", np.uint8), ("source", np.uint8), ("truth", np.uint8), ("via", np.uint8),
    ("upheld", np.uint8), ("ref", np.uint32), ("origin", np.uint32), ("priority", np.uint32), ("points", np.int64),
    ("given", np.int64),
])  # fmt: skip
"""One objection: whose slot, day of the debit, count or listing, day of filing (`NOT_FILED` before), first day of a
decision, number of the rule, override or ground, what it is against, the record behind it, 1 + the association through
which points came, 1 where it will be upheld, its turn, points as drawn, and points that were really moved."""


@inner
def _below(high: np.uint64, low: np.uint64, word: np.uint64, c0: np.uint64, c1: np.uint64, c2: np.uint64,
           c3: np.uint64, keys: U64, lane: Whole) -> YesNo:
    if word != high:
        return word < high
    return low_word(c0, c1, c2, c3, keys[0], keys[1], lane) < low


@inner
def _draw(chances: U64, row: AnyArray, one: AnyArray, who: Whole, name: Whole, declared: U32, source_digest: U32,
          keys: U64) -> YesNo:
    """Draw whether there would be an appeal against what one record did, whether it is upheld, and its turn.

    `who` acted, or is whose points came through others: then `name` is the digest of the association.
    """
    ref = np.int64(one["ref"])
    right = 1 if np.int64(one["truth"]) == TRUE else 0
    c1 = act_address(np.int64(one["act"]), (ref >> 15) & 31, (ref >> 9) & 63, ref & 7, declared)
    c2 = np.uint64(((ref >> 20) << 16) | (np.int64(source_digest[np.int64(one["source"])]) & 0x7FFF))
    c0, c3 = np.uint64(who), np.uint64((APPEAL << 24) | name)
    first, second, turn, _ = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
    if not _below(chances[right, 0], chances[right, 1], first, c0, c1, c2, c3, keys, np.int64(0)):
        return False
    upheld = _below(chances[right, 2], chances[right, 3], second, c0, c1, c2, c3, keys, np.int64(1))
    row["upheld"] = 1 if upheld else 0
    row["priority"] = turn
    return True


@inner
def _write(row: AnyArray, one: AnyArray, what: Whole, number: Whole, known: Whole, via: Whole, points: Whole,
           given: Whole) -> None:
    row["who"] = one["who"]
    row["known"] = known
    row["filed"] = NOT_FILED
    row["due"] = 0
    row["number"] = number
    row["what"] = what
    row["act"] = one["act"]
    row["source"] = one["source"]
    row["truth"] = one["truth"]
    row["via"] = via
    row["ref"] = one["ref"]
    row["origin"] = one["origin"]
    row["points"] = points
    row["given"] = given


@inner
def is_debit(one: AnyArray, points: Whole) -> YesNo:
    """Whether a movement took points by a rule, from oneself or through others."""
    return np.int64(one["kind"]) in (BY_RULE, BY_ASSOCIATION) and points < 0


@inner
def moved_by(each_entry: U8, entries: AnyArray, e: Whole) -> tuple[Whole, Whole]:
    """Points of a movement as a limit let them through, and what they really moved: a clamp stands right behind."""
    points = let_through(entries, e, np.int64(entries.size))
    given, behind = points, e + 1
    if behind < entries.size and np.int64(entries[behind]["kind"]) == BY_LIMIT:
        behind += 1
    clamped = each_entry[np.int64(entries[e]["score"])] != 0
    if clamped and behind < entries.size and np.int64(entries[behind]["kind"]) == BY_CAP:
        given += np.int64(entries[behind]["delta"])
    return points, given


@kernel
def note_entries(chances: U64, declared: U32, source_digest: U32, association: U32, each_entry: U8, first: Whole,
                 keys: U64, entries: AnyArray, rows: AnyArray, used: Whole) -> Whole:
    """Note debits and counted records that would be appealed against.

    Args:
        chances: (2, 4) as in `compiled.process.AppealTables`.
        declared: name digests of declared acts.
        source_digest: name digests of the sources.
        association: name digests of the associations.
        each_entry: (slots,) 1 where a score is clamped at each entry: the clamp right behind a debit belongs to it.
        first: number of the first resident.
        keys: luck key.
        entries: movements of the step, in the order in which they were made.
        rows, used: objections with room for one an entry, and how many there are.

    Returns:
        Objections in use.
    """
    for e in range(entries.size):
        one = entries[e]
        kind, via = np.int64(one["kind"]), np.int64(one["via"])
        points, moved = moved_by(each_entry, entries, np.int64(e))
        debit = is_debit(one, points)
        if (not debit and kind != BY_OVERRIDE) or np.int64(one["unsaid"]) != 0:
            continue
        name = np.int64(association[via - 1]) if via > 0 else np.int64(0)
        who = first + np.int64(one["who"]) if via > 0 else np.int64(one["origin"])
        if not _draw(chances, rows[used], one, who, name, declared, source_digest, keys):
            continue
        given = moved if debit else points
        what = np.int64(DEBIT) if debit else np.int64(COUNTED)
        _write(rows[used], one, what, np.int64(one["rule"]), np.int64(one["day"]), via, points, given)
        used += 1
    return used


@kernel
def note_grounds(chances: U64, declared: U32, source_digest: U32, keys: U64, opened: AnyArray, rows: AnyArray,
                 used: Whole) -> Whole:
    """Note grounds that were opened in the step and would be appealed against; returns the objections in use."""
    for r in range(opened.size):
        one = opened[r]
        if not _draw(chances, rows[used], one, np.int64(one["origin"]), np.int64(0), declared, source_digest, keys):
            continue
        _write(rows[used], one, np.int64(LISTING), np.int64(one["ground"]), np.int64(one["entry"]), np.int64(0),
               np.int64(0), np.int64(0))
        used += 1
    return used


@kernel
def note_records(chances: U64, declared: U32, source_digest: U32, keys: U64, records: AnyArray, rows: AnyArray,
                 used: Whole) -> Whole:
    """Note records by which a score is worked out, and that would be disputed; returns the objections in use."""
    for r in range(records.size):
        one = records[r]
        if not _draw(chances, rows[used], one, np.int64(one["origin"]), np.int64(0), declared, source_digest, keys):
            continue
        _write(rows[used], one, np.int64(INDEXED), np.int64(one["act"]), np.int64(one["due"]), np.int64(0),
               np.int64(0), np.int64(0))
        used += 1
    return used


@inner
def ground_of(row: AnyArray, opened: AnyArray, heads: I32, following: I32) -> Whole:
    """Number of the open ground that an objection is against; -1 where it is open no more."""
    r = np.int64(heads[np.int64(row["who"])])
    while r >= 0:
        one = opened[r]
        same = np.int64(one["ref"]) == np.int64(row["ref"]) and np.int64(one["origin"]) == np.int64(row["origin"])
        same = same and np.int64(one["act"]) == np.int64(row["act"])  # false records of two acts may share the rest
        if same and np.int64(one["ground"]) == np.int64(row["number"]):
            return r
        r = np.int64(following[r])
    return r


@inner
def _stands(rules: Rulebook, overrides: Overrides, disputed: I32, row: AnyArray, opened: AnyArray, heads: I32,
            following: I32, day: Whole) -> YesNo:
    """Whether what an objection is against still counts on a day."""
    what, number = np.int64(row["what"]), np.int64(row["number"])
    if what == LISTING:
        r = ground_of(row, opened, heads, following)
        return r >= 0 and np.int64(opened[r]["until"]) > day
    if what == INDEXED:
        lasts = np.int64(disputed[number])
    else:
        lasts = np.int64(rules.expires[number]) if what == DEBIT else np.int64(overrides.within[number])
    return lasts < 0 or np.int64(row["known"]) + lasts > day


@kernel
def file_appeals(rules: Rulebook, overrides: Overrides, disputed: I32, days: Whole, learned: I32, opened: AnyArray,
                 heads: I32, following: I32, rows: AnyArray) -> Whole:
    """Let those who have learned of what is held against them appeal against what still counts.

    Args:
        rules, overrides, disputed: for how long debits and records count.
        days: least days from filing to the decision.
        learned: (residents,) day on which each learned, -1 for not at all.
        opened: open grounds.
        heads, following: their chains, by `grounds.link`.
        rows: objections, changed in place.

    Returns:
        Appeals that were filed.
    """
    number = np.int64(0)
    for r in range(rows.size):
        day = np.int64(learned[np.int64(rows[r]["who"])])
        if day < 0 or np.int64(rows[r]["filed"]) != NOT_FILED or np.int64(rows[r]["known"]) > day:
            continue
        if _stands(rules, overrides, disputed, rows[r], opened, heads, following, day):
            rows[r]["filed"] = day
            rows[r]["due"] = min(day + days, LATEST)
            number += 1
    return number


@kernel
def forget_moot(rules: Rulebook, overrides: Overrides, disputed: I32, day: Whole, opened: AnyArray, heads: I32,
                following: I32, rows: AnyArray) -> Whole:
    """Close up the objections of which nobody has learned and that are against nothing any more; returns how many stay.

    Args:
        rules, overrides, disputed: for how long debits and records count.
        day: first day after the step.
        opened: open grounds.
        heads, following: their chains.
        rows: objections.
    """
    stay = np.int64(0)
    for r in range(rows.size):
        filed = np.int64(rows[r]["filed"]) != NOT_FILED
        if filed or _stands(rules, overrides, disputed, rows[r], opened, heads, following, day):
            if stay != r:
                rows[stay] = rows[r]
            stay += 1
    return stay


def refused_days(slots: I32, days: AnyArray, size: int) -> I32:
    """(size,) the first day on which each resident was refused; -1 for nobody refused.

    Args:
        slots, days: of the attempts that were denied, in order of day.
        size: number of residents.
    """
    learned = np.full(size, -1, np.int32)
    learned[slots[::-1]] = days[::-1]
    return learned
