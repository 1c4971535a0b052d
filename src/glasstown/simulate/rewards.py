"""What a reward in reach does to the rates of acts: more of what earns points, less of the good deeds that do not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.behaviours.act import Act
from glasstown.behaviours.responses import displacement, gaming, pursuit
from glasstown.compiled.model import CompiledScheme
from glasstown.kernels.ghosts import Ghosts
from glasstown.kernels.tables import log_rate, wide_threshold
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.geography import CELL
from glasstown.vocab.units import DAYS_IN_YEAR

CODES: Final = {act.id: act for act in ACTS}
LOGGED_PLACE: Final = 1 << 30
"""Bit of the second word of an address that says: logged, and never done."""

MOST_IN_A_CELL: Final = 16
"""Expected logged deeds of one act that 64 neighbours can have in a step."""

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


def logs_of(
    compiled: CompiledScheme | None, step_days: int, without: frozenset[str], acts: Sequence[Act]
) -> Ghosts:
    """Streams of deeds that are logged and were never done: of each source that takes people's own word, and each act.

    Nothing is logged of residents of class 0, who have no reward in reach; class 1 has.

    Args:
        compiled: the scheme; None for the world without one.
        step_days: length of a step.
        without: responses that are switched off.
        acts: the acts of the society.
    """
    rows: list[tuple[int, int, Fraction]] = []
    if compiled and not {pursuit.ID, gaming.ID} & without:
        lawful = [act for act in acts if act.lawful and CODES[act.id].leaf]
        rows = [
            (source, CODES[act.id].code, gaming.logged_per_year(Fraction(act.drawn_rate), detection))
            for source, detection in enumerate(compiled.sources.own_word)
            for act in lawful
            if detection and compiled.sources.alleges[source, CODES[act.id].code]
            and CODES[act.id].code in compiled.counted.credited
        ]  # fmt: skip
    events = [min(rate * CELL * step_days / DAYS_IN_YEAR, Fraction(MOST_IN_A_CELL)) for _, _, rate in rows]
    never = wide_threshold(Fraction(0))
    sources = np.array([source for source, _, _ in rows], dtype=np.uint8)
    return Ghosts(
        source=sources,
        digest=compiled.sources.digest[sources] if compiled else np.zeros(0, np.uint32),
        act=np.array([act for _, act, _ in rows], dtype=np.uint8),
        place=np.array([LOGGED_PLACE | act << 6 for _, act, _ in rows], dtype=np.uint64),
        height=np.array([(never, wide_threshold(one)) for one in events], np.uint64).reshape(-1, 2),
    )
