"""What is owed to what: sums of the ledger, worlds without single causes, and shares of several causes at once.

Without one cause a world differs by exactly what that cause did, alone and through everything that followed. Two causes
may each be enough, or need each other, so such differences need not add up. The shares of several causes do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np

from glasstown.audit.owed import BURDEN, POINTS, Account, accounts_of
from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.ledger.reader import Ledger, open_run
from glasstown.scheme.model import Scheme
from glasstown.simulate.change_faults import check_change, names_of_kind, ties_felt
from glasstown.simulate.plan import PlanError, RunRequest
from glasstown.simulate.request import request_of
from glasstown.simulate.run import OnProgress, ShouldStop
from glasstown.studies.pair import same_engine
from glasstown.studies.shapley import MOST, Shares
from glasstown.studies.switched_worlds import OUTCOMES, SwitchedWorlds, World
from glasstown.vocab.arrays import I64
from glasstown.vocab.change import Change
from glasstown.vocab.errors import Diagnostic

UNITS: Final = {POINTS: "thousandths of a point", BURDEN: "days"}
ERRORS: Final = ("false-sightings", "wrong-persons", "delay")


@dataclass(frozen=True, slots=True)
class Single:
    """What one cause did to one outcome: the run less the world without it.

    Attributes:
        cause: as it is written.
        outcome: one of `OUTCOMES`.
        owed: (residents,) the difference of each.
        direct: of all, what befell residents whom the cause touched itself; None where it is everybody's.
    """

    cause: str
    outcome: str
    owed: I64
    direct: int | None

    @property
    def total(self) -> int:
        """The difference of all residents together."""
        return int(self.owed.sum())

    @property
    def spill_over(self) -> int | None:
        """What reached the others."""
        return None if self.direct is None else self.total - self.direct


@dataclass(frozen=True, slots=True)
class Joint:
    """What several causes did to one outcome together: their shares add up to the whole, and with the rest to the run.

    Attributes:
        causes: as they are written.
        outcome: one of `OUTCOMES`.
        times: n!; shares are so many times what they are, and whole numbers.
        parts: (causes, residents) the shares.
        rest: (residents,) what is there without any of them: owed to own acts, truly and in time recorded.
        whole: (residents,) what the run has.
    """

    causes: tuple[str, ...]
    outcome: str
    times: int
    parts: I64
    rest: I64
    whole: I64

    @property
    def adds_up(self) -> bool:
        """Whether the shares and the rest are exactly the run, of every resident."""
        return bool(np.array_equal(self.parts.sum(axis=0), self.times * (self.whole - self.rest)))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Everything that is known of a run's causes."""

    base: Ledger
    accounts: tuple[Account, ...]
    singles: tuple[Single, ...]
    joints: tuple[Joint, ...]
    worlds: int
    resident: int | None = None
    """Of whom alone it is told; None for everybody."""


