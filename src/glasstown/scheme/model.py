"""What a scheme file means, as frozen values. No arrays, no engine: the text and nothing more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from glasstown.scheme.model_acts import DeclaredAct, DeclaredBusiness, OwnCapacity
from glasstown.scheme.model_caps import Cap
from glasstown.scheme.model_consent import Consent
from glasstown.scheme.model_dated import Dated
from glasstown.scheme.model_holders import Holding
from glasstown.scheme.model_inferences import Inference
from glasstown.scheme.model_lists import Consequence, Ground, PublicList, Version
from glasstown.scheme.model_meters import Meter
from glasstown.scheme.model_peer import Encounters, Impression
from glasstown.scheme.model_politics import Legitimacy, Trigger
from glasstown.scheme.model_process import Process
from glasstown.scheme.model_quantities import QuantityRule
from glasstown.scheme.model_refit import Refit
from glasstown.scheme.model_repairs import Repair
from glasstown.scheme.model_rules import Association, Override, PointRange, Rule
from glasstown.scheme.model_scores import Grade, Score
from glasstown.scheme.model_sources import Source
from glasstown.scheme.model_states import StateRule
from glasstown.scheme.model_town import Awareness, Subjects
from glasstown.scheme.model_votes import Vote
from glasstown.vocab.errors import Diagnostic, Span
from glasstown.vocab.evidence import Figure

Value: TypeAlias = str | bool | int | dt.date | Figure | PointRange | tuple[str, ...] | None
"""What one key of a scheme may hold."""


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
    caps: tuple[Cap, ...]
    repairs: tuple[Repair, ...]
    associations: tuple[Association, ...]
    """By name: their order in a file means nothing."""
    overrides: tuple[Override, ...]
    state_rules: tuple[StateRule, ...]
    quantity_rules: tuple[QuantityRule, ...]
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
    votes: tuple[Vote, ...]
    """By name: their order in a file means nothing."""
    refit: Refit | None
    """How the weights of the index are fitted anew, where they are."""
    organisations: tuple[str, ...]
    """Kinds of organisations that live in the town: "firm", "government"."""
    consents: Consent | None
    holding: Holding
    published: bool
    """Whether anybody can look up who is listed or graded."""
    consequences: tuple[Consequence, ...]
    process: Process
    acts: tuple[DeclaredAct, ...]
    """What residents do beside the acts of the model."""
    business: tuple[DeclaredBusiness, ...]
    """What firms and governments do beside those."""
    capacities: tuple[OwnCapacity, ...]
    """All three by name: the order in which a file declares its acts is nobody's luck."""
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
