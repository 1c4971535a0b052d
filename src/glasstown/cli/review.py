"""`glasstown review FILE|ID`: what the text of a scheme already tells, before anything is run."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import JsonOption
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.wording import shown

if TYPE_CHECKING:  # read when asked
    from glasstown.review.reviewed import Asked, Review


class ReviewFormat(StrEnum):
    """How a review is printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


class FailOn(StrEnum):
    """From which severity on a finding makes the verb end with 1."""

    B = "B"
    S = "S"
    M = "M"
    N = "N"


CodesOption = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help="Codes of rules, or how they begin, such as SS.")
]
PackOption = Annotated[list[str] | None, typer.Option(metavar="PACK", help="Whose law: eu, coe, un, cn or us; all.")]


@guarded
def review(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scheme file, or the id of a shipped scheme.")],
    select: CodesOption = None,
    ignore: CodesOption = None,
    pack: PackOption = None,
    fail_on: Annotated[FailOn, typer.Option(help="End with 1 where a finding so heavy, or heavier, fails.")] = FailOn.B,
    fix: Annotated[bool, typer.Option("--fix", help="Carry out in FILE each remedy that clears its finding.")] = False,
    against: Annotated[
        str | None, typer.Option(metavar="FILE", help="Compare with another version: a file, or an id.")
    ] = None,
    run: Annotated[
        Path | None, typer.Option(metavar="RUN", help="Settle by the figures of a finished run what needs an outcome.")
    ] = None,
    format: Annotated[ReviewFormat, typer.Option("--format", help="For people, or for programs.")] = ReviewFormat.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Hold the text of a scheme against tests of law and human rights. Nothing is run; this is not legal advice."""
    from glasstown.review.reviewed import Asked, review_file  # noqa: PLC0415  `--help` answers before the grammar loads
    from glasstown.scheme.library import find  # noqa: PLC0415  likewise

    asked = Asked(tuple(select or ()), tuple(ignore or ()), tuple(pack or ()))
    path, form = find(file), ReviewFormat.JSON if wants_json(format, json) else format
    found = review_file(path, asked)
    if fix:
        found = _fixed(found, path, file, asked)
    if run is not None:
        from glasstown.report.evidence import with_run  # noqa: PLC0415  the frames load slowly

        found = with_run(found, run)
    if against is not None:
        _compare(found, review_file(find(against), asked), form)
    else:
        _print(found, form)
    if found.fails_at(fail_on):
        raise typer.Exit(1)


def _fixed(found: Review, path: Path, file: str, asked: Asked) -> Review:
    """Carry out remedies in a file of the reader's own, and say what became of each."""
    from glasstown.ledger.durable import write_whole  # noqa: PLC0415  only when something is written
    from glasstown.review.faults import no_file_of_yours  # noqa: PLC0415  likewise
    from glasstown.review.mended import mend  # noqa: PLC0415  likewise
    from glasstown.review.reviewed import review_file  # noqa: PLC0415  likewise
    from glasstown.scheme.library import SCHEMES  # noqa: PLC0415  likewise

    if file in SCHEMES:
        raise InputFaultsError((no_file_of_yours(file),))
    done = mend(found, path.read_text(encoding="utf-8"), asked)
    write_whole(path, done.text.encode())
    for one in done.tried:
        what = f"not done, {one.refused}" if one.refused else f"done: {one.finding.answer.remedy}"
        typer.echo(shown(f"{one.finding.rule.code} at {one.finding.answer.at}: {what}"), err=True)
    return review_file(path, asked)


def _compare(found: Review, other: Review, form: ReviewFormat) -> None:
    from glasstown.review.against import compare, compared_text, compared_to_plain  # noqa: PLC0415  seldom asked for
    from glasstown.review.text import closing  # noqa: PLC0415  likewise

    compared = compare(found, other)
    if form is ReviewFormat.JSON:
        print_json(compared_to_plain(compared))
    else:
        typer.echo(f"{compared_text(compared)}\n\n{closing(found)}")


def _print(found: Review, form: ReviewFormat) -> None:
    from glasstown.cli.layout import columns_of, folded  # noqa: PLC0415  likewise
    from glasstown.review.html import review_html  # noqa: PLC0415  likewise
    from glasstown.review.plain import review_to_plain  # noqa: PLC0415  likewise
    from glasstown.review.sarif import review_to_sarif  # noqa: PLC0415  likewise
    from glasstown.review.text import review_text  # noqa: PLC0415  likewise

    if form is ReviewFormat.JSON:
        print_json(review_to_plain(found))
    elif form is ReviewFormat.SARIF:
        print_json(review_to_sarif(found))
    elif form is ReviewFormat.HTML:
        typer.echo(review_html(found), nl=False)
    else:
        typer.echo(folded(review_text(found), columns_of(sys.stdout)))
