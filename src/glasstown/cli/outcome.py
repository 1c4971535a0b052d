"""What `run` and `resume` end with: the findings, or how to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer

from glasstown.cli.answer import STOPPED, print_json
from glasstown.cli.progress import watching
from glasstown.vocab.wording import shown

if TYPE_CHECKING:  # the engine is slow to load; `--help` does not wait for it
    from glasstown.simulate.plan import RunOutcome


def live_and_tell(live: Callable[..., RunOutcome], subject: Any, *, is_json: bool) -> None:
    """Live a world with progress, then print what came of it.

    Args:
        live: `simulate.run.live` or `simulate.run.resume`.
        subject: the request, or the folder to go on with.
        is_json: print one JSON object on the last line.
    """
    with watching() as watch:
        outcome = live(subject, on_progress=watch.show, should_stop=watch.should_stop)
    if outcome.stopped:
        typer.echo(f"stopped; nothing is lost. Go on with: glasstown resume {shown(str(outcome.folder))}", err=True)
        if is_json:
            print_json({"run": str(outcome.folder), "stopped": True, "resume": f"glasstown resume {outcome.folder}"})
        raise typer.Exit(STOPPED)
    _tell(outcome, is_json=is_json)


def _tell(outcome: RunOutcome, *, is_json: bool) -> None:
    """Print the findings of a finished run."""
    from glasstown.cli.screen import print_page  # noqa: PLC0415  frames and tables load only when there is an answer
    from glasstown.report.build import view_run  # noqa: PLC0415  likewise
    from glasstown.report.summary import Timings  # noqa: PLC0415  likewise

    timings = Timings(outcome.seconds, outcome.living_seconds, outcome.compile_seconds, outcome.writing_seconds,
                      outcome.resident_steps)  # fmt: skip
    view = view_run(outcome.folder, timings)
    if is_json:
        print_json(view.summary.to_plain())
        return
    print_page(view.page)
    speed = timings.resident_steps_per_second
    typer.echo(f"\nrun folder: {shown(str(outcome.folder))}")
    typer.echo(
        f"time taken: {timings.seconds:.1f} s, of which compiling {timings.compile_seconds:.1f} s, "
        f"writing {timings.writing_seconds:.1f} s and living {timings.living_seconds:.1f} s"
        + (f": {speed:,.0f} resident-steps a second" if speed else "")
    )
    typer.echo(f"digest {outcome.digest}, life digest {outcome.life_digest}")
    typer.echo(f"report: glasstown report {shown(str(outcome.folder))}")
