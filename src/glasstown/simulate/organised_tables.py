"""The tables of firms and governments of one world: what they do, who suffers, and what a scheme does to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from glasstown.behaviours import degrees
from glasstown.behaviours.organisation_act import VICTIMS_OF_ORGANISATIONS, OrganisationAct
from glasstown.behaviours.organisations.catalogue import RULE_BREAKING_OCTAVES, TENDERS_PER_YEAR
from glasstown.behaviours.responses import fading, self_restraint
from glasstown.compiled.model import ACT_ROWS, CompiledScheme
from glasstown.compiled.parts import most_of_a_kind
from glasstown.kernels.organised import Business
from glasstown.kernels.tables import LOG_STEPS, log_rate, to_decimal, wide_height_table
from glasstown.simulate.act_facts import ActFacts, Offspring, Seats, Terms
from glasstown.simulate.cell_rates import TraitOdds, mean_factor
from glasstown.simulate.class_shifts import rounded_half
from glasstown.simulate.classes import PRIVATE_CLASSES, income_of, nearness_of, public_classes
from glasstown.simulate.deed_tables import threshold
from glasstown.simulate.earn_back import repairs_of
from glasstown.simulate.indexing import Index
from glasstown.simulate.organised_acts import CODES, Act
from glasstown.simulate.quantity_points import quantity_rules_of
from glasstown.simulate.rulebook import Counts, States
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import U8
from glasstown.vocab.evidence import Figure
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisation_terms import ORGANISATION_DEGREES
from glasstown.vocab.organisations import PLACES_OF_DISTRICT, SUBJECTS, OrganisationDegree
from glasstown.vocab.units import DAYS_IN_YEAR

FIRST_DECLARED: Final = 128
FAILS: Final = (
    ("credit-repaid", OrganisationDegree.CREDIT_TERMS),
    ("permit-application", OrganisationDegree.PERMIT_WAIT),
)
"""Acts that come to nothing the more often, the lower the level of a degree."""

TENDER: Final = 1
MILLION: Final = 1_000_000
CERTAIN: Final = 1 << 32


def organised_acts(world: World, acts: Sequence[Act]) -> World:
    """The tables of acts that hold whatever the scheme: needs and effects by number of the act."""
    none, names = np.zeros(0, np.int32), _names(acts)
    return world._replace(
        by_act=world.by_act._replace(
            acts=_facts(acts),
            terms=_terms(),
            offspring=_no_offspring(),
            seats=Seats(_tenders(acts), np.array([0, _contracts()], np.int64)),
            place_capacity=(0, 0),
            place_degree=(-1, int(OrganisationDegree.TENDER_RANK)),
            for_children=0,
        ),
        watchers=world.watchers._replace(declared=names),
        rules=world.rules._replace(declared=names),
        holding=world.holding._replace(declared=names),
        min_age_days=0,
        # conditions ask about residents: what a list brings to others holds while they stand on it
        facts=(),
        grounds=world.grounds._replace(when=np.full_like(world.grounds.when, -1)),
        consequences=world.consequences._replace(
            conditional=np.uint64(0), when=np.full_like(world.consequences.when, -1)
        ),
        formulas=world.formulas._replace(of_rule=np.full_like(world.formulas.of_rule, -1)),
        quantities=quantity_rules_of(None),
        states=States(none, none.astype(np.int64), none.astype(np.uint8), none),
        counts=Counts(none, none, none, np.full(ACT_ROWS, -1, np.int32)),
        repairs=repairs_of(None),
        indexing=Index(np.zeros(6, np.int64), none, none, none.astype(np.int64), none.astype(np.int64)),
    )


def _names(acts: Sequence[Act]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """Digests of names by number from 128 up, as addresses of acts read them."""
    names = np.zeros(ACT_ROWS - FIRST_DECLARED, np.uint32)
    for one in acts:
        names[one.code - FIRST_DECLARED] = name_digest(one.act.id)
    return names


def _facts(acts: Sequence[Act]) -> ActFacts:
    facts = ActFacts(
        capacity=np.zeros(ACT_ROWS, np.uint64),
        effect=np.zeros(ACT_ROWS, np.uint8),
        asset=np.zeros(ACT_ROWS, np.uint16),
        chance=np.full(ACT_ROWS, CERTAIN, np.uint64),
        blocked_effect=np.zeros(ACT_ROWS, np.uint8),
        blocked_asset=np.zeros(ACT_ROWS, np.uint16),
        blocked_chance=np.full(ACT_ROWS, CERTAIN, np.uint64),
    )
    for code, _, act in acts:
        facts.capacity[code] = int(act.capacity)
        facts.effect[code], facts.asset[code] = int(act.effect), int(act.effect_asset)
        facts.blocked_effect[code] = int(act.effect_blocked)
    return facts


def _terms() -> Terms:
    """Worse terms let attempts come to nothing, the more often the lower the level."""
    names = {degree: name for name, degree, _ in ORGANISATION_DEGREES}
    first, number = np.zeros(ACT_ROWS, np.int32), np.zeros(ACT_ROWS, np.uint8)
    for row, (act, _) in enumerate(FAILS):
        first[CODES[act]], number[CODES[act]] = row, 1
    by_level = [threshold(degrees.PER_LEVEL.value * level) for level in range(degrees.LEVELS + 1)]
    return Terms(
        first, number, number.copy(),
        degree=np.array([int(degree) for _, degree in FAILS], np.uint8),
        side=np.full(len(FAILS), degrees.WORSE, np.int8),
        effect=np.zeros(len(FAILS), np.uint8),
        asset=np.zeros(len(FAILS), np.uint16),
        chance=np.array([by_level] * len(FAILS), np.uint64),
        name=np.array([name_digest(names[degree]) for _, degree in FAILS], np.uint32),
    )  # fmt: skip


def _no_offspring() -> Offspring:
    none = np.zeros(0, np.uint8)
    return Offspring(
        np.zeros(ACT_ROWS, np.int32), np.zeros(ACT_ROWS, np.uint8), none, none.astype(np.uint64),
        none.astype(np.uint32), none.astype(np.uint16),
    )  # fmt: skip


def _tenders(acts: Sequence[Act]) -> U8:
    place = np.zeros(ACT_ROWS, np.uint8)
    for code, _, act in acts:
        place[code] = TENDER if act.tender else 0
    return place


def _contracts() -> int:
    """Millionths of a contract for each place of a district and year."""
    return int(TENDERS_PER_YEAR.value * MILLION / PLACES_OF_DISTRICT)


def with_organised_harms(world: World, acts: Sequence[Act]) -> World:
    """A world with the harms of residents' acts, and what acts of organisations do to whoever suffers from them."""
    harms = world.by_act.harms
    effect, asset, chance = harms.effect.copy(), harms.asset.copy(), harms.chance.copy()
    for code, _, act in acts:
        effect[code], asset[code] = int(act.victim_effect), int(act.victim_asset)
        chance[code] = _threshold(act.victim_chance)
    harms = harms._replace(effect=effect, asset=asset, chance=chance)
    return world._replace(by_act=world.by_act._replace(harms=harms))


