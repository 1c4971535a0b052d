"""Ranks: which share of others stands no higher by a score, worked out before a step from scores as they are then.

Nothing else crosses from one district to another within a step but what counties think. A rank reaches everybody who is
ranked together: whoever asks what one resident's act changed has to leave it out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.outlook import subjects_of
from glasstown.simulate.scores import ENTRY, Scores, move, reading_of
from glasstown.simulate.slots import score_in
from glasstown.vocab.arrays import I32, I64, U8, AnyArray, Whole
from glasstown.vocab.codes import NO_SOURCE, Entry
from glasstown.vocab.geography import DISTRICT, RESIDENTS_IN_COUNTY

if TYPE_CHECKING:
    from glasstown.simulate.rulebook import Rulebook
    from glasstown.simulate.span import Settings, Span
    from glasstown.simulate.stretch import Stretch

BY_REFRESH: Final = np.int64(Entry.REFRESH)
PER_CENT: Final = 100_000
"""Thousandths of one hundred per cent."""

UNRANKED: Final = -1

RANKED_TOGETHER: Final[tuple[Callable[[I64], I64], ...]] = (
    lambda who: who // DISTRICT,
    lambda who: who // RESIDENTS_IN_COUNTY,
    np.zeros_like,
)
"""Number of those among whom somebody is ranked, by `scheme.grammar_ranks.SCOPES`."""


def is_due(every: int, offset: int, day: int, end: int) -> bool:
    """Whether a day of ranking lies in the days from `day` to before `end`."""
    return offset + max(-(-(day - offset) // every), 0) * every < end


def rank_town(town: Sequence[Stretch], settings: Settings, span: Span) -> None:
    """Work out the ranks of a step from the scores of all stretches as they are before it."""
    rows = [row for row in settings.ranks if is_due(row.every, row.offset, span.day, span.end)]
    for stretch in town:
        stretch.ranked = [(row.slot, np.full(stretch.size, UNRANKED, np.int32)) for row in rows]
    for number, row in enumerate(rows):
        who = [_scored(stretch, settings.world.min_age_days, span.day) for stretch in town]
        scores = [score_in(one, row.of)[slots].astype(np.int64) for one, slots in zip(town, who, strict=True)]
        numbers = [slots + one.first for one, slots in zip(town, who, strict=True)]
        found = ranks(np.concatenate(scores), RANKED_TOGETHER[row.scope](np.concatenate(numbers)))
        ends = np.cumsum([slots.size for slots in who])[:-1]
        for stretch, slots, part in zip(town, who, np.split(found, ends), strict=True):
            stretch.ranked[number][1][slots] = part


def _scored(stretch: Stretch, min_age_days: int, day: int) -> I64:
    """Slots of those whom the scheme scores when a step begins."""
    subject = np.empty(stretch.size, np.uint8)
    subjects_of(stretch.ages.birth_day, stretch.covered, min_age_days, day, subject)
    return np.flatnonzero(subject)


def ranks(scores: I64, together: I64) -> I32:
    """Thousandths of a per cent of those ranked together who stand no higher, without oneself; rounded down.

    Args:
        scores: (residents,) scores of those who are ranked.
        together: (residents,) who are ranked with each other.
    """
    order = np.lexsort((scores, together))
    ordered = together[order] * (1 << 34) + scores[order] + (1 << 33)  # scores are of 32 bits
    size = np.searchsorted(together[order], together, side="right")
    first = np.searchsorted(together[order], together, side="left")
    no_higher = np.searchsorted(ordered, together * (1 << 34) + scores + (1 << 33), side="right") - first
    return ((no_higher - 1) * PER_CENT // (size - first)).astype(np.int32)


@kernel
def move_ranks(rules: Rulebook, scores: Scores, subject: U8, slot: Whole, rank: I32, first: Whole, day: Whole,
               rows: AnyArray, entries: AnyArray) -> Whole:
    """Bring the rank of everybody who is scored to what was worked out; returns the entries written.

    Args:
        rules: the rulebook, for the range of the score.
        scores: scores, changed in place.
        subject: 1 for residents whom the scheme scores.
        slot: number of the score that is a rank.
        rank: (residents,) thousandths of a per cent, -1 for whoever was not ranked.
        first: number of the first resident.
        day: day of the entries.
        rows: one row of the agenda, for what an entry says of whom it is about.
        entries: buffer with room for two entries of everybody.
    """
    row, count = rows[0], np.int64(0)
    for i in range(rank.size):
        delta = np.int64(rank[i]) - reading_of(scores, slot, np.int64(i))
        if subject[i] == 0 or rank[i] < 0 or delta == 0:
            continue
        row["who"] = i
        row["due"] = day
        row["origin"] = first + i
        count, _ = move(rules, scores, entries, count, row, BY_REFRESH, np.int64(0), slot, delta)
    return count


def take_ranks(stretch: Stretch, rules: Rulebook, day: int) -> list[AnyArray]:
    """Entries by which ranks come to what was worked out before the step."""
    pieces: list[AnyArray] = []
    for slot, rank in stretch.ranked:
        entries, rows = np.empty(2 * stretch.size, dtype=ENTRY), empty_agenda(1)
        rows["source"] = NO_SOURCE
        count = move_ranks(rules, stretch.scores, stretch.subject, np.int64(slot), rank, stretch.first, day, rows,
                           entries)  # fmt: skip
        pieces.append(entries[:count])
    return pieces
