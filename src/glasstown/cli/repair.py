"""`glasstown repair SCHEME`: which safeguard would have removed which harm, and what would remain."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import STOPPED, guarded, print_json, wants_json
from glasstown.cli.options import (
    Format,
    FormatOption,
    JsonOption,
    OtherSocietyOption,
    PeopleOption,
    SchemeArgument,
    StartOption,
    YearsOption,
    processors,
)
from glasstown.vocab.units import DAYS_IN_YEAR

WorldsOption = Annotated[
    int, typer.Option(min=1, max=1_000, metavar="COUNT", help="Worlds in all: each further one has other luck.")
]


@guarded
def repair(
    scheme: SchemeArgument,
    people: PeopleOption = 20_000,
    years: YearsOption = 5.0,
    worlds: WorldsOption = 5,
    seed: Annotated[int, typer.Option(help="Seed of people and luck.")] = 1,
    start: StartOption = date(2020, 1, 1),
    society: OtherSocietyOption = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Try good-faith repairs of SCHEME one by one and together, over the same people and luck.

    Tells which harm each removes, what remains, and which repair changes nothing.
    """
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.cli.screen import print_page  # noqa: PLC0415  likewise
    from glasstown.report.repair_page import repair_page  # noqa: PLC0415  likewise
    from glasstown.scheme.library import find  # noqa: PLC0415  likewise
    from glasstown.scheme.read import society_named  # noqa: PLC0415  likewise
    from glasstown.simulate.limits import read_within_limits  # noqa: PLC0415  likewise
    from glasstown.simulate.plan import RunRequest  # noqa: PLC0415  likewise
    from glasstown.studies.repairs import repair as repaired  # noqa: PLC0415  likewise

    file = find(scheme)
    request = read_within_limits(
        file,
        RunRequest(
            scheme=None, people=people, days=round(years * DAYS_IN_YEAR), step_days=7, seed=seed, start=start,
            out=Path("runs"), society=society if society is not None else society_named(file),
        ),
    )  # fmt: skip
    with watching() as watch:
        found = repaired(
            request, worlds, processes=processors(), on_progress=watch.show, should_stop=watch.should_stop
        )  # fmt: skip
    if found is None:
        typer.echo("stopped", err=True)
        raise typer.Exit(STOPPED)
    if wants_json(format, json):
        print_json(found.to_plain())
        return
    print_page(repair_page(found))
