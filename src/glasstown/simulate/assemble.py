"""Joining scheme, behaviours and society into the tables of one world: the only place where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.responses import awareness
from glasstown.compiled.acts import TownActs
from glasstown.compiled.consent import NO_CONSENT
from glasstown.compiled.model import CompiledScheme, Period
from glasstown.compiled.process import NO_APPEALS
from glasstown.kernels.tables import (
    events_from_share,
    hazard_probability,
    probability_words,
)
from glasstown.simulate.bound_tables import bounds_of
from glasstown.simulate.cell_rates import Shares, TraitOdds
from glasstown.simulate.deed_tables import act_tables, start
from glasstown.simulate.drop_tables import dropping_of
from glasstown.simulate.earn_back import repairs_of
from glasstown.simulate.encounters import peers_of
from glasstown.simulate.going_back import returns_of
from glasstown.simulate.holding_tables import holding_of
from glasstown.simulate.inferences import inferences_of
from glasstown.simulate.ladder_tables import ladder_of
from glasstown.simulate.list_tables import (
    CAPACITY_BITS,
    consequences_of,
    grounds_of,
    judges_of,
    look_ups,
    no_consequences,
    no_grounds,
)
from glasstown.simulate.meters import meters_of
from glasstown.simulate.own_acts import streams_of
from glasstown.simulate.quantity_points import quantity_rules_of
from glasstown.simulate.rates import build_rates
from glasstown.simulate.rewards import logs_of
from glasstown.simulate.rulebook_tables import (
    answering_of,
    counts_of,
    formulas_of,
    index_of,
    overrides_of,
    rulebook_of,
    states_of,
    tallies_of,
)
from glasstown.simulate.watch_tables import ghosts_of, patrols_of, watchers_of
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import U8, U64
from glasstown.vocab.codes import AGE_BANDS
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.watching import KINDS

NAMED_PLACE: Final = 1 << 31
"""Bit of the second word of an address that says: an act known by its name, not by a registered number."""

ORDINAL_BITS: Final = 6
"""Bits of a place in a stream."""


def assemble(
    shares: Shares, odds: TraitOdds, step_days: int, compiled: CompiledScheme | None,
    without: frozenset[str] = frozenset(), acts: Sequence[Act] = RESIDENT_ACTS, *, weekday: int = 2,
    period: Period | None = None, town: TownActs | None = None,
) -> World:
    """Build all tables of one world.

    Args:
        shares: shares of residents by cell, for everybody and for each standing.
        odds: exact distribution of one trait.
        step_days: length of a step.
        compiled: the scheme, or None for the world without one.
        without: responses that are switched off.
        acts: the acts of the society.
        weekday: of day 0, Monday 0.
        period: the span of time of whose tables `compiled` is; None for the only one.
        town: the acts that a file declares, for the world without its scheme; a compiled scheme has its own.
    """
    town = TownActs(compiled.declared, compiled.own) if compiled else town or TownActs()
    rates = build_rates(shares, odds, step_days, compiled, without, acts, town)
    return World(
        has_scheme=compiled is not None and (period is None or period.scheme),
        rates=rates,
        bounds=bounds_of(rates), by_act=act_tables(town.own, without),
        start=start(),
        look_up=look_ups(compiled.consequences) if compiled else np.zeros(CAPACITY_BITS, np.uint64),
        declared=streams_of(town, step_days),
        ghosts=ghosts_of(compiled, step_days),
        logs=logs_of(compiled, step_days, without, acts),
        dropping=dropping_of(compiled, step_days, without),
        watchers=watchers_of(compiled, town),
        patrols=patrols_of(compiled),
        holding=holding_of(compiled),
        watch_class=compiled.sources.class_of_kind if compiled else np.zeros(len(KINDS), np.uint8),
        rules=rulebook_of(compiled), repairs=repairs_of(compiled),
        overrides=overrides_of(compiled),
        formulas=formulas_of(compiled),
        states=states_of(compiled), returns=returns_of(compiled),
        counts=counts_of(compiled),
        inferences=inferences_of(compiled.inferences if compiled else None),
        quantities=quantity_rules_of(compiled.quantities if compiled else None),
        meters=meters_of(compiled.meters if compiled else None),
        indexing=index_of(compiled),
        facts=compiled.formulas.facts if compiled else (),
        answering=answering_of(compiled),
        peers=peers_of(compiled),
        ladder=ladder_of(compiled, without),
        learning=_learning(None if awareness.ID in without else compiled, step_days),
        covered=probability_words(compiled.subjects.coverage if compiled else 0),
        aware_at_start=probability_words(compiled.subjects.aware_at_start if compiled else 0),
        min_age_days=(compiled.subjects.min_age_years if compiled else 0) * DAYS_IN_YEAR,
        qualifies=compiled.subjects.qualifies if compiled else -1,
        starts=compiled.scores.start if compiled else np.zeros(1, np.int64),
        scores_of=compiled.scores.of if compiled else np.zeros(1, np.uint8),
        tallies=tallies_of(compiled) + int((compiled.grounds.tally >= 0).sum()) if compiled else 0,
        grounds=grounds_of(compiled, weekday) if compiled else no_grounds(),
        judges=judges_of(compiled),
        judge_limits=compiled.grounds.decision.per_thousand_year if compiled else (),
        lists_kept=_lists_kept(compiled, period),
        consequences=consequences_of(compiled) if compiled else no_consequences(),
        appeals=compiled.appeals if compiled else NO_APPEALS,
        consent=compiled.consent if compiled else NO_CONSENT,
        age_bands=_age_bands(),
    )  # fmt: skip


def _lists_kept(compiled: CompiledScheme | None, period: Period | None) -> U8:
    number = compiled.lists.number if compiled else 0
    return np.array(period.lists if period else [1] * number, dtype=np.uint8)


def _learning(compiled: CompiledScheme | None, step_days: int) -> U64:
    """Chance to learn of the scheme in one step, by the number of aware ties."""
    table = np.zeros((awareness.MOST_TIES_COUNTED + 1, 2), dtype=np.uint64)
    if compiled is None:
        return table
    learned = compiled.subjects.learned_per_year
    certain = learned >= 1
    alone = events_from_share(min(learned, Fraction(999_999, 1_000_000)))
    for ties in range(table.shape[0]):
        events = awareness.learning_events_per_year(alone, ties) * step_days / DAYS_IN_YEAR
        table[ties] = probability_words(1 if certain else hazard_probability(events))
    return table


def _age_bands() -> U8:
    """Age band of each completed year of age from 0 to 127."""
    bands = np.full(128, len(AGE_BANDS) - 1, dtype=np.uint8)
    for number, (low, high) in enumerate(AGE_BANDS):
        bands[low : high + 1] = number
    return bands
