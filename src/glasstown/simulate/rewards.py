"""What a reward in reach does to the rates of acts: more of what earns points, less of the good deeds that do not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.responses import displacement, pursuit
from glasstown.kernels.tables import log_rate
from glasstown.vocab.acts import ACTS, FAMILIES

CODES: Final = {act.id: act for act in ACTS}
GOOD_DEEDS: Final = next(family.number for family in FAMILIES if family.name == displacement.FAMILY)


def reward_shifts(acts: Sequence[Act], credited: Collection[int], without: frozenset[str]) -> dict[int, int]:
    """Shifts of log-rates for who has a reward in reach, by number of the act; only of acts that are moved.

    Args:
        acts: the acts of the society.
        credited: numbers of the acts that earn points.
        without: responses that are switched off.
    """
    if pursuit.ID in without or not credited:
        return {}
    lawful = [act for act in acts if act.lawful and CODES[act.id].leaf]
    shifts = {CODES[act.id].code: log_rate(pursuit.FACTOR.value) for act in lawful if CODES[act.id].code in credited}
    if displacement.ID in without:
        return shifts
    deeds = [act for act in lawful if CODES[act.id].family == GOOD_DEEDS]
    others = [act for act in deeds if CODES[act.id].code not in credited]
    rewarded = sum((Fraction(act.drawn_rate) for act in deeds if CODES[act.id].code in credited), Fraction(0))
    left = displacement.rate_factor(rewarded, sum((Fraction(act.drawn_rate) for act in others), Fraction(0)))
    less = log_rate(left) if left != 1 else 0
    return shifts | {CODES[act.id].code: less for act in others if less}
