"""Joining scheme, behaviours and society into the tables of one world: the only place where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.responses import awareness, deterrence, fading, pursuit
from glasstown.compiled.acts import OwnActs
from glasstown.compiled.consent import NO_CONSENT
from glasstown.compiled.model import ACT_ROWS, CompiledScheme, Period
from glasstown.compiled.process import NO_APPEALS
from glasstown.kernels.tables import (
    events_from_share,
    hazard_probability,
    probability_words,
)
from glasstown.simulate import deed_tables
from glasstown.simulate.agreement import Agreements
from glasstown.simulate.bound_tables import bounds_of
from glasstown.simulate.drop_tables import dropping_of
from glasstown.simulate.encounters import peers_of
from glasstown.simulate.holding_tables import holding_of
from glasstown.simulate.indexing import Index
from glasstown.simulate.inferences import inferences_of
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
from glasstown.simulate.own_acts import openings, streams_of
from glasstown.simulate.rates import Shares, TraitOdds, build_rates
from glasstown.simulate.rewards import logs_of
from glasstown.simulate.watch_tables import declared_digests, ghosts_of, patrols_of, watchers_of
from glasstown.simulate.worlds import (
    Answering,
    Counts,
    Formulas,
    Ladder,
    Overrides,
    Rulebook,
    States,
    World,
)
from glasstown.vocab.arrays import I64, U8, U64
from glasstown.vocab.codes import AGE_BANDS
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.watching import KINDS

FOR_GOOD: Final = 100_000
"""Days that no run lasts."""

NOTHING: Final = np.zeros(0, dtype=np.uint64)

NAMED_PLACE: Final = 1 << 31
"""Bit of the second word of an address that says: an act known by its name, not by a registered number."""

ORDINAL_BITS: Final = 6
"""Bits of a place in a stream."""


def assemble(
    shares: Shares, odds: TraitOdds, step_days: int, compiled: CompiledScheme | None,
    without: frozenset[str] = frozenset(), acts: Sequence[Act] = RESIDENT_ACTS, *, weekday: int = 2,
    period: Period | None = None,
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
    """
    rates, own = build_rates(shares, odds, step_days, compiled, without, acts), compiled.own if compiled else OwnActs()
    return World(
        has_scheme=compiled is not None and (period is None or period.scheme),
        rates=rates,
        bounds=bounds_of(rates),
        acts=deed_tables.act_facts(own),
        terms=deed_tables.terms(), openings=openings(own),
        offspring=deed_tables.offspring(own),
        harms=deed_tables.harms(own),
        costs=deed_tables.costs(without),
        seats=deed_tables.seats(own),
        place_capacity=deed_tables.place_capacity(without),
        place_degree=deed_tables.place_degree(),
        start=deed_tables.start(),
        look_up=look_ups(compiled.consequences) if compiled else np.zeros(CAPACITY_BITS, np.uint64),
        declared=streams_of(compiled, step_days),
        ghosts=ghosts_of(compiled, step_days),
        logs=logs_of(compiled, step_days, without, acts),
        dropping=dropping_of(compiled, step_days, without),
        watchers=watchers_of(compiled),
        patrols=patrols_of(compiled),
        holding=holding_of(compiled),
        watch_class=compiled.sources.class_of_kind if compiled else np.zeros(len(KINDS), np.uint8),
        rules=_rulebook(compiled),
        overrides=_overrides(compiled),
        formulas=_formulas(compiled),
        states=_states(compiled),
        counts=_counts(compiled),
        inferences=inferences_of(compiled.inferences if compiled else None),
        meters=meters_of(compiled.meters if compiled else None),
        indexing=_index(compiled),
        facts=compiled.formulas.facts if compiled else (),
        answering=_answering(compiled),
        peers=peers_of(compiled),
        ladder=_ladder(compiled, without),
        learning=_learning(None if awareness.ID in without else compiled, step_days),
        covered=probability_words(compiled.coverage if compiled else 0),
        aware_at_start=probability_words(compiled.aware_at_start if compiled else 0),
        min_age_days=(compiled.min_age_years if compiled else 0) * DAYS_IN_YEAR,
        starts=compiled.scores.start if compiled else np.zeros(1, np.int64),
        tallies=_tallies(compiled) + int((compiled.grounds.tally >= 0).sum()) if compiled else 0,
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


def _rulebook(compiled: CompiledScheme | None) -> Rulebook:
    if compiled is None:
        rows, numbers, words = np.zeros(ACT_ROWS, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int64)
        digests = np.zeros(0, np.uint32)
        agree = Agreements(numbers.reshape(0, 0), numbers, numbers, words, words)
        return Rulebook(
            rows, rows, numbers, words, words, words, numbers, numbers, numbers, numbers, numbers, numbers, numbers,
            numbers, NOTHING, digests, digests.astype(np.uint8), digests.astype(np.uint8), np.zeros((0, 1), np.int64),
            digests, digests, agree, np.zeros((1, 2), np.int64), np.ones(1, np.uint8), 0,
        )  # fmt: skip
    r, a = compiled.rules, compiled.rules.agree
    return Rulebook(
        r.first, r.count, r.order, r.low, r.high, r.grain, r.expires, r.tally, r.repeat, r.within, r.per, r.per_days,
        r.group, r.group_days, r.sources, r.digest, r.holder, r.slot, r.favour, compiled.sources.digest,
        declared_digests(compiled), Agreements(a.tally, a.count, a.within, a.trusted, a.trust),
        np.ascontiguousarray(np.stack((compiled.scores.low, compiled.scores.high), axis=1)),
        compiled.scores.each_entry, _tallies(compiled),
    )


def _tallies(compiled: CompiledScheme) -> int:
    """Counts that rules and overrides keep of every resident; those of grounds come after them."""
    return compiled.rules.tallies + compiled.overrides.tallies


def _overrides(compiled: CompiledScheme | None) -> Overrides:
    """What holds residents to a grade, whatever their score."""
    if compiled is None:
        rows, none = np.zeros(ACT_ROWS, np.int32), np.zeros(0, np.int32)
        bytes_ = none.astype(np.uint8)
        return Overrides(rows, rows, none, NOTHING, none, none, none, none.astype(np.uint16), bytes_, bytes_)
    o = compiled.overrides
    return Overrides(o.first, o.number, o.order, o.sources, o.tally, o.count, o.within, o.on_list, o.slot, o.grade)


def _formulas(compiled: CompiledScheme | None) -> Formulas:
    """Conditions."""
    if compiled is None:
        none = np.zeros(0, np.int32)
        return Formulas(np.zeros((0, 2), np.int64), np.zeros(1, np.int32), none)
    table = compiled.formulas
    return Formulas(table.pairs, table.start, table.of_rule)


def _states(compiled: CompiledScheme | None) -> States:
    """Points that stand while a condition holds."""
    if compiled is None:
        none = np.zeros(0, np.int32)
        return States(none, none.astype(np.int64), none.astype(np.uint8), none)
    table = compiled.states
    return States(table.formula, table.points, table.slot, table.every)


def _counts(compiled: CompiledScheme | None) -> Counts:
    """Records that formulas count."""
    if compiled is None:
        none = np.zeros(0, np.int32)
        return Counts(none, none, none)
    rows = [row for row, (name, _) in enumerate(compiled.formulas.facts) if " " in name]
    return Counts(compiled.counts.act, compiled.counts.days, np.array(rows, dtype=np.int32))


def _index(compiled: CompiledScheme | None) -> Index:
    """How the score is worked out anew, if it is."""
    if compiled is None:
        none = np.zeros(0, np.int64)
        return Index(np.zeros(6, np.int64), none.astype(np.int32), none.astype(np.int32), none, none)
    i = compiled.index
    terms = np.array([i.kind, i.formula, i.least, i.thin_milli, i.every, i.offset], dtype=np.int64)
    return Index(terms, i.value, i.needs, i.weight, i.default)


def _answering(compiled: CompiledScheme | None) -> Answering:
    """Association: whose points are passed on to whom."""
    if compiled is None:
        none = np.zeros(0, np.uint8)
        return Answering(none, none, none, none.astype(np.int64), none.reshape(0, 0))
    table = compiled.associations
    return Answering(table.tie, table.losses, table.gains, table.micro, table.rules)


def _ladder(compiled: CompiledScheme | None, without: frozenset[str]) -> Ladder:
    """Grades, with the score under which who is aware feels the next grade down."""
    if compiled is None:
        one = np.zeros(1, dtype=np.int64)
        return Ladder(np.ones(2, np.int64), one, one, one, np.zeros(2, np.int64))
    g = compiled.grades
    near = np.full(g.at_least.size, np.iinfo(np.int64).min, dtype=np.int64)
    for i in range(1, g.at_least.size):
        if g.worse_below[i]:
            room = int(g.upper[i]) - int(g.at_least[i])
            near[i] = int(g.at_least[i]) + int(room * deterrence.NEAR_SHARE)
    pursued = compiled if pursuit.ID not in without else None
    fades = np.array(fading.fading_days() if fading.ID not in without else (FOR_GOOD, FOR_GOOD), dtype=np.int64)
    return Ladder(g.first, g.at_least, near, _reach(pursued, g.at_least.size), fades)


def _reach(compiled: CompiledScheme | None, size: int) -> I64:
    """By grade the score from which on the next better one is in reach, where that one favours something more."""
    reach = np.full(size, np.iinfo(np.int64).max, dtype=np.int64)
    if compiled is None:
        return reach
    g = compiled.grades
    for slot in range(g.first.size - 1):
        for i in range(int(g.first[slot]) + 1, int(g.first[slot + 1])):
            last = i + 1 == int(g.first[slot + 1])
            lowest = int(compiled.scores.low[slot]) if last else int(g.at_least[i])
            edge = int(g.at_least[i - 1])
            if g.better_above[i]:
                reach[i] = edge - int((edge - lowest) * Fraction(pursuit.REACH.value))
    return reach


def _learning(compiled: CompiledScheme | None, step_days: int) -> U64:
    """Chance to learn of the scheme in one step, by the number of aware ties."""
    table = np.zeros((awareness.MOST_TIES_COUNTED + 1, 2), dtype=np.uint64)
    if compiled is None:
        return table
    certain = compiled.learned_per_year >= 1
    alone = events_from_share(min(compiled.learned_per_year, Fraction(999_999, 1_000_000)))
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
