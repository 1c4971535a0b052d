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
        "title": scheme.title,
        "title_zh": scheme.title_zh,
        "place": scheme.place,
        "years": scheme.years,
        "status": scheme.status,
        "rules": len(scheme.rules),
        "sources": len(scheme.sources),
        "grades": len(scheme.grades),
        "consequences": len(scheme.consequences),
    }


def _list(read: list[Scheme]) -> None:
    """Print one line a scheme, or a few where the terminal is narrow."""
    from glasstown.cli.layout import Grid, columns_of, laid_out  # noqa: PLC0415  only for people

    heads = ("id", "title", "place", "years", "rules", "sources", "consequences")
    rows = [("none", NONE_TITLE, "", "", "0", "0", "0")]
    for one in read:
        rules, sources, consequences = (str(len(part)) for part in (one.rules, one.sources, one.consequences))
        rows.append((one.id, one.title, one.place, one.years, rules, sources, consequences))
    for line in laid_out(Grid(heads, tuple(rows), (False,) * 4 + (True,) * 3), columns_of()):
        typer.echo(line)


def _one(page: SchemePage, *, is_json: bool) -> None:
    """Print one scheme in full."""
    from glasstown.cli.scheme_page import page_to_plain, print_scheme  # noqa: PLC0415  only when asked for

    if is_json:
        print_json(page_to_plain(page))
    else:
        print_scheme(page)
