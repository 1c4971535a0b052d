"""Arguments and options that several verbs share."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.count import parse_count
from glasstown.cli.years import parse_years


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


class Baseline(StrEnum):
    """How much of the paired world without the scheme is lived."""

    FULL = "full"
    SAMPLE = "sample"
    NONE = "none"


def _count(text: str | int) -> int:
    """A count, with a usage error where it is none; a default is a number already."""
    try:
        return parse_count(str(text))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _date(text: str | date) -> date:
    """A date, with a usage error where it is none; a default is a date already."""
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2020-01-01") from error


def _years(text: str | float) -> float:
    """A span of years, with a usage error where it is none; a default is a number already."""
    try:
        return parse_years(str(text))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def processors() -> int:
    """Processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


SchemeArgument = Annotated[
    str, typer.Argument(metavar="SCHEME", help="An id of `glasstown schemes`, `none`, or a path with / or .toml.")
]
SocietyOption = Annotated[
    str, typer.Option(metavar="SOCIETY", help="An id, or the path of a society file with / or .toml.")
]
OtherSocietyOption = Annotated[
    str | None,
    typer.Option(
        metavar="SOCIETY",
        help="An id, or the path of a society file with / or .toml; that of the scheme where left out.",
    ),
]
RunArgument = Annotated[Path, typer.Argument(metavar="RUN", help="A run folder.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
FormatOption = Annotated[Format, typer.Option("--format", help="Text for people, or one JSON object on the last line.")]
PeopleOption = Annotated[
    int, typer.Option(parser=_count, metavar="COUNT", help="Residents: 100_000 or 100,000, 20k, 5m, 1.4e9.")
]
TownOption = Annotated[
    int | None,
    typer.Option(
        "--people", parser=_count, metavar="COUNT", help="Residents of every town, in place of its own number."
    ),
]
START_HELP = "The date of day 0. A label, but part of the result where a scheme counts working days."
StartOption = Annotated[date, typer.Option(parser=_date, metavar="DATE", help=START_HELP)]
YearsOption = Annotated[float, typer.Option(parser=_years, metavar="YEARS", help="Years of 365 days.")]
WithoutOption = Annotated[
    list[str] | None, typer.Option("--without", metavar="RESPONSE", help="Switch off, such as response:chilling.")
]
