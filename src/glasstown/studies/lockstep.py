"""A run and a world in which one thing is otherwise, step by step side by side: whom it reaches, when, and how far.

The run is lived once more in memory, with moments kept from which a world can branch off. It proves itself by its
digest each time. Lives and records are the same bits as those of two runs in folders.
"""

from __future__ import annotations

from bisect import bisect_right
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NoReturn

import numpy as np

from glasstown.ledger.reader import Ledger, open_run
from glasstown.simulate.change_faults import check_change
from glasstown.simulate.changed import with_change
from glasstown.simulate.differing import Differing, differing
from glasstown.simulate.digests import Lanes, at_the_end, texts_of
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
from glasstown.studies.nearby import districts_of, ends_at_districts, residents_named
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
        self.last: Moment = self.base.moment(len(self.spans))
        self._sums = self.base.sums()

    def walk(self, change: Change) -> Walked:
        """Live the run, and the world in which something is otherwise, side by side from the last moment before it.

        Args:
            change: what is otherwise.

        Raises:
            PlanError: the change names what is not there; all of it at once.
            RunFolderError: the run has not come to its digest again.
        """
        nearby = self.reach(residents_named(self.ledger, change))
        other, begun = self.branch(change, nearby)
        if nearby is None:
            self.base = base = begin(self.request, self.spec, self.people, settings=self.base.settings)
            base.go_back(begun)
        else:
            base = begin(self.request, self.spec, self.people, districts=nearby, settings=self.base.settings)
            base.take_part(begun)
        whom = np.concatenate([np.arange(one.first, one.first + one.size) for one in base.town])
        found = _Found(self.people.people)
        with ThreadPoolExecutor(max_workers=self.request.threads) as pool:
            for span in self.spans[begun.step :]:
                rows = base.live(span, pool), other.live(span, pool)
                found.note(span, whom, differing(base.town, other.town, rows))
        bits, points, life = found.first
        if nearby is None:
            self._prove()
            return Walked(bits, points, life, found.milli, other.digests())
        self._prove_part(base, nearby)
        return Walked(bits, points, life, found.milli, texts_of(_in_place_of(self._sums, base.sums(), other.sums())))

    def reach(self, residents: frozenset[int]) -> tuple[int, ...] | None:
        """The districts at which whatever is otherwise of some residents ends; None where it may go anywhere."""
        return districts_of(residents) if residents and ends_at_districts(self.base.settings) else None

    def branch(self, change: Change, districts: tuple[int, ...] | None = None) -> tuple[World, Moment]:
        """A world in which something is otherwise, as it stands at the last moment kept before that; and the moment.

        Args:
            change: what is otherwise.
            districts: those that are lived, where nothing of the others is asked; None for all.

        Raises:
            PlanError: the change names what is not there; all of it at once.
        """
        check_change(replace(self.request, change=change))
        check_sightings(self.ledger, change)
        check_appeals(self.ledger, change)
        asked = with_change(self.request, self.request.change.then(change))
        other = begin(asked, self.spec, self.people, districts=districts)
        begun = bisect_right([moment.step for moment in self.moments], self.first_step(change)) - 1
        (other.go_back if districts is None else other.take_part)(self.moments[begun])
        return other, self.moments[begun]

    def first_step(self, change: Change) -> int:
        """The first step in which anything can be otherwise."""
        first = next(span.step for span in self.spans if span.day >= change.from_day or span is self.spans[-1])
        steps = [address_of(int(name)).step for name in change.named(SIGHTING)]
        steps += [decision_step(self.ledger, int(name)) for name in change.named(UPHELD)]
        return min(steps) if steps and len(steps) == len(change.parts) else first

    def _prove(self) -> None:
        if self.base.digests()[0] != self.ledger.manifest.digest:
            self._refuse()

    def _prove_part(self, part: World, districts: tuple[int, ...]) -> None:
        """Some districts must have come to the state in which the whole run, which was proved, left them."""
        as_proved = begin(self.request, self.spec, self.people, districts=districts, settings=self.base.settings)
        as_proved.take_part(self.last)
        if texts_of(at_the_end(part.town, part.settings, Lanes())) != as_proved.digests():
            self._refuse()

    def _refuse(self) -> NoReturn:
        raise RunFolderError(
            f"{self.ledger.folder} was lived again, and came to another digest",
            where=str(self.ledger.folder),
            why="it was lived by another version of the engine, or its folder was changed",
            fix="run the scheme again, and ask of that run",
        )


def _in_place_of(whole: Lanes, part: Lanes, other: Lanes) -> Lanes:
    """Digests of a town in which some districts came to something else: digests are sums."""
    with np.errstate(over="ignore"):
        return Lanes(whole.life - part.life + other.life, whole.record - part.record + other.record)


class _Found:
    """First days of what differed, as far as two worlds have been lived."""

    def __init__(self, people: int) -> None:
        self.first: list[I32] = [np.full(people, NEVER, np.int32) for _ in range(3)]
        self.milli = np.zeros(people, np.int64)

    def note(self, span: Span, whom: I64, found: Differing) -> None:
        """Note what differs of some residents after a step."""
        for days, now in zip(self.first, found[:3], strict=True):
            new = whom[now]
            days[new[days[new] == NEVER]] = span.day
        self.milli[whom] = np.maximum(self.milli[whom], found.milli)
