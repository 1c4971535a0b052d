"""`glasstown life RUN NUMBER`: what happened to one invented resident, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasstown.cli.answer import STOPPED, guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument
from glasstown.vocab.change import MOST_WORLDS_OF_A_LIFE
from glasstown.vocab.wording import shown

if TYPE_CHECKING:
    from glasstown.report.lives.view import LifeView
    from glasstown.studies.spared import Spared

WorldsOption = Annotated[
    int, typer.Option(min=1, metavar="COUNT", help="Worlds that --spared lives at most, before it seeks a small set.")
]


@guarded
def life(
    run: RunArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of an invented resident, from 0.")],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the life as one page that opens offline.")
    ] = None,
    spared: Annotated[
        bool, typer.Option("--spared", help="Seek the smallest set of changes that would have spared the resident.")
    ] = False,
    whole: Annotated[
        bool,
        typer.Option("--whole", help="Live the run again in memory where it did not keep every act of the resident."),
    ] = False,
    worlds: WorldsOption = MOST_WORLDS_OF_A_LIFE,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Tell one life out of a finished run: what was done, what was recorded, what was true, what followed.

    Each decision against the resident has its file. The folder is not changed. What would have spared the resident is
    sought by living worlds in memory.
    """
    from glasstown.cli.screen import print_page  # noqa: PLC0415  `--help` answers before the frames load
    from glasstown.report.lives.page import life_page  # noqa: PLC0415  likewise
    from glasstown.report.lives.view import life as read  # noqa: PLC0415  likewise

    view = _whole(run, number) if whole else read(run, number)
    if spared:
        view = replace(view, spared=_sought(run, number, worlds))
    if html is not None:
        from glasstown.report.lives.paper import write_life  # noqa: PLC0415  pictures load only where one is drawn

        write_life(view, html)
    if wants_json(format, json):
        print_json(view.to_plain() | {"html": str(html) if html else None})
    elif html is not None:
        typer.echo(f"page written: {shown(str(html))}")
    else:
        print_page(life_page(view))


def _whole(run: Path, number: int) -> LifeView:
    """A life with every act, with progress where the run has to be lived again."""
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.report.lives.view import whole_life  # noqa: PLC0415  likewise

    with watching() as watch:
        found = whole_life(run, number, on_progress=watch.show, should_stop=watch.should_stop)
    if found is None:
        typer.echo("stopped; nothing of what was lived is kept", err=True)
        raise typer.Exit(STOPPED)
    return found


def _sought(run: Path, number: int, worlds: int) -> Spared:
    """What would have spared a resident, with progress."""
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.studies.spared import Asked  # noqa: PLC0415  likewise

    with watching() as watch:
        found = Asked(run, number, worlds).answer(watch.say, watch.show, watch.should_stop)
    if found is None:
        typer.echo("stopped; nothing of what was lived is kept", err=True)
        raise typer.Exit(STOPPED)
    return found
