"""Lists, the grounds on which people stand on them, and what follows, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glasstown.vocab.arrays import I8, I32, U8, U32, U64


@dataclass(frozen=True, slots=True)
class DecisionTables:
    """Officials who decide on cases, by number of the ground or consequence.

    Attributes:
        officer: u8, 1 where an official decides, 0 where it is automatic.
        delay: i32 least days from the case to its decision.
        override_high, override_low: u64 words of the chance that the person is let off.
        favoured: (2, decisions, ties) u64 the same words by ties to officials; one column where nobody is favoured.
        per_thousand_year: decisions per 1,000 residents and year; None for any number.
    """

    officer: U8
    delay: I32
    override_high: U64
    override_low: U64
    favoured: U64
    per_thousand_year: tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class ListTables:
    """Lists, at most 16, one bit each in a resident's mask.

    Attributes:
        digest: (lists,) u32 name digests.
        punishes: (lists,) u8, 1 where to stand on it is a punishment (`scheme.punishing`).
    """

    digest: U32
    punishes: U8

    @property
    def number(self) -> int:
        """How many lists there are."""
        return int(self.digest.size)


@dataclass(frozen=True, slots=True)
class GroundTables:
    """Grounds: which record opens one, for how long, and what closes it. -1 days means none.

    Attributes:
        digest: (grounds,) u32 name digests.
        case: (grounds,) u32 name digests of the grounds by whose luck officials decide them.
        on_list: (grounds,) u8 number of the list.
        holder: (grounds,) u8 number of the holder who keeps the list, and so of what they know; 0 the scorer.
        first, count: (200,) i32, the grounds that an act's record opens are `order[first : first + count]`.
        order: i32 ground numbers by act, in file order.
        sources: (grounds,) u64 bits of the sources whose records open or extend it.
        tally, repeat, within: (grounds,) i32 as for rules; tallies are numbered after those of the rules.
        when: (grounds,) i32 number of the formula that must hold, -1 for none.
        min_age_days: (grounds,) i32.
        entry: (grounds,) i32 days from the record (or decision) to the listing.
        entry_working, exit_working: (grounds,) u8, 1 where only Monday to Friday count.
        term, extend, longest: (grounds,) i32; no term is open-ended.
        extends, exits: (grounds, 200) u8, 1 for acts that extend or close it.
        exit_sources: (grounds,) u64 sources of which a record closes it; 0: what the person did closes it.
        exit: (grounds,) i32 days from the exit to the removal.
        refuse_high, refuse_low: (grounds,) u64 words of the chance that an exit is found not to do.
        decision: the officials of the grounds.
    """

    digest: U32
    case: U32
    on_list: U8
    holder: U8
    first: I32
    count: I32
    order: I32
    sources: U64
    tally: I32
    repeat: I32
    within: I32
    min_age_days: I32
    entry: I32
    entry_working: U8
    term: I32
    extend: I32
    longest: I32
    extends: U8
    exits: U8
    exit_sources: U64
    exit: I32
    exit_working: U8
    refuse_high: U64
    refuse_low: U64
    decision: DecisionTables
    when: I32

    @property
    def number(self) -> int:
        """How many grounds there are."""
        return int(self.digest.size)


@dataclass(frozen=True, slots=True)
class ConsequenceTables:
    """What follows from grades and lists; consequence c is bit c of a word of 64.

    Attributes:
        digest: (consequences,) u32 name digests.
        grade: (consequences,) u8 the grade it follows from, 0 for none.
        on_list: (consequences,) u8 the list it follows from, 255 for none.
        deny, favour: (consequences,) u64 bits of `vocab.codes.Capacity`.
        degree: (consequences, 5) i8 levels by `vocab.codes.Degree`, -3 to 3.
        shown: (consequences,) u8, 1 where it hits only who shows a score.
        looked: (consequences,) u8, 1 where it denies only if the other side looks (and it is published).
        look_high, look_low: (consequences,) u64 words of the chance to look; 0 where nothing is published.
        scope: (consequences,) u8: 0 the resident, 1 the household, 2 the household's children alone.
        notice: (consequences,) u8, 1 where the resident is told when it begins, 2 where by the first refusal.
        decision: the officials of the consequences.
        by_grade: (grades + 1,) u64 consequences of each grade.
        by_list: (lists,) u64 consequences of each list.
        hears: (consequences,) i32 days until its recipient hears of it, -1 where it holds at once.
        forgets: (consequences,) u8, 1 where that recipient lets go of what has ended.
        when: (consequences,) i32 number of the formula that must hold, -1 for none.
    """

    digest: U32
    grade: U8
    on_list: U8
    deny: U64
    favour: U64
    degree: I8
    looked: U8
    shown: U8
    look_high: U64
    look_low: U64
    scope: U8
    notice: U8
    decision: DecisionTables
    by_grade: U64
    by_list: U64
    when: I32
    hears: I32
    forgets: U8

    @property
    def number(self) -> int:
        """How many consequences there are."""
        return int(self.digest.size)
