"""`glasstown attribute RUN`: what points and days under consequences are owed to."""

from __future__ import annotations

from typing import Annotated

import typer

from glasstown.cli.answer import STOPPED, guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument
from glasstown.cli.pair import CauseOption


@guarded
def attribute(
    run: RunArgument,
    without: CauseOption = None,
    each: Annotated[bool, typer.Option(help="Every rule and every response by itself as well.")] = False,
    joint: Annotated[
        bool, typer.Option(help="Shares that add up, from every combination of the causes (at most eight).")
    ] = False,
    resident: Annotated[int | None, typer.Option(metavar="NUMBER", help="Tell it of one resident alone.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Tell what points and days under consequences of RUN are owed to: by the ledger, and by worlds without causes.

    Without --without: errors of sources, each kind of ties, and all responses. Worlds that are done are kept.
    """
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.cli.screen import print_page  # noqa: PLC0415  likewise
    from glasstown.report.attribution_page import attribution_page, plain_of  # noqa: PLC0415  likewise
    from glasstown.studies.attribution import Asked  # noqa: PLC0415  likewise

    asked = Asked(run, tuple(without or ()), each=each, joint=joint)
    with watching() as watch:
        watch.say(asked.cost)
        found = asked.answer(resident, on_progress=watch.show, should_stop=watch.should_stop)
    if found is None:
        typer.echo("stopped; worlds that are done are kept. Ask the same again to go on", err=True)
        raise typer.Exit(STOPPED)
    if wants_json(format, json):
        print_json(plain_of(found))
        return
    print_page(attribution_page(found))
