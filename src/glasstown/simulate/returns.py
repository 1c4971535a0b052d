"""Scores that go back to their start, at the end of a step: a share of the way, some points of it, or all of it.

It is done on the last day of each step into which one of its days falls, once for each of these days, after everything
else of that day, appeals included. Where it goes is its start and whatever points stand while something is so. What a
score is set back from is over: it comes back neither when it would have expired nor through an appeal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.agenda import EXPIRY, empty_agenda
from glasstown.simulate.earn_back import forget_debits
from glasstown.simulate.objections import DEBIT
from glasstown.simulate.scores import ENTRY, Scores, move, reading_of
from glasstown.simulate.share_points import part_of
from glasstown.simulate.take_back import TAKEN_OUT, close_up
from glasstown.vocab.arrays import I64, AnyArray, Whole
from glasstown.vocab.codes import NO_SOURCE, Entry

if TYPE_CHECKING:
    from glasstown.simulate.rulebook import Rulebook
    from glasstown.simulate.span import Settings, Span
    from glasstown.simulate.stretch import Stretch

BY_DECAY: Final = np.int64(Entry.DECAY)
BY_RESET: Final = np.int64(Entry.RESET)


def days_between(every: int, first: int, day: int, end: int) -> int:
    """How many of the days `first`, `first` + `every`, … lie in the days from `day` to before `end`; 0 for 0 days."""
    if every == 0:
        return 0
    return max((end - 1 - first) // every + 1, 0) - max((day - 1 - first) // every + 1, 0)


@kernel
def go_back(
    rules: Rulebook,
    scores: Scores,
    stands: I64,
    slot: Whole,
    kind: Whole,
    micro: Whole,
    points: Whole,
    first: Whole,
    day: Whole,
    rows: AnyArray,
    entries: AnyArray,
) -> Whole:
    """Let one score of everybody go back to its start; returns the entries written.

    Args:
        rules: the rulebook, for the range of the score.
        scores: scores, changed in place.
        stands: (residents,) where each goes, in thousandths: the start, and what stands.
        slot: number of the score.
        kind: of the entries; that of a score that is set goes all the way.
        micro: millionths of the way, or 0.
        points: thousandths of a point, where it goes by points.
        first: number of the first resident.
        day: day of the entries.
        rows: one row of the agenda, for what an entry says of whom it is about.
        entries: buffer with room for two entries of everybody.
    """
    row, count = rows[0], np.int64(0)
    for i in range(scores.score.size):
        if rules.each_entry[slot] != 0:
            here = reading_of(scores, slot, np.int64(i))
        else:
            here = scores.open_sum[i] if slot == 0 else scores.further_sum[slot - 1, i]
        way = stands[i] - here
        if kind == BY_DECAY:
            way = part_of(way, micro) if micro > 0 else min(max(way, -points), points)
        if way == 0:
            continue
        row["who"] = i
        row["due"] = day
        row["origin"] = first + i
        count, _ = move(rules, scores, entries, count, row, kind, np.int64(0), slot, way)
    return count


def scores_that_go_back(stretch: Stretch, settings: Settings, span: Span) -> list[AnyArray]:
    """Entries of the scores that go back in a step, which changes scores and what is due later."""
    world, pieces = settings.world, list[AnyArray]()
    table = world.returns
    if not world.has_scheme:
        return pieces
    for slot in range(table.every.size):
        every, first = int(table.every[slot]), int(table.reset_first[slot])
        for _ in range(days_between(every, every, span.day, span.end)):
            pieces.append(_move_all(stretch, settings, span, slot, BY_DECAY))
        if days_between(int(table.reset_every[slot]), first, span.day, span.end):
            pieces.append(_move_all(stretch, settings, span, slot, BY_RESET))
            _forget(stretch, world.rules.slot == slot)
    return pieces


def _move_all(stretch: Stretch, settings: Settings, span: Span, slot: int, kind: np.int64) -> AnyArray:
    world, rows = settings.world, empty_agenda(1)
    rows["source"] = NO_SOURCE
    entries = np.empty(2 * stretch.size, dtype=ENTRY)
    micro, points = world.returns.micro[slot], world.returns.points[slot]
    stands = world.starts[slot] + stretch.held.given[world.states.slot == slot].sum(axis=0, dtype=np.int64)
    count = go_back(world.rules, stretch.scores, stands, np.int64(slot), kind, micro, points, stretch.first,
                    span.end - 1, rows, entries)  # fmt: skip
    return entries[:count]


def _forget(stretch: Stretch, of_rule: AnyArray) -> None:
    """What the rules of a score have moved comes back no more."""
    rows = stretch.agenda[: stretch.used]
    ends = np.flatnonzero(rows["kind"] == EXPIRY)
    rows["kind"][ends[of_rule[rows["rule"][ends]]]] = TAKEN_OUT
    stretch.used = int(close_up(stretch.agenda, stretch.used))
    forget_debits(stretch, of_rule)
    objections = stretch.docket.objections
    debits = np.flatnonzero(objections["what"] == DEBIT)
    objections["given"][debits[of_rule[objections["number"][debits]]]] = 0
