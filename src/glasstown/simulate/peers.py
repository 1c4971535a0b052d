"""How residents of one world rate one another, in the form the kernels read."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.vocab.arrays import I64, U8


class Peers(NamedTuple):
    """How residents rate one another; see `compiled.peer.PeerTables`. `memory` is 0 where nobody does."""

    ties: int
    strangers: int
    base: int
    noise: int
    standing: int
    own: int
    memory: int
    stars: I64
    penalty: I64
    doubles: U8
