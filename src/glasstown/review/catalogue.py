"""Every rule of the review. A code that has been given away is never given to another rule."""

from __future__ import annotations

from typing import Final

from glasstown.review.judging import JUDGING
from glasstown.review.rule import Rule
from glasstown.review.rules import xx001

RULES: Final[tuple[Rule, ...]] = (*JUDGING, xx001.RULE)
"""Every rule."""

CODES: Final = tuple(rule.code for rule in RULES)
"""Every code."""

RETIRED_CODES: Final[tuple[str, ...]] = ()
"""Codes of rules that are gone; no rule takes one of them again."""
