"""The tables of a scheme as they are in one period: what has ended matches nothing any more."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np

from glasstown.compiled.by_act import keep_running
from glasstown.compiled.counted_acts import counted_acts
from glasstown.compiled.inferences import InferenceTables
from glasstown.compiled.meters import MeterTables
from glasstown.compiled.model import (
    AssociationTables,
    CompiledScheme,
    GradeTables,
    Period,
    RuleTables,
    SourceTables,
)
from glasstown.compiled.model_lists import ConsequenceTables, GroundTables
from glasstown.compiled.model_points import OverrideTables
from glasstown.compiled.model_states import StateTables
from glasstown.compiled.quantities import QuantityTables


def in_period(compiled: CompiledScheme, period: Period) -> CompiledScheme:
    """The tables as they are in one period: numbers stay, what has ended matches nothing any more."""
    grades = replace(
        compiled.grades,
        worse_below=np.array(period.worse_below, dtype=np.uint8),
        better_above=np.array(period.better_above, dtype=np.uint8),
    )
    if not period.grades:
        one = slice(0, 1)
        grades = GradeTables(
            np.ones_like(grades.first),
            grades.at_least[one],
            grades.deny[one],
            grades.notice[one],
            grades.upper[one],
            grades.worse_below[one],
            grades.better_above[one],
            grades.public,
        )
    rules, grounds = _rules(compiled.rules, period), _grounds(compiled.grounds, period)
    worked = (compiled.index, compiled.peer) if period.scheme else (None, None)
    return replace(
        compiled,
        sources=_sources(compiled.sources, period),
        rules=rules,
        associations=_associations(compiled.associations, period),
        overrides=_overrides(compiled.overrides, period),
        states=_states(compiled.states, period),
        quantities=_quantities(compiled.quantities, period),
        meters=_meters(compiled.meters, period),
        inferences=_inferences(compiled.inferences, period),
        grades=grades,
        grounds=grounds,
        counted=counted_acts(rules, grounds, compiled.scores.moved_as, *worked),
        shown=compiled.shown and period.published and period.scheme,
        consequences=_consequences(compiled.consequences, period, grades.number),
    )


def _sources(tables: SourceTables, period: Period) -> SourceTables:
    ended = np.flatnonzero(~np.array(period.sources, dtype=bool))
    blind = np.isin(tables.seen_by, ended)[:, :, None]
    alleges = tables.alleges.copy()
    alleges[ended] = 0
    return replace(
        tables,
        detect_high=np.where(blind, np.uint64(0), tables.detect_high),
        detect_low=np.where(blind, np.uint64(0), tables.detect_low),
        alleges=alleges,
        own_word=tuple(one if runs else Fraction(0) for one, runs in zip(tables.own_word, period.sources, strict=True)),
        looks=replace(tables.looks, patrol=tables.looks.patrol * np.array(period.sources, np.uint8)),
    )


def _meters(tables: MeterTables, period: Period) -> MeterTables:
    return tables if period.meters else replace(tables, gauge=np.full_like(tables.gauge, -1))


def _inferences(tables: InferenceTables, period: Period) -> InferenceTables:
    return tables if period.meters else replace(tables, about=np.full_like(tables.about, -1))


def _rules(tables: RuleTables, period: Period) -> RuleTables:
    return replace(tables, **keep_running(tables.first, tables.count, tables.order, period.rules))


def _associations(tables: AssociationTables, period: Period) -> AssociationTables:
    running = np.array(period.associations, dtype=np.uint8)
    return replace(tables, losses=tables.losses * running, gains=tables.gains * running)


def _overrides(tables: OverrideTables, period: Period) -> OverrideTables:
    running = np.array(period.overrides, dtype=np.uint8)
    kept = keep_running(tables.first, tables.number, tables.order, period.overrides)
    return replace(tables, first=kept["first"], number=kept["count"], order=kept["order"], grade=tables.grade * running)


def _states(tables: StateTables, period: Period) -> StateTables:
    running = np.array(period.state_rules, dtype=bool)
    return replace(tables, formula=np.where(running, tables.formula, -1).astype(np.int32))


def _quantities(tables: QuantityTables, period: Period) -> QuantityTables:
    running = np.array(period.quantity_rules, dtype=bool)
    return replace(tables, meter=np.where(running, tables.meter, -1).astype(np.int32))


def _grounds(tables: GroundTables, period: Period) -> GroundTables:
    running = [runs and period.lists[number] for number, runs in zip(tables.on_list, period.grounds, strict=True)]
    return replace(tables, **keep_running(tables.first, tables.count, tables.order, running))


def _consequences(tables: ConsequenceTables, period: Period, grades: int) -> ConsequenceTables:
    bits = np.uint64(sum(1 << c for c, runs in enumerate(period.consequences) if runs))
    tables = replace(tables, by_grade=tables.by_grade[: grades + 1] & bits, by_list=tables.by_list & bits)
    if period.published:
        return tables
    return replace(tables, look_high=np.zeros_like(tables.look_high), look_low=np.zeros_like(tables.look_low))
