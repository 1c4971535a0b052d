"""`glasstown check FILE`: every fault of a scheme file, with place, reason and fix."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption
from glasstown.vocab.wording import shown

if TYPE_CHECKING:  # read when asked
    from glasstown.scheme.model import Scheme


@guarded
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scheme file, or the id of a shipped scheme.")],
    canonical: Annotated[bool, typer.Option("--canonical", help="Print it in its one canonical form.")] = False,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Check a scheme file and name every fault at once. Nothing is run.

    With --canonical the file is then printed in its one canonical form, without its comments.
    """
    from glasstown.cli.layout import columns_of, folded  # noqa: PLC0415  likewise
    from glasstown.scheme.library import find  # noqa: PLC0415  `--help` answers before the grammar loads
    from glasstown.scheme.render import render_json, render_text  # noqa: PLC0415  likewise
    from glasstown.simulate.compiling import read_for_run  # noqa: PLC0415  likewise

    if file == "none":
        typer.echo("none: the world without a scheme has no file, and so no faults")
        return
    scheme = read_for_run(find(file))
    if scheme.warnings:
        typer.echo(folded(render_text(scheme.warnings), columns_of(sys.stderr)) + "\n", err=True)
    if canonical:
        _print_canonical(scheme, file, is_json=wants_json(format, json))
    elif wants_json(format, json):
        print_json({"file": file, "scheme": scheme.id, "faults": 0, "diagnostics": render_json(scheme.warnings)})
    else:
        noun = "warning" if len(scheme.warnings) == 1 else "warnings"
        typer.echo(f"{shown(file)}: no faults, {len(scheme.warnings)} {noun} ({scheme.title})")


def _print_canonical(scheme: Scheme, file: str, *, is_json: bool) -> None:
    """Print the canonical form of a scheme that has no faults."""
    from glasstown.scheme.canonical import canonical_text  # noqa: PLC0415  seldom asked for

    text = canonical_text(scheme)
    if is_json:
        print_json({"file": file, "scheme": scheme.id, "is_canonical": text == scheme.text, "canonical": text})
    else:
        typer.echo(text, nl=False)
        typer.echo("the canonical form: what it says is the same; comments are not kept", err=True)
