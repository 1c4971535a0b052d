"""The acts of a society on a day, and how it watches: what ships, with what a society file changes about it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.society.shares import group_shares
from glasstown.society.spec import Spec
from glasstown.vocab.society_watch import MEAN, SocietyWatch


def acts_of(spec: Spec, day: int = 0) -> tuple[Act, ...]:
    """Every act as it is in a society from a day on, until the next day of `turning_days`."""
    sightable = {one.act: one.share for one in spec.overlays.sightable}
    acts: list[Act] = []
    for act in RESIDENT_ACTS:
        factor = factor_on(spec, act.id, day)
        rate = act.rate if factor == 1 else replace(act.rate, value=act.rate.value * factor)
        acts.append(replace(act, rate=rate, sightable=sightable.get(act.id, act.sightable)))
    return tuple(acts)


def watch_of(spec: Spec) -> SocietyWatch:
    """How a society watches its residents, with the shares of its groups where a mean over them is asked for."""
    watch = spec.overlays.watch
    return replace(watch, group_shares=group_shares(spec)) if watch.groups == MEAN else watch


def factor_on(spec: Spec, act: str, day: int) -> Decimal:
    """What the rate of one act is multiplied by on a day."""
    factor = Decimal(1)
    for one in spec.rate_factors:
        if one.act == act:
            factor *= one.factor.value
    for shock in spec.shocks:
        if shock.act == act and shock.from_day <= day < shock.to_day:
            factor *= shock.factor.value
    return factor


def turning_days(spec: Spec) -> set[int]:
    """Days on which a shock begins or ends; day 0 is always one."""
    return {0} | {shock.from_day for shock in spec.shocks} | {shock.to_day for shock in spec.shocks}
