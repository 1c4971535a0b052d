"""What a run folder says about what people can do about a scheme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """Who can stay out: whether only who joins is in (`opt-in`) or who does not leave (`opt-out`)."""

    kind: str
    min_age_years: int
    """Age from which residents decide."""
    back_days: int
    """Age of the oldest record that counts on joining."""


@dataclass(frozen=True, slots=True)
class AppealFacts:
    """That people appeal, and whether what harms waits while they do."""

    suspends: bool
    disputed: tuple[int, ...] = ()
    """Codes of acts of which a record can lower a score that is worked out anew: each such record can be disputed."""
