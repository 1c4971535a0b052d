"""Versions over time: which parts of a scheme run from which day on, and the tables of one such period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from glasstown.compiled.grades import better_above, worse_below
from glasstown.compiled.model import (
    Period,
)
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import NEVER_ENDS
from glasstown.scheme.model_lists import NO_DAY, Version


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
        quantity_rules=(True,) * len(scheme.quantity_rules),
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
        quantity_rules=still("quantity_rule", (one.id for one in scheme.quantity_rules), now.quantity_rules),
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
        quantity_rules=_still(
            now.quantity_rules,
            [one.id for one in scheme.quantity_rules],
            version,
            "quantity_rules",
            version.drop_quantity_rules,
        ),
    )


def _still(
    now: tuple[bool, ...], names: list[str], version: Version, kind: str, dropped: tuple[str, ...]
) -> tuple[bool, ...]:
    if kind in version.drop or "scheme" in version.drop:
        return (False,) * len(now)
    return tuple(runs and name not in dropped for runs, name in zip(now, names, strict=True))
