"""Compiling a scheme against what people do: the last faults that a scheme can have are found here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.compiled.lower import compile_scheme
from glasstown.compiled.model import CompiledScheme
from glasstown.scheme.model import Scheme

USUAL_STEP_DAYS: Final = 7
"""Length of a step unless asked otherwise."""


def compile_for_run(
    scheme: Scheme, step_days: int = USUAL_STEP_DAYS, acts: Sequence[Act] = RESIDENT_ACTS
) -> CompiledScheme:
    """Compile a scheme for steps of some length, against the acts of a society.

    Raises:
        InputFaultsError: it asks for more than the engine can do; all such faults at once.
    """
    sightable = {act.id: act.sightable.value for act in acts if act.sightable}
    return compile_scheme(scheme, sightable=sightable, step_days=step_days)
