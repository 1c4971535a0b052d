"""A fake engine with the face of `simulate.run`, for tests of what the command line does around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.harbour import HARBOUR, write_harbour
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.simulate.plan import Progress, RunOutcome, RunRequest


def fake_live(
    request: RunRequest,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> RunOutcome:
    """Write Harbour where the request wants its run, and say what the engine would say."""
    assert request.scheme is not None
    facts = SchemeFacts(request.scheme.id, request.scheme.title, digest_bytes(request.scheme.text.encode()))
    manifest = replace(HARBOUR, scheme=facts, seed=1)
    if on_progress is not None:
        for step in range(1, 4):
            on_progress(Progress("scheme", step, 3, 0.1 * step))
    if should_stop is not None and should_stop():
        return outcome(request.out, stopped=True)
    write_harbour(request.out, manifest=manifest, scheme_text=request.scheme.text)
    return outcome(request.out, stopped=False)


def outcome(folder: Path, *, stopped: bool) -> RunOutcome:
    """What a run came to."""
    digest = "" if stopped else "d" * 32
    return RunOutcome(folder, digest, digest, "e" * 32, 4.0, 2.0, 1.0, 1.0, 4_160, stopped)


def failing(error: BaseException) -> Callable[..., Any]:
    """An engine that fails."""

    def live(request: Any, **more: Any) -> Any:
        raise error

    return live
