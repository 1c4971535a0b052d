"""The request that a run folder was made from, read back from its manifest."""

from __future__ import annotations

from pathlib import Path

from glasstown.ledger.layout import SCHEME, SOCIETY
from glasstown.ledger.model import Manifest
from glasstown.ledger.writer import check_scheme_text, check_society_text
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.change_faults import check_change
from glasstown.simulate.changed import with_change
from glasstown.simulate.plan import RunRequest, check_request
from glasstown.vocab.change import Change


def request_of(folder: Path, manifest: Manifest) -> RunRequest:
    """Everything needed to live the run again.

    Raises:
        RunFolderError: the scheme or the society in the folder is missing or was changed.
        InputFaultsError: the scheme or the society in the folder has faults.
        PlanError: the manifest asks for a run that cannot be.
    """
    scheme = None
    if manifest.scheme is not None:
        check_scheme_text(folder, manifest)
        path = folder / SCHEME
        scheme = parse_scheme(path.read_bytes().decode("utf-8"), str(path))
    check_society_text(folder, manifest)
    how = manifest.circumstances
    request = RunRequest(
        scheme=scheme,
        people=manifest.people,
        days=manifest.horizon_days,
        step_days=manifest.step_days,
        seed=manifest.seed,
        start=manifest.start,
        out=folder,
        replicate=manifest.replicate,
        threads=how.get("threads") or 1,
        baseline=manifest.baseline,
        block=how.get("block") or 1024,
        checkpoint_steps=how.get("checkpoint_steps") or 26,
        society=str(folder / SOCIETY) if manifest.society.text_digest else manifest.society.spec,
        without=manifest.without,
    )
    check_request(request)
    if facts := manifest.change:
        request = with_change(request, Change(facts.without, facts.from_day), facts.of)
        check_change(request)
    return request