class Asked:
    """A question about the causes of a run: which worlds it needs, before any is lived.

    Args:
        run: the folder of a finished run.
        causes: causes that are switched off one by one and share what they do; by default `usual_causes`.
        each: switch off every rule and every response by itself as well.
        joint: live every combination of the causes.

    Raises:
        RunFolderError: there is no such run, or another version of the engine lived it.
        PlanError: a cause is not there, or there are too many to share.
    """

    def __init__(self, run: Path, causes: tuple[str, ...] = (), *, each: bool = False, joint: bool = False) -> None:
        """Read the run, and see what it takes."""
        self.base = open_run(run)
        same_engine(self.base)
        self.request: RunRequest = request_of(run, self.base.manifest)
        scheme = self.request.scheme
        _check_scheme(scheme, run)
        chosen = causes or (usual_causes(scheme) if scheme else ())
        self.causes: tuple[str, ...] = Change(chosen).without
        more = (*_each(scheme), *self.causes) if each and scheme else self.causes
        self.singly: tuple[str, ...] = tuple(dict.fromkeys(more))
        check_change(replace(self.request, change=Change(self.singly, self.request.change.from_day)))
        if joint and len(self.causes) > MOST:
            _refuse_many(len(self.causes))
        self.joint = joint
        self.worlds = SwitchedWorlds(self.base, self.request)

    def without(self, causes: tuple[str, ...]) -> Change:
        """The world without some causes, from the day on which the run itself differs from another, if it does."""
        return Change(causes, self.request.change.from_day)

    @property
    def changes(self) -> list[Change]:
        """Every world that is asked for, beside the run."""
        found = [self.without((cause,)) for cause in self.singly]
        if self.joint:
            sizes = range(1, len(self.causes) + 1)
            found += [self.without(off) for size in sizes for off in combinations(self.causes, size)]
        return list(dict.fromkeys(found))

    @property
    def cost(self) -> str:
        """What is to be lived, in words."""
        every, todo = len(self.changes), len(self.worlds.missing(self.changes))
        kept = f"; {every - todo:,} of them are done already" if todo < every else ""
        return (
            f"{every:,} worlds of {self.request.people:,} residents and {self.request.steps:,} steps, each about as"
            f" long as the run itself{kept}"
        )

    def answer(
        self, resident: int | None = None, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
    ) -> Attribution | None:
        """Live what is missing, and attribute; None where it was stopped, and can be asked again.

        Args:
            resident: of whom alone to tell; None for everybody.
            on_progress: called after every step.
            should_stop: asked before every step.
        """
        _check_resident(resident, self.base)
        if not self.worlds.live(self.changes, on_progress, should_stop):
            return None
        base = self.worlds.of(Change())
        singles = [
            _single(cause, place, base, self.worlds.of(self.without((cause,))))
            for place in range(len(OUTCOMES)) for cause in self.singly
        ]  # fmt: skip
        joints = self._shares() if self.joint else ()
        accounts = accounts_of(self.base, resident)
        return Attribution(self.base, accounts, tuple(singles), joints, 1 + len(self.changes), resident)

    def _shares(self) -> tuple[Joint, ...]:
        number, people = len(self.causes), self.request.people
        shares = [Shares(number, people) for _ in OUTCOMES]
        for there in range(1 << number):
            off = tuple(cause for place, cause in enumerate(self.causes) if not there >> place & 1)
            world = self.worlds.of(self.without(off))
            for place, one in enumerate(shares):
                one.add(there, world.sums[place])
        return tuple(
            Joint(self.causes, outcome, one.times, one.parts, one.rest, one.whole)
            for (outcome, _), one in zip(OUTCOMES, shares, strict=True)
        )


def attribute(
    run: Path, causes: tuple[str, ...] = (), *, each: bool = False, joint: bool = False, resident: int | None = None
) -> Attribution:
    """Say what points and days under consequences are owed to: by the ledger, and by worlds without causes.

    Args:
        run: the folder of a finished run.
        causes: as for `gt.Change`; by default errors of sources, each kind of ties, and all responses.
        each: every rule and every response by itself as well.
        joint: shares of the causes together, from every combination of them; at most eight.
        resident: of whom alone to tell; None for everybody.

    Raises:
        RunFolderError: there is no such run, or another version of the engine lived it.
        PlanError: a cause or resident is not there, or there are too many causes.
    """
    found = Asked(run, causes, each=each, joint=joint).answer(resident)
    if found is None:
        message = "nobody asked to stop"
        raise AssertionError(message)
    return found


def usual_causes(scheme: Scheme) -> tuple[str, ...]:
    """Errors of sources, each kind of ties along which anything is felt (many of them in one), and all responses."""
    ties = [f"ties:{kind}" for kind in ties_felt(scheme)]
    room = MOST - len(ERRORS) - 1
    return (*ERRORS, *(ties if len(ties) <= room else ["association"]), "response:*")


def _each(scheme: Scheme) -> tuple[str, ...]:
    rules = (f"rule:{name}" for name in names_of_kind("rule", scheme))
    return (*rules, *(f"response:{name}" for name in RESPONSE_IDS))


def _single(cause: str, place: int, base: World, other: World) -> Single:
    owed = base.sums[place] - other.sums[place]
    direct = None if other.touched is None else int(owed[other.touched].sum())
    return Single(cause, OUTCOMES[place][0], owed, direct)


def _check_scheme(scheme: Scheme | None, run: Path) -> None:
    if scheme is None:
        raise PlanError((Diagnostic(
            "WIF-nothing", "nothing is there to be attributed", "this is the world without a scheme",
            "name a run that lives under a scheme", where=str(run)),))  # fmt: skip


def _refuse_many(number: int) -> None:
    raise PlanError((Diagnostic(
        "WIF-causes", f"{number} causes cannot share what they do", f"that would take 2 to the {number}th worlds",
        f"name at most {MOST} causes; association is all ties in one, response:* all responses",
        where="--without"),))  # fmt: skip


def _check_resident(resident: int | None, base: Ledger) -> None:
    if resident is not None and not 0 <= resident < base.manifest.people:
        raise PlanError((Diagnostic(
            "WIF-resident", f"there is no resident {resident:,}", "residents are told by their numbers",
            f"name one from 0 to {base.manifest.people - 1:,}", where="--resident"),))  # fmt: skip
