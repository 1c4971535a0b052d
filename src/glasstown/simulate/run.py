"""Living a scheme and its paired world: from a request, or from a folder that was stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from glasstown.ledger.checkpoint import Checkpoint
from glasstown.ledger.finished import refuse_if_finished
from glasstown.ledger.layout import BASELINE
from glasstown.ledger.manifest import read_manifest
from glasstown.ledger.model import SEALED
from glasstown.ledger.writer import RunWriter
from glasstown.scheme.model import Scheme
from glasstown.simulate.checkpoints import restore
from glasstown.simulate.counties import counties_of
from glasstown.simulate.digests import Lanes, digests
from glasstown.simulate.facts import kept_of, manifest_of
from glasstown.simulate.first_day import stretches_of
from glasstown.simulate.lay_out import lay_out, write_people
from glasstown.simulate.limits import spec_within_limits
from glasstown.simulate.plan import Progress, RunOutcome, RunRequest
from glasstown.simulate.request import request_of
from glasstown.simulate.same_run import check_people, check_same_run
from glasstown.simulate.settings import settings_of, settings_with, spans_of
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.step import live_step
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.tie_faults import check_ties
from glasstown.simulate.town import Clock, live_town
from glasstown.society.build import build
from glasstown.society.population import Population
from glasstown.society.spec import Spec
from glasstown.vocab.arrays import U8, U64

OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]


@dataclass(slots=True)
class _Done:
    """What one world came to."""

    digest: str
    life_digest: str
    resident_steps: int
    stopped: bool


@dataclass(slots=True)
class _Session:
    """What both worlds of a run share: the request, the people, and the clock's hands."""

    request: RunRequest
    spec: Spec
    people: Population
    began: float
    on_progress: OnProgress | None
    should_stop: ShouldStop | None
    living: float = 0.0
    compiling: float = 0.0
    writing: float = 0.0


def live(
    request: RunRequest, *, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
) -> RunOutcome:
    """Live a run and, unless asked otherwise, the paired world without the scheme.

    Args:
        request: what to live, and where to write it.
        on_progress: called after every step.
        should_stop: asked before every step; when it says yes, the run takes a checkpoint and ends.

    Returns:
        Where it was written and its digests; `stopped` where it can be resumed.

    Raises:
        PlanError: the run cannot be.
        InputFaultsError: the scheme or the society asks for more than the engine can do; all faults at once.
        RunFolderError: the folder is not empty or cannot be written.
    """
    began = time.perf_counter()
    session = _open_session(request, began, on_progress, should_stop)
    first = _live_world(session, request.scheme, request.out, resumed=False)
    return _with_baseline(session, first, resumed=False)


def resume(
    folder: Path, *, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
) -> RunOutcome:
    """Go on with a run that was stopped or killed, to the same bits as if it never had been.

    Raises:
        RunFolderError: there is no such run, it is finished, or it was changed.
    """
    began = time.perf_counter()
    refuse_if_finished(folder)
    manifest = read_manifest(folder)
    baseline = folder / BASELINE
    request = request_of(folder, manifest)
    session = _open_session(request, began, on_progress, should_stop)
    check_people(session.people, manifest, folder)
    if manifest.status == SEALED:
        lived = manifest.residents_lived * manifest.steps
        first = _Done(manifest.digest, manifest.life_digest, lived, stopped=False)
    else:
        first = _live_world(session, request.scheme, folder, resumed=True)
    return _with_baseline(session, first, resumed=(baseline / "manifest.json").exists())


def _open_session(
    request: RunRequest, began: float, on_progress: OnProgress | None, should_stop: ShouldStop | None
) -> _Session:
    spec = spec_within_limits(request)
    people = build(spec, seed=request.seed, people=request.people, replicate=request.replicate)
    check_ties(people, request.change)
    return _Session(request, spec, people, began, on_progress, should_stop)


