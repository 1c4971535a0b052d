"""What a scheme file means, as frozen values. No arrays, no engine: the text and nothing more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from glasstown.scheme.formula import Node
from glasstown.scheme.model_acts import DeclaredAct, OwnCapacity
from glasstown.scheme.model_agree import Agreement
from glasstown.scheme.model_consent import Consent
from glasstown.scheme.model_dated import Dated
from glasstown.scheme.model_favour import Favour
from glasstown.scheme.model_holders import Holding
from glasstown.scheme.model_index import Index
from glasstown.scheme.model_inferences import Inference
from glasstown.scheme.model_lists import Consequence, Ground, PublicList, Repeat, Version
from glasstown.scheme.model_meters import Meter
from glasstown.scheme.model_peer import Encounters, Impression
from glasstown.scheme.model_politics import Legitimacy, Trigger
from glasstown.scheme.model_process import Process
from glasstown.scheme.model_ranks import Rank
from glasstown.scheme.model_states import StateRule
from glasstown.scheme.model_town import Awareness, Subjects
from glasstown.scheme.model_watch import Patrol, Watch, WrongAct
from glasstown.vocab.errors import Diagnostic, Span
from glasstown.vocab.evidence import Figure

PointRange: TypeAlias = tuple[Decimal, Decimal]
"""Least and greatest number of points; equal where the rule leaves no discretion."""

Value: TypeAlias = str | bool | int | dt.date | Figure | PointRange | tuple[str, ...] | None
"""What one key of a scheme may hold."""


@dataclass(frozen=True, slots=True)
class Score:
    """A sum of points: where it starts, between which ends it stays, and how it adds up.

    `hidden`: nobody is told their own. `cap` is "each-entry" (what a bonus cannot add is gone) or "on-reading" (the
    open sum is kept and cut when read). `stack` is "act" (one act counts once) or "record" (every record of it counts).
    """

    start: Figure
    lowest: Figure
    highest: Figure
    cap: str
    stack: str
    span: Span
    index: Index | None = None
    """How it is worked out anew on certain days; None where it comes about entry by entry."""
    of: str = "resident"
    """Whose score it is: one of `vocab.organisations.SUBJECTS`."""
    id: str = ""
    title: str = ""
    hidden: bool = False
    rank: Rank | None = None
    """By what and among whom it ranks; None where it does not."""

    @property
    def kind(self) -> str:
        """How it comes about: one of `scheme.grammar_index.KINDS`."""
        return "rank" if self.rank else self.index.kind if self.index else "points"

    @property
    def start_points(self) -> Decimal:
        """Points on the day a resident becomes a subject."""
        return self.start.value

    @property
    def low_points(self) -> Decimal:
        """The least score."""
        return self.lowest.value

    @property
    def high_points(self) -> Decimal:
        """The greatest score."""
        return self.highest.value


@dataclass(frozen=True, slots=True)
class Source:
    """A keeper of records: what it sees, how often it misses, invents, mistakes a person, and how late it is.

    `detection` is a probability per act; `false_per_year` counts false records per subject-year for each
    act it sees; `wrong_person` is a probability per detected act; `delay_days` is the median of the
    `delay` ("fixed" or "exponential"); `match` says by what a person is taken for the right one.
    """

    id: str
    context: str
    sees: tuple[str, ...]
    detection: Figure
    false_per_year: Figure
    wrong_person: Figure
    match: str
    delay_days: Figure
    delay: str
    watch: Watch
    wrong_act: WrongAct | None
    patrol: Patrol | None
    trust: Figure
    span: Span
    inspects: bool = False
    """Whether it looks at organisations as often as their inspection level says."""
    sensors: bool = False
    """Whether it sees only those that are measured all the time."""
    own_word: bool = False
    """Whether a person's own word is enough for a record."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a record of an act does to the score. Mark, cite and band are those of its points."""

    id: str
    act: str
    points: PointRange
    mark: str
    cite: tuple[str, ...]
    band: PointRange | None
    sources: tuple[str, ...]
    expires_days: Figure | None
    repeat: Repeat | None
    per_days: Figure | None
    """Days from a record that moved points in which further ones move none."""
    group: str
    """Rules of one group take no more together within `group_days` than the largest alone; "" for none."""
    group_days: Figure | None
    agree: Agreement | None
    when: Node | None
    """What must be so of a resident for the rule to answer a record; None for anybody."""
    span: Span
    score: str = ""
    """The score that it moves; "" for the only one."""
    favour: Favour = ()
    """How far officials go toward the best points for those tied to one of them."""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """Points of a rule that those tied to a person get as well: a `share` of them, in the next step.

    `carries` is "losses", "gains" or "both"; `rules` names those whose points are passed on (empty: all).
    """

    id: str
    title: str
    tie: str
    carries: str
    share: Figure
    rules: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Override:
    """While it holds, the best grade open to a resident is `grade`, whatever the score.

    It holds while at least `count` records of `acts` are not older than `within_days` (None: for good), or while the
    resident stands on `on_list` ("" where acts decide).
    """

    id: str
    title: str
    grade: str
    acts: tuple[str, ...]
    sources: tuple[str, ...]
    count: Figure
    within_days: Figure | None
    on_list: str
    span: Span


