"""Limits that the sources of a scheme meet: how much can be seen, and how much can be invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from glasstown.scheme.model import Watch
from glasstown.scheme.watchfulness import Watchfulness
from glasstown.vocab.codes import Group
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.geography import CELL
from glasstown.vocab.units import DAYS_IN_YEAR

MOST_CANDIDATES: Final = 16
"""Expected false records of one act by one source in a cell in one step; 64 are drawn at most."""


def source_limits(
    sources: Iterable[Watchfulness], *, sightable: Mapping[str, Decimal], step_days: int
) -> tuple[Diagnostic, ...]:
    """Every limit that some sources exceed, one fault a source and limit, in the order of the file.

    Args:
        sources: what they say of how closely they look.
        sightable: for acts committed often, the share that any source could see (by act name).
        step_days: length of a step, 1 or more.
    """
    return tuple(fault for one in sources for fault in (*_seen(one, sightable), *_invented(one, step_days)))


def watch_factors(watch: Watch) -> tuple[Fraction, ...]:
    """How closely each watch class (group x urban) is watched, as factors of detection."""
    by_group = {Group.MAJORITY: watch.majority, Group.MINORITY_A: watch.minority_a, Group.MINORITY_B: watch.minority_b}
    by_place = (watch.rural, watch.urban)
    return tuple(Fraction(by_group[group].value) * Fraction(place.value) for group in Group for place in by_place)


def _seen(source: Watchfulness, sightable: Mapping[str, Decimal]) -> Iterator[Diagnostic]:
    """The act of which more is seen than can be, by the largest excess."""
    if source.detection is None or not source.sees:
        return
    act = min(source.sees, key=lambda one: sightable.get(one, Decimal(1)))
    share = Fraction(sightable.get(act, Decimal(1)))
    chance = Fraction(source.detection.value) * max(watch_factors(source.watch))
    if chance <= share:
        return
    others = sum(chance > Fraction(sightable.get(one, Decimal(1))) for one in source.sees) - 1
    more = f" (and so of {others} more)" if others else ""
    fix = "lower the detection, or the multiplier of the group or place that is watched most"
    if act in sightable:
        fix += "; or raise the share with [[sightable]] in a society file, which is other luck"
    yield Diagnostic(
        "LIM-sightable" if act in sightable else "LIM-detection",
        f'source "{source.id}" detects up to {float(chance):.4g} of the acts "{act}"{more}; '
        f"at most {float(share):.4g} can be seen",
        why="only the share of frequent acts that could be seen is drawn, and no chance exceeds one",
        fix=fix,
        span=source.places.get("detection", source.places[""]),
    )


def _invented(source: Watchfulness, step_days: int) -> Iterator[Diagnostic]:
    """Streams of false sightings, one a cell and act, that would be too long for one step."""
    if source.false_per_year is None:
        return
    most = Fraction(source.false_per_year.value) * max(watch_factors(source.watch))
    allowed = Fraction(MOST_CANDIDATES * DAYS_IN_YEAR, CELL * step_days)
    if most > allowed:
        yield Diagnostic(
            "LIM-false-sightings",
            f'source "{source.id}" invents up to {float(most):.3g} records a year of each act; '
            f"at most {float(allowed):.3g} in steps of {step_days} days",
            why=f"{CELL} neighbours can be accused of one act by one source at most 64 times in a step",
            fix="lower false_per_year or its multipliers in watch, or run with a shorter step",
            span=source.places.get("false_per_year", source.places[""]),
        )
