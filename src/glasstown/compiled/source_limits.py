"""Limits that the sources of a scheme meet: how much can be seen, and how much can be invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from glasstown.compiled.watch_classes import detection, invention, watch_classes
from glasstown.scheme.watchfulness import Watchfulness
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.geography import CELL
from glasstown.vocab.society_watch import AS_WRITTEN, SocietyWatch
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.watching import Kind

MOST_CANDIDATES: Final = 16
"""Expected false records of one act by one source in a cell in one step; 64 are drawn at most."""


def source_limits(
    sources: Iterable[Watchfulness],
    *,
    sightable: Mapping[str, Decimal],
    step_days: int,
    society: SocietyWatch = AS_WRITTEN,
) -> tuple[Diagnostic, ...]:
    """Every limit that some sources exceed, one fault a source and limit, in the order of the file.

    Args:
        sources: what they say of how closely they look.
        sightable: for acts committed often, the share that any source could see (by act name).
        step_days: length of a step, 1 or more.
        society: what the society says of being watched.
    """
    return tuple(
        fault
        for one in sources
        for kinds in (watch_classes((one.watch,), society).members,)
        for fault in (*_seen(one, sightable, kinds), *_invented(one, step_days, kinds, society))
    )


def _seen(source: Watchfulness, sightable: Mapping[str, Decimal], kinds: tuple[Kind, ...]) -> Iterator[Diagnostic]:
    """The act of which more is seen than can be, by the largest excess.

    What a society adds has no part in it: it is cut off at what can be seen, so that every scheme runs in it.
    """
    if source.detection is None or not source.sees:
        return
    value = Fraction(source.detection.value)
    beyond: list[tuple[Fraction, str, Fraction, Fraction]] = []
    for act in source.sees:
        seen = detection(value, source.watch, act, AS_WRITTEN)
        chance, share = max(map(seen, kinds)), Fraction(sightable.get(act, Decimal(1)))
        if chance > share:
            beyond.append((chance / share, act, chance, share))
    if not beyond:
        return
    _, act, chance, share = max(beyond, key=lambda one: one[0])
    others = len(beyond) - 1
    more = f" (and so of {others} more)" if others else ""
    fix = "lower the detection, or the multiplier of the group, area or role that is watched most"
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


def _invented(
    source: Watchfulness, step_days: int, kinds: tuple[Kind, ...], society: SocietyWatch
) -> Iterator[Diagnostic]:
    """Streams of false sightings, one a cell and act, that would be too long for one step."""
    if source.false_per_year is None:
        return
    value = Fraction(source.false_per_year.value)
    by_act = [invention(value, source.watch, act, society) for act in source.sees or ("",)]
    most = max(rate(kind) for rate in by_act for kind in kinds)
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
