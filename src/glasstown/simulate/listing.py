"""Records that are due against the grounds: which open one, wait for an official, or change what is open."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import COMPELLED, COUNT_ENDS, RECORD
from glasstown.simulate.assess import holds
from glasstown.simulate.charges import Grounds, Officers
from glasstown.simulate.decisions import file_ground
from glasstown.simulate.grounds import change_open, counts_enough, opens
from glasstown.simulate.rulebook import Asked
from glasstown.vocab.arrays import I32, U8, U32, U64, AnyArray, Whole, YesNo


@inner
def _count(row: AnyArray, hit: AnyArray, ends: Whole, tally: Whole) -> None:
    """Note when a count of repeats ends."""
    row["due"] = ends
    row["who"] = hit["who"]
    row["kind"] = COUNT_ENDS
    row["act"] = hit["act"]
    row["source"] = hit["source"]
    row["truth"] = hit["truth"]
    row["via"] = 0
    row["way"] = 0
    row["rule"] = tally
    row["amount"] = 0
    row["ref"] = hit["ref"]
    row["origin"] = hit["origin"]


@inner
def _matches(book: Grounds, asked: Asked, hit: AnyArray, ground: Whole, age: Whole, score: Whole) -> YesNo:
    """Whether a record is of a source that the ground listens to, on somebody old enough (in days) who meets it."""
    heard = (book.sources[ground] >> np.uint64(hit["source"])) & np.uint64(1) != np.uint64(0)
    heard = heard and np.int64(book.holder[ground]) == np.int64(hit["rule"])
    if not heard or age < np.int64(book.min_age[ground]):
        return False
    return holds(asked, np.int64(book.when[ground]), score, np.int64(hit["who"]))


@kernel
def enter(book: Grounds, asked: Asked, before: I32, officers: Officers, declared: U32, source_digest: U32,
          tally: I32, subject: U8, tied: U8, birth_day: I32, step: Whole, horizon: Whole, keys: U64, hits: AnyArray,
          rows: AnyArray, used: Whole, heads: I32, following: I32, cases: AnyArray, filed: Whole, agenda: AnyArray,
          due_rows: Whole) -> tuple[Whole, Whole, Whole]:
    """Hold every record that is due against the grounds, resident by resident in order of day.

    Args:
        book: the grounds.
        asked: conditions of grounds, and what they ask about.
        before: first score of everybody at the beginning of the step, in thousandths.
        officers: the officials of the grounds.
        declared: name digests of declared acts.
        source_digest: name digests of the sources.
        tally: (tallies, residents) counts of repeats, changed in place.
        subject: 1 for residents whom the scheme covers.
        tied: (residents,) bits of ties to officials.
        birth_day: days of birth.
        step: number of the step.
        horizon: first day after the run; nothing that begins then is kept.
        keys: luck key.
        hits: rows of the agenda that are due, in order of handling.
        rows, used: open grounds with room for more, and how many there are.
        heads, following: chains of `link`, kept up.
        cases, filed: cases with room for more, and how many there are.
        agenda, due_rows: the agenda with room for more, and its rows in use.

    Returns:
        (open grounds, cases, rows of the agenda) in use.
    """
    for h in range(hits.size):
        hit = hits[h]
        i, kind = np.int64(hit["who"]), np.int64(hit["kind"])
        if kind == COUNT_ENDS and np.int64(hit["rule"]) >= book.rules:
            tally[np.int64(hit["rule"]), i] -= 1
        if kind != COMPELLED and (kind != RECORD or subject[i] == 0):
            continue
        act, day = np.int64(hit["act"]), np.int64(hit["due"])
        if book.touches[act] != 0:
            change_open(book, declared, keys, hit, rows, heads, following)
        start = np.int64(book.first[act])
        for p in range(start, start + np.int64(book.number[act])):
            ground = np.int64(book.order[p])
            if not _matches(book, asked, hit, ground, day - np.int64(birth_day[i]), np.int64(before[i])):
                continue
            enough = counts_enough(book, tally, ground, i)
            ends = day + np.int64(book.within[ground])
            if np.int64(book.tally[ground]) >= 0 and ends < horizon:
                _count(agenda[due_rows], hit, ends, np.int64(book.tally[ground]))
                due_rows += 1
            settled = np.int64(hit["amount"]) if book.reported[ground] != 0 else np.int64(0)
            if not enough or 0 < settled <= day + 1:
                continue
            if book.officer[ground] != 0:
                file_ground(officers, declared, source_digest, hit, ground, settled, step, keys, cases[filed],
                            np.int64(tied[i]))
                filed += 1
            else:
                opens(book, rows[used], hit, ground, day, day, settled)
                following[used] = heads[i]
                heads[i] = used
                used += 1
    return used, filed, due_rows
