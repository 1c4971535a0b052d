"""Every limit of the engine that a run meets, held against scheme, society and request together, before it begins.

What a scheme or a society file says beyond them is told with the other faults of the file, in the order of the text;
files come one after the other, and what was asked on the command line first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.kernels.rates import Rates
from glasstown.simulate.acts_of import acts_of, watch_of
from glasstown.simulate.compiling import compile_for_run, read_for_run
from glasstown.simulate.frequency_limits import frequency_limits
from glasstown.simulate.machine import memory_left
from glasstown.simulate.memory import memory_limits
from glasstown.simulate.plan import PlanError, RunRequest, check_request, request_faults
from glasstown.simulate.rates import build_rates
from glasstown.simulate.society_drawn import drawing_faults
from glasstown.simulate.society_limits import overlay_limits
from glasstown.society.file_text import SocietyText, parse_text
from glasstown.society.overlays import Overlays
from glasstown.society.shares import cell_shares, standing_shares
from glasstown.society.spec import Spec, load_spec, said_of_acts
from glasstown.society.traits import trait_distribution
from glasstown.vocab.codes import Standing
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.society_watch import AS_WRITTEN
from glasstown.vocab.units import LONGEST_STEP


def spec_within_limits(request: RunRequest) -> Spec:
    """The society of a run that keeps inside every limit.

    Raises:
        PlanError: numbers of the request are out of range.
        InputFaultsError: scheme, society or request ask for more than the engine can do; all faults at once.
    """
    check_request(request)
    spec = load_for_run(request.society, request.step_days)
    acts = acts_of(spec)
    faults = memory_limits(request, acts, memory_left())
    if request.scheme:
        try:
            compile_for_run(request.scheme, request.step_days, acts, watch_of(spec))
        except InputFaultsError as error:
            faults += error.diagnostics
    if faults:
        raise InputFaultsError(faults)
    return spec


def read_within_limits(scheme: Path | None, request: RunRequest) -> RunRequest:
    """A request with the scheme of a file, when it, the society and the request are free of faults.

    Args:
        scheme: the scheme file; None for the world without a scheme.
        request: what is asked for, without a scheme.

    Raises:
        PlanError: nothing but the request is at fault.
        InputFaultsError: with every fault of all three.
    """
    asked = request_faults(request)
    step = min(max(request.step_days, 1), LONGEST_STEP)
    faults: list[Diagnostic] = []
    acts, watch, read = RESIDENT_ACTS, AS_WRITTEN, None
    try:
        spec = load_for_run(request.society, step)
        acts, watch = acts_of(spec), watch_of(spec)
    except InputFaultsError as error:
        faults += error.diagnostics
    if scheme:
        try:
            read = read_for_run(scheme, step, acts, watch)
        except InputFaultsError as error:
            faults = [*error.diagnostics, *faults]
    if not asked:
        asked = memory_limits(replace(request, scheme=read), acts, memory_left())
    if faults:
        raise InputFaultsError((*asked, *faults))
    if asked:
        raise PlanError(asked)
    return replace(request, scheme=read)


def load_for_run(society: str, step_days: int) -> Spec:
    """Load a society for steps of some length.

    Raises:
        SocietyError: there is no such society.
        InputFaultsError: its file has faults or exceeds limits; all at once, in the order of the text.
    """
    try:
        spec = load_spec(society)
    except InputFaultsError as error:
        said = said_of_acts(society)
        if said is None:
            raise
        document, overlays = said
        faults = (*error.diagnostics, *_limits(overlays, document, load_spec(), step_days))
        raise InputFaultsError(_in_text(faults)) from None
    if spec.text:  # societies that come with the package fit every step; a test holds them to it
        document = parse_text(spec.text.encode(), society)
        undrawn = drawing_faults(spec, load_spec(), document)
        faults = (*undrawn, *_limits(spec.overlays, document, load_spec() if undrawn else spec, step_days))
        if faults:
            raise InputFaultsError(_in_text(faults))
    return spec


def shipped_rates(spec: Spec, step_days: int) -> Rates:
    """The rate tables of the shipped acts among the people of a society, without what a file changes about acts."""
    shares = {Standing(0): cell_shares(spec), **standing_shares(spec)}
    return build_rates(shares, trait_distribution(), step_days, None)


def _limits(overlays: Overlays, document: SocietyText, spec: Spec, step_days: int) -> tuple[Diagnostic, ...]:
    rates = shipped_rates(spec, step_days)
    return (
        *overlay_limits(overlays, document, rates),
        *frequency_limits(overlays, document, rates, step_days),
    )


def _in_text(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Faults in the order of the text."""
    return tuple(sorted(faults, key=lambda one: (one.span.line, one.span.column) if one.span else (0, 0)))