def _threshold(chance: Figure | None) -> int:
    return threshold(chance.value) if chance else CERTAIN


def victims(acts: Sequence[Act]) -> U8:
    """Who suffers from each act of organisations: 1 + place in `VICTIMS_OF_ORGANISATIONS`, 0 for nobody."""
    victim = np.zeros(ACT_ROWS, np.uint8)
    for code, _, act in acts:
        victim[code] = VICTIMS_OF_ORGANISATIONS.index(act.victim) + 1 if act.victim else 0
    return victim


def business_of(
    acts: Sequence[Act], compiled: CompiledScheme | None, odds: TraitOdds, step_days: int, without: frozenset[str]
) -> Business:
    """How often organisations do what, in one world.

    Args:
        acts: all that organisations of the town do.
        compiled: what holds for organisations; None for the world without a scheme.
        odds: exact distribution of one trait.
        step_days: length of a step.
        without: responses that are switched off.
    """
    steps = int((RULE_BREAKING_OCTAVES.value * LOG_STEPS).to_integral_value())
    loading = [0 if one.act.lawful else steps for one in acts]
    spread = [mean_factor((one,), tuple(odds)) for one in loading]
    rows = [_by_public(one, compiled, without) for one in acts]
    return Business(
        code=np.array([one.code for one in acts], np.uint8),
        digest=np.array([name_digest(one.act.id) for one in acts], np.uint32),
        height=np.array(
            [
                wide_height_table(one.act.rate.value * step_days / DAYS_IN_YEAR / to_decimal(mean))
                for one, mean in zip(acts, spread, strict=True)
            ],
            np.uint64,
        ),
        loading=np.array(loading, np.int16),
        by_public=np.array([shift for shift, _ in rows], np.int16),
        by_private=np.array([_by_sales(one.act) for one in acts], np.int16),
        hush=np.array([shift for _, shift in rows], np.int16),
        needs=np.array([int(one.act.needs) for one in acts], np.uint16),
        needs_assets=np.array([int(one.act.needs_assets) for one in acts], np.uint16),
        needs_lack=np.array([int(one.act.needs_lack) for one in acts], np.uint16),
    )


def _by_public(
    one: Act, compiled: CompiledScheme | None, without: frozenset[str]
) -> tuple[list[int], list[int]]:
    """By public class: what nearness to a worse grade does to a forbidden act, and to a lawful one (which is marked).

    Of several scores that an act costs points of, or leads to a list, the nearest decides.
    """
    scores = compiled.scores if compiled and compiled.has_score else None
    mine = [slot for slot, of in enumerate(scores.of.tolist() if scores else []) if SUBJECTS[of] == one.kind]
    debited = [compiled is not None and one.code in compiled.counted.debited_by[slot] for slot in mine]
    shift, hush = _by_nearness(one.act, without)
    nearest = [
        [nearness_of(public, place) for place, costs in enumerate(debited) if costs]
        for public in range(public_classes(most_of_a_kind(scores) if scores else 1))
    ]
    worst = [max(places, key=lambda near: -min(shift[near], hush[near]), default=0) for places in nearest]
    return [shift[near] for near in worst], [hush[near] for near in worst]


def _by_nearness(
    act: OrganisationAct, without: frozenset[str]
) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """What nearness does to an act that costs points: to a forbidden one, and to a lawful one."""
    none = (0, 0, 0)
    if self_restraint.ID in without:
        return none, none
    left = self_restraint.LAWFUL_LEFT if act.lawful else self_restraint.FORBIDDEN_LEFT
    steps = log_rate(left.value)
    faded = steps if fading.ID in without else rounded_half(steps)
    felt = (0, steps, faded)
    return (none, felt) if act.lawful else (felt, none)


def _by_sales(act: OrganisationAct) -> list[int]:
    shift = {one.state: log_rate(one.factor.value) for one in act.sales_factor}
    return [shift.get(income_of(private), 0) for private in range(PRIVATE_CLASSES)]
