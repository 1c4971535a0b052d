"""`glasstown schemes [ID]`: what can be run, and one scheme in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption

if TYPE_CHECKING:  # read when asked
    from glasstown.scheme.model import Scheme
    from glasstown.scheme.page import SchemePage

NONE_TITLE = "the same society without any scheme"

HEADS = ("id", "title", "in Chinese", "place", "years", "status", "evidence", "uncertain")
"""Columns of the list."""

LONGEST_SUBJECT = 40
"""Letters before a colon that can be a subject."""


@guarded
def schemes(
    scheme: Annotated[str | None, typer.Argument(metavar="[ID]", help="Show this one in full.")] = None,
    json_schema: Annotated[
        bool, typer.Option("--json-schema", help="Print the JSON Schema of scheme files, for editors.")
    ] = False,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """List the schemes that can be run, or describe one completely."""
    from glasstown.scheme.library import SCHEMES, find  # noqa: PLC0415  `--help` answers before the grammar loads
    from glasstown.scheme.page import describe  # noqa: PLC0415  likewise
    from glasstown.scheme.read import read_scheme  # noqa: PLC0415  likewise

    is_json = wants_json(format, json)
    if json_schema:
        _grammar(is_json=is_json)
        return
    if scheme is not None:
        _one(describe(read_scheme(find(scheme))), is_json=is_json)
        return
    read = [read_scheme(find(name)) for name in SCHEMES]
    if is_json:
        print_json({"schemes": [{"id": "none", "title": NONE_TITLE}, *(_plain(one) for one in read)]})
        return
    _list(read)


def _grammar(*, is_json: bool) -> None:
    """Print the grammar as a JSON Schema."""
    from glasstown.scheme.json_schema import json_schema, json_schema_text  # noqa: PLC0415  seldom asked for

    if is_json:
        print_json(json_schema())
    else:
        typer.echo(json_schema_text(), nl=False)


def _plain(scheme: Scheme) -> dict[str, Any]:
    """The head of a scheme as JSON."""
    return {
        "id": scheme.id,
        "gallery": scheme.gallery,
        "lead": scheme.lead,
        "title": scheme.title,
        "title_zh": scheme.title_zh,
        "place": scheme.place,
        "years": scheme.years,
        "status": scheme.status,
        "evidence": scheme.evidence,
        "consent": scheme.consent,
        "uncertain": list(scheme.uncertain),
        "not_modelled": list(scheme.not_modelled),
        "rules": len(scheme.rules),
        "sources": len(scheme.sources),
        "grades": len(scheme.grades),
        "consequences": len(scheme.consequences),
    }


def _list(read: list[Scheme]) -> None:
    """Print the schemes by kind: one line a scheme, or a few where the terminal is narrow."""
    from glasstown.cli.layout import Grid, columns_of, hanging, laid_out  # noqa: PLC0415  only for people
    from glasstown.scheme.grammar_town import EVIDENCE, GALLERY  # noqa: PLC0415  likewise

    none = ("none", NONE_TITLE, *("",) * (len(HEADS) - 2))
    kinds = [("", "Without any scheme", [none])]
    kinds += [(kind, heading, [_row(one) for one in read if one.gallery == kind]) for kind, heading in GALLERY]
    shown = [(heading, rows) for _, heading, rows in kinds if rows]
    for number, (heading, rows) in enumerate(shown):
        typer.echo(f"\n{heading}" if number else heading)
        for line in laid_out(Grid(HEADS, tuple(rows), (False,) * len(HEADS)), columns_of()):
            typer.echo(line)
    typer.echo("\nEvidence")
    for word, means in EVIDENCE:
        typer.echo(hanging(f"  {word}: ", means, columns_of()))
    typer.echo("\nOne in full, with every source: glasstown schemes ID")


def _row(scheme: Scheme) -> tuple[str, ...]:
    """One scheme in a list: of what is uncertain the subjects, where it says them before a colon."""
    uncertain = [_subject(text) for text in scheme.uncertain]
    return (
        scheme.id,
        scheme.title,
        scheme.title_zh,
        scheme.place,
        scheme.years,
        scheme.status,
        scheme.evidence,
        "; ".join(uncertain),
    )


def _subject(text: str) -> str:
    """What a sentence about something uncertain is about; the sentence, where it does not say so first."""
    subject, colon, _ = text.partition(": ")
    return subject if colon and len(subject) <= LONGEST_SUBJECT else text.rstrip(".")


def _one(page: SchemePage, *, is_json: bool) -> None:
    """Print one scheme in full."""
    from glasstown.cli.scheme_page import page_to_plain, print_scheme  # noqa: PLC0415  only when asked for

    if is_json:
        print_json(page_to_plain(page))
    else:
        print_scheme(page)
