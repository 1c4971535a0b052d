"""A scheme as numbers: read-only tables, every axis and unit said."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glasstown.compiled.model_points import OverrideTables
from glasstown.vocab.arrays import I8, I32, I64, U8, U16, U32, U64

ACT_ROWS = 144
"""Rows of every table by act: 128 shipped numbers, then 16 for acts the file declares."""

PER_ACT = 8
"""Sources that may see one act."""


@dataclass(frozen=True, slots=True)
class SourceTables:
    """What the sources see.

    Attributes:
        digest: (sources,) u32, name digests for the address of luck.
        match: (sources,) u8: 0 identity code, 1 name, 2 description.
        delay: (sources, 256) u16 equally likely delays in days.
        wrong_high, wrong_low: (sources,) u64 words of the chance that a record goes to the wrong person.
        seen_by: (144, 8) u8 numbers of the sources that see an act, the first `seen_count` of them.
        seen_count: (144,) u8.
        detect_high, detect_low: (144, 8, 16) u64 words of the chance of detection by watch class.
        alleges: (sources, 256) u8, 1 where the source can invent the act.
        false_per_year: false records per subject-year for each act, by source and watch class.
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
    alleges: U8
    false_per_year: tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True, slots=True)
class RuleTables:
    """What a record does to a score. Points in thousandths; -1 days means never.

    Attributes:
        first, count: (144,) i32, the rules of an act are `order[first : first + count]`, in file order.
        order: (rules,) i32 rule numbers by act.
        low, high: (rules,) i64 least and greatest points.
        grain: (rules,) i64 size of one step of discretion (a whole point where the ends are whole).
        expires: (rules,) i32 days after which the entry is given back.
        tally: (rules,) i32 number of the rule's tally, -1 for none.
        repeat: (rules,) i32 record from which on the rule bites.
        within: (rules,) i32 days of the tally's window.
        per, per_days: (rules,) i32 tally of records that moved points, and days for which they keep others from it.
        group, group_days: (rules,) i32 tally of the thousandths that the group took, and days for which they count.
        sources: (rules,) u64 bits of the sources whose records count.
        digest: (rules,) u32 name digests for discretion.
    """

    first: I32
    count: I32
    order: I32
    low: I64
    high: I64
    grain: I64
    expires: I32
    tally: I32
    repeat: I32
    within: I32
    per: I32
    per_days: I32
    group: I32
    group_days: I32
    sources: U64
    digest: U32
    tallies: int


@dataclass(frozen=True, slots=True)
class AssociationTables:
    """Whose points others get as well.

    Attributes:
        digest: (associations,) u32 name digests.
        tie: (associations,) u8 kind of tie, 1 + its place in `scheme.grammar_ties.TIES`.
        losses, gains: (associations,) u8, 1 where points below, and above, 0 are passed on.
        micro: (associations,) i64 share of the points, in millionths.
        rules: (associations, rules) u8, 1 for rules whose points are passed on.
    """

    digest: U32
    tie: U8
    losses: U8
    gains: U8
    micro: I64
    rules: U8

    @property
    def number(self) -> int:
        """How many associations there are."""
        return int(self.digest.size)


@dataclass(frozen=True, slots=True)
class GradeTables:
    """Grades from best (1) to worst; 0 means not graded.

    Attributes:
        at_least: (grades + 1,) i64 least score of a grade in thousandths; index 0 unused.
        deny: (grades + 1,) u32 capacities taken away at once, from who has the grade.
        notice: (grades + 1,) u8, 1 where the resident is told of a consequence.
        upper: (grades + 1,) i64 the upper edge of a grade, or the start for the one the start lies in.
        worse_below: (grades + 1,) u8, 1 where the next grade down takes something that this one does not.
    """

    at_least: I64
    deny: U32
    notice: U8
    upper: I64
    worse_below: U8

    @property
    def number(self) -> int:
        """How many grades there are."""
        return int(self.at_least.size) - 1


