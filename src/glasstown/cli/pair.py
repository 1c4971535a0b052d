"""`glasstown pair RUN`: the same people and luck once more, with one thing otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasstown.cli.answer import STOPPED, guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument
from glasstown.vocab.change import ADDITIONS, CAUSES, Change
from glasstown.vocab.wording import shown

CauseOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar="CAUSE", help=f"Switch off one of {', '.join(cause.form for cause in CAUSES)}; repeatable."
    ),
]
ChangeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with", metavar="CHANGE", help=f"Add one of {', '.join(one.form for one in ADDITIONS)}; repeatable."
    ),
]


@guarded
def pair(
    run: RunArgument,
    without: CauseOption = None,
    added: ChangeOption = None,
    from_day: Annotated[int, typer.Option(metavar="DAY", help="The first day on which it is so.")] = 0,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder of the changed world.")] = None,
    diagnostic: Annotated[
        bool, typer.Option(help="Live small pairs with other luck as well: how much less a difference varies here.")
    ] = False,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Live the same people with the same luck once more, with one thing otherwise, and tell what is different.

    The changed world is written beside RUN, named after the change; asked for again, it is read.
    """
    from glasstown.cli.progress import watching  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.cli.screen import print_page  # noqa: PLC0415  likewise
    from glasstown.ledger.reader import open_run  # noqa: PLC0415  likewise
    from glasstown.report.pair_page import pair_page  # noqa: PLC0415  likewise
    from glasstown.studies.coupling import PAIRS, cost_of  # noqa: PLC0415  likewise
    from glasstown.studies.pair import pair as paired  # noqa: PLC0415  likewise

    change = Change(tuple(without or ()), from_day, tuple(added or ()))
    with watching() as watch:
        if diagnostic:
            watch.say(f"the diagnostic lives {cost_of(open_run(run).manifest.people)}")
        found = paired(
            run, change, out=out, diagnostic=PAIRS if diagnostic else 0, on_progress=watch.show,
            should_stop=watch.should_stop,
        )  # fmt: skip
    if found is None:
        folder = out or run.parent / f"{run.name}.{change.slug}"
        typer.echo(f"stopped; nothing is lost. Go on with: glasstown resume {shown(str(folder))}", err=True)
        raise typer.Exit(STOPPED)
    if wants_json(format, json):
        print_json(found.to_plain())
        return
    print_page(pair_page(found))
    typer.echo(f"\nfolder of the changed world: {shown(str(found.other.folder))}")
