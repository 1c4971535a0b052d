"""`glasstown audit RUN`: what the scheme did to people, by forty metrics."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import STOPPED, guarded, print_json
from glasstown.cli.options import JsonOption, RunArgument, processors
from glasstown.vocab.wording import shown


class AuditFormat(StrEnum):
    """How an audit is told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@guarded
def audit(
    run: RunArgument,
    worlds: Annotated[
        int, typer.Option(min=1, max=1_000, metavar="COUNT", help="Worlds in all: each further one has other luck.")
    ] = 1,
    format: Annotated[  # noqa: A002  the word of the command line
        AuditFormat, typer.Option("--format", help="Text for people, one JSON object, or a page that opens offline.")
    ] = AuditFormat.TEXT,
    json: JsonOption = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the page goes; by default inside RUN.")
    ] = None,
) -> None:
    """Audit a finished run: who was harmed, how, for how long, and what it bought, with the reason where unknown.

    RUN is lived once more with every life kept, and without single causes. What is counted is kept beside the run:
    stopped, it goes on where it was.
    """
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.cli.screen import print_page  # noqa: PLC0415  likewise
    from glasstown.report.harm_page import harm_page  # noqa: PLC0415  likewise
    from glasstown.report.html import render  # noqa: PLC0415  likewise
    from glasstown.studies.harm_audit import audit as audited  # noqa: PLC0415  likewise

    with watching() as watch:
        found = audited(
            run, worlds, processes=processors(), on_progress=watch.show, should_stop=watch.should_stop
        )  # fmt: skip
    if found is None:
        typer.echo("stopped; worlds that are done are kept. Ask the same again to go on", err=True)
        raise typer.Exit(STOPPED)
    if json or format is AuditFormat.JSON:
        print_json(found.to_plain())
        return
    page = harm_page(found)
    if format is AuditFormat.TEXT:
        print_page(page)
        return
    place = out or run / "derived" / "audit.html"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(render(page), encoding="utf-8")
    typer.echo(f"audit written: {shown(str(place))}")
