"""`glasstown run SCHEME`: live a town under a scheme, and the same people without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import guarded, wants_json
from glasstown.cli.options import (
    Baseline,
    Format,
    FormatOption,
    JsonOption,
    OtherSocietyOption,
    PeopleOption,
    SchemeArgument,
    StartOption,
    WithoutOption,
    YearsOption,
    processors,
)
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.wording import shown

NONE = "none"


@guarded
def run(
    scheme: SchemeArgument,
    people: PeopleOption = 100_000,
    years: YearsOption = 5.0,
    step: Annotated[int, typer.Option(help="Days in a step; worlds of other steps are other luck.")] = 7,
    seed: Annotated[int, typer.Option(help="Seed of people and luck.")] = 1,
    start: StartOption = date(2020, 1, 1),
    society: OtherSocietyOption = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads; no part of the result.")] = None,
    baseline: Annotated[Baseline, typer.Option(help="How much of the world without the scheme.")] = Baseline.FULL,
    without: WithoutOption = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="The run folder: absent or empty before.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Live a town under SCHEME, and the same people without it.

    Prints what the scheme did to them, in the model.
    """
    from glasstown.cli.outcome import live_and_tell  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.ledger.begin import refuse_unless_empty  # noqa: PLC0415  likewise
    from glasstown.scheme.library import find  # noqa: PLC0415  likewise
    from glasstown.scheme.outside import parts_outside  # noqa: PLC0415  likewise
    from glasstown.scheme.read import society_named  # noqa: PLC0415  likewise
    from glasstown.simulate.limits import read_within_limits  # noqa: PLC0415  likewise
    from glasstown.simulate.plan import RunRequest  # noqa: PLC0415  likewise

    file = None if scheme == NONE else find(scheme)
    asked = RunRequest(
        scheme=None,
        people=people,
        days=round(years * DAYS_IN_YEAR),
        step_days=step,
        seed=seed,
        start=start,
        out=out or free_folder(NONE),
        threads=threads or processors(),
        baseline=baseline.value,
        society=society if society is not None else society_named(file),
        without=tuple(without or ()),
    )
    request = read_within_limits(file, asked)
    read = request.scheme
    request = replace(
        request,
        out=out or free_folder(read.id if read else NONE),
        baseline=baseline.value if read else Baseline.NONE.value,
    )
    refuse_unless_empty(request.out)
    for sentence in parts_outside(read, start, request.days) if read else ():
        typer.echo(f"warning: {shown(sentence)}", err=True)
    from glasstown.simulate.run import live  # noqa: PLC0415  loads the kernels: only for a run that can be

    live_and_tell(live, request, is_json=wants_json(format, json))


def free_folder(name: str) -> Path:
    """The first of `runs/NAME`, `runs/NAME-2` and so on that is absent or empty."""
    for number in count(1):
        folder = Path("runs") / (name if number == 1 else f"{name}-{number}")
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return folder
    raise AssertionError
