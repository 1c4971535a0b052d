"""Inferences: what a scheme concludes about residents once a month, and what is so.

An inference goes by its evidence, but for two chances of error, which are drawn for each resident and inference and
hold for some days. Right or wrong it stands beside what is true, and only formulas of the scheme ask for it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.postfix import evaluate
from glasstown.simulate.inferences import Inferences, Inferred
from glasstown.simulate.rulebook import Asked
from glasstown.vocab.arrays import I64, U8, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision

INFER: Final = int(Decision.INFER)


CHANGED: Final = np.dtype([("who", np.int32), ("inference", np.uint8), ("inferred", np.uint8), ("is_so", np.uint8)])
"""One conclusion that is otherwise than before, or about what has changed."""


@inner
def _holds(asked: Asked, facts: I64, f: Whole, i: Whole) -> YesNo:
    """Whether a condition holds for one resident by some facts."""
    start, end = np.int64(asked.start[f]), np.int64(asked.start[f + 1])
    return evaluate(asked.pairs, start, end, facts, np.int64(0), i, asked.stack) != 0


@inner
def _errs(table: Inferences, r: Whole, says_yes: YesNo, who: Whole, day: Whole, keys: U64) -> YesNo:
    """Whether an inference goes against its evidence."""
    name = np.uint64(INFER << 24) | np.uint64(table.digest[r])
    period = np.uint64(day // np.int64(table.holds[r]))
    w0, _, _, _ = philox4x32(np.uint64(who), np.uint64(0), period, name, keys[0], keys[1])
    return w0 < (table.wrong_no[r] if says_yes else table.wrong_yes[r])


@kernel
def conclude(asked: Asked, true: I64, table: Inferences, subject: U8, first: Whole, day: Whole, keys: U64,
             inferred: Inferred, changed: AnyArray) -> Whole:
    """Conclude everything about everybody whom the scheme scores, and nothing about anybody else.

    Args:
        asked: formulas, and what they ask about as the scheme knows it.
        true: (facts, residents) the same as it is.
        table: the inferences.
        subject: 1 for residents whom the scheme scores.
        first: number of the first resident.
        day: first day of the step.
        keys: luck key.
        inferred: changed in place.
        changed: buffer of `CHANGED` with room for every inference about everybody.

    Returns:
        Rows written.
    """
    count = np.int64(0)
    for i in range(subject.size):
        for r in range(table.about.size):
            concluded, so = False, False
            if subject[i] != 0 and table.about[r] >= 0:
                so = _holds(asked, true, np.int64(table.about[r]), i)
                says = so if table.evidence[r] < 0 else _holds(asked, asked.facts, np.int64(table.evidence[r]), i)
                concluded = says != _errs(table, np.int64(r), says, first + i, day, keys)
            before, was_so = (np.int64(inferred.inferred[i]) >> r) & 1, (np.int64(inferred.is_so[i]) >> r) & 1
            if (before != 0) == concluded and (was_so != 0) == so:
                continue
            inferred.inferred[i] = np.int64(inferred.inferred[i]) ^ ((before ^ np.int64(concluded)) << r)
            inferred.is_so[i] = np.int64(inferred.is_so[i]) ^ ((was_so ^ np.int64(so)) << r)
            changed[count]["who"] = i
            changed[count]["inference"] = r
            changed[count]["inferred"] = np.int64(concluded)
            changed[count]["is_so"] = np.int64(so)
            count += 1
    return count
