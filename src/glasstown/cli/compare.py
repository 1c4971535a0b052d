"""`glasstown compare SCHEME...`: the same town under several schemes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import STOPPED, guarded, print_json
from glasstown.cli.audit import AuditFormat
from glasstown.cli.options import JsonOption, PeopleOption, SocietyOption, StartOption, YearsOption, processors
from glasstown.cli.repair import WorldsOption
from glasstown.vocab.societies import USUAL
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.wording import shown


@guarded
def compare(
    schemes: Annotated[list[str], typer.Argument(metavar="SCHEME...", help="Ids, or paths with / or .toml.")],
    people: PeopleOption = 20_000,
    years: YearsOption = 5.0,
    worlds: WorldsOption = 1,
    seed: Annotated[int, typer.Option(help="Seed of people and luck.")] = 1,
    start: StartOption = date(2020, 1, 1),
    society: SocietyOption = USUAL,
    weights: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Weights of harm of your own, beside those assumed here.")
    ] = None,
    format: Annotated[  # noqa: A002  the word of the command line
        AuditFormat, typer.Option("--format", help="Text for people, one JSON object, or a page that opens offline.")
    ] = AuditFormat.TEXT,
    json: JsonOption = False,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the page goes.")] = Path("compare.html"),
) -> None:
    """Live the same people with the same luck under several schemes.

    Tells what each did to them, who is punished in each, in all and in none, and whether the order by weight of harm
    survives other weights.
    """
    from glasstown.audit.harm.weights import read_weights, shipped_weights  # noqa: PLC0415  `--help` answers first
    from glasstown.cli.progress import watching  # noqa: PLC0415  likewise
    from glasstown.cli.screen import print_page  # noqa: PLC0415  likewise
    from glasstown.report.compare_page import compare_figure, compare_page  # noqa: PLC0415  likewise
    from glasstown.report.html import render  # noqa: PLC0415  likewise
    from glasstown.scheme.library import find  # noqa: PLC0415  likewise
    from glasstown.simulate.limits import read_within_limits  # noqa: PLC0415  likewise
    from glasstown.simulate.plan import RunRequest  # noqa: PLC0415  likewise
    from glasstown.studies.compared import compare as compared  # noqa: PLC0415  likewise

    town = RunRequest(
        scheme=None, people=people, days=round(years * DAYS_IN_YEAR), step_days=7, seed=seed, start=start,
        out=Path("runs"), society=society,
    )  # fmt: skip
    sets = {"assumed here": shipped_weights()} | ({"yours": read_weights(weights)} if weights else {})
    requests = {name: read_within_limits(find(name), town) for name in dict.fromkeys(schemes)}
    with watching() as watch:
        found = compared(
            requests, worlds, sets, processes=processors(), on_progress=watch.show, should_stop=watch.should_stop
        )  # fmt: skip
    if found is None:
        typer.echo("stopped", err=True)
        raise typer.Exit(STOPPED)
    if json or format is AuditFormat.JSON:
        print_json(found.to_plain())
        return
    page = compare_page(found)
    if format is AuditFormat.TEXT:
        print_page(page)
        return
    out.write_text(render(page, [compare_figure(found)]), encoding="utf-8")
    typer.echo(f"comparison written: {shown(str(out))}")
