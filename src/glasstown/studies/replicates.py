"""Replicate worlds of a run for the audit: other luck and other people, each with its pair, counted and forgotten.

World 0 is the run itself. Each further one has another replicate number, so other people and other luck, in the same
town. All are lived here with every life kept, so that what nobody saw is counted as well; the world of the run proves
itself by its digest. What metrics count of a world is kept in the run's folder outside its seal, so that an audit that
was stopped goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import glasstown.audit
from glasstown.audit.case import Case, open_case
from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import THEMES, Bundle, Counts, Figure, Metric, Undefined, causes_of
from glasstown.audit.harm.denied_days import DENIED
from glasstown.audit.harm.outside import OUTSIDE
from glasstown.audit.worlds import Worlds, pair
from glasstown.ledger.durable import write_whole
from glasstown.ledger.reader import open_run
from glasstown.simulate.change_faults import change_faults
from glasstown.simulate.changed import with_change
from glasstown.simulate.facts import engine_digest
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.remembered import RememberedTown
from glasstown.simulate.request import request_of
from glasstown.simulate.run import ShouldStop
from glasstown.studies.pair import same_engine
from glasstown.vocab.change import Change
from glasstown.vocab.errors import RunFolderError

FOLDER: Final = "audit"
"""Where counts are kept, in the folder of what is derived from a run."""

_TASKS: Final = 1_000
"""Worlds that one process lives at most: where a number is said, processes begin anew and inherit no threads."""

_PATIENCE: Final = 0.25
"""Seconds between two looks at whether somebody asked to stop."""

FORGOTTEN: Final = ("gauges", "tellings")
"""Tables that no metric asks for."""

Counted = dict[str, Counts | Undefined]
"""What each metric counted of one world, by code; or why it has no counts."""


ALL: Final = tuple(one.code for one in (*HARMS, *BENEFITS, *OUTSIDE))


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many worlds are done, as progress is shown."""

    world: str
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """One world to be lived and counted, as it is handed to a process.

    Attributes:
        request: what to live, in memory.
        codes: metrics to count; empty for all.
        digest: of the run that it must come to again; "" for none.
    """

    request: RunRequest
    codes: tuple[str, ...] = ()
    digest: str = ""


def counted_worlds(
    run: Path,
    worlds: int,
    *,
    processes: int = 1,
    on_progress: Callable[[HowFar], None] | None = None,
    should_stop: ShouldStop | None = None,
) -> tuple[Counted, ...] | None:
    """What every metric counts of a run and of its replicates.

    Args:
        run: the folder of a finished run.
        worlds: how many worlds in all, the run's own among them.
        processes: worlds that are lived at the same time.
        on_progress: called after every world.
        should_stop: asked between worlds.

    Returns:
        Counts of each world by metric, in order of number; None where it was stopped: worlds that are done are kept.

    Raises:
        RunFolderError: there is no such run, or another version of the engine lived it.
    """
    base = open_run(run)
    same_engine(base)
    asked = request_of(run, base.manifest)
    place = base.derived() / FOLDER
    kept = place / _key()
    kept.mkdir(parents=True, exist_ok=True)
    todo = {
        number: Wanted(
            replicate_of(asked, number, place / f"world-{number}"), digest="" if number else base.manifest.digest
        )
        for number in range(worlds)
        if not (kept / f"{number}.json").exists()
    }
    done = worlds - len(todo)
    for number, counted in lived(todo, processes, should_stop):
        text = json.dumps({code: _plain(one) for code, one in counted.items()}, sort_keys=True)
        write_whole(kept / f"{number}.json", text.encode())
        done += 1
        if on_progress:
            on_progress(HowFar("worlds", done, worlds))
    if done < worlds:
        return None
    return tuple(_read(kept / f"{n}.json") for n in range(worlds))


def replicate_of(request: RunRequest, number: int, folder: Path) -> RunRequest:
    """The same run with other people and other luck, or once more for number 0, with every life kept."""
    baseline = "full" if request.scheme and request.baseline == "full" else "none"
    return replace(
        request, out=folder, replicate=request.replicate + number, lives=request.people, threads=1, baseline=baseline
    )


