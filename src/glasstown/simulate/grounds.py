"""Grounds for being listed: what opens them, what makes them longer, what closes them, and who is listed.

One row is one open ground. A resident is on a list while any ground for it is open; days on a list count
from exact days, what follows from a list bites in the next step.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.charges import Grounds
from glasstown.simulate.exits import exit_does
from glasstown.simulate.sightings import act_address
from glasstown.vocab.arrays import I32, I64, U8, U16, U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Outcome

OPEN_ENDED: Final = 65_535
"""`until` of a ground that nothing has closed and no term ends."""

LATEST: Final = 65_534
NOBODY: Final = -1
DONE: Final = int(Outcome.DONE)
TERM, PERFORMED, ENDED, STILL_OPEN, UPHELD, WITHDRAWN, REPAIRED = range(7)
"""How a ground came to its end: its term, an act that closes it, the end of the list, not yet, an appeal, because the
holder withdrew consent, or a repair."""

WEEK: Final = 7
WORKING_DAYS: Final = 5

OPENED: Final = np.dtype([
    ("who", np.uint16), ("entry", np.uint16), ("until", np.uint16), ("known", np.uint16), ("noted", np.uint16),
    ("ground", np.uint8), ("act", np.uint8), ("source", np.uint8), ("truth", np.uint8), ("exit", np.uint8),
    ("ref", np.uint32), ("origin", np.uint32),
])  # fmt: skip
"""One ground: whose slot, first day on the list, first day after it, day on which the holder learned of it, day of the
record, which ground, the record behind it, and how it ends as things stand."""


@inner
def after(day: Whole, days: Whole, working: Whole, weekday: Whole) -> Whole:
    """The day so many days after another: of all days, or of Mondays to Fridays alone."""
    if working == 0:
        return min(day + days, LATEST)
    if days == 0:
        return min(day, LATEST)
    of_week = (day + weekday) % WEEK
    if of_week >= WORKING_DAYS:  # a clock that starts at a weekend starts on the Friday before it
        day -= of_week - (WORKING_DAYS - 1)
        of_week = np.int64(WORKING_DAYS - 1)
    return min(day + days + 2 * ((of_week + days) // WORKING_DAYS), LATEST)


@kernel
def link(rows: AnyArray, used: Whole, heads: I32, following: I32) -> None:
    """Chain the rows of each resident: `heads` by slot, `following` by row, -1 at the end."""
    for i in range(heads.size):
        heads[i] = NOBODY
    for r in range(used):
        who = np.int64(rows[r]["who"])
        following[r] = heads[who]
        heads[who] = r


@inner
def close(book: Grounds, row: AnyArray, day: Whole, how: Whole) -> None:
    """Let a ground end because of what happened, or was recorded or decided, on a day."""
    ground = np.int64(row["ground"])
    end = after(day, np.int64(book.exit[ground]), np.int64(book.exit_working[ground]), np.int64(book.weekday))
    if end < np.int64(row["until"]):
        row["until"] = end
        row["exit"] = how


@inner
def opens(book: Grounds, row: AnyArray, hit: AnyArray, ground: Whole, known: Whole, noted: Whole,
          settled: Whole) -> None:
    """Write the row of a ground that the holder knows of from day `known` on; `settled` is its exit day + 1, or 0."""
    entry = after(known, np.int64(book.entry[ground]), np.int64(book.entry_working[ground]), np.int64(book.weekday))
    term = np.int64(book.term[ground])
    row["who"] = hit["who"]
    row["entry"] = entry
    row["until"] = OPEN_ENDED if term < 0 else min(entry + term, LATEST)
    row["known"] = known
    row["noted"] = noted
    row["ground"] = ground
    row["act"] = hit["act"]
    row["source"] = hit["source"]
    row["truth"] = hit["truth"]
    row["exit"] = TERM
    row["ref"] = hit["ref"]
    row["origin"] = hit["origin"]
    if settled > 0:
        close(book, row, settled - 1, np.int64(PERFORMED))


@inner
def change_open(book: Grounds, declared: U32, keys: U64, hit: AnyArray, rows: AnyArray, heads: I32,
                following: I32) -> None:
    """One record of an act that makes grounds longer, or closes those whose exits a source must see."""
    act, day, ref = np.int64(hit["act"]), np.int64(hit["due"]), np.int64(hit["ref"])
    c1 = act_address(act, (ref >> 15) & 31, (ref >> 9) & 63, ref & 7, declared)
    source = np.uint64(hit["source"])
    r = np.int64(heads[np.int64(hit["who"])])
    while r >= 0:
        row = rows[r]
        ground, until = np.int64(row["ground"]), np.int64(row["until"])
        if np.int64(book.holder[ground]) != np.int64(hit["rule"]):
            r = np.int64(following[r])
            continue
        seen = (book.exit_sources[ground] >> source) & np.uint64(1) != np.uint64(0)
        since = (ref >> 20) >= (np.int64(row["ref"]) >> 20)  # what was done before the act behind the ground is no exit
        does = book.exits[ground, act] != 0 and seen and since
        if does and exit_does(book, ground, np.uint64(hit["origin"]), c1, ref >> 20, keys):
            close(book, row, day, np.int64(PERFORMED))
        heard = (book.sources[ground] >> source) & np.uint64(1) != np.uint64(0)
        longer = book.extends[ground, act] != 0 and heard and np.int64(row["exit"]) == TERM
        if longer and day < until and np.int64(book.term[ground]) >= 0:
            end = until + np.int64(book.extend[ground])
            longest = np.int64(book.longest[ground])
            if longest >= 0:
                end = min(end, np.int64(row["entry"]) + longest)
            row["until"] = min(max(end, until), LATEST)
        r = np.int64(following[r])


@inner
def counts_enough(book: Grounds, tally: I32, ground: Whole, i: Whole) -> YesNo:
    """Count one record of a ground that repeats take; says whether there are enough now."""
    t = np.int64(book.tally[ground])
    if t < 0:
        return True
    tally[t, i] += 1
    return np.int64(tally[t, i]) >= np.int64(book.repeat[ground])


@kernel
def open_decided(book: Grounds, delay: I32, cases: AnyArray, chosen: I64, first_day: Whole, rows: AnyArray,
                 used: Whole) -> Whole:
    """Open the grounds that officials have decided on; returns the rows in use.

    Args:
        book: the grounds.
        delay: least days from the record to the decision, by ground.
        cases: all cases.
        chosen: numbers of those decided now.
        first_day: first day of the step: what waited longer than its delay is decided then.
        rows: open grounds, with room for one a case.
        used: rows in use.
    """
    for n in range(chosen.size):
        case = cases[chosen[n]]
        day, settled = max(np.int64(case["due"]), first_day), np.int64(case["settled"])
        if np.int64(case["otherwise"]) & 1 != 0 or (settled > 0 and settled - 1 <= day):
            continue
        ground = np.int64(case["what"])
        noted = np.int64(case["due"]) - np.int64(delay[ground])
        opens(book, rows[used], case, ground, day, noted, settled)
        used += 1
    return used


@kernel
def sweep(book: Grounds, running: U8, rows: AnyArray, end_day: Whole, lists: U16,
          gone: AnyArray) -> tuple[Whole, Whole]:
    """Close what has ended by the end of a step, and write who is on which list then.

    Args:
        book: the grounds.
        running: (lists,) 1 for lists that are kept after the step.
        rows: open grounds; those that stay are closed up.
        end_day: first day after the step.
        lists: (residents,) masks, overwritten.
        gone: buffer for grounds that listed somebody and have ended.

    Returns:
        (rows that stay, rows in `gone`).
    """
    for i in range(lists.size):
        lists[i] = 0
    stay = np.int64(0)
    over = np.int64(0)
    for r in range(rows.size):
        on_list = np.int64(book.on_list[np.int64(rows[r]["ground"])])
        if running[on_list] == 0 and np.int64(rows[r]["until"]) > end_day:
            rows[r]["until"] = end_day
            rows[r]["exit"] = ENDED
        entry, until = np.int64(rows[r]["entry"]), np.int64(rows[r]["until"])
        if until <= entry:
            continue
        if until <= end_day:
            gone[over] = rows[r]
            over += 1
            continue
        if entry <= end_day:
            lists[np.int64(rows[r]["who"])] |= np.uint16(1 << on_list)
        if stay != r:
            rows[stay] = rows[r]
        stay += 1
    return stay, over
