"""A vote within one stretch: who takes part, what share of a rule's points each wishes for, and how these are counted.

Everybody begins at the points of the file. Wishes of the scheme file move that for those of whom they hold, once or for
each time that something has happened to them; nobody asks what points would make others do.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.compiled.votes import ONE_TIME, VoteRow, VoteTables
from glasstown.kernels.digest import add_column
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.postfix import MOST_ON_STACK
from glasstown.scheme.grammar_votes import LIVED
from glasstown.simulate.agenda import HARM
from glasstown.simulate.assess import BY_RULE, holds
from glasstown.simulate.ballot import Ballot
from glasstown.simulate.counting import facts_counted
from glasstown.simulate.rows import StepRows
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.variables import facts_of
from glasstown.vocab.arrays import I32, I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision, Group, Truth

VOTE: Final = int(Decision.VOTE)
PREFERENCE: Final = int(Decision.PREFERENCE)
WHOLE: Final = 1000
"""The points of the file, in thousandths of themselves."""

LIVED_COLUMN: Final = 100
"""Registered number of the first column of what wishes count."""

CANNOT, STAYS_AWAY, VOTES = 0, 1, 2
"""What becomes of a resident on the day of a vote."""

DEBITED, DEBITED_WRONGLY, REWARDED, HARMED = range(1, len(LIVED))


class Question(NamedTuple):
    """One vote, as the kernel reads it: see `compiled.votes.VoteRow`. `terms`: eligible, turnout, ends, spread."""

    terms: I64
    digest: U64
    rule_digests: U32
    when: I32
    add: I64
    most: I64
    felt: I32


@inner
def _wish(asked: Asked, question: Question, lived: I32, score: Whole, i: Whole, r: Whole) -> Whole:
    """What the wishes of the file make of the share that somebody finds right."""
    share = np.int64(WHOLE)
    for w in range(question.add.size):
        felt, when = np.int64(question.felt[w, r]), np.int64(question.when[w])
        if felt < ONE_TIME or not holds(asked, when, score, i):
            continue
        times = np.int64(1) if felt < 0 else min(np.int64(lived[felt, i]), question.most[w])
        share += times * question.add[w]
    return share


@kernel
def cast_votes(asked: Asked, question: Question, lived: I32, score: I32, first: Whole, nth: Whole, keys: U64,
               takes_part: U8, wished: I64) -> None:
    """What everybody does on the day of a vote, and wishes.

    Args:
        asked: conditions, and what they ask about at the end of the step.
        question: the vote.
        lived: (rows, residents) how often something has happened to them.
        score: thousandths.
        first: number of the first resident.
        nth: how often this vote has been held before.
        keys: luck key.
        takes_part: (residents,) `CANNOT`, `STAYS_AWAY` or `VOTES`, written.
        wished: (rules, residents) thousandths of the points of the file, written where somebody votes.
    """
    low, high, spread = question.terms[2], question.terms[3], question.terms[4]
    name = np.uint64(VOTE << 24) | question.digest[0]
    for i in range(score.size):
        own = np.int64(score[i])
        takes_part[i] = CANNOT
        if not holds(asked, question.terms[0], own, i):
            continue
        w0, _, _, _ = philox4x32(np.uint64(first + i), np.uint64(0), np.uint64(nth), name, keys[0], keys[1])
        takes_part[i] = VOTES if np.int64(w0) < question.terms[1] else STAYS_AWAY
        if takes_part[i] != VOTES:
            continue
        for r in range(question.rule_digests.size):
            share = _wish(asked, question, lived, own, i, r)
            if spread > 0:
                rule = np.uint64(PREFERENCE << 24) | np.uint64(question.rule_digests[r])
                w0, _, _, _ = philox4x32(np.uint64(first + i), np.uint64(0), np.uint64(0), rule, keys[0], keys[1])
                share += np.int64((w0 * np.uint64(2 * spread + 1)) >> np.uint64(32)) - spread
            wished[r, i] = min(max(share, low), high)


def begin_counting(votes: VoteTables | None, stretch: Stretch) -> None:
    """Make room for what wishes count, in the first step of a stretch."""
    if votes and votes.lived and not stretch.lived.size:
        stretch.lived = np.zeros((len(votes.lived), stretch.size), np.int32)


def _counted_in(votes: VoteTables | None, stretch: Stretch) -> tuple[tuple[int, int, int], ...]:
    """What is counted of those who live in a stretch: nothing of organisations, which do not vote."""
    return votes.lived if votes and stretch.lived.size else ()


def remember_debits(votes: VoteTables | None, stretch: Stretch, entries: AnyArray) -> None:
    """Count what rules have taken from residents, or given them, where some wish hangs on it."""
    for row, (kind, rule, _) in enumerate(_counted_in(votes, stretch)):
        if kind == HARMED:
            continue
        mine = entries[(entries["kind"] == BY_RULE) & (entries["rule"] == rule)]
        mine = mine[mine["delta"] > 0 if kind == REWARDED else mine["delta"] < 0]
        if kind == DEBITED_WRONGLY:
            mine = mine[mine["truth"] != int(Truth.TRUE)]
        np.add.at(stretch.lived[row], mine["who"], 1)


def remember_harm(votes: VoteTables | None, stretch: Stretch, hits: AnyArray) -> None:
    """Count what acts of others have done to residents, where some wish hangs on it."""
    hits = hits[hits["kind"] == HARM]
    for row, (kind, _, act) in enumerate(_counted_in(votes, stretch)):
        if kind == HARMED:
            np.add.at(stretch.lived[row], hits["who"][hits["act"] == act], 1)


def digest_lived(record: U64, votes: VoteTables | None, stretch: Stretch) -> None:
    """Add what wishes hang on, by what it is and the name of the rule, to a digest."""
    for row, (kind, _, _) in enumerate(_counted_in(votes, stretch)):
        name = votes.lived_digests[row] if votes else 0
        add_column(record, (name << 8) | (LIVED_COLUMN + kind), stretch.first, stretch.lived[row].astype(np.int64))


def vote(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """Hold every vote that falls into the step; what residents wish for is counted and handed over."""
    votes, world = settings.votes, settings.world
    due = [(v, nth) for v, row in enumerate(votes.rows) for nth in row.times(span.day, span.end)] if votes else []
    if not due or votes is None or not world.has_scheme:
        return
    facts, _ = facts_counted(world.counts.rows, stretch.counted, facts_of(world.facts, stretch, span.end))
    asked = Asked(*world.formulas, facts, np.empty(MOST_ON_STACK, np.int64), stretch.docket.tied)
    for v, nth in due:
        row = votes.rows[v]
        takes_part, wished = np.zeros(stretch.size, np.uint8), np.zeros((row.rules.size, stretch.size), np.int64)
        cast_votes(asked, question_of(row), stretch.lived, stretch.scores.score, stretch.first, nth, settings.luck,
                   takes_part, wished)
        rows.ballots[v] = counted(row, stretch.people.group, takes_part, wished)


def question_of(row: VoteRow) -> Question:
    """A vote, as the kernel reads it."""
    terms = np.array([row.eligible, row.turnout, row.lowest, row.highest, row.spread], dtype=np.int64)
    digest = np.array([row.digest], dtype=np.uint64)
    return Question(terms, digest, row.rule_digests, row.when, row.add, row.most, row.felt)


def counted(row: VoteRow, group: U8, takes_part: U8, wished: I64) -> Ballot:
    """Count the votes of a stretch.

    Args:
        row: the vote.
        group: (residents,) invented group.
        takes_part: (residents,) as `cast_votes` writes it.
        wished: (rules, residents) likewise.
    """
    groups, votes = len(Group), takes_part == VOTES
    shares = row.options.size or row.highest - row.lowest + 1
    counts = np.zeros((row.rules.size, groups, shares), np.int64)
    for r, wishes in enumerate(wished):
        for g in range(groups):
            mine = wishes[votes & (group == g)]
            if row.options.size:
                counts[r, g] = points_of_rank(row.options, mine).sum(axis=0)
            else:
                counts[r, g] = np.bincount(mine - row.lowest, minlength=shares)
    can = takes_part != CANNOT
    return Ballot(np.bincount(group[can], minlength=groups), np.bincount(group[votes], minlength=groups), counts)


def points_of_rank(options: I64, wishes: I64) -> I64:
    """(voters, options) points of each option: as many as stand below it; of two equally near the smaller is above."""
    order = np.argsort(np.abs(wishes[:, None] - options[None, :]), axis=1, kind="stable")
    points = np.empty_like(order)
    np.put_along_axis(points, order, np.arange(options.size)[::-1][None, :], axis=1)
    return points.astype(np.int64)


def chosen_share(row: VoteRow, counts: I64) -> int:
    """The share that holds: the lower of the middle wishes, or the option with most points, the smallest of several.

    Args:
        row: the vote.
        counts: (shares,) as in `Ballot`, of at least one voter.
    """
    if row.options.size:
        return int(row.options[int(np.argmax(counts))])
    middle = (int(counts.sum()) + 1) // 2
    return row.lowest + int(np.searchsorted(np.cumsum(counts), middle))
