"""`glasstown explain M15`: what a metric says, how it is worked out, how to read it, and what it cannot see."""

from __future__ import annotations

from typing import Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption


@guarded
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A metric of the audit, such as M15, or its name.")],
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Explain one metric of the harm audit."""
    from glasstown.audit.harm.explained import explained, metric_named  # noqa: PLC0415  `--help` answers first

    metric = metric_named(code)
    if wants_json(format, json):
        print_json(explained(metric))
        return
    typer.echo(f"{metric.code} {metric.title} ({metric.slug})\n")
    for heading, text in explained(metric)["text"].items():
        typer.echo(f"{heading}: {text}\n")
    typer.echo(f"Has a value in: {metric.shown_by}. Moved by: {metric.moved_by}.")
