"""Whom a scheme scores, and how they come to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glasstown.compiled.states import of_subjects
from glasstown.scheme.model import Scheme


@dataclass(frozen=True, slots=True)
class SubjectTerms:
    """Shares of residents, exact.

    Attributes:
        min_age_years: completed years from which on somebody can be a subject.
        qualifies: number of the condition that must hold of them, -1 for none.
        coverage: share of those old enough whom the scheme covers.
        aware_at_start: share of residents who know of it on day 0.
        learned_per_year: share of the others who learn of it in a year, without anybody around who knows.
    """

    min_age_years: int
    qualifies: int
    coverage: Fraction
    aware_at_start: Fraction
    learned_per_year: Fraction


def lower_subjects(scheme: Scheme) -> SubjectTerms:
    """Lower whom a scheme scores, and how it becomes known."""
    return SubjectTerms(
        min_age_years=scheme.subjects.min_age_years,
        qualifies=of_subjects(scheme),
        coverage=Fraction(scheme.subjects.coverage.value),
        aware_at_start=Fraction(scheme.awareness.start.value),
        learned_per_year=Fraction(scheme.awareness.learned_per_year.value),
    )