def lived(todo: Mapping[int, Wanted], processes: int, should_stop: ShouldStop | None) -> Iterator[tuple[int, Counted]]:
    """The number of each world with what was counted, as soon as it is done, until somebody asks to stop."""
    if processes == 1 or len(todo) <= 1:
        for number, one in todo.items():
            if should_stop and should_stop():
                return
            yield number, count_world(one)
        return
    with ProcessPoolExecutor(min(processes, len(todo)), max_tasks_per_child=_TASKS) as pool:
        running: dict[Future[Counted], int] = {pool.submit(count_world, one): number for number, one in todo.items()}
        while running:
            ended, _ = wait(running, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
            for future in ended:
                yield running.pop(future), future.result()
            if should_stop and should_stop():
                pool.shutdown(wait=True, cancel_futures=True)
                for future, number in running.items():
                    if not future.cancelled():
                        yield number, future.result()
                return


def count_world(wanted: Wanted) -> Counted:
    """Live one world with its pair and without single causes, and count it by every metric that is asked for.

    Raises:
        RunFolderError: it came to another digest than it must.
    """
    town = RememberedTown(wanted.request, FORGOTTEN)
    metrics = tuple(one for one in (*HARMS, *BENEFITS, *OUTSIDE, *BESIDE) if one.code in (wanted.codes or ALL))
    return count(_bundle(town, wanted.digest, metrics), metrics)


def count(bundle: Bundle, metrics: tuple[Metric, ...] = HARMS) -> Counted:
    """What every metric counts of one world."""
    return {metric.code: metric.tally(bundle) for metric in metrics}


def _who(bundle: Bundle) -> Counts:
    return dict.fromkeys(map(str, bundle.case.punished["resident"]), 1.0)


def _how_many(counts: Counts) -> Figure:
    return Figure(len(counts), len(counts), "")


WHO: Final = Metric("who", "who", "Residents punished, by number", THEMES[0], "", _who, _how_many, "", "", __name__)
"""No metric of harm: the numbers of those who are punished, to hold schemes against each other."""

BESIDE: Final = (WHO, DENIED)
"""What is counted beside the metrics, where schemes are held against each other."""


def _bundle(town: RememberedTown, digest: str, metrics: tuple[Metric, ...]) -> Bundle:
    """A world with the same people without each cause that some metric wants; the world itself where that is none."""
    request, scheme = town.request, town.lived()
    if digest and scheme.manifest.digest != digest:
        raise RunFolderError(
            "the run was lived again, and came to another digest",
            where=str(request.out),
            why="its folder was changed, or another version of the engine lived it",
            fix="run the scheme again, and audit that run",
        )
    worlds = pair(scheme, town.without_scheme() if request.baseline == "full" else None)
    case = open_case(worlds)
    causes = {cause for metric in metrics for cause in metric.needs} if request.scheme else set[str]()
    switched: dict[str, Case] = {}
    for cause in sorted(causes):
        change = Change(causes_of(cause))
        if change_faults(replace(request, change=change)):
            switched[cause] = case  # the scheme has nothing of it: without it everything is the same
            continue
        other = town.otherwise(with_change(request, request.change.then(change), scheme.manifest.digest))
        switched[cause] = open_case(Worlds(other, worlds.baseline))
    return Bundle(case, switched)


@cache
def _key() -> str:
    """Name of counts that this version of engine and audit makes."""
    digest = hashlib.blake2b(engine_digest().encode(), digest_size=8)
    room = Path(str(glasstown.audit.__file__)).parent
    for path in sorted(room.rglob("*.py")):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _plain(counted: Counts | Undefined) -> dict[str, Any]:
    return {"reason": counted.reason} if isinstance(counted, Undefined) else {"counts": dict(counted)}


def _read(path: Path) -> Counted:
    kept: Mapping[str, Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return {code: Undefined(one["reason"]) if "reason" in one else one["counts"] for code, one in kept.items()}
