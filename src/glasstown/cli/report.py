"""`glasstown report RUN`: one HTML file that opens offline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument
from glasstown.vocab.wording import shown


@guarded
def report(
    run: RunArgument,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; by default inside RUN.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Write the report of a finished run as one HTML file. It needs no network and no script."""
    from glasstown.report.build import view_run, write_report  # noqa: PLC0415  `--help` answers before the frames load

    path = write_report(view_run(run), out)
    if wants_json(format, json):
        print_json({"run": str(run), "report": str(path)})
    else:
        typer.echo(f"report written: {shown(str(path))}")
