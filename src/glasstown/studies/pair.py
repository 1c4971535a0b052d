"""A run beside a world with the same people and the same luck in which one thing is otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from glasstown.audit.changed_lives import touched, unchanged_share
from glasstown.audit.contract import Finding
from glasstown.audit.effects import Effect, effects
from glasstown.compiled.untied import ties_asked_about
from glasstown.ledger.manifest import FILE, read_manifest
from glasstown.ledger.model import SEALED
from glasstown.ledger.model_change import ChangeFacts
from glasstown.ledger.reader import Ledger, open_run
from glasstown.simulate.change_faults import check_change
from glasstown.simulate.changed import with_change
from glasstown.simulate.facts import engine_digest
from glasstown.simulate.plan import PlanError
from glasstown.simulate.request import request_of
from glasstown.simulate.run import OnProgress, ShouldStop, live, resume
from glasstown.studies.appeals_named import check_appeals
from glasstown.studies.coupling import Coupling, coupling_of, not_asked
from glasstown.studies.sightings_named import check_sightings
from glasstown.vocab.change import Change
from glasstown.vocab.errors import Diagnostic, PairError, RunFolderError
from glasstown.vocab.tie_kinds import kinds_off


@dataclass(frozen=True, slots=True)
class Pair:
    """A run and its changed world, both sealed, and what is different in them."""

    base: Ledger
    other: Ledger
    change: Change
    effects: tuple[Effect, ...]
    unchanged: Finding
    coupling: Coupling

    @property
    def is_same(self) -> bool:
        """Whether both worlds are the same to the last bit."""
        return self.base.manifest.digest == self.other.manifest.digest

    def to_plain(self) -> dict[str, Any]:
        """The pair as one JSON object."""
        return {
            "run": str(self.base.folder),
            "pair": str(self.other.folder),
            "without": list(self.change.without),
            "with": list(self.change.added),
            "from_day": self.change.from_day,
            "digest": self.base.manifest.digest,
            "pair_digest": self.other.manifest.digest,
            "same": self.is_same,
            "unchanged": self.unchanged.to_plain(),
            "coupling": self.coupling.to_plain(),
            "effects": {
                one.id: {
                    "unit": one.unit, "run": one.base, "pair": one.other, "total": one.total, "direct": one.direct,
                    "spill_over": one.spill_over, "residents_with_less": one.better, "residents_with_more": one.worse,
                }
                for one in self.effects
            },
        }  # fmt: skip


def pair(
    run: Path,
    change: Change,
    *,
    out: Path | None = None,
    diagnostic: int = 0,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> Pair | None:
    """Live the same people with the same luck in a world that differs from a run in one thing.

    A change of a change is composed: held against a pair, both hold. A pair that was lived before is read again.

    Args:
        run: the folder of a finished run.
        change: what is otherwise.
        out: the folder of the changed world; by default beside the run, named after the change.
        diagnostic: how many small pairs with other people and other luck to live, for the variance ratio.
        on_progress: called after every step.
        should_stop: asked before every step.

    Returns:
        Both worlds and what is different in them; None where it was stopped, and can be gone on with.

    Raises:
        RunFolderError: there is no such run, it is unfinished, damaged or of another engine, or `out` holds
            something else.
        PlanError: the change names what is not there; all of it at once.
    """
    base = open_run(run)
    same_engine(base)
    request = request_of(run, base.manifest)
    check_change(replace(request, change=change))
    check_sightings(base, change)
    check_appeals(base, change)
    whole = _composed(request.change, change)
    folder = out or run.parent / f"{run.name}.{change.slug}"
    facts = ChangeFacts(whole.without, whole.from_day, base.manifest.digest, whole.added)
    status = _found(folder, facts)
    if status != SEALED:
        changed = with_change(replace(request, baseline="none", out=folder), whole, base.manifest.digest)
        go_on = partial(resume, folder) if status else partial(live, changed)
        outcome = go_on(on_progress=on_progress, should_stop=should_stop)
        if outcome.stopped:
            return None
    other = open_run(folder)
    found = compare(base, other, change)
    if not diagnostic:
        return found
    apart = coupling_of(request, whole, change, pairs=diagnostic, should_stop=should_stop, on_progress=on_progress)
    return replace(found, coupling=apart)


def _composed(before: Change, change: Change) -> Change:
    """Both changes at once, where the run that is paired differs from another one itself."""
    if before and change and before.from_day != change.from_day:
        where = f"--from-day {change.from_day}"
        message = f"the run that is paired differs from another since day {before.from_day:,} already"
        why = "all that is otherwise in a world is so from one day on"
        fix = f"pair it from day {before.from_day:,}, or pair the run that it is held against"
        raise PlanError((Diagnostic("WIF-day", message, why, fix, where=where),))
    return before.then(change)


def compare(base: Ledger, other: Ledger, change: Change) -> Pair:
    """What is different in two worlds with the same people and luck.

    Raises:
        PairError: they are no pair; told in what.
    """
    if faults := _apart(base, other):
        raise PairError(
            f"{base.folder} and {other.folder} cannot be held against each other",
            where=str(other.folder),
            why="; ".join(faults),
            fix="pair runs of the same people, luck, step and scheme text",
        )
    whom = touched(base, other, change, of_everybody=of_everybody(base, change))
    return Pair(
        base, other, change, effects(base, other, whom), unchanged_share(base, other), not_asked(base.manifest.people)
    )


def of_everybody(base: Ledger, change: Change) -> bool:
    """Whether formulas of everybody ask about ties that are switched off."""
    scheme = request_of(base.folder, base.manifest).scheme if kinds_off(change) else None
    return scheme is not None and bool(ties_asked_about(scheme) & kinds_off(change))


def _apart(base: Ledger, other: Ledger) -> list[str]:
    """In what two worlds differ that must not differ in a pair."""
    one, two = base.manifest, other.manifest
    held = (
        ("people", one.society.digest, two.society.digest),
        ("size of town", one.people, two.people),
        ("seed", one.seed, two.seed),
        ("replicate", one.replicate, two.replicate),
        ("step", one.step_days, two.step_days),
        ("horizon in days", one.horizon_days, two.horizon_days),
        ("date of day 0", one.start, two.start),
        ("scheme", one.scheme, two.scheme),
        ("responses switched off in both worlds", one.without, two.without),
        ("residents kept", one.kept, two.kept),
    )
    return [f"{words}: {mine} and {theirs}" for words, mine, theirs in held if mine != theirs]


def same_engine(base: Ledger) -> None:
    """Refuse a run that another version of the engine lived: its luck would be the same and its rules might not."""
    if base.manifest.versions.get("engine") != engine_digest():
        raise RunFolderError(
            f"{base.folder} was lived by another version of the engine",
            where=str(base.folder),
            why="a world lived by this one would differ by more than the change",
            fix="run the scheme again, and pair that run",
        )


def _found(folder: Path, facts: ChangeFacts) -> str:
    """The status of the world that a folder holds, if it is the one asked for; empty where nothing is there."""
    if not (folder / FILE).exists():
        return ""
    found = read_manifest(folder)
    if found.change != facts:
        raise RunFolderError(
            f"{folder} holds another world than the one asked for",
            where=str(folder),
            why="a run folder holds one run, and nothing is overwritten",
            fix="name a folder that is absent or empty with --out, or remove this one",
        )
    return found.status
