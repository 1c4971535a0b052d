"""What a scheme file says of what a person can do about it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Appeal:
    """Who appeals against what a record did, and what becomes of it.

    Whoever learns of a debit, a record that an override counts, or a listing appeals with probability `filed` where
    the record behind it is untrue and `filed_if_right` where it is true; it is upheld with `upheld` and
    `upheld_if_right`. It is decided after `days` at the earliest, `slots` per 1,000 residents and year in a district
    (None: any number), the `first` being the "oldest" or simply the "keyed".
    """

    filed: Figure
    filed_if_right: Figure
    upheld: Figure
    upheld_if_right: Figure
    slots: Figure | None
    days: Figure
    suspends: bool
    first: str
    span: Span
    reaches: bool = False
    """Whether recipients hear of what has ended, once an appeal is upheld."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who hears of consequences `hears_days` after they began or ended, and lets go of these where it `forgets`."""

    id: str
    hears_days: Figure
    forgets: bool


@dataclass(frozen=True, slots=True)
class Process:
    """Everything that a person can do about a scheme."""

    appeal: Appeal | None = None
    public_from: Figure | None = None
    """First day on which what is published can be looked up; None from day 0 on."""
    public_grades: tuple[str, ...] = ()
    """Grades of which it is published who has them; empty where every score is."""
    recipients: tuple[Recipient, ...] = ()
