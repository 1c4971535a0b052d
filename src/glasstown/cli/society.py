"""`glasstown society check`: does a town look like the society it is drawn from, and do its people act like it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, PeopleOption, SocietyOption, processors

if TYPE_CHECKING:  # read when asked
    from glasstown.society.check import Target

FAILED_CHECK = 1

HOW_TO_READ = """
A target holds inside its tolerance plus three standard errors of the draw (the noise shown is one).
Counts of the nation are scaled up from the town. Marriages and divorces leave households as they are."""

society = typer.Typer(name="society", help="The invented society that every scheme is run on.", no_args_is_help=True)


@society.callback()
def about() -> None:
    """The invented society that every scheme is run on."""


@society.command()
@guarded
def check(
    people: PeopleOption = 1_000_000,
    seed: Annotated[int, typer.Option(help="Seed of people and luck.")] = 1,
    society: SocietyOption = "china-2020",
    threads: Annotated[int | None, typer.Option(min=1, help="Threads; no part of the result.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Hold a drawn town, and a year of it without a scheme, against published figures (T47 to T64).

    Ends with 1 where one is missed by more than its tolerance and three standard errors of the draw.
    """
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.studies.society_events import check_society  # noqa: PLC0415  likewise

    with watching() as watch:
        rows = check_society(
            society,
            people=people,
            seed=seed,
            threads=threads or processors(),
            on_progress=watch.show,
            should_stop=watch.should_stop,
        )
    missed = [row.id for row in rows if row.drawn is not None and not row.holds]
    if wants_json(format, json):
        print_json(
            {
                "society": society,
                "people": people,
                "seed": seed,
                "missed": missed,
                "targets": [plain(row) for row in rows],
            }
        )
    else:
        print_rows(rows)
        typer.echo(summary(rows, missed, people))
    if missed:
        raise typer.Exit(FAILED_CHECK)


def verdict(row: Target) -> str:
    """Whether a target holds, in one word or three."""
    if row.drawn is None:
        return "not drawn yet"
    return "holds" if row.holds else "missed"


def plain(row: Target) -> dict[str, str | float | None]:
    """One target as JSON; `noise` is one standard error of the draw."""
    return {
        "id": row.id,
        "name": row.name,
        "target": row.wanted,
        "low": row.low,
        "high": row.high,
        "drawn": row.drawn,
        "noise": row.noise,
        "verdict": verdict(row),
        "basis": row.basis,
    }


def print_rows(rows: tuple[Target, ...]) -> None:
    """Print one line a target."""
    from rich.console import Console  # noqa: PLC0415  only for people
    from rich.table import Table  # noqa: PLC0415  likewise

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("target", no_wrap=True)
    table.add_column("what")
    for column in ("published", "tolerance", "drawn", "noise"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for row in rows:
        room = (row.high - row.low) / 2 / row.wanted if row.wanted else 0.0
        span = (
            f"\u00b1{room:.1%}"
            if abs(row.high + row.low - 2 * row.wanted) < row.wanted / 1e6
            else (f"{number(row.low)} to {number(row.high)}")
        )
        drawn = "\u2013" if row.drawn is None else number(row.drawn)
        noise = "\u2013" if row.drawn is None else number(row.noise)
        table.add_row(row.id, row.name, number(row.wanted), span, drawn, noise, verdict(row))
    Console(highlight=False, width=max(Console().width, 110)).print(table)


def number(value: float) -> str:
    """A number with four or five digits that count, as people write it."""
    if value == 0:
        return "0"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"  # noqa: PLR2004  from four digits on


def summary(rows: tuple[Target, ...], missed: list[str], people: int) -> str:
    """The last lines: how many hold, and how to read the table."""
    absent = [row.id for row in rows if row.drawn is None]
    parts = [f"{len(rows) - len(missed) - len(absent)} of {len(rows)} targets hold for {people:,} residents"]
    if missed:
        parts.append(f"missed: {', '.join(missed)}")
    if absent:
        parts.append(f"not drawn yet: {', '.join(absent)}")
    return "; ".join(parts) + "." + HOW_TO_READ
