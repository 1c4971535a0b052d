"""`glasstown cone RUN`: whom one change reaches, when, and how far."""

from __future__ import annotations

from typing import Annotated

import typer

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument
from glasstown.cli.pair import CauseOption, ChangeOption
from glasstown.vocab.change import Change


@guarded
def cone(
    run: RunArgument,
    without: CauseOption = None,
    added: ChangeOption = None,
    from_day: Annotated[int, typer.Option(metavar="DAY", help="The first day on which it is so.")] = 0,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Live RUN and a world with one thing otherwise side by side in memory, and tell whom it reaches.

    Nothing is written. One sighting (`--without sighting:N`) is the usual question.
    """
    from glasstown.cli.screen import print_page  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.report.cone_page import cone_page  # noqa: PLC0415  likewise
    from glasstown.studies.cone import cone as reached  # noqa: PLC0415  likewise

    found = reached(run, Change(tuple(without or ()), from_day, tuple(added or ())))
    if wants_json(format, json):
        print_json(found.to_plain())
        return
    print_page(cone_page(found))
