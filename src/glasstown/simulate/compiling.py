"""Compiling a scheme against what people do: the last faults that a scheme can have are found here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.compiled.lower import compile_scheme
from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.source_limits import source_limits
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import USUAL_START
from glasstown.scheme.read import read_scheme
from glasstown.scheme.watchfulness import Watchfulness
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.society_watch import AS_WRITTEN, SocietyWatch

USUAL_STEP_DAYS: Final = 7
"""Length of a step unless asked otherwise."""


def compile_for_run(
    scheme: Scheme,
    step_days: int = USUAL_STEP_DAYS,
    acts: Sequence[Act] = RESIDENT_ACTS,
    society: SocietyWatch = AS_WRITTEN,
    start: dt.date = USUAL_START,
) -> CompiledScheme:
    """Compile a scheme for steps of some length, against the acts of a society and how it is watched.

    Raises:
        InputFaultsError: it asks for more than the engine can do; all such faults at once.
    """
    return compile_scheme(scheme, sightable=_sightable(acts), step_days=step_days, society=society, start=start)


def read_for_run(
    source: Path,
    step_days: int = USUAL_STEP_DAYS,
    acts: Sequence[Act] = RESIDENT_ACTS,
    society: SocietyWatch = AS_WRITTEN,
) -> Scheme:
    """Read a scheme file for steps of some length, against the acts of a society and how it is watched.

    What exceeds a limit of the engine is told together with the other faults of the file, also where parts of it
    could not be read.

    Raises:
        InputFaultsError: with every fault, in the order of the text.
    """

    def limits(sources: tuple[Watchfulness, ...]) -> tuple[Diagnostic, ...]:
        return source_limits(sources, sightable=_sightable(acts), step_days=step_days, society=society)

    return read_scheme(source, limits)


def _sightable(acts: Sequence[Act]) -> dict[str, Decimal]:
    """Share of frequent acts that any source could see, by act."""
    return {act.id: act.sightable.value for act in acts if act.sightable}
