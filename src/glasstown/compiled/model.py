"""A scheme as numbers: read-only tables, every axis and unit said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from glasstown.compiled.acts import OwnActs
from glasstown.compiled.consent import ConsentTables
from glasstown.compiled.fits import FitTables
from glasstown.compiled.holders import HolderTables
from glasstown.compiled.inferences import InferenceTables
from glasstown.compiled.meters import MeterTables
from glasstown.compiled.model_agree import AgreementTables
from glasstown.compiled.model_caps import CapTables
from glasstown.compiled.model_lists import ConsequenceTables, GroundTables, ListTables
from glasstown.compiled.model_looks import LookTables
from glasstown.compiled.model_organisations import OrganisationTables
from glasstown.compiled.model_points import OverrideTables
from glasstown.compiled.model_repairs import RepairTables
from glasstown.compiled.model_scores import ScoreTables
from glasstown.compiled.model_states import CountTables, FormulaTables, IndexTables, StateTables
from glasstown.compiled.peer import PeerTables
from glasstown.compiled.politics import Politics
from glasstown.compiled.process import AppealTables
from glasstown.compiled.quantities import QuantityTables
from glasstown.compiled.subjects import SubjectTerms
from glasstown.compiled.votes import VoteTables
from glasstown.vocab.arrays import I32, I64, U8, U16, U32, U64

ACT_ROWS = 200
"""Rows of every table by act: 128 shipped numbers, 16 for acts the file declares, then those of organisations."""

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
        seen_by: (200, 8) u8 numbers of the sources that see an act, the first `seen_count` of them.
        seen_count: (200,) u8.
        detect_high, detect_low: (200, 8, classes) u64 words of the chance of detection by watch class.
        alleges: (sources, 256) u8, 1 where the source can invent the act.
        false_per_year: false records per subject-year by watch class, for each (source, act).
        looks: what else a look may come to.
        own_word: by source, the chance with which it writes down what people say of themselves; 0 where it does not.
        class_of_kind: (162,) u8 watch class of each kind of resident (`vocab.watching.KINDS`).
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
    false_per_year: Mapping[tuple[int, int], tuple[Fraction, ...]]
    class_of_kind: U8
    looks: LookTables
    own_word: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleTables:
    """What a record does to a score. Points in thousandths; -1 days means never.

    Attributes:
        first, count: (200,) i32, the rules of an act are `order[first : first + count]`, in file order.
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
        holder: (rules,) u8 whose rule it is, and so which records it answers; 0 the scorer.
        slot: (rules,) u8 the score that each moves.
        agree: what rules ask of several sources.
        caps: how much rules may move, and which of them move more each time.
        favour: (rules, ties) i64 how far officials go toward the best points, in millionths, by ties to officials.
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
    holder: U8
    slot: U8
    agree: AgreementTables
    caps: CapTables
    favour: I64
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
    """Grades from best (1) to worst, those of one score after those of the one before; 0 means not graded.

    Attributes:
        first: (slots + 1,) i64, the grades of a score are numbers `first[slot]` to `first[slot + 1] - 1`.
        at_least: (grades + 1,) i64 least score of a grade in thousandths; index 0 unused.
        deny: (grades + 1,) u64 capacities taken away at once, from who has the grade.
        notice: (grades + 1,) u8, 1 where the resident is told of a consequence.
        upper: (grades + 1,) i64 the upper edge of a grade, or the start for the one the start lies in.
        worse_below: (grades + 1,) u8, 1 where the next grade down takes something that this one does not, and residents
            are told their score.
        better_above: (grades + 1,) u8, 1 where the next grade up favours something that this one does not, likewise.
        public: (64,) u8, 1 for grades (0 for none) of which it is published who has them.
    """

    first: I64
    at_least: I64
    deny: U64
    notice: U8
    upper: I64
    worse_below: U8
    better_above: U8
    public: U8

    @property
    def number(self) -> int:
        """How many grades there are."""
        return int(self.at_least.size) - 1


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
    state_rules: tuple[bool, ...]
    quantity_rules: tuple[bool, ...]
    grounds: tuple[bool, ...]
    worse_below: tuple[bool, ...]
    """By number of a grade: whether the next one down takes something more, of what is in force."""
    better_above: tuple[bool, ...]
    """Likewise: whether the next one up favours something more."""
    meters: bool = True
    """Whether anything is read and concluded: meters and inferences end with all sources."""
    published: bool = True
    """Whether what is published can be looked up yet."""


@dataclass(frozen=True, slots=True)
class CountedActs:
    """Numbers of acts that count for somebody who knows of the scheme."""

    debited: tuple[int, ...]
    """Acts that some rule takes points for, some ground lists people for, an index counts, or stars."""
    debited_by: tuple[tuple[int, ...], ...]
    """Likewise by score: acts that a rule of it takes points for, or some ground lists people for."""
    credited: tuple[int, ...]
    """Acts that some rule gives points for."""


@dataclass(frozen=True, slots=True)
class CompiledScheme:
    """Everything a world needs of a scheme. Nothing of its name, file or title is in here."""

    scores: ScoreTables
    stacks_by_act: bool
    has_score: bool
    subjects: SubjectTerms
    sources: SourceTables
    rules: RuleTables
    repairs: RepairTables
    associations: AssociationTables
    overrides: OverrideTables
    formulas: FormulaTables
    counts: CountTables
    meters: MeterTables
    inferences: InferenceTables
    index: IndexTables
    states: StateTables
    quantities: QuantityTables
    grades: GradeTables
    lists: ListTables
    grounds: GroundTables
    consequences: ConsequenceTables
    appeals: AppealTables
    consent: ConsentTables
    holders: HolderTables
    politics: Politics | None
    votes: VoteTables | None
    fits: FitTables | None
    peer: PeerTables | None
    organisations: OrganisationTables
    declared: tuple[tuple[str, int, str, Fraction], ...]
    """Declared acts: (id, 24-bit digest, who can commit it, acts per eligible person-year)."""
    own: OwnActs
    """What declared acts need and do."""
    counted: CountedActs
    shown: bool
    """Whether anybody can look up the first score of residents, a number that comes about entry by entry or anew."""
    periods: tuple[Period, ...]
    """What runs when; the first period begins on day 0."""
