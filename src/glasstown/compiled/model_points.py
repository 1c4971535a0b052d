"""Overrides as numbers: what holds residents to a grade."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I32, U8, U16, U32, U64


@dataclass(frozen=True, slots=True)
class OverrideTables:
    """What holds residents to a grade, whatever their score. -1 days means for good.

    Attributes:
        digest: (overrides,) u32 name digests.
        first, number: (200,) i32, the overrides that count an act's records are `order[first : first + number]`.
        order: i32 override numbers by act, by name.
        sources: (overrides,) u64 bits of the sources whose records count.
        tally: (overrides,) i32 number of the override's count, after those of the rules; -1 where a list decides.
        count: (overrides,) i32 records from which on it holds.
        within: (overrides,) i32 days for which a record counts.
        on_list: (overrides,) u16 bit of the list on which it holds; 0 where records decide.
        slot: (overrides,) u8 the score of that grade.
        grade: (overrides,) u8 the best grade while it holds; 0 where it has ended.
        carries: (overrides,) u8 the grade of the other firm of the same people that makes it hold; 0 for none.
        younger: (overrides,) i32 days of age up to which it holds a firm; -1 where age decides nothing.
    """

    digest: U32
    first: I32
    number: I32
    order: I32
    sources: U64
    tally: I32
    count: I32
    within: I32
    on_list: U16
    slot: U8
    grade: U8
    carries: U8
    younger: I32

    @property
    def tallies(self) -> int:
        """Counts that overrides keep of every resident."""
        return int((self.tally >= 0).sum())
