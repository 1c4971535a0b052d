"""The tables by which a score is worked out anew: see `simulate.working_out`."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.vocab.arrays import I32, I64


class Index(NamedTuple):
    """A score that is worked out anew; see `compiled.model_states.IndexTables`.

    `terms`: (6,) i64 kind, formula, least, thin_milli, every, offset.
    """

    terms: I64
    value: I32
    needs: I32
    weight: I64
    default: I64
