"""How often the acts of one family may come up in a step: `LIM-frequent`, met before anything is lived.

A chain of candidates has 64 ordinals. Where eight are expected for the most inclined of residents, a longer chain
comes up less than once in 1e34 times, so the last ordinal is never met.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from glasstown.kernels.bounds import Bounds
from glasstown.kernels.rates import Rates
from glasstown.kernels.tables import LOG_STEPS, NEVER, log_rate
from glasstown.simulate.bound_tables import bounds_of
from glasstown.simulate.society_limits import CODES, Part, changed_acts, favour_room, parts_of, trait_room
from glasstown.society.file_text import SocietyText
from glasstown.society.overlays import Overlays
from glasstown.vocab.acts import ACTS, FAMILIES, Family
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.limits import MOST_EVENTS_A_STEP
from glasstown.vocab.units import DAYS_IN_YEAR


def frequency_limits(overlays: Overlays, document: SocietyText, rates: Rates, step_days: int) -> tuple[Diagnostic, ...]:
    """Families of acts that would come up too often in one step, each told once, on the day when it is worst.

    Args:
        overlays: what the society file says about acts, as far as it could be read.
        document: the file.
        rates: the tables of the shipped acts, without the overlays.
        step_days: length of a step.
    """
    worst: dict[int, tuple[Decimal, dict[str, tuple[Part, ...]]]] = {}
    for day in sorted({0, *(shock.from_day for shock in overlays.shocks)}):
        parts = _parts_on(overlays, day)
        bounds = _with_overlays(rates, parts)
        for family in FAMILIES:
            events = _most_events(family, rates, bounds, step_days)
            if events > max(MOST_EVENTS_A_STEP, worst.get(family.number, (Decimal(0), {}))[0]):
                worst[family.number] = (events, parts)
    return tuple(
        _fault(FAMILIES[number], events, parts, document, step_days) for number, (events, parts) in worst.items()
    )


def _parts_on(overlays: Overlays, day: int) -> dict[str, tuple[Part, ...]]:
    """The factors that hold on a day, by act."""
    found: dict[str, tuple[Part, ...]] = {}
    shocked = {shock.at for shock in overlays.shocks if shock.from_day <= day < shock.to_day}
    for act in changed_acts(overlays):
        always, shocks = parts_of(overlays, act)
        found[act] = (*always, *(shock for shock in shocks if shock.keys[:-1] in shocked))
    return found


def _with_overlays(rates: Rates, parts: dict[str, tuple[Part, ...]]) -> Bounds:
    """The bounds of all families, as they are with some factors."""
    base = rates.base.copy()
    for act, those in parts.items():
        total = Decimal(1)
        for part in those:
            total *= part.factor
        row = base[CODES[act].code]
        row[:] = np.where(row == NEVER, NEVER, np.maximum(row.astype(np.int64) + log_rate(total), NEVER))
    return bounds_of(rates._replace(base=base))


def _most_events(family: Family, rates: Rates, bounds: Bounds, step_days: int) -> Decimal:
    """Candidates of one family in a step that the bound of the most inclined residents lets through."""
    cases = slice(int(bounds.first[family.number]), int(bounds.first[family.number + 1]))
    sums = np.zeros(cases.stop - cases.start, np.int64)
    for table in (bounds.by_cell, bounds.by_mood, bounds.by_public, bounds.by_private):
        sums += table[:, cases].max(axis=0)
    top = int(sums.max(initial=NEVER))
    top += trait_room(rates, family.number)
    top += max((favour_room(act.id) for act in ACTS if act.family == family.number and act.leaf), default=0)
    return family.rate_per_year * step_days / DAYS_IN_YEAR * Decimal(2) ** (Decimal(top) / LOG_STEPS)


def _fault(
    family: Family, events: Decimal, parts: dict[str, tuple[Part, ...]], document: SocietyText, step_days: int
) -> Diagnostic:
    own = [(part, act) for act, those in parts.items() if CODES[act].family == family.number for part in those]
    part, act = max(own, key=lambda one: one[0].factor, default=(None, ""))
    longest = int(step_days * MOST_EVENTS_A_STEP / events)
    days = "days" if longest > 1 else "day"
    fix = f"run with steps of at most {longest} {days}" if longest else "no step is short enough"
    if part:
        fix = f'lower the {part.word} of "{act}", or draw a smaller share of it with [[sightable]]; {fix}'
    return Diagnostic(
        "LIM-frequent",
        f'acts of the family "{family.name}" would come up to {events:.3g} times in a step of {step_days} days for '
        f"one resident; at most {MOST_EVENTS_A_STEP}",
        "what happens so often is counted, not listed, and a step has room for 64 of a family",
        fix,
        document.span(part.keys) if part else None,
        where="" if part else "--step",
    )
