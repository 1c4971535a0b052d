"""The tables, luck and steps of one world, from what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np

from glasstown.compiled.acts import TownActs, lower_town
from glasstown.compiled.kinds import of_residents
from glasstown.compiled.model import CompiledScheme, Period
from glasstown.kernels.philox import stream_key
from glasstown.scheme.model import Scheme
from glasstown.simulate.acts_of import acts_of, turning_days
from glasstown.simulate.assemble import assemble
from glasstown.simulate.changed import worlds_apart
from glasstown.simulate.gauges import gauges_of
from glasstown.simulate.organised_acts import acts_of_town
from glasstown.simulate.organised_tables import with_organised_harms
from glasstown.simulate.organising import organising_of
from glasstown.simulate.overrides import overrides_of
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.rows import FIRST_DECLARED, keys_of
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.worlds import World
from glasstown.society.shares import cell_shares, standing_shares
from glasstown.society.spec import Spec
from glasstown.society.traits import trait_distribution
from glasstown.vocab.codes import Standing
from glasstown.vocab.evidence import Figure
from glasstown.vocab.names import name_digest


def settings_of(request: RunRequest, scheme: Scheme | None, spec: Spec) -> Settings:
    """Tables, luck and names of one world, with those of its later periods.

    Without its scheme a run lives the acts that its file declares all the same: they belong to the town.

    Args:
        request: what was asked for.
        scheme: the scheme of this world; None for the world without one.
        spec: the society.

    Raises:
        InputFaultsError: the scheme asks for more than the engine can do.
    """
    compiled, other, turn = worlds_apart(request, scheme, spec)
    town = lower_town(scheme or request.scheme)
    shares = {Standing(0): cell_shares(spec), **standing_shares(spec)}
    luck = np.array(stream_key(f"luck/{request.step_days}", request.seed, request.replicate), dtype=np.uint64)
    names = keys_of(
        source=compiled.sources.digest if compiled else np.zeros(0, np.uint32),
        rule=np.append(compiled.rules.digest, compiled.repairs.digest) if compiled else np.zeros(0, np.uint32),
        ground=compiled.grounds.digest if compiled else np.zeros(0, np.uint32),
        consequence=compiled.consequences.digest if compiled else np.zeros(0, np.uint32),
        association=compiled.associations.digest if compiled else np.zeros(0, np.uint32),
        override=compiled.overrides.digest if compiled else np.zeros(0, np.uint32),
        counting=compiled.counts.digest if compiled else np.zeros(0, np.uint32),
        state_rule=compiled.states.digest if compiled else np.zeros(0, np.uint32),
        quantity_rule=compiled.quantities.digest if compiled else np.zeros(0, np.uint32),
        declared={
            **{FIRST_DECLARED + place: digest for place, (_, digest, _, _) in enumerate(town.declared)},
            **{one.code: name_digest(one.id) for one in town.business},
        },
    )
    days = {*turning_days(spec), *(period.from_day for period in compiled.periods)} if compiled else turning_days(spec)
    periods = tuple(
        _with_organisations(
            Settings(_world_from(day, request, spec, tables, town), luck, names, request.block,
                     gauges_of(acts_of(spec), shares, trait_distribution(), request.responses_off_on(day)),
                     compiled.politics if compiled else None, compiled.scores.ranks if compiled else (),
                     compiled.votes if compiled else None, number, day,
                     fits=compiled.fits if compiled else None, overrides=overrides_of(request.change)),
            request, spec, tables, town,
        )
        for number, day in enumerate(sorted(day for day in {*days, turn} if day < request.days))
        for tables in (other if day >= turn else compiled,)
    )
    return replace(periods[0], later=periods[1:])


def settings_with(
    request: RunRequest, scheme: Scheme, spec: Spec, days: Mapping[int, int], silent: frozenset[int]
) -> Settings:
    """Tables and luck of a world in which versions of its scheme begin on days, and some rules move nothing.

    Args:
        request: what was asked for.
        scheme: the scheme as written.
        spec: the society.
        days: by number of the version, the day that a trigger has set.
        silent: numbers of rules whose points a vote has set to 0.
    """
    return settings_of(request, silenced(dated(scheme, days), silent), spec)


def silenced(scheme: Scheme, silent: frozenset[int]) -> Scheme:
    """A scheme of which some rules, by number, move nothing."""
    nothing = Decimal(0)
    rules = (replace(one, points=(nothing, nothing)) if r in silent else one for r, one in enumerate(scheme.rules))
    return replace(scheme, rules=tuple(rules))


def dated(scheme: Scheme, days: Mapping[int, int]) -> Scheme:
    """A scheme whose versions, by number, begin on days."""
    versions = list(scheme.versions)
    for number, day in days.items():
        versions[number] = replace(versions[number], from_figure=Figure(Decimal(day), "derived", None, None, ()))
    return replace(scheme, versions=tuple(sorted(versions, key=lambda one: one.from_day)))


def _with_organisations(
    settings: Settings, request: RunRequest, spec: Spec, compiled: CompiledScheme | None, town: TownActs
) -> Settings:
    """The same, with what holds for firms and governments where any live in the town."""
    kinds = request.organisations
    if not kinds:
        return settings
    shares = {Standing(0): cell_shares(spec), **standing_shares(spec)}
    organising = organising_of(
        settings, kinds, town, compiled, _period_on(settings.from_day, compiled), (shares, trait_distribution()),
        request.step_days, request.responses_off_on(settings.from_day), request.start.weekday(),
    )  # fmt: skip
    return replace(settings, organising=organising, world=with_organised_harms(settings.world, acts_of_town(town)))


def _period_on(day: int, compiled: CompiledScheme | None) -> Period | None:
    """What of a scheme runs on a day."""
    return next((one for one in reversed(compiled.periods) if one.from_day <= day), None) if compiled else None


def _world_from(
    day: int, request: RunRequest, spec: Spec, compiled: CompiledScheme | None, town: TownActs
) -> World:
    """The tables of one world from a day on."""
    shares = {Standing(0): cell_shares(spec), **standing_shares(spec)}
    period = _period_on(day, compiled)
    tables = of_residents(compiled, period) if compiled and period else None
    return assemble(
        shares, trait_distribution(), request.step_days, tables, request.responses_off_on(day), acts_of(spec, day),
        weekday=request.start.weekday(), period=period, town=town,
    )  # fmt: skip


def spans_of(request: RunRequest) -> list[Span]:
    """Every step of a run."""
    length = request.step_days
    return [Span(step, step * length, length, request.days) for step in range(request.steps)]
