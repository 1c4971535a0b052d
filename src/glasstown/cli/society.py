"""`glasstown society check`: does a town look like the society it is drawn from, and do its people act like it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, PeopleOption, SocietyOption, processors

if TYPE_CHECKING:  # read when asked
    from glasstown.society.check import Target

FAILED_CHECK = 1

HOW_TO_READ = (
    "A target holds here inside its tolerance plus three standard errors of the draw (the noise shown is one): a test "
    "that a fault of the draw fails and its luck does not. `glasstown validate` asks for the tolerance itself. "
    "It is undefined where too few are drawn for that to say anything. "
    "Counts of the nation are scaled up from the town. Marriages and divorces leave households as they are."
)

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
    missed = [row.id for row in rows if row.is_missed]
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
        for line in summary(rows, missed, people):
            typer.echo(line)
    if missed:
        raise typer.Exit(FAILED_CHECK)


def verdict(row: Target) -> str:
    """Whether a target holds, in one word or three."""
    if row.drawn is None:
        return "not drawn yet"
    return "undefined" if row.undefined else "holds" if row.holds else "missed"


def plain(row: Target) -> dict[str, str | float | None]:
    """One target as JSON; `noise` is one standard error of the draw, `reason` why there is no verdict."""
    return {
        "id": row.id,
        "name": row.name,
        "target": row.wanted,
        "figure": "of the file" if row.is_of_file else "published",
        "low": row.low,
        "high": row.high,
        "drawn": None if row.is_too_few else row.drawn,
        "noise": None if row.is_too_few else row.noise,
        "verdict": verdict(row),
        "reason": row.basis if row.drawn is None else row.undefined,
        "basis": row.basis,
    }


def print_rows(rows: tuple[Target, ...]) -> None:
    """Print one line a target."""
    from glasstown.cli.layout import Grid, columns_of, laid_out  # noqa: PLC0415  only for people

    figure = "published, or of the file" if any(row.is_of_file for row in rows) else "published"
    heads = ("target", "what", figure, "tolerance", "drawn", "noise", "verdict")
    right = (False, False, True, True, True, True, False)
    for line in laid_out(Grid(heads, tuple(map(_cells, rows)), right), columns_of()):
        typer.echo(line)


def _cells(row: Target) -> tuple[str, ...]:
    """One target as a line of the table; a dash stands for what is not given."""
    room = (row.high - row.low) / 2 / row.wanted if row.wanted else 0.0
    is_even = abs(row.high + row.low - 2 * row.wanted) < row.wanted / 1e6
    span = f"\u00b1{room:.1%}" if is_even else f"{number(row.low)} to {number(row.high)}"
    known = row.drawn is not None and not row.is_too_few
    drawn, noise = (number(row.drawn or 0), number(row.noise)) if known else ("\u2013", "\u2013")
    wanted = number(row.wanted) + (" (file)" if row.is_of_file else "")
    return row.id, row.name, wanted, span, drawn, noise, verdict(row)


def number(value: float) -> str:
    """A number with four or five digits that count, as people write it."""
    if value == 0:
        return "0"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"  # noqa: PLR2004  from four digits on


def summary(rows: tuple[Target, ...], missed: list[str], people: int) -> list[str]:
    """The last lines: how many hold, why others have no verdict, and how to read the table."""
    from glasstown.cli.layout import columns_of, wrapped  # noqa: PLC0415  only for people

    absent = [row.id for row in rows if row.drawn is None]
    why: dict[str, list[str]] = {}
    for row in rows:
        if row.drawn is not None and row.undefined:
            why.setdefault(row.undefined, []).append(row.id)
    held = sum(row.holds for row in rows)
    town = "1 resident" if people == 1 else f"{people:,} residents"
    parts = [f"{held} of {len(rows)} targets {'holds' if held == 1 else 'hold'} for {town}"]
    parts += [f"missed: {', '.join(missed)}"] if missed else []
    parts += [f"undefined, {reason}: {', '.join(ids)}" for reason, ids in why.items()]
    parts += [f"not drawn yet: {', '.join(absent)}"] if absent else []
    ends = [*(";" for _ in parts[1:]), "."]
    said = [*(part + end for part, end in zip(parts, ends, strict=True)), HOW_TO_READ]
    return [line for text in said for line in wrapped(text, columns_of())]
