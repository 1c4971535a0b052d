"""The tables of one world: scheme, behaviour and society joined, in the form the kernels read."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.kernels.ghosts import Ghosts
from glasstown.kernels.rates import Rates
from glasstown.kernels.streams import Declared
from glasstown.vocab.arrays import I32, I64, U8, U16, U32, U64


class Watchers(NamedTuple):
    """What the sources see; see `compiled.model.SourceTables`. `by_act`: 1 where one act counts once."""

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


class Rulebook(NamedTuple):
    """What records do to scores; see `compiled.model.RuleTables`. `limits`: (low, high) in thousandths."""

    first: I32
    number: I32
    order: I32
    low: I64
    high: I64
    grain: I64
    expires: I32
    tally: I32
    repeat: I32
    within: I32
    sources: U64
    digest: U32
    source_digest: U32
    declared: U32
    limits: I64
    each_entry: int


class Ladder(NamedTuple):
    """Grades: (grades + 1,) tables.

    A grade holds from `floor` up to, but not at, `ceiling`; under `near_limit` the next grade down is felt.
    """

    at_least: I64
    floor: I64
    ceiling: I64
    deny: U32
    favour: U32
    notice: U8
    near_limit: I64


class ActFacts(NamedTuple):
    """What an accomplished act needs and does: (144,) capacities and effects."""

    capacity: U32
    effect: U8


class World(NamedTuple):
    """All tables of one world. `learning`: (16, 2) u64 words of the chance to learn of the scheme in a step."""

    has_scheme: bool
    rates: Rates
    acts: ActFacts
    declared: Declared
    ghosts: Ghosts
    watchers: Watchers
    rules: Rulebook
    ladder: Ladder
    learning: U64
    covered: tuple[int, int]
    aware_at_start: tuple[int, int]
    min_age_days: int
    start_milli: int
    tallies: int
    age_bands: U8
