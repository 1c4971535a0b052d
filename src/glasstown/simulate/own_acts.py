"""Acts that a scheme file declares: their rows in the tables of deeds, and who may do them at the start of a step."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from glasstown.compiled.acts import Change, OwnActs, TownActs
from glasstown.compiled.model import ACT_ROWS
from glasstown.kernels.streams import Declared
from glasstown.kernels.tables import LOG_SIZE, to_decimal, wide_height_table
from glasstown.simulate.act_facts import ActFacts, Harms, Openings, Seats
from glasstown.simulate.harms import TIE_CODES
from glasstown.vocab.arrays import U16, U64, AnyArray
from glasstown.vocab.units import DAYS_IN_YEAR


def streams_of(town: TownActs, step_days: int) -> Declared:
    """The streams of declared acts: names, and heights by rate; an act that follows from another has none."""
    acts = town.declared
    height = [wide_height_table(to_decimal(rate * step_days / DAYS_IN_YEAR)) for *_, rate in acts]
    return Declared(
        digest=np.array([digest for _, digest, _, _ in acts], dtype=np.uint32),
        height=np.array(height, dtype=np.uint64).reshape(len(acts), LOG_SIZE),
    )


def openings(own: OwnActs) -> Openings:
    """What declared acts ask of who does them, by number of the act."""
    table = Openings(np.zeros(ACT_ROWS, np.uint16), np.zeros(ACT_ROWS, np.uint16), np.zeros(ACT_ROWS, np.uint64))
    for act in own.acts:
        table.needs[act.code], table.lacks[act.code] = act.needs, act.lacks
        table.brought_by[act.code] = act.brought_by
    return table


def are_open(table: Openings, assets: U16, in_force: U64, found: AnyArray) -> AnyArray:
    """Those of the declared acts found that are open to their doers: by what they have, and by what holds them.

    Args:
        table: what declared acts ask.
        assets: (residents,) what each has at the start of the step.
        in_force: (residents,) consequences that hold each.
        found: rows of `heights.ACT` of declared acts.
    """
    act, has, held = found["act"], assets[found["slot"]], in_force[found["slot"]]
    needs, lacks, brought = table.needs[act], table.lacks[act], table.brought_by[act]
    return found[((has & needs) == needs) & ((has & lacks) == 0) & ((brought == 0) | ((held & brought) != 0))]


def add_facts(facts: ActFacts, own: OwnActs) -> None:
    """Write what declared acts need and do into the tables; shipped acts may need capacities of the file."""
    for code, bits in own.also_needed:
        facts.capacity[code] |= np.uint64(bits)
    for act in own.acts:
        facts.capacity[act.code] = act.capacity
        facts.effect[act.code], facts.asset[act.code] = act.effect.effect, act.effect.asset
        facts.chance[act.code] = _threshold(act.effect)
        facts.blocked_effect[act.code], facts.blocked_asset[act.code] = act.denied.effect, act.denied.asset
        facts.blocked_chance[act.code] = _threshold(act.denied)


def add_harms(harms: Harms, own: OwnActs) -> None:
    """Write whom declared acts harm, and how."""
    for act in own.acts:
        harms.tie[act.code] = TIE_CODES[act.tie]
        harms.effect[act.code], harms.asset[act.code] = act.harm.effect, act.harm.asset
        harms.chance[act.code] = _threshold(act.harm)


def add_places(seats: Seats, own: OwnActs) -> None:
    """Write what declared acts compete for."""
    for act in own.acts:
        seats.place[act.code] = act.place


def _threshold(change: Change) -> int:
    """A chance as a threshold of 32 bits; a certain one lies above every word."""
    return 2**32 if change.chance is None else int(Decimal(2**32) * change.chance)
