"""The command group; nothing else."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from glasstown.cli.answer import tell
from glasstown.cli.attribute import attribute
from glasstown.cli.audit import audit
from glasstown.cli.check import check
from glasstown.cli.compare import compare
from glasstown.cli.cone import cone
from glasstown.cli.explain import explain
from glasstown.cli.life import life
from glasstown.cli.pair import pair
from glasstown.cli.repair import repair
from glasstown.cli.report import report
from glasstown.cli.resume import resume
from glasstown.cli.review import review
from glasstown.cli.run import run
from glasstown.cli.schemes import schemes
from glasstown.cli.show import show
from glasstown.cli.society import society
from glasstown.cli.validate import validate

app = typer.Typer(
    name="glasstown",
    help="A laboratory of social credit schemes, run on a society of people who do not exist.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

VERBS = (
    schemes, run, show, check, review, resume, report, life, pair, cone, attribute, audit, explain, compare, repair,
    validate,
)  # fmt: skip
for verb in VERBS:
    app.command()(verb)
app.add_typer(society, name="society")


def _version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415  seldom asked for

        typer.echo(f"glasstown {version('glasstown')}")
        raise typer.Exit


@app.callback()
def glasstown(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """A laboratory of social credit schemes, run on a society of people who do not exist."""


def main() -> None:
    """Run the command line. Whatever happens, it ends with words and an exit code."""
    try:
        app()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  nothing may end in a traceback
        sys.exit(tell(error, is_json=False))
