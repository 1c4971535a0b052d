"""`glasstown validate`: the model against every published figure that it is held against, misses and all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, TownOption, processors
from glasstown.cli.society import number

if TYPE_CHECKING:  # read when asked
    from glasstown.studies.verdicts import Checked

HOW_TO_READ: Final = (
    "A figure holds inside its band plus three standard errors; the noise shown is one. Assumed figures of the model "
    'were set to those of the use "fit"; those "held out" were looked at afterwards. Nothing is fitted here: what is '
    "missed is shown as missed, and is no failure of the program. What was lived is in the model; why some of it is "
    "missed stands in docs/targets.md."
)

HEADS: Final = (
    "target",
    "scheme",
    "what",
    "unit",
    "published",
    "band",
    "in the model",
    "noise",
    "verdict",
    "use",
    "mark",
    "source",
)
RIGHT: Final = (False, False, False, False, True, True, True, True, False, False, False, False)


@guarded
def validate(
    people: TownOption = None,
    seed: Annotated[int, typer.Option(help="Seed of people and luck.")] = 1,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads; no part of the result.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Hold the model against every published figure we know (T01 to T67), each in a run of the scheme it names.

    Takes some minutes; --people makes all its towns smaller. Ends with 0 however many are missed.
    """
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.studies.validation import Wish  # noqa: PLC0415  likewise
    from glasstown.studies.validation import validate as hold  # noqa: PLC0415  likewise

    with watching() as watch:
        rows = hold(Wish(people, seed, threads or processors(), watch.show, watch.should_stop))
    if wants_json(format, json):
        print_json({"people": people, "seed": seed, **counted(rows), "targets": [plain(row) for row in rows]})
        return
    print_rows(rows)
    for line in summary(rows):
        typer.echo(line)


def counted(rows: tuple[Checked, ...]) -> dict[str, Any]:
    """How many rows have which verdict, and which are missed."""
    verdicts = Counter(row.verdict for row in rows)
    return {
        "holds": verdicts["holds"],
        "missed": [row.figure.id for row in rows if row.verdict == "missed"],
        "undefined": verdicts["undefined"],
        "not_modelled": verdicts["not modelled"],
    }


def plain(row: Checked) -> dict[str, Any]:
    """One row as JSON; `noise` is one standard error, `reason` why there is no verdict of holding or missing."""
    from glasstown.studies.published import citations  # noqa: PLC0415  only with an answer

    said = row.figure
    return {
        "id": said.id,
        "scheme": said.scheme,
        "name": said.what,
        "unit": said.unit,
        "when": said.when,
        "of": said.population,
        "published": said.value,
        "low": said.low,
        "high": said.high,
        "mark": said.mark,
        "source": {key: citations()[key] for key in said.source},
        "use": said.use,
        "note": said.note or None,
        "model": row.modelled,
        "noise": None if row.modelled is None else row.noise,
        "verdict": row.verdict,
        "reason": row.reason or None,
        "remark": row.said or None,
        "lived": row.lived or None,
    }


def print_rows(rows: tuple[Checked, ...]) -> None:
    """Print one line a row."""
    from glasstown.cli.layout import Grid, columns_of, laid_out  # noqa: PLC0415  only for people

    for line in laid_out(Grid(HEADS, tuple(map(cells, rows)), RIGHT), columns_of()):
        typer.echo(line)


def cells(row: Checked) -> tuple[str, ...]:
    """One row as a line of the table; a dash stands for what is not given."""
    said = row.figure
    band = number(said.low) if said.low == said.high else f"{number(said.low)} to {number(said.high)}"
    known = row.modelled is not None
    model, noise = (number(row.modelled or 0), number(row.noise)) if known else ("\u2013", "\u2013")
    return (said.id, said.scheme, said.what, said.unit, number(said.value), band, model, noise, row.verdict, said.use,
            said.mark, ", ".join(said.source))  # fmt: skip


def summary(rows: tuple[Checked, ...]) -> list[str]:
    """The last lines: how many hold and which are missed, what was lived, why others have no verdict."""
    from glasstown.cli.layout import columns_of, hanging, wrapped  # noqa: PLC0415  only for people

    width = columns_of()
    found = counted(rows)
    missed = ", ".join(found["missed"]) or "none"
    lines = ["", *wrapped(f"{found['holds']} of {len(rows)} hold; missed: {missed}.", width)]
    told_of: tuple[tuple[str, Callable[[Checked], str]], ...] = (
        ("Lived", lambda row: row.lived),
        ("No verdict", lambda row: row.reason and f"{row.verdict}, {row.reason}"),
        ("Remarks", lambda row: row.said),
    )
    for title, words in told_of:
        told = _together(rows, words)
        lines += ["", title, *(hanging(f"  {ids}: ", text, width) for text, ids in told.items())] if told else []
    return [*lines, "", *wrapped(HOW_TO_READ, width)]


def _together(rows: tuple[Checked, ...], words: Callable[[Checked], str]) -> dict[str, str]:
    """Rows of which the same is said, by what is said: numbers that follow one another as a span."""
    from glasstown.studies.published import published  # noqa: PLC0415  only with an answer

    order = list(published())
    found: dict[str, list[str]] = {}
    for row in rows:
        if text := words(row):
            found.setdefault(text, []).append(row.figure.id)
    return {text: ", ".join(_spans(ids, order)) for text, ids in found.items()}


def _spans(ids: list[str], order: list[str]) -> list[str]:
    """T01, T02, T03, T09 as "T01 to T03" and "T09"."""
    spans: list[list[str]] = []
    for one in ids:
        if spans and order.index(one) == order.index(spans[-1][-1]) + 1:
            spans[-1].append(one)
        else:
            spans.append([one])
    return [span[0] if len(span) == 1 else f"{span[0]} to {span[-1]}" for span in spans]
