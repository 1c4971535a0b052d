"""What a fit counts within one stretch: who was high or low when its days began, and of whom a record came since.

Nothing of it is drawn, and nobody is told of it. Beside what records say stands who truly did one of the acts, which
the scheme does not know and an audit compares with it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.fits import FitTables
from glasstown.kernels.digest import add_column
from glasstown.kernels.jit import kernel
from glasstown.kernels.postfix import MOST_ON_STACK, evaluate
from glasstown.simulate.agenda import COMPELLED, RECORD
from glasstown.simulate.counting import facts_counted
from glasstown.simulate.indexing import Index
from glasstown.simulate.rows import StepRows
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.sample import DID, HIGH, IN_SAMPLE, KNOWN, RECORDED, STATE, Fit
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.variables import facts_of
from glasstown.simulate.working_out import TOP
from glasstown.vocab.arrays import I32, I64, U8, U64, AnyArray, Whole
from glasstown.vocab.codes import Outcome

VALUE_COLUMN: Final = 110
STATE_COLUMN: Final = 111
"""Registered numbers of what a fit remembers, in digests. Append only."""


@kernel
def take_sample(asked: Asked, index: Index, subject: U8, cut: Whole, sample: I32) -> None:
    """Remember whoever is scored, and which categories of theirs are known, and high.

    Args:
        asked: formulas, and what they ask about at the end of the step.
        index: how the score is worked out.
        subject: 1 for residents whom the scheme scores.
        cut: thousandths, the value from which on a category counts as high.
        sample: (3, residents), written.
    """
    for i in range(subject.size):
        known, high, number = np.int64(0), np.int64(0), index.value.size if subject[i] != 0 else 0
        for c in range(number):
            f = np.int64(index.needs[c])
            if f >= 0 and evaluate(asked.pairs, np.int64(asked.start[f]), np.int64(asked.start[f + 1]), asked.facts,
                                   np.int64(0), i, asked.stack) == 0:
                continue
            f = np.int64(index.value[c])
            value = evaluate(asked.pairs, np.int64(asked.start[f]), np.int64(asked.start[f + 1]), asked.facts,
                             np.int64(0), i, asked.stack)
            known |= np.int64(1) << c
            high |= (np.int64(1) if min(max(value, 0), TOP) >= cut else np.int64(0)) << c
        sample[KNOWN, i] = known
        sample[HIGH, i] = high
        sample[STATE, i] = IN_SAMPLE if subject[i] != 0 else 0


@kernel
def count_sample(sample: I32, subject: U8, counts: I64, totals: I64) -> None:
    """Count what came of a sample among those who are scored still.

    Args:
        sample: (3, residents).
        subject: 1 for residents whom the scheme scores.
        counts: (categories, 2, 2, 2) as in `sample.Fit`, added to.
        totals: (3,) residents, recorded, did; added to.
    """
    for i in range(subject.size):
        state = np.int64(sample[STATE, i])
        if state & IN_SAMPLE == 0 or subject[i] == 0:
            continue
        recorded = np.int64(1) if state & RECORDED != 0 else np.int64(0)
        did = np.int64(1) if state & DID != 0 else np.int64(0)
        totals[0] += 1
        totals[1] += recorded
        totals[2] += did
        for c in range(counts.shape[0]):
            if (np.int64(sample[KNOWN, i]) >> c) & 1 != 0:
                counts[c, (np.int64(sample[HIGH, i]) >> c) & 1, recorded, did] += 1


def remember_records(fits: FitTables | None, stretch: Stretch, hits: AnyArray) -> None:
    """Mark of whom a record of one of the acts has reached the scorer, among rows that are due."""
    if fits is None or not stretch.sample.size:
        return
    hits = hits[(hits["rule"] == 0) & np.isin(hits["act"], fits.acts)]
    hits = hits[(hits["kind"] == COMPELLED) | ((hits["kind"] == RECORD) & (stretch.subject[hits["who"]] != 0))]
    _mark(stretch.sample, hits["who"], RECORDED)


def _remember_deeds(fits: FitTables | None, stretch: Stretch, deeds: AnyArray) -> None:
    """Mark who did one of the acts, whether or not anybody saw it."""
    if fits is None or not stretch.sample.size:
        return
    mine = deeds[(deeds["outcome"] == int(Outcome.DONE)) & np.isin(deeds["act"], fits.acts)]
    _mark(stretch.sample, mine["slot"], DID)


def _mark(sample: I32, who: AnyArray, bit: int) -> None:
    who = np.unique(who)
    sample[STATE, who[sample[STATE, who] & IN_SAMPLE != 0]] |= bit


def fit(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> None:
    """At the end of a step: count what came of the sample where a fit is due, take a new one where its days begin."""
    fits, world = settings.fits, settings.world
    _remember_deeds(fits, stretch, deeds)
    if fits is None or not world.has_scheme:
        return
    if not stretch.sample.size:
        stretch.sample = np.zeros((STATE + 1, stretch.size), np.int32)
    if fits.closes(span.day, span.end):
        counts, totals = np.zeros((fits.declared.size, 2, 2, 2), np.int64), np.zeros(3, np.int64)
        count_sample(stretch.sample, stretch.subject, counts, totals)
        rows.fit = Fit(counts, *totals.tolist())
        stretch.sample[:] = 0
    if fits.opens(span.day, span.end):
        facts, _ = facts_counted(world.counts.rows, stretch.counted, facts_of(world.facts, stretch, span.end))
        asked = Asked(*world.formulas, facts, np.empty(MOST_ON_STACK, np.int64), stretch.docket.tied)
        take_sample(asked, world.indexing, stretch.subject, fits.cut, stretch.sample)


def digest_sample(record: U64, fits: FitTables | None, stretch: Stretch) -> None:
    """Add what a fit remembers to a digest, which tells no category from another: their names are no luck."""
    if fits is None or not stretch.sample.size:
        return
    known, high, state = stretch.sample.astype(np.int64)
    add_column(record, STATE_COLUMN, stretch.first, state)
    for c in range(fits.declared.size):
        add_column(record, VALUE_COLUMN, stretch.first, ((known >> c) & 1) + 2 * ((high >> c) & 1))
