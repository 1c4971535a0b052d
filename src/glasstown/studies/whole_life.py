"""A finished run lived once more in memory, so that it holds every act of one resident: to the same bits, proved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from glasstown.audit.life.life import refuse_unknown
from glasstown.ledger.reader import Ledger, open_run
from glasstown.simulate.plan import Progress
from glasstown.simulate.remembered import RememberedTown
from glasstown.simulate.request import request_of
from glasstown.simulate.run import OnProgress, ShouldStop
from glasstown.studies.pair import same_engine
from glasstown.vocab.errors import RunFolderError


class _StoppedError(Exception):
    """Somebody asked to stop."""


def with_whole_life(
    run: Path, resident: int, *, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
) -> Ledger | None:
    """What a run holds, with every row and act of one resident, whether or not the run kept them.

    Args:
        run: the folder of a finished run; it is not changed.
        resident: a number of the town.
        on_progress: called after every step.
        should_stop: asked after every step.

    Returns:
        The ledger of the run with that life; None where it was stopped.

    Raises:
        RunFolderError: there is no such run or resident, another version of the engine lived it, only a sample of its
            districts was lived, or it did not come to its digest again.
    """
    base = open_run(run)
    refuse_unknown(base, resident)
    same_engine(base)
    if base.manifest.residents_lived < base.manifest.people:
        raise RunFolderError(
            "this world was lived in a sample of its districts",
            where=str(run),
            why="a life outside of it was never lived, and one inside it cannot be lived again by itself",
            fix="ask for a life of the run beside it, or live the run with --baseline full",
        )
    town = RememberedTown(request_of(run, base.manifest), whose=resident)
    try:
        again = town.lived(_telling(on_progress, should_stop))
    except _StoppedError:
        return None
    if again.manifest.digest != base.manifest.digest:
        raise RunFolderError(
            "the run was lived again, and came to another digest",
            where=str(run),
            why="its folder was changed, or another version of the engine lived it",
            fix="run the scheme again, and read that run",
        )
    return replace(again, folder=run, manifest=base.manifest)


def _telling(on_progress: OnProgress | None, should_stop: ShouldStop | None) -> Callable[[Progress], None]:
    def tell(now: Progress) -> None:
        if on_progress:
            on_progress(now)
        if should_stop and should_stop():
            raise _StoppedError

    return tell
