"""The causal cone of a change: whom it reaches, when first, how far, and how many ties away, at three radii."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from glasstown.ledger.reader import Ledger
from glasstown.society.distance import OUT_OF_REACH, ties_away
from glasstown.studies.lockstep import NEVER, Lockstep, Walked
from glasstown.studies.nearby import residents_named
from glasstown.vocab.arrays import I16, I32, I64
from glasstown.vocab.change import Change

RADII: Final = (
    ("bits", "any bit of their state"),
    ("points", "a score, by a point or more"),
    ("life", "their life: an act, a grade, a list or a consequence"),
)
"""What differs of somebody within each radius, from the widest to the narrowest that matters to them."""


FAR: Final = 3
"""Ties away that are not told apart any more."""


@dataclass(frozen=True, slots=True)
class Radius:
    """Everybody whom a change reaches within one radius.

    Attributes:
        id, says: which of `RADII`.
        residents: their numbers, rising.
        first_day: of each, the first day of the step in which anything within the radius differed.
        ties: of each, ties from the nearest of those with whom it begins; `OUT_OF_REACH` where none lead there.
        milli: of each, thousandths of a point by which scores were apart, the most at the end of any step.
    """

    id: str
    says: str
    residents: I64
    first_day: I32
    ties: I16
    milli: I64

    def at(self, ties: int) -> int:
        """How many of them are so many ties away."""
        return int((self.ties == ties).sum())

    @property
    def further(self) -> int:
        """How many are three ties away, or more."""
        return int((self.ties >= FAR).sum())

    def to_plain(self) -> dict[str, Any]:
        """The radius as JSON holds it."""
        columns = (self.residents, self.first_day, self.ties, self.milli)
        return {
            "says": self.says,
            "residents": [
                {"resident": who, "first_day": day, "ties": None if ties == OUT_OF_REACH else ties, "milli": milli}
                for who, day, ties, milli in zip(*(column.tolist() for column in columns), strict=True)
            ],
        }


@dataclass(frozen=True, slots=True)
class Cone:
    """A change of a run, and the three radii of what it reaches."""

    run: Path
    people: int
    change: Change
    radii: tuple[Radius, ...]
    digest: str
    """That of the changed world."""

    def to_plain(self) -> dict[str, Any]:
        """The cone as one JSON object."""
        return {
            "run": str(self.run), "without": list(self.change.without),
            "with": list(self.change.added), "from_day": self.change.from_day,
            "pair_digest": self.digest, "people": self.people,
            "radii": {radius.id: radius.to_plain() for radius in self.radii},
        }  # fmt: skip


def cone(run: Path | Lockstep, change: Change) -> Cone:
    """Find whom a change reaches, by living the run and the changed world side by side in memory.

    Args:
        run: the folder of a finished run; or a `Lockstep` of it, which lives it once for however many changes.
        change: what is otherwise.

    Raises:
        RunFolderError: there is no such run, or it does not come to its digest again.
        PlanError: the change names what is not there; all of it at once.
    """
    lockstep = run if isinstance(run, Lockstep) else Lockstep(run)
    walked = lockstep.walk(change)
    away = ties_away(lockstep.people, _begins_with(lockstep.ledger, change, walked))
    radii = tuple(
        _radius(id_, says, days, away, walked)
        for (id_, says), days in zip(RADII, (walked.bits, walked.points, walked.life), strict=True)
    )
    return Cone(lockstep.ledger.folder, lockstep.people.people, change, radii, walked.digests[0])


def _begins_with(ledger: Ledger, change: Change, walked: Walked) -> I64:
    """From whom ties are counted: those whom the addresses that were changed are about; else those reached first."""
    if named := residents_named(ledger, change):
        return np.array(sorted(named), np.int64)
    reached = np.flatnonzero(walked.bits != NEVER)
    return np.flatnonzero(walked.bits == walked.bits[reached].min()) if reached.size else reached


def _radius(id_: str, says: str, days: I32, away: I16, walked: Walked) -> Radius:
    who = np.flatnonzero(days != NEVER)
    return Radius(id_, says, who, days[who], away[who], walked.milli[who])
