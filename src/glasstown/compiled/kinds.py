"""The part of a compiled scheme that holds for one kind of subject: residents, or organisations.

Numbers of sources, rules, lists and consequences stay; what is about others matches nothing any more. A scheme
without organisations is the same for residents as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from glasstown.compiled.consent import NO_CONSENT
from glasstown.compiled.in_period import in_period
from glasstown.compiled.model import CompiledScheme, Period, SourceTables
from glasstown.compiled.model_looks import LEVELS, LookTables
from glasstown.compiled.parts import first_of_organisations, scores_between
from glasstown.compiled.process import NO_APPEALS
from glasstown.vocab.codes import Degree
from glasstown.vocab.organisation_acts import FIRST_OF_ORGANISATIONS

BY_DESCRIPTION: Final = 2
CLASSES: Final = 15
"""Watch classes of organisations."""

FIRST_DECLARED: Final = 128
HOUSEHOLD: Final = 1
"""Scope of a consequence that hits the other firms of its representative: they are one household."""


def of_residents(compiled: CompiledScheme, period: Period) -> CompiledScheme:
    """What holds for residents in one period."""
    tables = compiled.organisations
    if not tables.lives:
        return in_period(compiled, period)
    number = first_of_organisations(compiled.scores, has_score=compiled.has_score)
    own = scores_between(compiled, 0, number)
    mine = in_period(own, _period(period, tables.residents, graded=number > 0))
    alleges = mine.sources.alleges.copy()
    alleges[:, FIRST_OF_ORGANISATIONS:] = 0
    return replace(mine, sources=replace(mine.sources, alleges=alleges))


def of_organisations(compiled: CompiledScheme, period: Period) -> CompiledScheme:
    """What holds for firms and governments in one period."""
    tables = compiled.organisations
    theirs = in_period(_of_organisations(compiled), _period(period, tables.hits, graded=_graded(compiled)))
    sources, found = theirs.sources, theirs.consequences
    alleges = sources.alleges.copy()
    alleges[:, :FIRST_OF_ORGANISATIONS] = 0
    runs = np.array([*period.sources, False])[np.minimum(sources.seen_by, len(period.sources))][:, :, None]
    return replace(
        theirs,
        # nobody strays to a stranger: whoever is mistaken for a firm is a firm of its trade
        sources=replace(
            sources,
            match=np.full_like(sources.match, BY_DESCRIPTION),
            detect_high=np.where(runs, tables.detect_high, np.uint64(0)),
            detect_low=np.where(runs, tables.detect_low, np.uint64(0)),
            alleges=alleges,
            false_per_year=tables.false_per_year,
            class_of_kind=np.arange(tables.detect_high.shape[2], dtype=np.uint8),
            looks=_plain_looks(sources),
        ),
        consequences=replace(
            found,
            deny=tables.deny,
            favour=tables.favour,
            degree=np.pad(tables.degree, ((0, 0), (0, len(Degree) - tables.degree.shape[1]))),
            scope=np.where(found.scope == 0, 0, HOUSEHOLD).astype(np.uint8),
        ),
        declared=(),
        appeals=NO_APPEALS,
        consent=NO_CONSENT,
    )


def through_organisations(compiled: CompiledScheme, period: Period) -> CompiledScheme:
    """What hits residents in one period through an organisation: by its grade, or the list that it stands on."""
    tables = compiled.organisations
    return in_period(_of_organisations(compiled), _period(period, tables.through, graded=_graded(compiled)))


def _of_organisations(compiled: CompiledScheme) -> CompiledScheme:
    """The same with the scores of organisations alone."""
    number = compiled.scores.number if compiled.has_score else 0
    return scores_between(compiled, first_of_organisations(compiled.scores, has_score=compiled.has_score), number)


def _graded(compiled: CompiledScheme) -> bool:
    """Whether some score is that of organisations."""
    if not compiled.has_score:
        return False
    return first_of_organisations(compiled.scores, has_score=True) < compiled.scores.number


def _plain_looks(sources: SourceTables) -> LookTables:
    """Nothing organisations do is mistaken for something else, and nobody patrols where they are."""
    acts, classes = sources.detect_high.shape[0], CLASSES
    number, none = sources.digest.size, np.zeros(0, np.int64)
    same = np.arange(acts, dtype=np.uint8)
    harder = np.zeros((0, acts, LEVELS, classes), np.uint64)
    return LookTables(
        np.tile(same, (number, 1)), np.zeros(number, np.uint64), same, np.zeros((acts, classes), np.uint64),
        np.zeros(number, np.uint8), none.astype(np.uint32), none, none, harder, harder.copy(),
    )  # fmt: skip


def _period(period: Period, concerned: np.ndarray[tuple[int], np.dtype[np.uint8]], *, graded: bool) -> Period:
    consequences = tuple(runs and bool(one) for runs, one in zip(period.consequences, concerned, strict=True))
    return replace(period, grades=period.grades and graded, consequences=consequences)
