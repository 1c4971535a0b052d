"""What a society file may ask of the engine: met when it is read, all at once, never at run time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.responses import favour
from glasstown.kernels.rates import Rates
from glasstown.kernels.tables import LOG_STEPS, LOG_ZERO, log_rate
from glasstown.society.file_text import SocietyText
from glasstown.society.overlays import Overlays
from glasstown.vocab.acts import ACTS, ActCode
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.places import Path as Keys

HIGHEST: Final = LOG_ZERO - 1
"""Largest log-rate over its reference that an act may have: just under eight octaves."""

LOWEST: Final = 1 - LOG_ZERO
"""Smallest log-rate that can be told from never."""

SPREAD: Final = 2
"""Standard deviations of the traits up to which a rate must fit under the highest one."""

CODES: Final = {act.id: act for act in ACTS}
FREQUENT: Final = {act.id: act.sightable.value for act in RESIDENT_ACTS if act.sightable is not None}

FAVOURABLE: Final = {act.id for act in RESIDENT_ACTS if act.capacity and act.lawful and not act.place}
"""Acts whose attempts grow where a scheme favours the capacity that they need."""


@dataclass(frozen=True, slots=True)
class Part:
    """One factor that a file puts on the rate of an act: its word, its size, and where it stands."""

    word: str
    factor: Decimal
    keys: Keys


def overlay_limits(overlays: Overlays, document: SocietyText, rates: Rates) -> tuple[Diagnostic, ...]:
    """Factors that would drive a rate beyond what can be drawn, and shares of acts that are not frequent.

    Args:
        overlays: what the file says about acts, as far as it could be read.
        document: the file.
        rates: the tables of the shipped acts, without the overlays.
    """
    return (*_beyond_rates(overlays, document, rates), *_not_frequent(overlays, document))


def parts_of(overlays: Overlays, act: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The factors on one act: those of every day, and the shocks, of which one holds at a time."""
    always = [Part("rate", one.factor.value, (*one.at, "factor")) for one in overlays.rates if one.act == act]
    always += [
        Part("share", one.share.value / FREQUENT[act], (*one.at, "share"))
        for one in overlays.sightable
        if one.act == act and act in FREQUENT
    ]
    shocks = [Part("shock", one.factor.value, (*one.at, "factor")) for one in overlays.shocks if one.act == act]
    return tuple(always), tuple(shocks)


def changed_acts(overlays: Overlays) -> tuple[str, ...]:
    """Acts that a file says something about, in the order of their numbers."""
    named = {one.act for one in (*overlays.rates, *overlays.shocks, *overlays.sightable)}
    return tuple(act.id for act in ACTS if act.id in named)


def trait_room(rates: Rates, family: int) -> int:
    """What traits add to the log-rate of a family for the most inclined of residents."""
    return SPREAD * int(np.abs(rates.loading[family].astype(np.int64)).sum())


def favour_room(act: str) -> int:
    """What a scheme that favours residents can add to the log-rate of an act."""
    return log_rate(favour.PRIORITY_FACTOR.value) if act in FAVOURABLE else 0


def _beyond_rates(overlays: Overlays, document: SocietyText, rates: Rates) -> Iterator[Diagnostic]:
    for act in changed_acts(overlays):
        if not CODES[act].leaf:
            continue
        always, shocks = parts_of(overlays, act)
        told: set[Keys] = set()
        for parts in (always, *((*always, shock) for shock in shocks)):
            for fault, keys in _beyond(CODES[act], parts, rates, document):
                if keys not in told:
                    told.add(keys)
                    yield fault


def _beyond(
    act: ActCode, parts: Sequence[Part], rates: Rates, document: SocietyText
) -> Iterator[tuple[Diagnostic, Keys]]:
    """What factors that hold together do to one act beyond what can be drawn, at the one that does most."""
    total = Decimal(1)
    for part in parts:
        total *= part.factor
    if total in (0, 1):
        return
    most_inclined = int(rates.base[act.code].max()) + int(rates.by_private[act.code].max())
    room = HIGHEST - most_inclined - trait_room(rates, act.family) - favour_room(act.id)
    words = ", ".join(f"{part.word} x{part.factor.normalize():f}" for part in parts)
    said = f'the rate of "{act.id}" is multiplied by {total.normalize():f} ({words})'
    why = "rates reach from 2**-8 to 2**8 times their reference, for the most inclined of residents too"
    if log_rate(total) > room:
        most = Decimal(2) ** (Decimal(max(room, 0)) / LOG_STEPS)
        keys = max(parts, key=lambda part: part.factor).keys
        fix = f"ask for at most {most:.1f} altogether"
        span = document.span(keys)
        yield Diagnostic("LIM-rates", f"{said}; it may grow {most:.1f} times", why, fix, span), keys
    elif most_inclined + log_rate(total) < LOWEST:
        least = Decimal(2) ** (Decimal(LOWEST - most_inclined) / LOG_STEPS)
        keys = min(parts, key=lambda part: part.factor).keys
        fix = f"ask for at least {least:.3g} altogether, or for 0 where nobody should ever do it"
        span = document.span(keys)
        yield Diagnostic("LIM-rates", f"{said}; nobody would ever do it", why, fix, span), keys


def _not_frequent(overlays: Overlays, document: SocietyText) -> Iterator[Diagnostic]:
    for one in overlays.sightable:
        if one.act not in FREQUENT:
            yield Diagnostic(
                "LIM-sightable",
                f'"{one.act}" is not committed so often that only a share of it is drawn',
                "of such an act every one is drawn, whether or not a source could see it",
                f"take it out; frequent acts are: {', '.join(sorted(FREQUENT))}",
                document.span((*one.at, "act")),
            )
