"""What happened in a step that a county takes note of: counts of one stretch, for the barrier between steps."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.responses import protest
from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.charges import Consequences
from glasstown.simulate.rows import StepRows
from glasstown.simulate.span import Settings
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.arrays import U8, AnyArray
from glasstown.vocab.codes import Outcome, Truth

VOICE: Final = next(family.number for family in FAMILIES if family.name == "voice")
_LAWFUL: Final = {act.id for act in RESIDENT_ACTS if act.lawful}
SPEECH: Final = tuple(act.code for act in ACTS if act.family == VOICE and act.id in _LAWFUL)
"""Numbers of the acts of lawful speech, belief and meeting."""

PROTEST: Final = next(act.code for act in ACTS if act.id == protest.ACT)


class Stood(NamedTuple):
    """How residents stood at the start of a step: 1 where somebody knew, was punished, was favoured."""

    aware: U8
    punished: AnyArray
    favoured: AnyArray


def stood(stretch: Stretch, settings: Settings) -> Stood:
    """How residents stand now."""
    table, docket = settings.world.consequences, stretch.docket
    punished = ((docket.in_force & table.harms) != 0) | ((stretch.standing.lists & table.punishing) != 0)
    return Stood(stretch.standing.aware.copy(), punished, (docket.in_force & _better(table)) != 0)


def _better(table: Consequences) -> np.uint64:
    """The word of the consequences that favour somebody, or better something."""
    gains = (table.favour != 0) | (table.degree > 0).any(axis=1)
    return np.uint64(sum(1 << c for c in np.flatnonzero(gains).tolist()))


def take_note(rows: StepRows, stretch: Stretch, settings: Settings, before: Stood, entries: AnyArray) -> None:
    """Count what moves legitimacy, in the order of `scheme.grammar_politics.EVENTS`, and protests."""
    now = stood(stretch, settings)
    debits = entries[(entries["kind"] == BY_RULE) & (entries["delta"] < 0)]
    counted = (
        now.aware > before.aware,
        np.ones(debits.size, np.bool_),
        debits["truth"] != int(Truth.TRUE),
        np.isin(debits["act"], SPEECH),
        now.punished & ~before.punished,
        now.favoured & ~before.favoured,
    )
    rows.events = [int(np.count_nonzero(mask)) for mask in counted]
    rows.protests = int(rows.counts[PROTEST, :, Outcome.DONE].sum())
