"""The names behind the codes in a run folder's tables, with what an auditor needs to replay a score."""

from __future__ import annotations

from dataclasses import dataclass, field

from glasstown.ledger.model_dues import DueRow
from glasstown.ledger.model_fits import CategoryRow
from glasstown.ledger.model_holders import HolderRow, SharingRow
from glasstown.ledger.model_scores import GradeRow, InferenceRow, QuantityRow, StateRow
from glasstown.ledger.model_votes import VoteRow


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act that can occur in the tables. Codes 128 to 143 and 182 to 191 are declared by the scheme file."""

    code: int
    id: str
    lawful: bool | None = None
    """Whether the law allowed it, apart from any scheme; None where the model does not say."""
    voice: bool = False
    """Whether it is lawful speech, belief or meeting."""
    hours_milli: int = 0
    """Thousandths of an hour that doing it takes."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of records."""

    code: int
    id: str
    context: str
    trust_milli: int = 1000


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as it ran; `agree_…` say what it asks of several sources."""

    code: int
    id: str
    act: int
    points_low_milli: int
    points_high_milli: int
    sources: tuple[int, ...]
    """Codes of the sources whose records it takes; empty takes all."""
    expires_days: int | None
    repeat_count: int | None
    repeat_within_days: int | None
    per_days: int | None = None
    """Days from a record that moved points in which further ones move none."""
    group: str = ""
    """Rules of one group take no more together within `group_days` than the largest of them alone."""
    group_days: int | None = None
    score: int = 0
    """Code of the score that it moves."""
    agree_count: int | None = None
    agree_days: int | None = None
    agree_trust_milli: int = 0
    cap: str = ""
    """The limit on what it moves, shared with the other rules that name it; "" for none."""
    cap_milli: int = 0
    """What they give at most in `cap_days`; below 0 what they take."""
    cap_days: int | None = None
    rising_milli: tuple[int, ...] = ()
    """Points of the first record that counts, of the second, …, and of the last for all after; empty where alike."""
    gravity: int | None = None
    """How grave the act is, 0 to 5, as the scheme's file declares by somebody's reading."""


@dataclass(frozen=True, slots=True)
class AssociationRow:
    """An association through which points are passed on, and along which kind of ties."""

    code: int
    id: str
    tie: str


@dataclass(frozen=True, slots=True)
class RepairRow:
    """A repair of points. Its code is among those of the rules, after the last of them."""

    code: int
    id: str
    title: str
    rules: tuple[int, ...]
    """Codes of the rules whose debits it lowers; none where it ends a ground."""
    ground: int | None
    """Code of the ground that it ends."""
    points_milli: int
    """What one record gives back at most."""
    largest_milli: int
    """What a debit took at most to be lowered."""
    after_days: int
    within_days: int | None
    most: int
    per_days: int | None
    """Days in which there are `most` at most."""


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """What held residents to a grade: records of one kind, or a list."""

    code: int
    id: str
    grade: int
    """The best grade while it holds."""
    count: int
    within_days: int | None
    """How long a record counts; None for good."""
    list: int | None
    """Code of the list on which it holds; None where records decide."""
    end_day: int | None = None
    """First day on which it holds nobody any more, where it ends within the run."""
    score: int = 0
    """Code of the score of that grade."""
    start_day: int = 0
    """First day on which it can hold anybody."""
    same_officer: int = 0
    """Code of the grade of the other firm of the same people that makes it hold; 0 where no other firm does."""
    younger_days: int | None = None
    """Age up to which it holds a firm; None where age decides nothing."""


@dataclass(frozen=True, slots=True)
class ConsequenceRow:
    """A consequence of a grade or a list, with the capacities it denies and favours (vocab.codes.Capacity)."""

    code: int
    id: str
    grade: int
    """0 where it follows from a list."""
    deny: int
    favour: int
    notice: str
    list: int | None = None
    degree: dict[str, int] = field(default_factory=dict[str, int])
    """What it makes worse (below 0) or better without denying it."""
    scope: str = "self"
    through: str = "direct"
    decided: bool = False
    """Whether an official decides on each case, or it holds only while a condition does."""
    start_day: int = 0
    """First day on which it can be in force."""
    end_day: int | None = None
    """First day on which it is no more, where it ends within the run."""
    recipient: str = ""
    asks_others: bool = False
    """Whether its condition asks about those whom somebody is tied to."""

    @property
    def waits(self) -> bool:
        """Whether it takes more than its cause: an official's decision, that somebody shows a score, a recipient."""
        return self.decided or self.through == "shown" or bool(self.recipient)

    @property
    def harms(self) -> bool:
        """Whether it takes something or makes something worse."""
        return self.deny != 0 or any(level < 0 for level in self.degree.values())


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list that people can stand on."""

    code: int
    id: str
    title: str
    published: bool = True
    """Whether the scheme publishes who stands on it."""


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A ground for a list, and the acts a record of which opens it."""

    code: int
    id: str
    list: int
    acts: tuple[int, ...] = ()
    gravity: int | None = None
    """How grave they are, 0 to 5, as the scheme's file declares by somebody's reading."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version that a trigger may begin, and what of a grade it ends."""

    code: int
    id: str
    ends_grades: bool
    overrides: tuple[int, ...]
    """Codes of the overrides that it ends."""
    triggered: bool = False
    """Whether a trigger begins it, county by county."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the codes in the tables stand for, with what an auditor needs to replay a score."""

    acts: tuple[ActRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
    grades: tuple[GradeRow, ...] = ()
    consequences: tuple[ConsequenceRow, ...] = ()
    lists: tuple[ListRow, ...] = ()
    grounds: tuple[GroundRow, ...] = ()
    associations: tuple[AssociationRow, ...] = ()
    holders: tuple[HolderRow, ...] = ()
    sharings: tuple[SharingRow, ...] = ()
    overrides: tuple[OverrideRow, ...] = ()
    state_rules: tuple[StateRow, ...] = ()
    quantity_rules: tuple[QuantityRow, ...] = ()
    inferences: tuple[InferenceRow, ...] = ()
    dues: tuple[DueRow, ...] = ()
    votes: tuple[VoteRow, ...] = ()
    repairs: tuple[RepairRow, ...] = ()
    fitted: tuple[CategoryRow, ...] = ()
    versions: tuple[VersionRow, ...] = ()
