"""A run and a world in which one thing is otherwise, step by step side by side: whom it reaches, when, and how far.

The run is lived once more in memory, with moments kept from which a world can branch off. It proves itself by its
digest each time. Lives and records are the same bits as those of two runs in folders.
"""

from __future__ import annotations

from bisect import bisect_right
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from glasstown.ledger.reader import Ledger, open_run
from glasstown.simulate.change_faults import check_change
from glasstown.simulate.changed import with_change
from glasstown.simulate.differing import Differing, differing
from glasstown.simulate.in_memory import Moment, World, begin
from glasstown.simulate.limits import spec_within_limits
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.request import request_of
from glasstown.simulate.settings import spans_of
from glasstown.simulate.span import Span
from glasstown.society.build import build
from glasstown.society.population import Population
from glasstown.society.spec import Spec
from glasstown.studies.appeals_named import check_appeals, decision_step
from glasstown.studies.sightings_named import check_sightings
from glasstown.vocab.arrays import I32, I64
from glasstown.vocab.change import Change
from glasstown.vocab.errors import RunFolderError
from glasstown.vocab.overridden import SIGHTING, UPHELD
from glasstown.vocab.sighting_numbers import address_of

NEVER: Final = -1
"""Day on which nothing has differed."""

MOMENTS: Final = 8
"""Moments that are kept of a run."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What differed along the way, of each resident.

    Attributes:
        bits, points, life: (residents,) first day of the step in which it did, or `NEVER`, for each radius.
        milli: (residents,) thousandths of a point by which scores were apart, the most at the end of any step.
        digests: digest of everything, and of lives, of the changed world.
    """

    bits: I32
    points: I32
    life: I32
    milli: I64
    digests: tuple[str, str]


class Lockstep:
    """A finished run, ready to be held against worlds in which one thing is otherwise.

    Args:
        run: the folder of a finished run.

    Raises:
        RunFolderError: there is no such run, or living it again gave another digest.
    """

    def __init__(self, run: Path, threads: int = 1) -> None:
        """Live the run once more, and keep moments of it."""
        self.ledger: Ledger = open_run(run)
        self.request: RunRequest = replace(request_of(run, self.ledger.manifest), baseline="none", threads=threads)
        self.spec: Spec = spec_within_limits(self.request)
        asked = self.request
        self.people: Population = build(self.spec, seed=asked.seed, people=asked.people, replicate=asked.replicate)
        self.spans: list[Span] = spans_of(asked)
        self.base: World = begin(asked, self.spec, self.people)
        every = -(-len(self.spans) // MOMENTS)
        self.moments: list[Moment] = []
        with ThreadPoolExecutor(max_workers=threads) as pool:
            for span in self.spans:
                if span.step % every == 0:
                    self.moments.append(self.base.moment(span.step))
                self.base.live(span, pool)
        self._prove()

    def walk(self, change: Change) -> Walked:
        """Live the run, and the world in which something is otherwise, side by side from the last moment before it.

        Args:
            change: what is otherwise.

        Raises:
            PlanError: the change names what is not there; all of it at once.
            RunFolderError: the run has not come to its digest again.
        """
        other, begun = self.branch(change)
        self.base = begin(self.request, self.spec, self.people)
        self.base.go_back(begun)
        found = _Found(self.people.people)
        with ThreadPoolExecutor(max_workers=self.request.threads) as pool:
            for span in self.spans[begun.step :]:
                rows = self.base.live(span, pool), other.live(span, pool)
                found.note(span, differing(self.base.town, other.town, rows))
        self._prove()
        bits, points, life = found.first
        return Walked(bits, points, life, found.milli, other.digests())

    def branch(self, change: Change) -> tuple[World, Moment]:
        """A world in which something is otherwise, as it stands at the last moment kept before that; and the moment.

        Raises:
            PlanError: the change names what is not there; all of it at once.
        """
        check_change(replace(self.request, change=change))
        check_sightings(self.ledger, change)
        check_appeals(self.ledger, change)
        other = begin(with_change(self.request, self.request.change.then(change)), self.spec, self.people)
        begun = bisect_right([moment.step for moment in self.moments], self.first_step(change)) - 1
        other.go_back(self.moments[begun])
        return other, self.moments[begun]

    def first_step(self, change: Change) -> int:
        """The first step in which anything can be otherwise."""
        first = next(span.step for span in self.spans if span.day >= change.from_day or span is self.spans[-1])
        steps = [address_of(int(name)).step for name in change.named(SIGHTING)]
        steps += [decision_step(self.ledger, int(name)) for name in change.named(UPHELD)]
        return min(steps) if steps and len(steps) == len(change.parts) else first

    def _prove(self) -> None:
        if self.base.digests()[0] != self.ledger.manifest.digest:
            raise RunFolderError(
                f"{self.ledger.folder} was lived again, and came to another digest",
                where=str(self.ledger.folder),
                why="it was lived by another version of the engine, or its folder was changed",
                fix="run the scheme again, and ask of that run",
            )


class _Found:
    """First days of what differed, as far as two worlds have been lived."""

    def __init__(self, people: int) -> None:
        self.first: list[I32] = [np.full(people, NEVER, np.int32) for _ in range(3)]
        self.milli = np.zeros(people, np.int64)

    def note(self, span: Span, found: Differing) -> None:
        """Note what differs after a step."""
        for days, now in zip(self.first, found[:3], strict=True):
            days[now & (days == NEVER)] = span.day
        np.maximum(self.milli, found.milli, out=self.milli)
