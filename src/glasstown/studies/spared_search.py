"""The search through sets of single changes, smallest first, and beyond three for one small set.

A set is tried in its own world, or decided by a world with less otherwise that had ended before the rest begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from time import perf_counter
from typing import Final

from glasstown.simulate.plan import Progress
from glasstown.simulate.run import OnProgress, ShouldStop
from glasstown.studies.spared_worlds import SMALL, Several, SparedWorlds
from glasstown.vocab.overridden import SIGHTING, UPHELD

NOTHING_TO_TRY: Final = (
    "no record, no tie and no refused appeal that could be otherwise stands behind it: there was nothing to try"
)


class Stopped(Exception):  # noqa: N818  no fault
    """Somebody asked to stop."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to.

    Attributes:
        sets: sets that spare, by place: all of the smallest size, or one that is small.
        is_smallest: whether no smaller set spares.
        tried: up to how many changes at once every set was tried.
        reason: why there is none, or why not every set was tried; None where there is nothing to say.
    """

    sets: tuple[Several, ...]
    is_smallest: bool
    tried: int
    reason: str | None = None


class Search:
    """One search.

    Args:
        worlds: the worlds of the question.
        most: worlds that are lived at most, before a small set is looked for.
        on_progress: called after every world, which counts as a step.
        should_stop: asked before every world.
    """

    def __init__(
        self,
        worlds: SparedWorlds,
        most: int,
        on_progress: OnProgress | None = None,
        should_stop: ShouldStop | None = None,
    ) -> None:
        """Begin with nothing tried."""
        self.worlds, self.most = worlds, most
        self._tell, self._stop = on_progress, should_stop
        self._began = perf_counter()

    def run(self) -> Found:
        """Try every set of one, two and three, and then look for a small one.

        Raises:
            Stopped: somebody asked to stop.
        """
        number = len(self.worlds.singles)
        if not number:
            return Found((), is_smallest=False, tried=0, reason=NOTHING_TO_TRY)
        for size in range(1, min(SMALL, number) + 1):
            todo = [some for some in self._sets(size) if not self.worlds.decided(some)]
            if self.worlds.lived + len(todo) > self.most:
                why = f"sets of {size} were not tried: they take {len(todo):,} worlds more than --worlds allows"
                return self._small(size - 1, why)
            if found := self._those_that_spare(todo, size):
                return Found(found, is_smallest=True, tried=size)
        return self._small(min(SMALL, number), None)

    def _sets(self, size: int) -> list[Several]:
        """Every set of a size that says one thing of each record: a look never made, or its appeal upheld."""
        return [some for some in combinations(range(len(self.worlds.singles)), size) if self._once(some) == some]

    def _once(self, some: Several) -> Several:
        """A set without the appeals against records that are never made in it."""
        singles = self.worlds.singles
        never = {singles[place].name for place in some if singles[place].kind == SIGHTING}
        return tuple(place for place in some if singles[place].kind != UPHELD or singles[place].name not in never)

    def _those_that_spare(self, todo: list[Several], size: int) -> tuple[Several, ...]:
        """Every one of some sets that spares, by date."""
        return tuple(some for done, some in enumerate(todo) if self._spares(some, f"sets of {size}", done, len(todo)))

    def _spares(self, some: Several, of: str, done: int, every: int) -> bool:
        if self._stop and self._stop():
            raise Stopped
        found = self.worlds.spares(some)
        if self._tell:
            self._tell(Progress(of, done + 1, every, perf_counter() - self._began))
        return found

    def _small(self, tried: int, why: str | None) -> Found:
        """One small set: everything at once, less what is not needed, the latest put back first."""
        whole = self._once(tuple(range(len(self.worlds.singles))))
        of, every = "a small set", len(whole) + 1
        if len(whole) <= tried or not self._spares(whole, of, 0, every):
            return Found((), is_smallest=False, tried=tried, reason=why)
        kept = whole
        for done, place in enumerate(reversed(whole), 1):
            less = tuple(one for one in kept if one != place)
            kept = less if self._spares(less, of, done, every) else kept
        return Found((kept,), is_smallest=len(kept) == tried + 1, tried=tried, reason=why)
