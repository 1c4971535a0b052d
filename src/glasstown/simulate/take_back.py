"""What an appeal that is upheld takes back: points, counts of records, and grounds for lists."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import COUNT_ENDS, EXPIRY
from glasstown.simulate.charges import Grounds
from glasstown.simulate.grounds import UPHELD, close
from glasstown.simulate.objections import COUNTED, DEBIT, LISTING, ground_of
from glasstown.simulate.rulebook import Overrides, Rulebook
from glasstown.simulate.scores import Scores, move, reading_of, write_entry
from glasstown.vocab.arrays import I32, I64, U16, AnyArray, Whole
from glasstown.vocab.codes import Entry

BY_APPEAL: Final = np.int64(Entry.APPEAL)
BY_LIFTED: Final = np.int64(Entry.LIFTED)
TAKEN_OUT: Final = np.int64(255)
"""Kind of a row of the agenda that is not to come any more."""


@inner
def _take_out(agenda: AnyArray, heads: I32, following: I32, hit: AnyArray, kind: Whole, rule: Whole, due: Whole,
              amount: Whole) -> None:
    """Mark the one row of the agenda by which something of a record would end."""
    r = np.int64(heads[np.int64(hit["who"])])
    while r >= 0:
        row = agenda[r]
        same = np.int64(row["ref"]) == np.int64(hit["ref"]) and np.int64(row["origin"]) == np.int64(hit["origin"])
        same = same and np.int64(row["kind"]) == kind and np.int64(row["rule"]) == rule
        same = same and np.int64(row["due"]) == due and np.int64(row["via"]) == np.int64(hit["via"])
        same = same and np.int64(row["act"]) == np.int64(hit["act"])
        if same and np.int64(row["amount"]) == amount:
            row["kind"] = TAKEN_OUT
            return
        r = np.int64(following[r])


@inner
def _count_less(scores: Scores, agenda: AnyArray, heads: I32, following: I32, hit: AnyArray, tally: Whole, ends: Whole,
                amount: Whole, end_day: Whole, horizon: Whole) -> None:
    """Let a record, or the points of it, count no more, where they still do; `amount` 0 is one record."""
    if tally < 0 or ends < end_day:
        return
    scores.tally[tally, np.int64(hit["who"])] -= max(amount, 1)
    if ends < horizon:
        _take_out(agenda, heads, following, hit, np.int64(COUNT_ENDS), tally, ends, amount)


@inner
def _give_back(rules: Rulebook, scores: Scores, agenda: AnyArray, heads: I32, following: I32, hit: AnyArray,
               row: AnyArray, end_day: Whole, horizon: Whole, entries: AnyArray, count: Whole) -> Whole:
    """Take back one debit: its points unless they have come back, and what it counts for; returns the entries."""
    rule, known, given = np.int64(row["number"]), np.int64(row["known"]), np.int64(row["given"])
    lasts, none = np.int64(rules.expires[rule]), np.int64(0)
    back = -given if lasts < 0 or known + lasts >= end_day else none
    if lasts >= 0 and end_day <= known + lasts < horizon and given != 0:
        _take_out(agenda, heads, following, hit, np.int64(EXPIRY), rule, known + lasts, -given)
    count, _ = move(rules, scores, entries, count, hit, BY_APPEAL, rule, np.int64(rules.slot[rule]), back)
    if np.int64(row["via"]) == 0:
        _count_less(scores, agenda, heads, following, hit, np.int64(rules.tally[rule]),
                    known + np.int64(rules.within[rule]), none, end_day, horizon)
        _count_less(scores, agenda, heads, following, hit, np.int64(rules.per[rule]),
                    known + np.int64(rules.per_days[rule]), none, end_day, horizon)
        _count_less(scores, agenda, heads, following, hit, np.int64(rules.group[rule]),
                    known + np.int64(rules.group_days[rule]), -np.int64(row["points"]), end_day, horizon)
        if rules.caps.points[rule] < 0:
            _count_less(scores, agenda, heads, following, hit, np.int64(rules.caps.tally[rule]),
                        known + np.int64(rules.caps.days[rule]), -np.int64(row["points"]), end_day, horizon)
        if rules.agree.within[rule] > 0:
            tally = np.int64(rules.agree.tally[rule, np.int64(hit["source"])])
            _count_less(scores, agenda, heads, following, hit, tally, known + np.int64(rules.agree.within[rule]), none,
                        end_day, horizon)
    return count


@kernel
def take_back(rules: Rulebook, overrides: Overrides, book: Grounds, scores: Scores, upheld: AnyArray, hits: AnyArray,
              order: I64, end_day: Whole, horizon: Whole, opened: AnyArray, ground_heads: I32, ground_following: I32,
              agenda: AnyArray, heads: I32, following: I32, entries: AnyArray, corrected: U16) -> Whole:
    """Take back what upheld appeals were against.

    Args:
        rules, overrides, book: the rules, overrides and grounds of this world.
        scores: scores and counts, changed in place.
        upheld: the objections that were upheld.
        hits: the records behind them, as rows of the agenda; due on the day of the decision.
        order: the order in which they are handled.
        end_day: first day after the step.
        horizon: first day after the run.
        opened: open grounds, with their chains.
        agenda: rows of the agenda, with their chains; what is not to come is marked `TAKEN_OUT`.
        entries: buffer with room for two entries an appeal.
        corrected: written: first day on which each counts no more.

    Returns:
        Entries written.
    """
    count = np.int64(0)
    for n in range(order.size):
        u = order[n]
        row, hit = upheld[u], hits[u]
        what, number = np.int64(row["what"]), np.int64(row["number"])
        corrected[u] = end_day
        if what == DEBIT:
            count = _give_back(rules, scores, agenda, heads, following, hit, row, end_day, horizon, entries, count)
        elif what == COUNTED:
            slot = np.int64(overrides.slot[number])
            write_entry(entries[count], hit, BY_LIFTED, number, slot, np.int64(0),
                        reading_of(scores, slot, np.int64(hit["who"])))
            count += 1
            lasts = np.int64(overrides.within[number])
            ends = np.int64(row["known"]) + (lasts if lasts >= 0 else horizon)
            _count_less(scores, agenda, heads, following, hit, np.int64(overrides.tally[number]), ends, np.int64(0),
                        end_day, horizon)
        elif what == LISTING:
            r = ground_of(row, opened, ground_heads, ground_following)
            if r >= 0:
                close(book, opened[r], np.int64(hit["due"]), np.int64(UPHELD))
                corrected[u] = opened[r]["until"]
                _count_less(scores, agenda, heads, following, hit, np.int64(book.tally[number]),
                            np.int64(opened[r]["noted"]) + np.int64(book.within[number]), np.int64(0), end_day, horizon)
    return count


@kernel
def close_up(agenda: AnyArray, used: Whole) -> Whole:
    """Take the marked rows out of the agenda; returns how many stay."""
    stay = np.int64(0)
    for r in range(used):
        if np.int64(agenda[r]["kind"]) != TAKEN_OUT:
            if stay != r:
                agenda[stay] = agenda[r]
            stay += 1
    return stay
