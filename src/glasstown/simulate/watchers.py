"""Those who look, in the form the kernels read: what they see and mistake, and where they look harder."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.vocab.arrays import I64, U8, U16, U32, U64


class Watchers(NamedTuple):
    """What the sources see; see `compiled.model.SourceTables`. `by_act`: 1 where one act counts once.

    The last seven are those of `compiled.model_looks.LookTables`.
    """

    digest: U32
    match: U8
    delay: U16
    wrong_high: U64
    wrong_low: U64
    seen_by: U8
    seen_count: U8
    detect_high: U64
    detect_low: U64
    declared: U32
    by_act: int
    wrong_as: U8
    wrong_chance: U64
    misread_as: U8
    misread_chance: U64
    patrol: U8
    harder_high: U64
    harder_low: U64


class Patrols(NamedTuple):
    """Sources that look harder where they found something; see `compiled.model_looks.LookTables`."""

    digest: U32
    keep: I64
    most: I64
