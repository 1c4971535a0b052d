"""What a society file may ask of the engine: met when it is read, all at once, never at run time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import numpy as np

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.kernels.rates import Rates
from glasstown.kernels.tables import LOG_STEPS, LOG_ZERO, log_rate
from glasstown.society.file_text import SocietyText, parse_text
from glasstown.society.spec import Spec
from glasstown.vocab.acts import ACTS
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.places import Path as Keys

HIGHEST: Final = LOG_ZERO - 1
"""Largest log-rate over its reference that an act may have: just under eight octaves."""

SPREAD: Final = 2
"""Standard deviations of the traits up to which a rate must fit under the highest one."""


def refuse_overlays(spec: Spec, rates: Rates) -> None:
    """Refuse factors that would drive a rate beyond what can be drawn, and shares of acts that are not frequent.

    Args:
        spec: the society.
        rates: the tables of the shipped acts, without the overlays.

    Raises:
        InputFaultsError: there are some; each with its place in the society file.
    """
    if not spec.text:
        return
    document = parse_text(spec.text.encode(), f"{spec.name}.toml")
    faults = (*_beyond_rates(spec, rates, document), *_not_frequent(spec, document))
    if faults:
        raise InputFaultsError(faults)


def _beyond_rates(spec: Spec, rates: Rates, document: SocietyText) -> Iterator[Diagnostic]:
    always = {one.act: one.factor.value for one in spec.rate_factors}
    for number, one in enumerate(spec.rate_factors):
        yield from _beyond(one.act, one.factor.value, rates, document, ("rate", number, "factor"))
    for number, shock in enumerate(spec.shocks):
        factor = shock.factor.value * always.get(shock.act, Decimal(1))
        yield from _beyond(shock.act, factor, rates, document, ("shock", number, "factor"))
    shipped = {act.id: act.sightable.value for act in RESIDENT_ACTS if act.sightable is not None}
    for number, one in enumerate(spec.sightable):
        if one.act in shipped:
            factor = one.share.value / shipped[one.act] * always.get(one.act, Decimal(1))
            yield from _beyond(one.act, factor, rates, document, ("sightable", number, "share"))


def _beyond(act: str, factor: Decimal, rates: Rates, document: SocietyText, keys: Keys) -> Iterator[Diagnostic]:
    code = next(one for one in ACTS if one.id == act)
    if not code.leaf or factor <= 1:
        return
    traits = SPREAD * int(np.abs(rates.loading[code.family].astype(np.int64)).sum())
    room = HIGHEST - int(rates.base[code.code].max()) - int(rates.by_private[code.code].max()) - traits
    if log_rate(factor) > room:
        most = Decimal(2) ** (Decimal(max(room, 0)) / LOG_STEPS)
        yield Diagnostic(
            "LIM-rates",
            f'the rate of "{act}" is multiplied by {factor:f}; it may grow {most:.1f} times',
            "rates reach at most 2**8 times their reference, for the most inclined of residents too",
            f"ask for at most {most:.1f} altogether",
            document.span(keys),
        )


def _not_frequent(spec: Spec, document: SocietyText) -> Iterator[Diagnostic]:
    frequent = {act.id for act in RESIDENT_ACTS if act.sightable is not None}
    for number, one in enumerate(spec.sightable):
        if one.act not in frequent:
            yield Diagnostic(
                "LIM-sightable",
                f'"{one.act}" is not committed so often that only a share of it is drawn',
                "of such an act every one is drawn, whether or not a source could see it",
                f"take it out; frequent acts are: {', '.join(sorted(frequent))}",
                document.span(("sightable", number, "act")),
            )
