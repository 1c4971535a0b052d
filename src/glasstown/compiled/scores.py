"""The tables of the scores."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.model_returns import no_returns
from glasstown.compiled.model_scores import RankRow, ScoreTables
from glasstown.compiled.returns import lower_returns
from glasstown.scheme.grammar_ranks import SCOPES
from glasstown.scheme.model import Scheme
from glasstown.vocab.organisations import SUBJECTS
from glasstown.vocab.units import milli

EACH_ENTRY: Final = "each-entry"


def lower_scores(scheme: Scheme) -> ScoreTables:
    """Lower all scores, in the order of the file."""
    if not scheme.scores:
        return no_scores()
    rows = scheme.scores
    return ScoreTables(
        start=np.array([milli(row.start_points) for row in rows], dtype=np.int64),
        low=np.array([milli(row.low_points) for row in rows], dtype=np.int64),
        high=np.array([milli(row.high_points) for row in rows], dtype=np.int64),
        each_entry=np.array([row.cap == EACH_ENTRY for row in rows], dtype=np.uint8),
        hidden=np.array([row.hidden for row in rows], dtype=np.uint8),
        moved_as=np.array(
            [scheme.slot_of(row.rank.of) if row.rank else slot for slot, row in enumerate(rows)], dtype=np.int64
        ),
        of=np.array([SUBJECTS.index(row.of) for row in rows], dtype=np.uint8),
        ranks=tuple(
            RankRow(slot, scheme.slot_of(row.rank.of), SCOPES.index(row.rank.scope), row.rank.every_days,
                    row.rank.offset_days)
            for slot, row in enumerate(rows) if row.rank
        ),
        returns=lower_returns(scheme),
    )  # fmt: skip


def no_scores() -> ScoreTables:
    """The one slot of a world without a score."""
    nought, one = np.zeros(1, np.int64), np.ones(1, np.uint8)
    none = np.zeros(1, np.uint8)
    return ScoreTables(nought, nought, nought, one, none, nought, none.copy(), (), no_returns(1))
