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
    'A figure "holds" inside its tolerance itself. It is "within noise" where it lies outside, but by no more than '
    "three standard errors (the noise shown is one): there the run cannot tell. What is written in a scheme or in the "
    'tables of the society is "by construction" and never counts as holding. Assumed figures of the model were set to '
    'those of the use "fit"; those "held out" were looked at afterwards. Nothing is fitted here: what is missed is '
    "shown as missed, and is no failure of the program. What was lived is in the model; why some of it is missed "
    "stands in docs/targets.md."
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
    """How many rows have which verdict; which are missed or within noise; of which use those are that hold."""
    verdicts = Counter(row.verdict for row in rows)
    held = [row.figure for row in rows if row.verdict == "holds"]
    return {
        "holds": len(held),
        "holds_by_use": dict(Counter(figure.use for figure in held)),
        "holds_of_our_own": [figure.id for figure in held if figure.is_our_own],
        "within_noise": [row.figure.id for row in rows if row.verdict == "within noise"],
        "missed": [row.figure.id for row in rows if row.verdict == "missed"],
        "by_construction": verdicts["by construction"],
        "undefined": verdicts["undefined"],
        "not_modelled": verdicts["not modelled"],
    }


def headline(found: dict[str, Any], rows: int) -> str:
    """The counts in one sentence or two, for the foot of the table and the head of docs/targets.md."""
    uses = ", ".join(f"{count} {_USES[use]}" for use, count in found["holds_by_use"].items())
    own = found["holds_of_our_own"]
    ours = f"; {', '.join(own)} against a figure of our own, since none was published" if own else ""
    held = f"{found['holds']} of {rows} hold" + (f" ({uses}{ours})" if uses else "")
    return (
        f"{held}; {len(found['within_noise'])} within noise, {len(found['missed'])} missed, "
        f"{found['by_construction']} by construction, {found['undefined']} undefined, "
        f"{found['not_modelled']} not modelled."
    )


_USES: Final = {
    "fit": "fitted",
    "held out": "held out",
    "invariant": "written",
    "sign test": "by its side",
    "soft": "soft",
}
"""Words for the uses of figures."""


def plain(row: Checked) -> dict[str, Any]:
    """One row as JSON.

    `noise` is one standard error, `reason` why the verdict is neither holding nor missing, `people_to_tell` the
    residents of a town that could tell what is within noise here.
    """
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
        "people_to_tell": row.people_to_tell,
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
    """The last lines: how many have which verdict, which are missed, what was lived, and why others are neither."""
    from glasstown.cli.layout import columns_of, hanging, wrapped  # noqa: PLC0415  only for people

    width = columns_of()
    found = counted(rows)
    missed, noisy = ", ".join(found["missed"]) or "none", ", ".join(found["within_noise"]) or "none"
    lines = ["", *wrapped(f"{headline(found, len(rows))} Missed: {missed}. Within noise: {noisy}.", width)]
    told_of: tuple[tuple[str, Callable[[Checked], str]], ...] = (
        ("Lived", lambda row: row.lived),
        ("Neither held nor missed", lambda row: row.reason and f"{row.verdict}, {row.reason}"),
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
