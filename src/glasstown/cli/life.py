"""`glasstown life RUN NUMBER`: what happened to one invented resident, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument
from glasstown.vocab.wording import shown


@guarded
def life(
    run: RunArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of an invented resident, from 0.")],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the life as one page that opens offline.")
    ] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Tell one life out of a finished run: what was done, what was recorded, what was true, what followed.

    Each decision against the resident has its file. The folder is not changed.
    """
    from glasstown.cli.screen import print_page  # noqa: PLC0415  `--help` answers before the frames load
    from glasstown.report.lives.page import life_page  # noqa: PLC0415  likewise
    from glasstown.report.lives.view import life as read  # noqa: PLC0415  likewise

    view = read(run, number)
    if html is not None:
        from glasstown.report.lives.paper import write_life  # noqa: PLC0415  pictures load only where one is drawn

        write_life(view, html)
    if wants_json(format, json):
        print_json(view.to_plain() | {"html": str(html) if html else None})
    elif html is not None:
        typer.echo(f"page written: {shown(str(html))}")
    else:
        print_page(life_page(view))
