"""What acts need, do, cost and lead to, as tables; and what lives begin with."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import numpy as np

from glasstown.behaviours import degrees
from glasstown.behaviours.act import PLACES, Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.responses import deed_cost, favour
from glasstown.behaviours.seats import SEATS
from glasstown.behaviours.start import ENTERS_WORK, INITIAL_ASSETS, PRIVATE_SCHOOL, TOP_SCHOOL
from glasstown.compiled.acts import OwnActs
from glasstown.compiled.model import ACT_ROWS
from glasstown.simulate.act_facts import ActFacts, ActTables, Costs, Harms, Offspring, Seats, Start, Terms
from glasstown.simulate.due_tables import dues_of
from glasstown.simulate.harms import TIE_CODES
from glasstown.simulate.own_acts import add_facts, add_harms, add_places, openings
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.capacities import DEGREES
from glasstown.vocab.codes import Degree, Effect, Standing
from glasstown.vocab.evidence import Figure
from glasstown.vocab.names import name_digest

FIFTHS: Final = 5
DEGREE_OF: Final = {"hospital-queue": Degree.HOSPITAL_QUEUE, "match": Degree.DATING_VISIBILITY}
"""Places in which a consequence can move somebody up or down."""

ASSET_BITS: Final = 16
MILLION: Final = 1_000_000
CODES: Final = {act.id: act.code for act in ACTS}
GOOD_DEEDS: Final = next(family.number for family in FAMILIES if family.name == "good-deeds")
FAMILY_OF: Final = {act.id: act.family for act in ACTS}


def threshold(chance: Decimal) -> int:
    """A chance as a threshold of 32 bits; a certain one lies above every word."""
    return int(chance * 2**32)


def _threshold(chance: Figure | None) -> int:
    return threshold(chance.value) if chance else 2**32


def act_tables(own: OwnActs, without: frozenset[str]) -> ActTables:
    """All tables by act: those of the model, with the acts that the file declares."""
    facts = act_facts(own)
    return ActTables(
        acts=facts,
        terms=terms(),
        openings=openings(own),
        offspring=offspring(own),
        harms=harms(own),
        costs=costs(without),
        seats=seats(own),
        dues=dues_of(own.dues, without),
        place_capacity=place_capacity(without),
        place_degree=place_degree(),
        for_children=for_children(facts),
    )


def act_facts(own: OwnActs) -> ActFacts:
    """Capacities and effects of every act, those among them that the file declares."""
    facts = ActFacts(
        capacity=np.zeros(ACT_ROWS, np.uint64),
        effect=np.zeros(ACT_ROWS, np.uint8),
        asset=np.zeros(ACT_ROWS, np.uint16),
        chance=np.zeros(ACT_ROWS, np.uint64),
        blocked_effect=np.zeros(ACT_ROWS, np.uint8),
        blocked_asset=np.zeros(ACT_ROWS, np.uint16),
        blocked_chance=np.zeros(ACT_ROWS, np.uint64),
    )
    for act in RESIDENT_ACTS:
        code = CODES[act.id]
        facts.capacity[code] = int(act.capacity)
        facts.effect[code] = int(act.effect)
        facts.asset[code] = int(act.effect_asset)
        facts.chance[code] = _threshold(act.effect_chance)
        facts.blocked_effect[code] = int(act.effect_blocked)
        facts.blocked_asset[code] = int(act.blocked_asset)
        facts.blocked_chance[code] = _threshold(act.blocked_chance)
    add_facts(facts, own)
    return facts


def terms() -> Terms:
    """What levels of degrees do to acts, act by act, and what lets attempts come to nothing first."""
    names = {degree: name for name, degree, _ in DEGREES}
    rows = sorted(degrees.TERMS, key=lambda term: (CODES[term.act], term.effect != Effect.NONE))
    first, number, fails = np.zeros(ACT_ROWS, np.int32), np.zeros(ACT_ROWS, np.uint8), np.zeros(ACT_ROWS, np.uint8)
    for row, term in reversed(list(enumerate(rows))):
        code = CODES[term.act]
        first[code] = row
        number[code] += 1
        fails[code] += term.effect == Effect.NONE
    levels = range(degrees.LEVELS + 1)
    return Terms(
        first, number, fails,
        degree=np.array([int(term.degree) for term in rows], np.uint8),
        side=np.array([term.side for term in rows], np.int8),
        effect=np.array([int(term.effect) for term in rows], np.uint8),
        asset=np.array([int(term.asset) for term in rows], np.uint16),
        chance=np.array([[threshold(term.per_level.value * level) for level in levels] for term in rows], np.uint64),
        name=np.array([name_digest(names[term.degree]) for term in rows], np.uint32),
    )  # fmt: skip


def offspring(own: OwnActs) -> Offspring:
    """Acts that may follow from others, parent by parent; those of the file after those of the model, by name."""
    standing = {act.id: int(act.needs) for act in RESIDENT_ACTS}
    first, number = np.zeros(ACT_ROWS, np.int32), np.zeros(ACT_ROWS, np.uint8)
    rows: list[tuple[int, int, int, int]] = []
    children = {CODES[act.id]: act.children for act in RESIDENT_ACTS}
    for code in sorted({*children, *(act.code for act in own.acts)}):
        first[code] = len(rows)
        rows += [
            (CODES[child.act], threshold(child.chance.value), name_digest(child.act), standing[child.act])
            for child in children.get(code, ())
        ]
        rows += [(act.code, threshold(act.chance), act.digest, act.standing) for act in own.acts if act.follows == code]
        number[code] = len(rows) - first[code]
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    return Offspring(
        first, number, np.array(columns[0], np.uint8), np.array(columns[1], np.uint64),
        np.array(columns[2], np.uint32), np.array(columns[3], np.uint16),
    )  # fmt: skip


def harms(own: OwnActs) -> Harms:
    """Who suffers from what, and how."""
    tables = Harms(
        tie=np.zeros(ACT_ROWS, np.uint8),
        effect=np.zeros(ACT_ROWS, np.uint8),
        asset=np.zeros(ACT_ROWS, np.uint16),
        chance=np.zeros(ACT_ROWS, np.uint64),
        name=np.array([name_digest("victim")], np.uint32),
    )
    for act in RESIDENT_ACTS:
        code = CODES[act.id]
        tables.tie[code] = TIE_CODES[act.victim_tie]
        tables.effect[code] = int(act.victim_effect)
        tables.asset[code] = int(act.victim_asset)
        tables.chance[code] = _threshold(act.victim_chance)
    add_harms(tables, own)
    return tables


def costs(without: frozenset[str]) -> Costs:
    """How likely a good deed leaves its doer short of money, by fifth of income."""
    chance = np.zeros((ACT_ROWS, FIFTHS), np.uint64)
    for act in _good_deeds(without):
        chance[CODES[act.id]] = [threshold(deed_cost.chance_short(act, fifth)) for fifth in range(FIFTHS)]
    return Costs(chance, np.array([name_digest("cost")], np.uint32))


def _good_deeds(without: frozenset[str]) -> list[Act]:
    return [act for act in RESIDENT_ACTS if FAMILY_OF[act.id] == GOOD_DEEDS and deed_cost.ID not in without]


def seats(own: OwnActs) -> Seats:
    """Which act asks for which place, and how many seats come up."""
    place = np.zeros(ACT_ROWS, np.uint8)
    for act in RESIDENT_ACTS:
        place[CODES[act.id]] = PLACES.index(act.place) + 1 if act.place else 0
    micro = [0, *(int(s.per_resident_year.value * MILLION) if s.per_resident_year else 0 for s in SEATS)]
    table = Seats(place, np.array(micro, np.int64))
    add_places(table, own)
    return table


def place_capacity(without: frozenset[str]) -> tuple[int, ...]:
    """The capacity that each place is for; none where nobody is preferred."""
    return (0, *(0 if favour.ID in without else int(seat.capacity) for seat in SEATS))


def place_degree() -> tuple[int, ...]:
    """The degree by which each place is given out; -1 for none."""
    return (-1, *(int(DEGREE_OF[seat.place]) if seat.place in DEGREE_OF else -1 for seat in SEATS))


def for_children(facts: ActFacts) -> int:
    """Capacities that parents need for their children, and nobody for anything else: places at schools."""
    parents = [CODES[act.id] for act in RESIDENT_ACTS if act.needs & Standing.PARENT]
    theirs = np.bitwise_or.reduce(facts.capacity[parents])
    return int(theirs & ~np.bitwise_or.reduce(np.delete(facts.capacity, parents)))


def start() -> Start:
    """What lives begin with, on day 0 and at eighteen."""
    assets, needs = np.zeros(ASSET_BITS, np.uint64), np.zeros(ASSET_BITS, np.uint16)
    for asset, share, standing in INITIAL_ASSETS:
        bit = int(asset).bit_length() - 1
        assets[bit], needs[bit] = threshold(share.value), int(standing)
    shares = (PRIVATE_SCHOOL.value, PRIVATE_SCHOOL.value + TOP_SCHOOL.value, ENTERS_WORK.value)
    one = [np.array([threshold(share)], np.uint64) for share in shares]
    return Start(assets, needs, *one)
