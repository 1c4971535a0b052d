"""Worlds without some causes of a run, lived one after the other; what they come to is kept beside the run.

A world is lived in a folder of its own, which is removed once its sums are taken. So a long question can be stopped and
asked again: worlds that are done are read, and the one that was under way is gone on with.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import Final
from zipfile import BadZipFile

import numpy as np

from glasstown.audit.changed_lives import touched
from glasstown.audit.owed import BURDEN, POINTS, Sums, burden_of, points_of
from glasstown.ledger.layout import DERIVED
from glasstown.ledger.manifest import FILE, read_manifest
from glasstown.ledger.model import SEALED
from glasstown.ledger.reader import Ledger, open_run
from glasstown.simulate.changed import with_change
from glasstown.simulate.plan import Progress, RunRequest
from glasstown.simulate.run import OnProgress, ShouldStop, live, resume
from glasstown.studies.pair import of_everybody
from glasstown.vocab.arrays import I64, Bools
from glasstown.vocab.change import Change

OUTCOMES: Final = ((POINTS, points_of), (BURDEN, burden_of))
"""What is summed in each world, by resident."""

PLACE: Final = "attribution"


@dataclass(frozen=True, slots=True)
class World:
    """What a world came to.

    Attributes:
        sums: (outcomes, residents) what each resident has, in the order of `OUTCOMES`.
        touched: (residents,) whom what is switched off touched itself; None where it is everybody's.
    """

    sums: I64
    touched: Bools | None


class SwitchedWorlds:
    """The worlds of one run without some of its causes.

    Args:
        base: the run.
        request: what it was made from.
    """

    def __init__(self, base: Ledger, request: RunRequest) -> None:
        """Begin with the run itself, of which everything is known."""
        self.base, self.request = base, request
        self.place = base.folder / DERIVED / PLACE
        self._stop: ShouldStop | None = None
        self._tell: OnProgress | None = None
        self._began, self._done, self._all = time.perf_counter(), 0, 0

    def missing(self, changes: Iterable[Change]) -> list[Change]:
        """Of some worlds, those that have not been lived."""
        return [change for change in dict.fromkeys(changes) if change and self._kept(change) is None]

    def live(
        self, changes: Iterable[Change], on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
    ) -> bool:
        """Live what is missing of some worlds; returns False where it was stopped."""
        todo = self.missing(changes)
        self._tell, self._stop = on_progress, should_stop
        self._began, self._done, self._all = time.perf_counter(), 0, len(todo) * self.request.steps
        return all(self._live(change) for change in todo)

    def of(self, change: Change) -> World:
        """What a world came to that was lived."""
        if not change:
            return World(self._sums(self.base), None)
        found = self._kept(change)
        if found is None:
            message = f"the world {change.words} was not lived"
            raise KeyError(message)
        return found

    def _live(self, change: Change) -> bool:
        folder = self.place / f"world-{self._name(change)}"
        whole = self.request.change.then(change)
        asked = with_change(replace(self.request, baseline="none", out=folder), whole, self.base.manifest.digest)
        status = read_manifest(folder).status if (folder / FILE).exists() else ""
        if status != SEALED:
            if not status:
                shutil.rmtree(folder, ignore_errors=True)
            go_on = partial(resume, folder) if status else partial(live, asked)
            if go_on(on_progress=self._report, should_stop=self._stop).stopped:
                return False
        other = open_run(folder)
        self._keep(change, other)
        shutil.rmtree(folder)
        self._done += self.request.steps
        return True

    def _report(self, now: Progress) -> None:
        if self._tell:
            seconds = time.perf_counter() - self._began
            self._tell(Progress("worlds without causes", self._done + now.step, self._all, seconds))

    def _name(self, change: Change) -> str:
        """The name under which a world is kept: the run, its engine, and what is otherwise."""
        versions = self.base.manifest.versions.get("engine", "")
        said = "\n".join([self.base.manifest.digest, versions, str(change.from_day), *change.texts])
        return blake2b(said.encode(), digest_size=12).hexdigest()

    def _kept(self, change: Change) -> World | None:
        path = self.place / f"{self._name(change)}.npz"
        try:
            with np.load(path, allow_pickle=False) as held:
                sums, whom = held["sums"], held["touched"]
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return None
        if sums.shape != (len(OUTCOMES), self.request.people):
            return None
        return World(sums, whom if whom.size else None)

    def _keep(self, change: Change, other: Ledger) -> None:
        whom = touched(self.base, other, change, of_everybody=of_everybody(self.base, change))
        mask = np.zeros(0 if whom is None else self.request.people, np.bool_)
        if whom:
            mask[sorted(whom)] = True
        self.place.mkdir(parents=True, exist_ok=True)
        part = self.place / f"{self._name(change)}.part.npz"
        np.savez_compressed(part, sums=self._sums(other), touched=mask)
        part.replace(self.place / f"{self._name(change)}.npz")

    def _sums(self, ledger: Ledger) -> I64:
        return np.stack([_column(count(ledger), self.request.people) for _, count in OUTCOMES])


def _column(sums: Sums, people: int) -> I64:
    found = np.zeros(people, np.int64)
    found[list(sums)] = list(sums.values())
    return found
