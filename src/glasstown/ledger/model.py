"""What a run folder says about itself: the manifest, and the names behind the codes in its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from glasstown.ledger.model_holders import HolderRow, SharingRow
from glasstown.ledger.model_process import AppealFacts, ConsentFacts
from glasstown.ledger.model_scores import GradeRow, InferenceRow, ScoreFacts, StateRow

FORMAT: Final = 4
"""Version of the run folder. A folder of another version is refused, never guessed at."""

RUNNING: Final = "running"
SEALED: Final = "sealed"
STATUSES: Final = (RUNNING, SEALED)
KINDS: Final = ("scheme", "none")

KEEP_ALL_UP_TO: Final = 2_000_000
"""Towns up to this size keep every resident's rows."""

KEPT_SAMPLE: Final = 100_000
"""Residents kept of a larger town."""

LIVES_SAMPLE: Final = 2_000
"""Residents whose every act is kept."""


@dataclass(frozen=True, slots=True)
class SchemeFacts:
    """Which scheme ran: its id, title, and the digest of the text that stands in `scheme.toml`."""

    id: str
    title: str
    text_digest: str


@dataclass(frozen=True, slots=True)
class SocietyFacts:
    """Which people lived: the name and digest of the specification, and the digest of the people.

    `text_digest` is that of `society.toml`; empty for a society that comes with the package.
    """

    spec: str
    spec_digest: str
    digest: str
    provinces: tuple[str, ...]
    text_digest: str = ""


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act that can occur in the tables. Codes from 128 are declared by the scheme file."""

    code: int
    id: str


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


@dataclass(frozen=True, slots=True)
class AssociationRow:
    """An association through which points are passed on, and along which kind of ties."""

    code: int
    id: str
    tie: str


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


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A ground for a list."""

    code: int
    id: str
    list: int


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
    inferences: tuple[InferenceRow, ...] = ()
    versions: tuple[VersionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Whose rows the tables hold."""

    rule: str
    """`all` residents, or a keyed `sample`."""
    residents: int
    lives: int
    """Residents whose every act is in `acts`."""


@dataclass(frozen=True, slots=True)
class FileSeal:
    """What a file of a sealed folder must be."""

    digest: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything about one world that is not a row of a table."""

    kind: str
    scheme: SchemeFacts | None
    society: SocietyFacts
    score: ScoreFacts | None
    """The first score, of code 0."""
    names: Names
    people: int
    residents_lived: int
    """Fewer than `people` where a sample of districts was lived."""
    seed: int
    replicate: int
    start: date
    step_days: int
    steps: int
    horizon_days: int
    baseline: str
    """What was asked for the paired world without the scheme: `full`, `sample` or `none`."""
    kept: Kept
    without: tuple[str, ...]
    """Responses that were switched off."""
    versions: dict[str, str]
    """Program and libraries. No part of any digest of the result."""
    further_scores: tuple[ScoreFacts, ...] = ()
    """Those after the first, of codes from 1."""
    circumstances: dict[str, int | None] = field(default_factory=dict[str, "int | None"])
    """Threads, block size, spacing of checkpoints: no part of the result."""
    timings: dict[str, float] = field(default_factory=dict[str, float])
    """Seconds by phase, known at the end: no part of the result."""
    appeals: AppealFacts | None = None
    """None where nobody files an appeal."""
    consent: ConsentFacts | None = None
    """None where nobody can stay out."""
    favours: bool = False
    """Whether some decision is kinder to those tied to officials."""
    digest: str = ""
    life_digest: str = ""
    status: str = RUNNING
    files: dict[str, FileSeal] = field(default_factory=dict[str, FileSeal])
    """Path inside the folder to its seal; filled when the run is sealed."""
    format: int = FORMAT

    @property
    def scores(self) -> tuple[ScoreFacts, ...]:
        """All scores by code; empty where there is none."""
        return (self.score, *self.further_scores) if self.score else ()

    @property
    def title(self) -> str:
        """The scheme's title, or plain words for the world without one."""
        return self.scheme.title if self.scheme else "no scheme"

    @property
    def scheme_id(self) -> str:
        """The scheme's id, or `none`."""
        return self.scheme.id if self.scheme else "none"