@dataclass(frozen=True, slots=True)
class DecisionTables:
    """Officials who decide on cases, by number of the ground or consequence.

    Attributes:
        officer: u8, 1 where an official decides, 0 where it is automatic.
        delay: i32 least days from the case to its decision.
        override_high, override_low: u64 words of the chance that the person is let off.
        per_thousand_year: decisions per 1,000 residents and year; None for any number.
    """

    officer: U8
    delay: I32
    override_high: U64
    override_low: U64
    per_thousand_year: tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class ListTables:
    """Lists: `digest` (lists,) u32 name digests; at most 16, one bit each in a resident's mask."""

    digest: U32

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
        first, count: (144,) i32, the grounds that an act's record opens are `order[first : first + count]`.
        order: i32 ground numbers by act, in file order.
        sources: (grounds,) u64 bits of the sources whose records open or extend it.
        tally, repeat, within: (grounds,) i32 as for rules; tallies are numbered after those of the rules.
        min_age_days: (grounds,) i32.
        entry: (grounds,) i32 days from the record (or decision) to the listing.
        entry_working, exit_working: (grounds,) u8, 1 where only Monday to Friday count.
        term, extend, longest: (grounds,) i32; no term is open-ended.
        extends, exits: (grounds, 144) u8, 1 for acts that extend or close it.
        exit_sources: (grounds,) u64 sources of which a record closes it; 0: what the person did closes it.
        exit: (grounds,) i32 days from the exit to the removal.
        decision: the officials of the grounds.
    """

    digest: U32
    case: U32
    on_list: U8
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
    decision: DecisionTables

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
        deny, favour: (consequences,) u32 bits of `vocab.codes.Capacity`.
        degree: (consequences, 5) i8 levels by `vocab.codes.Degree`, -3 to 3.
        looked: (consequences,) u8, 1 where it denies only if the other side looks (and it is published).
        look_high, look_low: (consequences,) u64 words of the chance to look; 0 where nothing is published.
        scope: (consequences,) u8: 0 the resident, 1 the household, 2 the household's children alone.
        notice: (consequences,) u8, 1 where the resident is told.
        decision: the officials of the consequences.
        by_grade: (grades + 1,) u64 consequences of each grade.
        by_list: (lists,) u64 consequences of each list.
    """

    digest: U32
    grade: U8
    on_list: U8
    deny: U32
    favour: U32
    degree: I8
    looked: U8
    look_high: U64
    look_low: U64
    scope: U8
    notice: U8
    decision: DecisionTables
    by_grade: U64
    by_list: U64

    @property
    def number(self) -> int:
        """How many consequences there are."""
        return int(self.digest.size)


@dataclass(frozen=True, slots=True)
class Period:
    """What runs from a day on, until the next period: bits by number, and whether anything runs at all."""

    from_day: int
    scheme: bool
    grades: bool
    rules: tuple[bool, ...]
    sources: tuple[bool, ...]
    lists: tuple[bool, ...]
    consequences: tuple[bool, ...]
    associations: tuple[bool, ...]
    overrides: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class CompiledScheme:
    """Everything a world needs of a scheme. Nothing of its name, file or title is in here."""

    start_milli: int
    low_milli: int
    high_milli: int
    clamps_each_entry: bool
    stacks_by_act: bool
    has_score: bool
    min_age_years: int
    coverage: Fraction
    aware_at_start: Fraction
    learned_per_year: Fraction
    sources: SourceTables
    rules: RuleTables
    associations: AssociationTables
    overrides: OverrideTables
    grades: GradeTables
    lists: ListTables
    grounds: GroundTables
    consequences: ConsequenceTables
    declared: tuple[tuple[str, int, str, Fraction], ...]
    """Declared acts: (id, 24-bit digest, who can commit it, acts per eligible person-year)."""
    debited: tuple[int, ...]
    """Act numbers that some rule takes points for, or some ground lists people for."""
    periods: tuple[Period, ...]
    """What runs when; the first period begins on day 0."""
