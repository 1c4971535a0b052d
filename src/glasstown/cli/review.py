"""`glasstown review FILE|ID`: what the text of a scheme already tells, before anything is run."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import JsonOption


class ReviewFormat(StrEnum):
    """How a review is printed."""

    TEXT = "text"
    JSON = "json"


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
    format: Annotated[ReviewFormat, typer.Option("--format", help="Text for people, or JSON.")] = ReviewFormat.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Hold the text of a scheme against tests of law and human rights. Nothing is run; this is not legal advice."""
    from glasstown.cli.layout import columns_of, folded  # noqa: PLC0415  `--help` answers before the grammar loads
    from glasstown.review.plain import review_to_plain  # noqa: PLC0415  likewise
    from glasstown.review.reviewed import Asked, review_file  # noqa: PLC0415  likewise
    from glasstown.review.text import review_text  # noqa: PLC0415  likewise
    from glasstown.scheme.library import find  # noqa: PLC0415  likewise

    asked = Asked(tuple(select or ()), tuple(ignore or ()), tuple(pack or ()))
    found = review_file(find(file), asked)
    if wants_json(format, json):
        print_json(review_to_plain(found))
    else:
        typer.echo(folded(review_text(found), columns_of(sys.stdout)))
    if found.fails_at(fail_on):
        raise typer.Exit(1)
