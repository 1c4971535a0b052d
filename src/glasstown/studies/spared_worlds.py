"""Worlds in which single things are otherwise, each really lived until it is known whether one resident falls in it.

A world goes on from the last moment kept of the run before anything is otherwise, and ends with the step in which the
resident falls. What is otherwise only later than that cannot have spared them: such worlds are decided without being
lived.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import Final

import numpy as np

from glasstown.audit.life.fallen import TABLES, Columns, fallen_in
from glasstown.simulate.docket import NOT_IN_FORCE
from glasstown.simulate.grounds import STILL_OPEN
from glasstown.simulate.in_memory import World
from glasstown.simulate.rows import StepRows
from glasstown.simulate.span import Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import listings, spells
from glasstown.studies.lockstep import NEVER, Lockstep
from glasstown.studies.single_changes import Single, change_of

SMALL: Final = 3
"""Changes up to which every set within another is looked at; of larger sets those that were lived."""

Several = tuple[int, ...]
"""Some of the single changes, by their places, rising."""


class SparedWorlds:
    """The worlds of one question.

    Args:
        lockstep: the run.
        resident: whose life it is.
        singles: everything that can be otherwise.
    """

    def __init__(self, lockstep: Lockstep, resident: int, singles: tuple[Single, ...]) -> None:
        """Begin with the run itself: whether the resident falls, and in which step."""
        self.lockstep, self.resident, self.singles = lockstep, resident, singles
        self.from_day = lockstep.request.change.from_day
        self.begins = [lockstep.first_step(change_of((one,), self.from_day)) for one in singles]
        self.fell: dict[Several, int] = {}
        self.lived = 0
        self.fell[()] = self._live(())

    def decided(self, some: Several) -> bool:
        """Whether a world is known without being lived: one with less otherwise had ended before the rest begins."""
        if some not in self.fell and (step := self._by_less(some)) != NEVER:
            self.fell[some] = step
        return some in self.fell

    def spares(self, some: Several) -> bool:
        """Whether the resident is spared where some things are otherwise; lived where nothing else decides it."""
        if not self.decided(some):
            self.fell[some] = self._live(some)
            self.lived += 1
        return self.fell[some] == NEVER

    def _by_less(self, some: Several) -> int:
        """The step of the fall in a world with less otherwise, where all the rest begins later; else `NEVER`."""
        for less in self._within(some):
            step = self.fell.get(less, NEVER)
            if step != NEVER and all(self.begins[place] > step for place in some if place not in less):
                return step
        return NEVER

    def _within(self, some: Several) -> Iterable[Several]:
        if len(some) <= SMALL:
            return (less for size in range(len(some)) for less in combinations(some, size))
        return [less for less in self.fell if set(less) < set(some)]

    def _live(self, some: Several) -> int:
        """The step in which the resident falls, or `NEVER`."""
        asked = self.lockstep
        change = change_of(tuple(self.singles[place] for place in some), self.from_day)
        world, begun = asked.branch(change, asked.reach(frozenset({self.resident})))
        place, slot = _where(world, self.resident)
        world.town[place].kept[slot] = 1
        with ThreadPoolExecutor(max_workers=asked.request.threads) as pool:
            for span in asked.spans[begun.step :]:
                rows = world.live(span, pool)
                if self._fallen(world, world.town[place], slot, rows[place], span):
                    return span.step
        return NEVER

    def _fallen(self, world: World, stretch: Stretch, slot: int, rows: StepRows, span: Span) -> frozenset[int]:
        """The resident, where they have fallen by the end of a step, by what was written and what is still open."""
        names = self.lockstep.ledger.manifest.names
        written: dict[str, Columns] = {name: _mine(rows.tables[name], self.resident) for name in TABLES
                                       if name in rows.tables}  # fmt: skip
        opened = stretch.docket.opened[stretch.docket.opened["who"] == slot]
        opened = opened[opened["entry"] < span.end]
        until = np.minimum(opened["until"], span.end)
        since = stretch.docket.since[:, slot].astype(np.int64)
        who = np.array([slot])
        found = [(who, int(code), since[[code]]) for code in np.flatnonzero(since != NOT_IN_FORCE)]
        standing: dict[str, Columns] = {
            "listings": listings(stretch, opened, until, np.full(opened.size, STILL_OPEN)),
            "spells": spells(stretch, world.settings.world.consequences, found, span.end, still_open=True),
        }
        return fallen_in(names, written) | fallen_in(names, standing)


def _where(world: World, resident: int) -> tuple[int, int]:
    """The stretch of a resident by its place, and the slot in it."""
    for place, stretch in enumerate(world.town):
        if stretch.first <= resident < stretch.first + stretch.size:
            return place, resident - stretch.first
    message = f"resident {resident} lives in no stretch of the town"
    raise AssertionError(message)


def _mine(columns: Columns, resident: int) -> Columns:
    """The rows of one resident."""
    mine = columns["resident"] == resident
    return {name: column[mine] for name, column in columns.items()}
