"""The tables of consent: who is in from the start, joins or leaves, and what is taken from those outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.kernels.tables import events_from_share, hazard_probability, probability_words
from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import U64
from glasstown.vocab.evidence import Figure
from glasstown.vocab.units import DAYS_IN_YEAR

GROUPS: Final = ("", "minority_a", "minority_b")
AGES: Final = ("young", "", "old")
TREATED: Final = ("", "punished", "favoured")
"""What the multipliers go by, in the order of the classes of those who decide; "" for everybody else."""

ALMOST_ALL: Final = Fraction(999_999, 1_000_000)


@dataclass(frozen=True, slots=True)
class ConsentTables:
    """Consent as numbers; thresholds are high and low words, on 64 bits together.

    Attributes:
        runs: whether anybody can stay out.
        asks_first: whether only who joins is in.
        start: (27, 2) share in from day 0, by class: group x 9 + age x 3 + how the scheme treats somebody.
        join, leave: (27, 2) chance in a step of who is outside, and of who is in and knows of the scheme.
        unknowing: (2,) share of those who join, or are in from the start, without knowing.
        shows: (2,) share of residents who show their score; all where nobody is asked.
        compelled: (2,) chance that a record of somebody outside counts all the same.
        back_days: age of the oldest record that counts on joining.
    """

    runs: bool
    asks_first: bool
    start: U64
    join: U64
    leave: U64
    unknowing: U64
    shows: U64
    compelled: U64
    back_days: int


NO_CONSENT: Final = ConsentTables(
    runs=False, asks_first=False, start=np.zeros((27, 2), np.uint64), join=np.zeros((27, 2), np.uint64),
    leave=np.zeros((27, 2), np.uint64), unknowing=np.zeros(2, np.uint64), shows=np.zeros(2, np.uint64),
    compelled=np.zeros(2, np.uint64), back_days=0,
)  # fmt: skip
"""Nobody can stay out, and nobody is asked to show anything."""


def lower_consent(scheme: Scheme, step_days: int) -> ConsentTables:
    """Lower `[consent]`.

    Args:
        scheme: the scheme.
        step_days: length of a step.
    """
    consent = scheme.consents
    if consent is None:
        return NO_CONSENT
    joins, leaves = dict(consent.joins), dict(consent.leaves)
    share = consent.start.value if consent.start else int(consent.kind == "opt-out")
    return ConsentTables(
        runs=consent.kind != "compulsory",
        asks_first=consent.kind == "opt-in",
        start=_by_class(joins, lambda times: min(Fraction(share) * times, Fraction(1))),
        join=_hazards(consent.join_per_year, joins, step_days),
        leave=_hazards(consent.leave_per_year, leaves, step_days),
        unknowing=_words(consent.pre_ticked),
        shows=_words(consent.shares),
        compelled=_words(consent.compelled),
        back_days=int(consent.back_days.value),
    )


def _words(figure: Figure | None) -> U64:
    return np.array(probability_words(Fraction(figure.value) if figure else 0), dtype=np.uint64)


def _hazards(share: Figure, times: dict[str, Figure], step_days: int) -> U64:
    """Chance in one step, where this share does so within a year."""
    alone = Fraction(events_from_share(min(Fraction(share.value), ALMOST_ALL)))
    return _by_class(times, lambda factor: hazard_probability(alone * factor * step_days / DAYS_IN_YEAR))


def _by_class(times: dict[str, Figure], chance: Callable[[Fraction], Fraction]) -> U64:
    def factor(*names: str) -> Fraction:
        product = Fraction(1)
        for name in names:
            product *= Fraction(times[name].value) if name in times else 1
        return product

    rows = [probability_words(chance(factor(*names))) for names in _classes()]
    return np.array(rows, dtype=np.uint64)


def _classes() -> list[tuple[str, str, str]]:
    return [(group, age, treated) for group in GROUPS for age in AGES for treated in TREATED]
