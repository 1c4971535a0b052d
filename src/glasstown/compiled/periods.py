"""Versions over time: which parts of a scheme run from which day on, and the tables of one such period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest

import numpy as np

from glasstown.compiled.by_act import keep_running
from glasstown.compiled.grades import better_above, worse_below
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
from glasstown.compiled.model_states import IndexTables, StateTables
from glasstown.compiled.peer import PeerTables
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import NEVER_ENDS
from glasstown.scheme.model_lists import NO_DAY, Version
from glasstown.vocab.arrays import I64, AnyArray


def lower_periods(scheme: Scheme, start: dt.date) -> tuple[Period, ...]:
    """What runs when, with a date of day 0.

    A version ends parts for good: later ones only end more. Parts that say when they run do so within that.
    """
    now = Period(
        from_day=0,
        scheme=True,
        grades=True,
        rules=(True,) * len(scheme.rules),
        sources=(True,) * len(scheme.sources),
        lists=(True,) * len(scheme.lists),
        consequences=(True,) * len(scheme.consequences),
        associations=(True,) * len(scheme.associations),
        overrides=(True,) * len(scheme.overrides),
        state_rules=(True,) * len(scheme.state_rules),
        grounds=(True,) * len(scheme.grounds),
        worse_below=worse_below(scheme, (True,) * len(scheme.consequences)),
        better_above=better_above(scheme, (True,) * len(scheme.consequences)),
    )
    periods = [now]
    for version in scheme.versions:
        if version.from_day == NO_DAY:
            continue
        now = _after(scheme, now, version)
        if periods[-1].from_day == now.from_day:
            periods.pop()
        periods.append(now)
    return _since_published(scheme, _in_time(scheme, periods, start))


def _in_time(scheme: Scheme, periods: Sequence[Period], start: dt.date) -> list[Period]:
    """The periods, cut where a part begins or ends that says when it runs, with what runs in each."""
    turns = {day for one in scheme.dated for day in (one.first_day(start), one.end_day(start)) if day < NEVER_ENDS}
    days = sorted(turns | {period.from_day for period in periods})
    cut = [replace(_on(periods, day), from_day=day) for day in days]
    return [_as_dated(scheme, one, start) for one in cut] if scheme.dated else cut


def _on(periods: Sequence[Period], day: int) -> Period:
    return [one for one in periods if one.from_day <= day][-1]


def _as_dated(scheme: Scheme, now: Period, start: dt.date) -> Period:
    away = {(one.table, one.id) for one in scheme.dated if not one.runs(now.from_day, start)}

    def still(table: str, names: Iterable[str], runs: tuple[bool, ...]) -> tuple[bool, ...]:
        return tuple(one and (table, name) not in away for one, name in zip(runs, names, strict=True))

    lists = still("list", (one.id for one in scheme.lists), now.lists)
    kept = {one.id for one, runs in zip(scheme.lists, lists, strict=True) if runs}
    consequences = tuple(
        runs and (bool(row.grade) or row.on_list in kept)
        for row, runs in zip(
            scheme.consequences,
            still("consequence", (row.id for row in scheme.consequences), now.consequences),
            strict=True,
        )
    )
    return replace(
        now,
        rules=still("rule", (one.id for one in scheme.rules), now.rules),
        sources=still("source", (one.id for one in scheme.sources), now.sources),
        lists=lists,
        grounds=still("ground", (one.id for one in scheme.grounds), now.grounds),
        consequences=consequences,
        worse_below=worse_below(scheme, consequences),
        better_above=better_above(scheme, consequences),
        associations=still("association", (one.id for one in scheme.associations), now.associations),
        overrides=still("override", (one.id for one in scheme.overrides), now.overrides),
        state_rules=still("state_rule", (one.id for one in scheme.state_rules), now.state_rules),
    )


def _since_published(scheme: Scheme, periods: list[Period]) -> tuple[Period, ...]:
    """The periods, cut where what is published can be looked up for the first time."""
    figure = scheme.process.public_from
    first = int(figure.value) if figure else 0
    edge = [replace(one, from_day=first) for one in periods if one.from_day < first][-1:]
    cut = sorted((*edge, *periods), key=lambda one: one.from_day)  # of two that begin on one day the version stays
    return tuple(
        replace(one, published=one.from_day >= first)
        for one, following in zip_longest(cut, cut[1:])
        if following is None or following.from_day > one.from_day
    )


def _after(scheme: Scheme, now: Period, version: Version) -> Period:
    everything = "scheme" in version.drop
    grades = now.grades and not everything and "grades" not in version.drop
    lists = _still(now.lists, [one.id for one in scheme.lists], version, "lists", version.drop_lists)
    consequences = _still(
        now.consequences, [row.id for row in scheme.consequences], version, "consequences", version.drop_consequences
    )
    running = {one.id for one, runs in zip(scheme.lists, lists, strict=True) if runs}
    in_force = tuple(
        runs and (grades if row.grade else row.on_list in running)
        for row, runs in zip(scheme.consequences, consequences, strict=True)
    )
    return Period(
        from_day=version.from_day,
        scheme=now.scheme and not everything,
        grades=grades,
        rules=_still(now.rules, [rule.id for rule in scheme.rules], version, "rules", version.drop_rules),
        meters=now.meters and not {"scheme", "sources"} & set(version.drop),
        sources=_still(now.sources, [one.id for one in scheme.sources], version, "sources", version.drop_sources),
        lists=lists,
        consequences=in_force,
        worse_below=worse_below(scheme, in_force),
        better_above=better_above(scheme, in_force),
        grounds=now.grounds,
        associations=_still(
            now.associations,
            [one.id for one in scheme.associations],
            version,
            "associations",
            version.drop_associations,
        ),
        overrides=_still(
            now.overrides, [one.id for one in scheme.overrides], version, "overrides", version.drop_overrides
        ),
        state_rules=_still(
            now.state_rules,
            [one.id for one in scheme.state_rules],
            version,
            "state_rules",
            version.drop_state_rules,
        ),
    )


def _still(
    now: tuple[bool, ...], names: list[str], version: Version, kind: str, dropped: tuple[str, ...]
) -> tuple[bool, ...]:
    if kind in version.drop or "scheme" in version.drop:
        return (False,) * len(now)
    return tuple(runs and name not in dropped for runs, name in zip(now, names, strict=True))


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
        meters=_meters(compiled.meters, period),
        inferences=_inferences(compiled.inferences, period),
        grades=grades,
        grounds=grounds,
        debited=debited_acts(rules, grounds, *worked),
        credited=credited_acts(rules),
        shown=compiled.shown and period.published and period.scheme,
        debited_by=debited_by_score(rules, grounds, compiled.scores.moved_as, *worked),
        consequences=_consequences(compiled.consequences, period, grades.number),
    )


def debited_acts(
    rules: RuleTables, grounds: GroundTables, index: IndexTables | None, peer: PeerTables | None
) -> tuple[int, ...]:
    """Numbers of the acts that some running rule takes points for, some ground lists for, an index counts, or stars."""
    return _debited(rules, grounds, np.ones(rules.low.size, np.bool_), index, peer)


def credited_acts(rules: RuleTables) -> tuple[int, ...]:
    """Numbers of the acts that some running rule gives points for."""
    giving = keep_running(
        rules.first, rules.count, rules.order, [bool(one) for one in (rules.low >= 0) & (rules.high > 0)]
    )
    return tuple(int(act) for act in np.flatnonzero(giving["count"]))


def debited_by_score(
    rules: RuleTables, grounds: GroundTables, moved_as: I64, index: IndexTables | None, peer: PeerTables | None
) -> tuple[tuple[int, ...], ...]:
    """Likewise for the rules of each score, or of that by which it ranks; an index, and stars, are the first."""
    return tuple(
        _debited(rules, grounds, rules.slot == slot, *((None, None) if slot else (index, peer)))
        for slot in moved_as.tolist()
    )


def _debited(
    rules: RuleTables, grounds: GroundTables, concerned: AnyArray, index: IndexTables | None, peer: PeerTables | None
) -> tuple[int, ...]:
    taking = keep_running(rules.first, rules.count, rules.order, [bool(one) for one in (rules.low < 0) & concerned])
    found = {int(act) for act in np.flatnonzero(taking["count"] + grounds.count)}
    return tuple(sorted(found.union(index.lowering if index else ()).union(peer.spoken_ill_of if peer else ())))


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


def _grounds(tables: GroundTables, period: Period) -> GroundTables:
    running = [runs and period.lists[number] for number, runs in zip(tables.on_list, period.grounds, strict=True)]
    return replace(tables, **keep_running(tables.first, tables.count, tables.order, running))


def _consequences(tables: ConsequenceTables, period: Period, grades: int) -> ConsequenceTables:
    bits = np.uint64(sum(1 << c for c, runs in enumerate(period.consequences) if runs))
    tables = replace(tables, by_grade=tables.by_grade[: grades + 1] & bits, by_list=tables.by_list & bits)
    if period.published:
        return tables
    return replace(tables, look_high=np.zeros_like(tables.look_high), look_low=np.zeros_like(tables.look_low))
