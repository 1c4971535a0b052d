"""Which repair would have helped: every rung of the ladder by itself and all together, over the same people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Metric, Undefined
from glasstown.scheme.model import Scheme
from glasstown.simulate.change_faults import change_faults
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import ShouldStop
from glasstown.studies.differences import difference
from glasstown.studies.intervals import Estimate, estimate
from glasstown.studies.ladder import LADDER, Repair, Repaired, all_together
from glasstown.studies.replicates import Counted, HowFar
from glasstown.studies.side_by_side import Form, counted_forms
from glasstown.vocab.change import NOTHING

AS_IT_IS, TOGETHER = "as-it-is", "together"
CODES: Final = ("M01", "M15", "M16", "M19", "M26", "M40")
"""Metrics that are told of each rung: the headline five, and who is punished at all."""

NOTHING_TO_REPAIR: Final = "the scheme has nothing of this kind to repair"
CHANGES_NOTHING: Final = "it changes nothing here: every count is the same as without it"


@dataclass(frozen=True, slots=True)
class Told:
    """One metric after a repair: what it is, and how far from what it was."""

    metric: Metric
    after: Estimate
    apart: Estimate | None
    """None of the scheme as it is."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung as lived.

    Attributes:
        id: its name.
        says: what it does.
        punished: residents punished in all worlds together; None where it was not lived.
        told: metrics; none where it was not lived.
        word: that there was nothing to repair, or that it changed nothing; else "".
    """

    id: str
    says: str
    punished: int | None
    told: tuple[Told, ...]
    word: str = ""

    def to_plain(self) -> dict[str, Any]:
        """The rung as one JSON object."""
        return {
            "id": self.id, "says": self.says, "punished": self.punished, "word": self.word,
            "findings": {one.metric.code: _plain(one) for one in self.told},
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ladder:
    """All rungs of one scheme, the first of them the scheme as it is."""

    scheme: Scheme
    people: int
    days: int
    worlds: int
    rungs: tuple[Rung, ...]

    def to_plain(self) -> dict[str, Any]:
        """The ladder as one JSON object."""
        return {
            "scheme": self.scheme.id, "people": self.people, "days": self.days, "worlds": self.worlds,
            "rungs": [one.to_plain() for one in self.rungs],
        }  # fmt: skip


def repair(
    request: RunRequest,
    worlds: int,
    *,
    processes: int = 1,
    on_progress: Callable[[HowFar], None] | None = None,
    should_stop: ShouldStop | None = None,
) -> Ladder | None:
    """Try every rung of the ladder on a scheme.

    Args:
        request: the scheme and the town.
        worlds: how many worlds of each rung.
        processes: worlds that are lived at the same time.
        on_progress: called after every world.
        should_stop: asked between worlds.

    Returns:
        What each rung removes and what remains; None where it was stopped.
    """
    scheme = request.scheme
    if scheme is None:
        raise ValueError("there is no scheme to repair")
    done = {rung: _possible(request, rung.carry_out(scheme)) for rung in LADDER}
    usable = [rung for rung, one in done.items() if one]
    forms: dict[str, Form] = {AS_IT_IS: (request, NOTHING)}
    forms |= {rung.id: (replace(request, scheme=one.scheme), one.change) for rung, one in done.items() if one}
    if len(usable) > 1:
        whole = all_together(scheme, usable)
        forms[TOGETHER] = (replace(request, scheme=whole.scheme), whole.change)
    counted = counted_forms(
        forms, worlds, CODES, processes=processes, on_progress=on_progress, should_stop=should_stop
    )  # fmt: skip
    if counted is None:
        return None
    base = counted[AS_IT_IS]
    rungs = [_rung(AS_IT_IS, "the scheme as it is", base, None)]
    rungs += [_lived_or_not(rung, counted.get(rung.id), base) for rung in LADDER]
    if TOGETHER in counted:
        rungs.append(_rung(TOGETHER, "all of these together", counted[TOGETHER], base))
    return Ladder(scheme, request.people, request.days, worlds, tuple(rungs))


def _possible(request: RunRequest, done: Repaired | None) -> Repaired | None:
    """A repair that can be lived; None where its change names what this scheme has not."""
    if done is None or not done.change:
        return done
    return None if change_faults(replace(request, scheme=done.scheme, change=done.change)) else done


def _lived_or_not(rung: Repair, counted: Sequence[Counted] | None, base: Sequence[Counted]) -> Rung:
    if counted is None:
        return Rung(rung.id, rung.says, None, (), NOTHING_TO_REPAIR)
    return _rung(rung.id, rung.says, counted, base)


def _rung(name: str, says: str, counted: Sequence[Counted], base: Sequence[Counted] | None) -> Rung:
    told: list[Told] = []
    for metric in HARMS:
        if metric.code not in CODES:
            continue
        mine = [one for each in counted if not isinstance(one := each[metric.code], Undefined)]
        theirs = [one for each in base or () if not isinstance(one := each[metric.code], Undefined)]
        if len(mine) == len(counted):
            apart = difference(metric, theirs, mine) if base and len(theirs) == len(mine) else None
            told.append(Told(metric, estimate(metric, mine), apart))
    punished = sum(int(n) for each in counted for name, n in _counts(each).items() if name.startswith("punished/"))
    same = base is not None and all(one == other for one, other in zip(counted, base, strict=True))
    return Rung(name, says, punished, tuple(told), CHANGES_NOTHING if same else "")


def _counts(counted: Counted) -> dict[str, float]:
    found = counted["M01"]
    return {} if isinstance(found, Undefined) else dict(found)


def _plain(one: Told) -> dict[str, Any]:
    apart = one.apart
    return {
        "slug": one.metric.slug, "value": one.after.figure.value, "unit": one.metric.unit, "n": one.after.figure.n,
        "reason": one.after.figure.reason, "interval": one.after.interval,
        "difference": apart.figure.value if apart else None,
        "difference_interval": apart.interval if apart else None,
    }  # fmt: skip
