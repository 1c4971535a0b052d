"""The tables of mistakes and of patrol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.model import ACT_ROWS
from glasstown.compiled.model_looks import LEVELS, LookTables
from glasstown.compiled.watch_classes import chance_seen, detection, mistaking
from glasstown.kernels.tables import probability_words
from glasstown.scheme.model_sources import Source
from glasstown.scheme.model_watch import Patrol
from glasstown.vocab.arrays import I64, U8, U32, U64
from glasstown.vocab.names import name_digest
from glasstown.vocab.society_watch import SocietyWatch
from glasstown.vocab.watching import Kind

WHOLE: Final = 1 << 32
DIGITS: Final = 60


def lower_looks(
    sources: Sequence[Source],
    codes: Mapping[str, int],
    sightable: Mapping[str, Decimal],
    step_days: int,
    society: SocietyWatch,
    kinds: Sequence[Kind],
) -> LookTables:
    """Lower what sources mistake, what the society lets them mistake, and where they look harder."""
    wrong_as, wrong_chance = _mistakes(sources, codes)
    misread_as, misread_chance = _misread(codes, society, kinds)
    patrols = [(source, source.patrol) for source in sources if source.patrol]
    places = np.cumsum([source.patrol is not None for source in sources])
    high, low = _harder(patrols, codes, sightable, society, kinds)
    return LookTables(
        wrong_as, wrong_chance, misread_as, misread_chance,
        patrol=np.array([place if one.patrol else 0 for one, place in zip(sources, places, strict=True)], np.uint8),
        digest=np.array([name_digest(source.id) for source, _ in patrols], np.uint32),
        keep=np.array([kept_after(one, step_days) for _, one in patrols], np.int64),
        most=np.array([int(one.most.value) for _, one in patrols], np.int64),
        harder_high=high, harder_low=low,
    )  # fmt: skip


def kept_after(patrol: Patrol, step_days: int) -> int:
    """What is left after a step of something found, of 2**32, rounded down."""
    with localcontext() as context:
        context.prec = DIGITS
        return int(WHOLE * (-(Decimal(2).ln()) * step_days / patrol.half_life_days.value).exp())


def _mistakes(sources: Sequence[Source], codes: Mapping[str, int]) -> tuple[U8, U64]:
    acts = np.tile(np.arange(ACT_ROWS, dtype=np.uint8), (len(sources), 1))
    chance = np.zeros(len(sources), np.uint64)
    for s, source in enumerate(sources):
        if source.wrong_act:
            for act in source.wrong_act.acts or source.sees:
                acts[s, codes[act]] = codes[source.wrong_act.taken_for]
            chance[s] = _threshold(Fraction(source.wrong_act.chance.value))
    return acts, chance


def _misread(codes: Mapping[str, int], society: SocietyWatch, kinds: Sequence[Kind]) -> tuple[U8, U64]:
    acts = np.arange(ACT_ROWS, dtype=np.uint8)
    chance = np.zeros((ACT_ROWS, len(kinds)), np.uint64)
    for one in society.misread:
        for act in one.acts:
            acts[codes[act]] = codes[one.taken_for]
            chance[codes[act]] = [_threshold(mistaking(act, society)(kind)) for kind in kinds]
    return acts, chance


def _threshold(chance: Fraction) -> int:
    return int(chance * WHOLE)


def _harder(
    patrols: Sequence[tuple[Source, Patrol]],
    codes: Mapping[str, int],
    sightable: Mapping[str, Decimal],
    society: SocietyWatch,
    kinds: Sequence[Kind],
) -> tuple[U64, U64]:
    """Detection by level, never more than can be seen."""
    high = np.zeros((len(patrols), ACT_ROWS, LEVELS, len(kinds)), np.uint64)
    low = np.zeros_like(high)
    for p, (source, patrol) in enumerate(patrols):
        gain, value = Fraction(patrol.gain.value), Fraction(source.detection.value)
        for act in source.sees:
            seen = detection(value, source.watch, act, society)
            share = Fraction(sightable.get(act, Decimal(1)))
            for level in range(LEVELS):
                for w, kind in enumerate(kinds):
                    chance = chance_seen(source, seen(kind) * (1 + gain * level), share)
                    high[p, codes[act], level, w], low[p, codes[act], level, w] = probability_words(chance)
    return high, low


def no_looks(acts: int) -> LookTables:
    """Of a world without a scheme: nobody looks, so nothing is mistaken."""
    none: I64 = np.zeros(0, np.int64)
    words: U64 = np.zeros((0, acts, LEVELS, 1), np.uint64)
    same = np.arange(acts, dtype=np.uint8)
    nobody: U32 = np.zeros(0, np.uint32)
    nothing: U64 = np.zeros(0, np.uint64)
    return LookTables(
        same[None, :][:0], nothing, same, np.zeros((acts, 1), np.uint64), np.zeros(0, np.uint8), nobody, none, none,
        words, words,
    )  # fmt: skip
