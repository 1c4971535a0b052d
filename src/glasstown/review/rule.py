"""The form of one rule of the review: its code, its page, its norms, and the function that decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer

TEXT: Final = "text"
THEN_PERSON: Final = "text, then a person"
THEN_OUTCOME: Final = "text, then an outcome"


@dataclass(frozen=True, slots=True)
class Reference:
    """A norm: the pack it belongs to, where it stands, and whether its text was "seen" or is "recalled"."""

    pack: str
    text: str
    read: str = "recalled"


@dataclass(frozen=True, slots=True)
class Words:
    """The page of a rule, in the order in which it is printed.

    What it does, why it matters, an example that fails and what to write instead (TOML), when to allow it, and what it
    cannot see.
    """

    what: str
    why: str
    example: str
    instead: str
    allow: str
    limits: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: code (never reused), a name that reads well after "allow", how settled and how heavy it is.

    `mode` says what else than the text it takes. `figures` are the names of those of the audit that can settle what the
    text leaves open. `decide` yields answers that are no pass; a rule that yields none passes.
    """

    code: str
    name: str
    status: str
    severity: str
    mode: str
    words: Words
    references: tuple[Reference, ...]
    decide: Callable[[Case], Iterable[Answer]]
    figures: tuple[str, ...] = ()


def answers(rule: Rule, case: Case) -> tuple[Answer, ...]:
    """What a rule says of a scheme; asked once, since some rules go by what others found."""
    if rule.code not in case.said:
        case.said[rule.code] = tuple(rule.decide(case))
    return case.said[rule.code]