def _with_baseline(session: _Session, first: _Done, *, resumed: bool) -> RunOutcome:
    request = session.request
    second: _Done | None = None
    if request.scheme and request.baseline != "none" and not first.stopped:
        second = _live_world(session, None, request.out / BASELINE, resumed=resumed)
    stopped = first.stopped or (second is not None and second.stopped)
    return RunOutcome(
        folder=request.out,
        digest=first.digest,
        life_digest=first.life_digest,
        baseline_life_digest=second.life_digest if second and not second.stopped else None,
        seconds=time.perf_counter() - session.began,
        living_seconds=session.living,
        compile_seconds=session.compiling,
        writing_seconds=session.writing,
        resident_steps=first.resident_steps + (second.resident_steps if second else 0),
        stopped=stopped,
    )


def _live_world(session: _Session, scheme: Scheme | None, folder: Path, *, resumed: bool) -> _Done:
    """Live one world into one folder, from the start or from its newest checkpoint."""
    request = session.request
    settings = settings_of(request, scheme, session.spec)
    sample = scheme is None and request.scheme is not None and request.baseline == "sample"
    town = lay_out(request, session.people, settings, kept_of(request), sample=sample)
    lived = sum(stretch.size for stretch in town)
    manifest = manifest_of(request, scheme, session.spec, session.people, lived)
    if resumed:
        found = read_manifest(folder)
        check_people(session.people, found, folder)
        check_same_run(found, manifest, folder)
        writer, point = RunWriter.reopen(folder)
    else:
        text = scheme.text if scheme else None
        writer, point = RunWriter.create(folder, manifest, text, session.spec.text), None
    with closing(writer):
        return _live_steps(session, scheme, writer, point, settings, town)


def _live_steps(
    session: _Session, scheme: Scheme | None, writer: RunWriter, point: Checkpoint | None, settings: Settings,
    town: list[Stretch],
) -> _Done:
    """Live the steps of one world that are left."""
    request, lived = session.request, sum(stretch.size for stretch in town)
    _warm_up(session, settings, scheme)
    lanes = Lanes()
    counties = None
    if scheme:
        counties = counties_of(settings, town, partial(settings_with, request, scheme, session.spec))
    if point:
        restore(town, point.arrays)
        if counties:
            counties.restore(point.arrays)
        lanes = Lanes(np.array(point.meta["life"], np.uint64), np.array(point.meta["record"], np.uint64))
    else:
        write_people(session.people, town, writer)
    clock = Clock(
        "scheme" if scheme else "baseline", session.began, request.threads, request.checkpoint_steps,
        session.on_progress, session.should_stop,
    )
    first = point.step if point else 0
    finished = live_town(town, settings, counties, spans_of(request), writer, lanes, clock, first)
    session.living += clock.living
    session.writing += clock.writing
    if not finished:
        return _Done("", "", lived * request.steps, stopped=True)
    return _seal(session, writer, town, settings, lanes, point, lived)


def _seal(
    session: _Session, writer: RunWriter, town: list[Stretch], settings: Settings, lanes: Lanes,
    point: Checkpoint | None, lived: int,
) -> _Done:
    began = time.perf_counter()
    digest, life = digests(town, settings, lanes)
    timings = {
        "seconds": time.perf_counter() - session.began,
        "living_seconds": session.living,
        "compile_seconds": session.compiling,
        "writing_seconds": session.writing,
    }
    writer.seal(digest=digest, life_digest=life, timings=timings)
    session.writing += time.perf_counter() - began
    steps = session.request.steps - (point.step if point else 0)
    return _Done(digest, life, lived * steps, stopped=False)


def _warm_up(session: _Session, settings: Settings, scheme: Scheme | None) -> None:
    """Compile every kernel on a throw-away stretch, so that compiling is reported apart."""
    began = time.perf_counter()
    people = session.people
    none: U8 = np.zeros(people.people, np.uint8)
    luck: U64 = settings.luck
    with np.errstate(over="ignore"):
        stretch = next(stretches_of(people, settings.world, luck, none, none, [(0, 1)]))
        live_step(stretch, settings, Span(0, 0, session.request.step_days, session.request.days))
    if scheme is not None or session.request.scheme is None:
        session.compiling += time.perf_counter() - began
