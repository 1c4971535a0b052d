"""Phase 7: rules turn records into points; overrides count them; points expire; counts of records end."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.postfix import evaluate
from glasstown.simulate.agenda import COMPELLED, COUNT_ENDS, EXPIRY, SHARED
from glasstown.simulate.caps import risen, tell_limit
from glasstown.simulate.discretion import drawn_points, kinder
from glasstown.simulate.rulebook import Asked, Overrides, Rulebook
from glasstown.simulate.scores import Scores, move, reading_of, write_entry
from glasstown.simulate.tallies import comes_together, count_for, limited, put_off
from glasstown.vocab.arrays import I32, U8, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Entry

BY_RULE: Final = np.int64(Entry.RULE)
BY_EXPIRY: Final = np.int64(Entry.EXPIRY)
BY_ASSOCIATION: Final = np.int64(Entry.ASSOCIATION)
BY_OVERRIDE: Final = np.int64(Entry.OVERRIDE)


@inner
def _let_count(rules: Rulebook, scores: Scores, hit: AnyArray, kind: Whole, rule: Whole, points: Whole, kept: Whole,
               horizon: Whole, entries: AnyArray, count: Whole, agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """Move a score by some points, which the rule may give back later; a limit kept some more out."""
    start = count
    count, given = move(rules, scores, entries, count, hit, kind, rule, np.int64(rules.slot[rule]), points)
    if kept != 0:
        count = tell_limit(entries, start, count, kept)
    ends = np.int64(hit["due"]) + np.int64(rules.expires[rule])
    if given != 0 and np.int64(rules.expires[rule]) >= 0 and ends < horizon:
        put_off(agenda[used], hit, EXPIRY, ends, rule, -given)
        used += 1
    return count, used


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
            used = count_for(scores, hit, tally, np.int64(rules.within[rule]), np.int64(0), horizon, agenda, used)
            if np.int64(scores.tally[tally, i]) < np.int64(rules.repeat[rule]):
                points = np.int64(0)
            else:
                further = np.int64(scores.tally[tally, i]) - np.int64(rules.repeat[rule])
                points = risen(rules.caps, rule, points, further)
        if rules.agree.within[rule] > 0:
            agreed, used = comes_together(rules, scores, hit, rule, horizon, agenda, used)
            points = points if agreed else np.int64(0)
        points, kept, used = limited(rules, scores, hit, rule, points, horizon, agenda, used)
        count, used = _let_count(rules, scores, hit, BY_RULE, rule, points, kept, horizon, entries, count, agenda, used)
    return count, used


@inner
def _count_overrides(overrides: Overrides, scores: Scores, ungraded: U8, hit: AnyArray, horizon: Whole,
                     entries: AnyArray, count: Whole, agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """One record on one subject: every override of a score of theirs that counts it writes it down, moving nothing."""
    i, act, source = np.int64(hit["who"]), np.int64(hit["act"]), np.int64(hit["source"])
    first = np.int64(overrides.first[act])
    for p in range(first, first + np.int64(overrides.number[act])):
        one = np.int64(overrides.order[p])
        if (overrides.sources[one] >> np.uint64(source)) & np.uint64(1) == np.uint64(0):
            continue
        tally, within = np.int64(overrides.tally[one]), np.int64(overrides.within[one])
        slot = np.int64(overrides.slot[one])
        if ungraded.shape[0] and ungraded[slot, i] != 0:
            continue
        write_entry(entries[count], hit, BY_OVERRIDE, one, slot, np.int64(0), reading_of(scores, slot, i))
        count += 1
        used = count_for(scores, hit, tally, within if within >= 0 else horizon, np.int64(0), horizon, agenda, used)
    return count, used


@kernel
def assess(rules: Rulebook, overrides: Overrides, asked: Asked, scores: Scores, subject: U8, ungraded: U8,
           hits: AnyArray, horizon: Whole, keys: U64, entries: AnyArray, agenda: AnyArray,
           used: Whole) -> tuple[Whole, Whole, Whole]:
    """Handle everything that is due, resident by resident in order of day.

    Args:
        rules: the rules of this world.
        overrides: what counts records beside them.
        asked: conditions of rules, and what they ask about.
        scores: scores and counts of the district, changed in place.
        subject: 1 for residents whom the scheme scores.
        ungraded: (slots, residents) 1 for those whose score it is not; no rows where every score is everybody's.
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
                                     np.int64(0), horizon, entries, count, agenda, used)
        elif kind == COMPELLED or (kind != SHARED and subject[i] != 0):
            records += 1
            count, used = _apply_rules(rules, asked, scores, hit, horizon, keys, entries, count, agenda, used)
            if np.int64(hit["rule"]) == 0:  # overrides are the scorer's
                count, used = _count_overrides(overrides, scores, ungraded, hit, horizon, entries, count, agenda,
                                               used)
    return count, used, records


def shortest_wait(rules: Rulebook, overrides: Overrides, within: I32, longest: int) -> int:
    """Days before the end of anything that begins today: by a rule, an override, or a ground that counts `within`."""
    waits = np.concatenate((rules.expires, rules.within, rules.per_days, rules.group_days, rules.caps.days,
                            rules.agree.within, overrides.within, within))
    return int(waits[waits > 0].min(initial=longest))