@dataclass(frozen=True, slots=True)
class Grade:
    """A class of scores, best first in the file; the lowest has no threshold."""

    id: str
    at_least: Figure | None
    label: str
    label_zh: str
    span: Span
    score: str = ""
    """The score of which it is a class; "" for the only one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of one table of the file, as read: the complete description of a scheme is a tuple of these.

    `id` is the name of the thing the table describes ("" where there is one such table only), `kind` is
    "running" or "declared", and `given` is false where the file is silent and the default holds.
    """

    table: str
    id: str
    key: str
    kind: str
    value: Value
    mark: str
    cite: tuple[str, ...]
    band: PointRange | None
    given: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """A whole scheme file. `text` is the file as written; `legal` are the settings of purely legal tables."""

    id: str
    title: str
    title_zh: str
    place: str
    years: str
    status: str
    evidence: str
    gallery: str
    lead: str
    uncertain: tuple[str, ...]
    not_modelled: tuple[str, ...]
    consent: str
    society: str
    """The society that it is lived in where a run asks for no other; "" where the file names none."""
    text: str
    subjects: Subjects
    awareness: Awareness
    scores: tuple[Score, ...]
    """In the order of the file: the first is the one that pages lead with."""
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...]
    associations: tuple[Association, ...]
    """By name: their order in a file means nothing."""
    overrides: tuple[Override, ...]
    state_rules: tuple[StateRule, ...]
    meters: tuple[Meter, ...]
    inferences: tuple[Inference, ...]
    """Both by name, likewise."""
    grades: tuple[Grade, ...]
    """Of the first score from best to worst, then of the next."""
    lists: tuple[PublicList, ...]
    grounds: tuple[Ground, ...]
    versions: tuple[Version, ...]
    """By day, then in the order of the file; those that a trigger begins stand last."""
    dated: tuple[Dated, ...]
    """Tables that run from one day to another; all others run as long as no version ends them."""
    encounters: Encounters | None
    impressions: tuple[Impression, ...]
    legitimacy: Legitimacy | None
    triggers: tuple[Trigger, ...]
    organisations: tuple[str, ...]
    """Kinds of organisations that live in the town: "firm", "government"."""
    consents: Consent | None
    holding: Holding
    published: bool
    """Whether anybody can look up who is listed or graded."""
    consequences: tuple[Consequence, ...]
    process: Process
    acts: tuple[DeclaredAct, ...]
    capacities: tuple[OwnCapacity, ...]
    """By name: the order in which a file declares its acts is nobody's luck."""
    legal: tuple[Setting, ...]
    settings: tuple[Setting, ...]
    references: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...] = ()
    places: Mapping[tuple[str, str, str], Span] = field(
        default_factory=dict[tuple[str, str, str], Span], compare=False, repr=False
    )

    @property
    def score(self) -> Score | None:
        """The first score, where there is one."""
        return self.scores[0] if self.scores else None

    def slot_of(self, score: str) -> int:
        """The place of a score among those of the file; "" is the only one."""
        return next((slot for slot, one in enumerate(self.scores) if one.id == score), 0)

    def place_of(self, table: str, id: str = "", key: str = "") -> Span | None:  # noqa: A002 (the word of the file)
        """Where a key stands in the file; else where its table begins; else nothing."""
        return self.places.get((table, id, key)) or self.places.get((table, id, ""))
