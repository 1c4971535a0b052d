"""Grounds that residents settle themselves: exits that they report, also before a record or a decision comes."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.charges import Grounds
from glasstown.simulate.exits import ExitLuck, deed_does
from glasstown.simulate.grounds import DONE, NOBODY, PERFORMED, close
from glasstown.vocab.arrays import I32, AnyArray, Whole


@kernel
def leave(book: Grounds, luck: ExitLuck, deeds: AnyArray, rows: AnyArray, heads: I32, following: I32,
          first_exit: I32) -> Whole:
    """Close grounds whose exit somebody did and reports.

    Args:
        book: the grounds.
        luck: by which officials look at exits.
        deeds: deeds of the step, in order.
        rows: open grounds, changed in place.
        heads, following: chains of `link`.
        first_exit: (residents,) written: the first deed of each resident that is an exit, -1 for none.

    Returns:
        Deeds that are exits.
    """
    found = np.int64(0)
    for i in range(first_exit.size):
        first_exit[i] = NOBODY
    for d in range(deeds.size):
        act = np.int64(deeds[d]["act"])
        if book.closes[act] == 0 or np.int64(deeds[d]["outcome"]) != DONE:
            continue
        found += 1
        slot, day = np.int64(deeds[d]["slot"]), np.int64(deeds[d]["day"])
        if first_exit[slot] < 0:
            first_exit[slot] = d
        r = np.int64(heads[slot])
        while r >= 0:
            ground = np.int64(rows[r]["ground"])
            reported = book.exits[ground, act] != 0 and book.reported[ground] != 0
            reported = reported and np.int64(rows[r]["known"]) <= day
            if reported and deed_does(book, luck, ground, deeds[d]):
                close(book, rows[r], day, np.int64(PERFORMED))
            r = np.int64(following[r])
    return found


@inner
def settled_by(book: Grounds, luck: ExitLuck, deeds: AnyArray, first: Whole, slot: Whole, ground: Whole) -> Whole:
    """Day + 1 of the first deed, from `first` on, by which one resident settles one ground; 0 for none."""
    d = first
    while d >= 0 and d < deeds.size and np.int64(deeds[d]["slot"]) == slot:
        act = np.int64(deeds[d]["act"])
        done = np.int64(deeds[d]["outcome"]) == DONE
        done = done and book.exits[ground, act] != 0 and book.reported[ground] != 0
        if done and deed_does(book, luck, ground, deeds[d]):
            return np.int64(deeds[d]["day"]) + 1
        d += 1
    return np.int64(0)


@kernel
def settle_records(book: Grounds, luck: ExitLuck, deeds: AnyArray, step: Whole, record: Whole, agenda: AnyArray,
                   used: Whole, first_exit: I32) -> None:
    """Mark records still on their way, of acts before this step that are made good in it: `amount` is the day + 1.

    A record that comes after its debt was settled lists nobody; its points count all the same.
    """
    for r in range(used):
        row = agenda[r]
        first = np.int64(first_exit[np.int64(row["who"])])
        if first < 0 or np.int64(row["kind"]) != record or np.int64(row["amount"]) != 0:
            continue
        if np.int64(row["ref"]) >> 20 >= step:
            continue
        act, soonest = np.int64(row["act"]), np.int64(0)
        start = np.int64(book.first[act])
        for p in range(start, start + np.int64(book.number[act])):
            day = settled_by(book, luck, deeds, first, np.int64(row["who"]), np.int64(book.order[p]))
            if day > 0 and (soonest == 0 or day < soonest):
                soonest = day
        row["amount"] = soonest


@kernel
def settle_cases(book: Grounds, luck: ExitLuck, deeds: AnyArray, waiting: AnyArray, first_exit: I32) -> None:
    """Mark grounds that wait for an official and are made good meanwhile: `settled` is the day + 1."""
    for c in range(waiting.size):
        case = waiting[c]
        first = np.int64(first_exit[np.int64(case["who"])])
        if first >= 0 and np.int64(case["kind"]) == 0 and np.int64(case["settled"]) == 0:
            case["settled"] = settled_by(book, luck, deeds, first, np.int64(case["who"]), np.int64(case["what"]))
