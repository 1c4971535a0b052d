"""The tables of holders: where records lie, and along which ways they reach others."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

import numpy as np

from glasstown.scheme.grammar_holders import WAYS_OF_SHARING
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_holders import Sharing
from glasstown.vocab.arrays import I32, U8, U32, U64
from glasstown.vocab.evidence import Figure
from glasstown.vocab.names import name_digest

WHOLE: Final = 1 << 32


class HolderTables(NamedTuple):
    """Holders by number, 0 the scorer; chances are thresholds of 32 bits, 2**32 for certain.

    Attributes:
        keeper: (sources,) u8 holder with whom a source's records lie.
        source, to: (sharings,) u8 who passes on to whom.
        share: (sharings,) u64 how likely each record is passed on.
        way: (sharings,) u8 how it comes about: `vocab.codes.Way`.
        delay: (sharings,) i32 days until the other one knows.
        edge: (sharings,) u32 digests of their names.
        digest: (holders + 1,) u32 digests of the holders' names; 0 for the scorer.
        breach, exposes, altered: (holders + 1,) u64.
    """

    keeper: U8
    source: U8
    to: U8
    share: U64
    way: U8
    delay: I32
    edge: U32
    digest: U32
    breach: U64
    exposes: U64
    altered: U64


def lower_holders(scheme: Scheme) -> HolderTables:
    """Lower all holders, and all they pass on."""
    holding = scheme.holding
    keeper = {name: number for number, one in enumerate(holding.holders, 1) for name in one.keeps}
    foreign = {one.id for one in holding.holders if one.foreign}
    return HolderTables(
        keeper=np.array([keeper.get(source.id, 0) for source in scheme.sources], np.uint8),
        source=np.array([holding.number_of(one.source) for one in holding.sharings], np.uint8),
        to=np.array([holding.number_of(one.to) for one in holding.sharings], np.uint8),
        share=np.array([_share(one, foreign) for one in holding.sharings], np.uint64),
        way=np.array([WAYS_OF_SHARING.index(one.way) for one in holding.sharings], np.uint8),
        delay=np.array([one.delay_days for one in holding.sharings], np.int32),
        edge=np.array([name_digest(one.id) for one in holding.sharings], np.uint32),
        digest=np.array([0, *(name_digest(one.id) for one in holding.holders)], np.uint32),
        breach=_chances([one.breach_per_year for one in holding.holders]),
        exposes=_chances([one.exposes for one in holding.holders]),
        altered=_chances([one.altered for one in holding.holders]),
    )


def nobody_holds() -> HolderTables:
    """Of a world without a scheme."""
    small, words, one = np.zeros(0, np.uint8), np.zeros(0, np.uint64), np.zeros(1, np.uint64)
    names = np.zeros(0, np.uint32)
    return HolderTables(
        small, small, small, words, small, np.zeros(0, np.int32), names, np.zeros(1, np.uint32), one, one, one
    )


def _share(sharing: Sharing, foreign: set[str]) -> int:
    share = Fraction(sharing.some.value) if sharing.what == "some" and sharing.some else Fraction(sharing.what == "all")
    if sharing.way == "compelled" and sharing.source in foreign:
        share *= Fraction(sharing.abroad.value)
    return int(share * WHOLE)


def _threshold(figure: Figure) -> int:
    return int(Fraction(figure.value) * WHOLE)


def _chances(figures: list[Figure]) -> U64:
    return np.array([0, *(_threshold(one) for one in figures)], np.uint64)
