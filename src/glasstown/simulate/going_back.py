"""How scores go back to their start, as the engine reads it."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.model_returns import no_returns
from glasstown.vocab.arrays import I64


class Returns(NamedTuple):
    """How scores go back, by slot; see `compiled.returns.ReturnTables`."""

    every: I64
    micro: I64
    points: I64
    reset_every: I64
    reset_first: I64


def returns_of(compiled: CompiledScheme | None) -> Returns:
    """The tables of one world."""
    table = compiled.scores.returns if compiled else no_returns(1)
    return Returns(table.every, table.micro, table.points, table.reset_every, table.reset_first)
