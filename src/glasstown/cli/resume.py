"""`glasstown resume RUN`: go on with a run that was stopped or killed, to the same bits."""

from __future__ import annotations

from glasstown.cli.answer import guarded, wants_json
from glasstown.cli.options import Format, FormatOption, JsonOption, RunArgument


@guarded
def resume(
    run: RunArgument,
    format: FormatOption = Format.TEXT,  # noqa: A002  the word of the command line
    json: JsonOption = False,
) -> None:
    """Go on with a run that was stopped or killed.

    The result is the same, to the bit, as without the stop.
    """
    from glasstown.cli.outcome import live_and_tell  # noqa: PLC0415  `--help` answers before the engine loads
    from glasstown.ledger.finished import refuse_if_finished  # noqa: PLC0415  likewise

    refuse_if_finished(run)  # and a folder that is no run, before the kernels load and anything is made
    from glasstown.simulate.run import resume as go_on  # noqa: PLC0415  likewise

    live_and_tell(go_on, run, is_json=wants_json(format, json))
