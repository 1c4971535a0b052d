"""What a resident's circumstances, and a scheme, do to the rate of an act: shifts by class, in 1/128 octave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.responses import chilling, deterrence, fading, favour, lost_capacity, protest
from glasstown.kernels.tables import NEVER, log_rate
from glasstown.simulate.classes import (
    FEARS,
    PRIVATE_CLASSES,
    fear_of,
    income_of,
    knows,
    nearness_of,
    public_classes,
    pursues,
    strain_of,
    work_of,
)
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.geography import MOODS

IN_NEED: Final = 2
VOICE: Final = next(family.number for family in FAMILIES if family.name == "voice")
FAMILY_OF: Final = {act.id: act.family for act in ACTS}


def private_row(act: Act, without: frozenset[str]) -> list[int]:
    """What work, strain, income and fear do to an act; what the act cannot happen without stays in any case."""
    row: list[int] = []
    for private in range(PRIVATE_CLASSES):
        work, strain = work_of(private), strain_of(private)
        wrong_work = bool(act.only_when) and work not in act.only_when
        wrong_need = act.only_in_need is not None and act.only_in_need != (strain == IN_NEED)
        if wrong_work or wrong_need:
            row.append(NEVER)
            continue
        shift = _logs(act.fear_factor, fear_of(private))
        if lost_capacity.ID not in without or not lost_capacity.concerns(act):
            shift += _logs(act.work_factor, work) + _logs(act.strain_factor, strain)
            shift += _logs(act.income_factor, income_of(private))
        row.append(shift)
    return row


def _logs(factors: tuple[Multiplier, ...], state: int) -> int:
    return sum(log_rate(multiplier.factor.value) for multiplier in factors if multiplier.state == state)


def public_row(act: Act, costs: Sequence[bool], without: frozenset[str], reward: int) -> list[int]:
    """What nearness to the next grade down does to an act (deterrence, and its fading), and a reward in reach.

    Args:
        act: the act.
        costs: whether it costs points, by score, or leads to a list.
        without: responses that are switched off.
        reward: what a reward in reach does to it.
    """
    deterred = 0 if act.lawful or deterrence.ID in without else log_rate(deterrence.rate_factor())
    by_nearness = (0, deterred, rounded_half(deterred))
    return [
        min(by_nearness[nearness_of(public, slot)] if costly else 0 for slot, costly in enumerate(costs))
        + (reward if pursues(public) else 0)
        for public in range(public_classes(len(costs)))
    ]


def mood_row() -> list[int]:
    """What a county's mood does to protest: equal steps up to the whole effect, each to the nearest 1/128 octave."""
    whole, last = log_rate(protest.AT_NOTHING.value), MOODS - 1
    return [(2 * whole * mood + last) // (2 * last) for mood in range(MOODS)]


def favoured_in(act: Act, without: frozenset[str], also: int) -> int:
    """Bits of the capacities in which a favour raises an act's rate; where places are short it moves up instead.

    Nobody offends more often for being favoured at the wheel.
    """
    return 0 if act.place or not act.lawful or favour.ID in without else int(act.capacity) | also


def rounded_half(steps: int) -> int:
    """Half of a shift, halves away from zero."""
    half = (abs(steps) + fading.HALF - 1) // fading.HALF
    return half if steps >= 0 else -half


def hush_row(act: Act, without: frozenset[str], *, debited: bool) -> list[int]:
    """What knowing the scheme does to lawful speech that it debits, by fear."""
    if not debited or not act.lawful or FAMILY_OF[act.id] != VOICE or chilling.ID in without:
        return [0] * PRIVATE_CLASSES
    shifts = [log_rate(chilling.rate_factor(act.id, fear)) for fear in range(FEARS)]
    return [shifts[fear_of(private)] if knows(private) else 0 for private in range(PRIVATE_CLASSES)]
