"""What records do to a score, to the scores of others, and to the best grade open to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from glasstown.scheme.formula import Node
from glasstown.scheme.model_agree import Agreement
from glasstown.scheme.model_caps import Escalation
from glasstown.scheme.model_favour import Favour
from glasstown.scheme.model_lists import Repeat
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure

PointRange: TypeAlias = tuple[Decimal, Decimal]
"""Least and greatest number of points; equal where the rule leaves no discretion."""


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
    escalate: Escalation | None
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

    It holds while at least `count` records of `acts` are not older than `within_days` (None: for good), while the
    resident stands on `on_list` ("" where something else decides), while the other firm of the same representative has
    itself earned the grade `same_officer` or a lower one, or while a firm is younger than `younger_days`.
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
    same_officer: str = ""
    younger_days: Figure | None = None
