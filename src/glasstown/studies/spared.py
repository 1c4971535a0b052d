"""What would have spared a resident: the smallest set of single changes without which they would not have fallen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import comb
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from glasstown.audit.life.fallen import SPARED, fallen
from glasstown.audit.life.life import refuse_unkept
from glasstown.audit.life.names import Whose
from glasstown.ledger.reader import open_run
from glasstown.simulate.run import OnProgress, ShouldStop
from glasstown.studies.lockstep import Lockstep
from glasstown.studies.pair import same_engine
from glasstown.studies.single_changes import Gathered, Single, gather
from glasstown.studies.spared_search import Search, Stopped
from glasstown.studies.spared_worlds import SMALL, SparedWorlds
from glasstown.vocab.change import MOST_WORLDS_OF_A_LIFE
from glasstown.vocab.overridden import MOST

DID_NOT_FALL: Final = "this resident did not fall: there is nothing to be spared"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Spared:
    """What would have spared a resident, in the model.

    Attributes:
        run: the folder of the run.
        resident: whose life it is.
        sets: each a set that spares, by date; all of the smallest size, or one small set.
        is_smallest: whether no smaller set of the changes that were tried spares.
        tried: up to how many changes at once every set was tried.
        singles: every change that was tried.
        left_out: what is not among them, in words.
        worlds: worlds that were lived.
        reason: why there is no set, or why not every set was tried; None where there is nothing to say.
    """

    run: Path
    resident: int
    sets: tuple[tuple[Single, ...], ...] = ()
    is_smallest: bool = False
    tried: int = 0
    singles: tuple[Single, ...] = ()
    left_out: tuple[str, ...] = ()
    worlds: int = 0
    reason: str | None = None

    @property
    def has_fallen(self) -> bool:
        """Whether there was anything to be spared."""
        return self.reason != DID_NOT_FALL

    def to_plain(self) -> dict[str, Any]:
        """The answer as JSON holds it."""
        return {
            "definition": SPARED,
            "sets": [[one.to_plain() for one in found] for found in self.sets],
            "is_smallest": self.is_smallest,
            "every_set_tried_up_to": self.tried,
            "changes_tried": [one.to_plain() for one in self.singles],
            "not_among_them": list(self.left_out),
            "worlds_lived": self.worlds,
            "reason": self.reason,
        }


class Asked:
    """A question about one resident.

    Args:
        run: the folder of a finished run.
        number: the number of a resident whom the run kept.
        worlds: worlds that are lived at most, before a small set is looked for.

    Raises:
        RunFolderError: there is no such run or resident, or another version of the engine lived it.
    """

    def __init__(self, run: Path, number: int, worlds: int = MOST_WORLDS_OF_A_LIFE) -> None:
        """Read the run, and see whether there is anything to be spared."""
        self.base = open_run(run)
        refuse_unkept(self.base, number)
        same_engine(self.base)
        self.run, self.resident, self.most = run, number, worlds
        self.has_fallen = number in fallen(self.base)

    def answer(
        self, say: Say | None = None, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
    ) -> Spared | None:
        """Live the worlds that it takes; None where it was stopped.

        Args:
            say: told beforehand how many worlds there can be, and how long they take.
            on_progress: called after every world.
            should_stop: asked before every world.
        """
        if not self.has_fallen:
            return Spared(self.run, self.resident, reason=DID_NOT_FALL)
        began = perf_counter()
        lockstep = Lockstep(self.run)
        seconds = perf_counter() - began
        held = _that_can_be(gather(Whose(self.base, self.resident), lockstep.people), lockstep)
        if say:
            say(foretold(len(held.singles), self.most, seconds))
        worlds = SparedWorlds(lockstep, self.resident, held.singles)
        try:
            found = Search(worlds, self.most, on_progress, should_stop).run()
        except Stopped:
            return None
        sets = tuple(tuple(held.singles[place] for place in some) for some in found.sets)
        return Spared(
            self.run, self.resident, sets, found.is_smallest, found.tried, held.singles, held.left_out, worlds.lived,
            found.reason,
        )  # fmt: skip


def spared(run: Path, number: int, worlds: int = MOST_WORLDS_OF_A_LIFE) -> Spared:
    """Find the smallest set of single changes that would have spared a resident, in the model.

    Args:
        run: the folder of a finished run.
        number: the number of a resident whom the run kept.
        worlds: worlds that are lived at most, before a small set is looked for.

    Returns:
        All sets of the smallest size up to three; beyond that one small set; or why there is none.

    Raises:
        RunFolderError: there is no such run or resident, or another version of the engine lived it.
    """
    found = Asked(run, number, worlds).answer()
    if found is None:
        message = "nobody asked to stop"
        raise AssertionError(message)
    return found


def foretold(number: int, most: int, seconds: float) -> str:
    """How many worlds there can be, and how long they take, in words.

    Args:
        number: single changes that are to be tried.
        most: worlds that are lived at most, before a small set is looked for.
        seconds: that living the whole run once took.
    """
    sizes = [comb(number, size) for size in range(1, min(SMALL, number) + 1)]
    said = ", ".join(f"{count:,} of {size}" for size, count in enumerate(sizes, 1)) or "none"
    few = min(most, sum(sizes)) + number + 1
    return (
        f"single changes to try: {number:,}; sets of them: {said}. Each takes a world of about {seconds:.1f} s at "
        f"most, where none lived before decides it: at most {few:,} worlds, {few * seconds / 60:,.1f} minutes. "
        f"--worlds COUNT allows more than {most:,}"
    )


def _that_can_be(found: Gathered, lockstep: Lockstep) -> Gathered:
    """Those that come when the run may differ, and that one change can hold."""
    from_day, singles, left_out = lockstep.request.change.from_day, found.singles, found.left_out
    late = tuple(one for one in singles if one.made_day is None or one.made_day >= from_day)
    if len(late) < len(singles):
        left_out = (*left_out, f"what came before day {from_day:,}, until which this run is another one to the bit")
    if len(late) > MOST:
        left_out = (*left_out, f"what counted after the first {MOST} of these changes")
    return Gathered(late[:MOST], left_out)
