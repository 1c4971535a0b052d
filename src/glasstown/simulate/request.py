"""The request that a run folder was made from, read back from its manifest."""

from __future__ import annotations

from pathlib import Path

from glasstown.ledger.layout import BASELINE, SCHEME, SOCIETY
from glasstown.ledger.model import Manifest
from glasstown.ledger.writer import check_scheme_text, check_society_text
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.change_faults import check_change
from glasstown.simulate.changed import with_change
from glasstown.simulate.plan import RunRequest, check_request
from glasstown.vocab.change import Change
from glasstown.vocab.errors import RunFolderError
from glasstown.vocab.organisation_acts import is_declared


def request_of(folder: Path, manifest: Manifest) -> RunRequest:
    """Everything needed to live the run again.

    Raises:
        RunFolderError: the scheme or the society in the folder is missing or was changed, or the folder is the world
            without the scheme of another run.
        InputFaultsError: the scheme or the society in the folder has faults.
        PlanError: the manifest asks for a run that cannot be.
    """
    _refuse_paired(folder, manifest)
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
        lives=manifest.kept.lives,
    )
    check_request(request)
    if facts := manifest.change:
        request = with_change(request, Change(facts.without, facts.from_day, facts.added), facts.of)
        check_change(request)
    return request


def _refuse_paired(folder: Path, manifest: Manifest) -> None:
    """Refuse the world without the scheme of a run: only the scheme's file says which acts and organisations it has.

    Raises:
        RunFolderError: it belongs to another run.
    """
    if manifest.scheme is not None:
        return
    place = folder.resolve()
    inside = place.name == BASELINE and (place.parent / "manifest.json").exists()
    declared = any(is_declared(row.code) for row in manifest.names.acts)
    if not (inside or declared):
        return
    raise RunFolderError(
        f"{folder} is the world without the scheme of another run",
        where=str(folder),
        why="acts that the scheme's file declares are lived in it as well, and it does not hold that file",
        fix=f"name the whole run: {folder.parent}" if inside else "name the run whose paired world it was",
    )
