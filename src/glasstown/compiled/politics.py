"""Politics of a scheme as whole numbers: legitimacy in billionths, weights in millionths."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_politics import Legitimacy, Trigger

BILLION: Final = 1_000_000_000
MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One trigger: the version that it begins, by number, and what must hold; None for what is not asked for."""

    version: int
    below: int | None
    protests_above: Fraction | None
    for_days: int


@dataclass(frozen=True, slots=True)
class Politics:
    """What a county thinks of a scheme, and what follows.

    Attributes:
        nation: whether the whole town is one county in this.
        start, lowest, highest: billionths.
        events: millionths for one event per subject, in the order of `scheme.grammar_politics.EVENTS`.
        drift: billionths a year.
        triggers: by number.
    """

    nation: bool
    start: int
    lowest: int
    highest: int
    events: tuple[int, ...]
    drift: int
    triggers: tuple[TriggerRow, ...]


def lower_politics(scheme: Scheme) -> Politics | None:
    """The politics of a scheme; None where it has none. Where nothing moves legitimacy it stays whole."""
    table = scheme.legitimacy
    if table is None and not scheme.triggers:
        return None
    triggers = tuple(_row(scheme, one) for one in scheme.triggers)
    if table is None:
        return Politics(nation=False, start=BILLION, lowest=0, highest=BILLION, events=(), drift=0, triggers=triggers)
    return Politics(
        nation=table.scope == "nation",
        start=_whole(table.start.value, BILLION),
        lowest=_whole(table.lowest.value, BILLION),
        highest=_whole(table.highest.value, BILLION),
        events=_events(table),
        drift=_whole(table.drift_per_year.value, BILLION),
        triggers=triggers,
    )


def _events(table: Legitimacy) -> tuple[int, ...]:
    return tuple(_whole(figure.value, MILLION) for figure in table.events)


def _row(scheme: Scheme, one: Trigger) -> TriggerRow:
    return TriggerRow(
        version=next(number for number, version in enumerate(scheme.versions) if version.id == one.version),
        below=_whole(one.legitimacy_below.value, BILLION) if one.legitimacy_below else None,
        protests_above=Fraction(one.protests_above.value) if one.protests_above else None,
        for_days=int(one.for_days.value),
    )


def _whole(value: Decimal, parts: int) -> int:
    return int((value * parts).to_integral_value(ROUND_HALF_UP))
