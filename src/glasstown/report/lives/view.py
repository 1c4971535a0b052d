"""The one view of a life that every face shows: what the ledger holds, and the lines of the scheme by which it came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from glasstown.audit.life.decisions import Decision
from glasstown.audit.life.event import Part
from glasstown.audit.life.life import Life, life_of, read_life, rows_of_people
from glasstown.ledger.layout import SCHEME
from glasstown.ledger.reader import open_run
from glasstown.report.lives.decision_file import Entry, decision_file
from glasstown.scheme.appealed import APPEALS, with_appeals
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme

if TYPE_CHECKING:  # a life is read without the engine
    from glasstown.simulate.run import OnProgress, ShouldStop
    from glasstown.studies.spared import Spared

NOT_ASKED: Final = "what would have spared this resident is sought where it is asked for, with --spared"
"""Why a view has no smallest set of changes that would have spared the resident."""


@dataclass(frozen=True, slots=True)
class LifeView:
    """One life, with the scheme that ran; None for the world without one."""

    life: Life
    scheme: Scheme | None
    spared: Spared | None = None
    """What would have spared the resident; None where nobody asked."""

    @property
    def files(self) -> tuple[tuple[Decision, dict[str, Entry]], ...]:
        """Each decision against the resident with its file."""
        if self.scheme is None:
            return ()
        return tuple((one, decision_file(one, self.scheme)) for one in self.life.decisions)

    def line(self, part: Part | None) -> int | None:
        """The line of the scheme file on which a part begins; None where it stands in no file."""
        span = self.scheme.place_of(*part) if self.scheme and part else None
        return span.line if span else None

    def to_plain(self) -> dict[str, Any]:
        """The life as one JSON object; its keys are the same for every life."""
        life, manifest = self.life, self.life.ledger.manifest
        return {
            "run": str(life.ledger.folder),
            "scheme": manifest.scheme_id,
            "title": manifest.title,
            "days": manifest.horizon_days,
            "start": manifest.start.isoformat(),
            "resident": life.resident,
            "who": life.who.to_plain(),
            "is_quiet": life.is_quiet,
            "every_act_reason": life.every_act_reason,
            "events": [one.to_plain() | {"line": self.line(one.part)} for one in life.events],
            "decisions": [self._decision(one, entries) for one, entries in self.files],
            "sums": [one.to_plain() for one in life.sums],
            "comparable": life.comparable.to_plain(),
            "spared_by": self.spared.to_plain() if self.spared else None,
            "spared_by_reason": None if self.spared else NOT_ASKED,
        }

    def _decision(self, one: Decision, entries: dict[str, Entry]) -> dict[str, Any]:
        return {
            "kind": one.kind,
            "name": one.name,
            "part": list(one.part),
            "line": self.line(one.part),
            "day": one.day,
            "ended_day": one.ended_day,
            "earned_by": one.earned_by,
            "evidence": one.evidence.to_plain(),
            "appeals": list(one.appeals),
            "file": {key: entry.to_plain() for key, entry in entries.items()},
        }


def life(run: Path, number: int) -> LifeView:
    """Read one life out of a run: by day what happened, what was recorded, and what followed.

    Args:
        run: the folder of a finished run.
        number: the number of a resident whom the run kept.

    Returns:
        The life with its decision files; `to_plain()` is what `glasstown life RUN NUMBER --json` prints.

    Raises:
        RunFolderError: there is no such run or resident, the run is unfinished, damaged or touched, or it did not keep
            the life.
    """
    return _view_of(read_life(run, number))


def whole_life(
    run: Path, number: int, *, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
) -> LifeView | None:
    """Read one life with every act: out of the run where it kept them, else by living it again in memory.

    Args:
        run: the folder of a finished run; it is not changed.
        number: the number of any resident of the town.
        on_progress: called after every step that is lived.
        should_stop: asked after every such step.

    Returns:
        The life with its decision files, to the same bits as if the run had kept all of it; None where it was stopped.

    Raises:
        RunFolderError: there is no such run or resident, the run is unfinished, damaged or touched, or it cannot be
            lived again.
    """
    ledger = open_run(run)
    if rows_of_people(ledger, number):
        found = life_of(ledger, number)
        if found.every_act_reason is None:
            return _view_of(found)
    from glasstown.studies.whole_life import with_whole_life  # noqa: PLC0415  a life is read without the engine

    again = with_whole_life(run, number, on_progress=on_progress, should_stop=should_stop)
    return None if again is None else _view_of(life_of(again, number, whole=True))


def _view_of(found: Life) -> LifeView:
    """The view of a life that was read."""
    run, text = found.ledger.folder, found.ledger.scheme_text()
    scheme = parse_scheme(text, str(run / SCHEME)) if text else None
    change = found.ledger.manifest.change
    if scheme and change and APPEALS in change.added:
        scheme = with_appeals(scheme)
    return LifeView(found, scheme)
