"""`glasstown show RUN`: what a finished run shows, read from its folder."""

from __future__ import annotations

from glasstown.cli.answer import guarded, print_json, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument


@guarded
def show(
    run: RunArgument,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Check and audit a finished run, and print what it shows.

    The folder is not changed.
    """
    from glasstown.cli.screen import print_page  # noqa: PLC0415  `--help` answers before the frames load
    from glasstown.report.build import view_run  # noqa: PLC0415  likewise

    view = view_run(run)
    if wants_json(format, json):
        print_json(view.summary.to_plain())
    else:
        print_page(view.page)
