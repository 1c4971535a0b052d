"""A scheme that hears appeals where its text says of none: the stage that `--with appeals` adds.

Nobody has published how many would appeal against a score, so the shares and days are those that the scheme `fico-like`
takes for disputes of credit reports, all assumed and with their bands. Any number can be decided, the oldest first;
nothing waits meanwhile, and recipients are not told.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_process import Appeal
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import ASSUMPTION, Figure

APPEALS: Final = "appeals"


def _assumed(value: str, low: str, high: str) -> Figure:
    return Figure(Decimal(value), "assumed", Decimal(low), Decimal(high), ("ftc-2012", ASSUMPTION))


STAGE: Final = Appeal(
    filed=_assumed("0.5", "0.1", "0.9"),
    filed_if_right=_assumed("0.03", "0", "0.2"),
    upheld=_assumed("0.8", "0.5", "0.98"),
    upheld_if_right=_assumed("0.05", "0", "0.2"),
    slots=None,
    days=_assumed("30", "10", "45"),
    suspends=False,
    first="oldest",
    span=Span("", 1, 1, 1),
)
"""What is added; it stands in no file."""


def with_appeals(scheme: Scheme) -> Scheme:
    """The scheme, hearing appeals; one that hears some already is left as it is."""
    appeal = scheme.process.appeal or STAGE
    return replace(scheme, process=replace(scheme.process, appeal=appeal))


def hears_its_own(scheme: Scheme) -> bool:
    """Whether the text of a scheme says who appeals."""
    return scheme.process.appeal not in (None, STAGE)


def without_appeals(scheme: Scheme) -> Scheme:
    """The scheme as it is before the day on which appeals are added."""
    return scheme if hears_its_own(scheme) else replace(scheme, process=replace(scheme.process, appeal=None))
