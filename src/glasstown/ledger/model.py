"""What a run folder says about itself: the manifest; the names behind codes stand in `model_names`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from glasstown.ledger.model_change import ChangeFacts
from glasstown.ledger.model_names import Names
from glasstown.ledger.model_process import AppealFacts, ConsentFacts
from glasstown.ledger.model_scores import ScoreFacts
from glasstown.vocab.organisations import OF_RESIDENTS

FORMAT: Final = 6
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
    fifth_yuan_year: tuple[int, ...] = ()
    """Mean income per head at day 0 of residents of the town in each fifth of the nation; 0 where there are none."""


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
    change: ChangeFacts | None = None
    """None for a run that is held against no other."""
    favours: bool = False
    """Whether some decision is kinder to those tied to officials."""
    digest: str = ""
    life_digest: str = ""
    status: str = RUNNING
    files: dict[str, FileSeal] = field(default_factory=dict[str, FileSeal])
    """Path inside the folder to its seal; filled when the run is sealed."""
    format: int = FORMAT

    @property
    def resident_scores(self) -> tuple[ScoreFacts, ...]:
        """Those of residents, officials among them, by code: they come before those of organisations."""
        return tuple(score for score in self.scores if score.of in OF_RESIDENTS)

    @property
    def resident_score(self) -> ScoreFacts | None:
        """The first score of residents, where they have one."""
        return next(iter(self.resident_scores), None)

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
