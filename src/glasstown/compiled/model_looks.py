"""What else a look of a source may come to, as numbers: acts mistaken for others, and looking harder where it found."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I64, U8, U32, U64

LEVELS = 8
"""Levels of patrol: how often what was found has doubled, 0 to 7."""


@dataclass(frozen=True, slots=True)
class LookTables:
    """Mistakes and patrol. Chances are thresholds of 32 bits, 2**32 for certain.

    Attributes:
        wrong_as: (sources, acts) u8 act that a source writes down instead; the act itself where it mistakes none.
        wrong_chance: (sources,) u64 how often.
        misread_as: (acts,) u8 the same of the society, whatever the source.
        misread_chance: (acts, classes) u64.
        patrol: (sources,) u8, 1 + the row of a source that looks harder where it found something; 0 for others.
        digest: (patrols,) u32 digests of their names.
        keep: (patrols,) i64 share of what was found that is left after a step, of 2**32.
        most: (patrols,) i64 highest level.
        harder_high, harder_low: (patrols, acts, 8, classes) u64 words of the chance of detection by level.
    """

    wrong_as: U8
    wrong_chance: U64
    misread_as: U8
    misread_chance: U64
    patrol: U8
    digest: U32
    keep: I64
    most: I64
    harder_high: U64
    harder_low: U64
