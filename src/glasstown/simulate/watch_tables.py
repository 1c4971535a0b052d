"""The tables of those who look: what they see and mistake, what they invent, and where they look harder."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.acts import TownActs
from glasstown.compiled.looks import no_looks
from glasstown.compiled.model import ACT_ROWS, CompiledScheme
from glasstown.compiled.model_looks import LookTables
from glasstown.kernels.ghosts import Ghosts
from glasstown.kernels.tables import wide_threshold
from glasstown.simulate.rates import FIRST_DECLARED
from glasstown.simulate.watchers import Patrols, Watchers
from glasstown.vocab.arrays import U8, U32, U64
from glasstown.vocab.geography import CELL
from glasstown.vocab.units import DAYS_IN_YEAR

NOTHING: Final = np.zeros(0, dtype=np.uint64)

NAMED_PLACE: Final = 1 << 31
"""Bit of the second word of an address that says: an act known by its name, not by a registered number."""

ORDINAL_BITS: Final = 6
"""Bits of a place in a stream."""


def ghosts_of(compiled: CompiledScheme | None, step_days: int) -> Ghosts:
    """Streams of false sightings: one for each source and act that it can allege, by number or by name."""
    share = Fraction(CELL * step_days, DAYS_IN_YEAR)
    pairs = [(int(s), int(act)) for s, act in np.argwhere(compiled.sources.alleges)] if compiled else []
    rates = [compiled.sources.false_per_year[pair] for pair in pairs] if compiled else []
    classes = int(compiled.sources.class_of_kind.max()) + 1 if compiled else 1
    height = np.array([[wide_threshold(rate * share) for rate in row] for row in rates], dtype=np.uint64)
    sources = np.array([source for source, _ in pairs], dtype=np.uint8)
    return Ghosts(
        source=sources,
        digest=compiled.sources.digest[sources] if compiled else NOTHING.astype(np.uint32),
        act=np.array([act for _, act in pairs], dtype=np.uint8),
        place=np.array([_place(compiled, act) for _, act in pairs], dtype=np.uint64),
        height=height.reshape(len(pairs), classes),
    )


def _place(compiled: CompiledScheme | None, act: int) -> int:
    """First ordinal of an alleged act in the address: by its registered number, or by the name that a file gives it."""
    if compiled is None or act < FIRST_DECLARED:
        return act << ORDINAL_BITS
    of_organisations = compiled.organisations.named
    name = of_organisations[act] if act in of_organisations else compiled.declared[act - FIRST_DECLARED][1]
    return NAMED_PLACE | name << ORDINAL_BITS


def watchers_of(compiled: CompiledScheme | None, town: TownActs) -> Watchers:
    """What the sources see, with what they mistake; and the names of declared acts, whoever looks."""
    if compiled is None:
        none = np.zeros((ACT_ROWS, 8, 1), dtype=np.uint64)
        return Watchers(
            NOTHING.astype(np.uint32), NOTHING.astype(np.uint8), np.zeros((0, 256), np.uint16), NOTHING, NOTHING,
            np.zeros((ACT_ROWS, 8), np.uint8), np.zeros(ACT_ROWS, np.uint8), none, none, digests_of(town), 1,
            *_looks(no_looks(ACT_ROWS)),
        )
    s = compiled.sources
    return Watchers(
        s.digest, s.match, s.delay, s.wrong_high, s.wrong_low, s.seen_by, s.seen_count, s.detect_high, s.detect_low,
        digests_of(town), int(compiled.stacks_by_act), *_looks(s.looks),
    )


def _looks(looks: LookTables) -> tuple[U8, U64, U8, U64, U8, U64, U64]:
    return (
        looks.wrong_as, looks.wrong_chance, looks.misread_as, looks.misread_chance, looks.patrol, looks.harder_high,
        looks.harder_low,
    )  # fmt: skip


def patrols_of(compiled: CompiledScheme | None) -> Patrols:
    """Sources that look harder where they found something."""
    if compiled is None:
        looks = no_looks(ACT_ROWS)
        return Patrols(np.zeros(0, np.uint32), looks.keep, looks.most)
    looks = compiled.sources.looks
    return Patrols(looks.digest, looks.keep, looks.most)


def declared_digests(compiled: CompiledScheme | None) -> U32:
    """Names of the acts that a scheme declares, as digests."""
    return digests_of(TownActs(compiled.declared) if compiled else TownActs())


def digests_of(town: TownActs) -> U32:
    """Names of the acts of a file, as digests."""
    return np.array([digest for _, digest, _, _ in town.declared], dtype=np.uint32)
