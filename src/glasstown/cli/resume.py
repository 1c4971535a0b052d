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
    from glasstown.ledger.manifest import read_manifest  # noqa: PLC0415  likewise

    read_manifest(run)  # a folder that is no run is refused before the kernels load
    from glasstown.simulate.run import resume as go_on  # noqa: PLC0415  likewise

    live_and_tell(go_on, run, is_json=wants_json(format, json))
