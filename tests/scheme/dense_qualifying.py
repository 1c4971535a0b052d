"""Schemes for tests that score some residents only, who come and go: no choice, and asked first."""

from __future__ import annotations

from scheme.dense_consent import CHOSEN

WHEN = 'when = "employed and (age < 50 or listed.loud) or short-of-money or score > 104"\n'
"""Work, age, need, a list and the score itself: residents come and go by each."""

ASKED_AND_QUALIFIED = CHOSEN.replace("coverage = 0.95\n", "coverage = 0.95\n" + WHEN).replace("-20", "-40")

_FROM = ASKED_AND_QUALIFIED.index("[consent]")
_TO = ASKED_AND_QUALIFIED.index("[[act]]")

QUALIFIED = (
    (ASKED_AND_QUALIFIED[:_FROM] + ASKED_AND_QUALIFIED[_TO:])
    .replace('consent = "opt-in"', 'consent = "compulsory"')
    .replace('through = "shown"\n', "")
    .replace("min_age_years = 16", "min_age_years = 30")
)
"""Nobody is asked."""
