"""Worlds that are looked at together: one with the scheme, and its pair without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from glasstown.ledger.model import Manifest
from glasstown.ledger.model_names import Names
from glasstown.ledger.reader import Ledger, open_run
from glasstown.vocab.errors import PairError
from glasstown.vocab.organisation_acts import is_declared
from glasstown.vocab.wording import quoted

_MUST_AGREE = (
    ("people", "size of town"),
    ("seed", "seed"),
    ("replicate", "replicate"),
    ("step_days", "step"),
    ("horizon_days", "horizon in days"),
    ("start", "date of day 0"),
    ("without", "responses switched off"),
)


@dataclass(frozen=True, slots=True)
class Worlds:
    """The world under a scheme and, where it was lived, the same people with the same luck without it."""

    scheme: Ledger
    baseline: Ledger | None


def open_worlds(folder: Path) -> Worlds:
    """Open a run folder and the paired world inside it.

    Raises:
        RunFolderError: one of them is missing, unfinished, damaged or touched.
        PairError: the two are no pair.
    """
    scheme = open_run(folder)
    return pair(scheme, scheme.baseline())


def pair(scheme: Ledger, baseline: Ledger | None) -> Worlds:
    """Put two worlds side by side.

    Raises:
        PairError: they differ in people, luck or step, so that a difference would mean nothing.
    """
    if baseline is not None and (faults := differences(scheme.manifest, baseline.manifest)):
        raise PairError(
            f"{scheme.folder} and {baseline.folder} cannot be compared",
            where=str(baseline.folder),
            why="; ".join(faults),
            fix="compare runs of the same town, seed and step, or run the scheme again with its paired world",
        )
    return Worlds(scheme, baseline)


def differences(one: Manifest, other: Manifest) -> list[str]:
    """In what two worlds differ that must not differ in a pair."""
    faults = [] if other.kind == "none" else ["scheme: the paired world lives under one too"]
    faults += [
        f"{word}: {getattr(one, name)} and {getattr(other, name)}"
        for name, word in _MUST_AGREE
        if getattr(one, name) != getattr(other, name)
    ]
    missing = sorted(_declared(one.names) - _declared(other.names))
    if missing:
        named = ", ".join(quoted(name) for _, name in missing)
        faults.append(f"acts: the scheme's file declares {named}, which the paired world does not live")
    if one.society.spec_digest != other.society.spec_digest:
        faults.append("society: another specification")
    elif one.residents_lived == other.residents_lived and one.society.digest != other.society.digest:
        faults.append("society: other people")
    return faults


def _declared(names: Names) -> set[tuple[int, str]]:
    """Acts that a scheme's file declares, with their numbers."""
    return {(row.code, row.id) for row in names.acts if is_declared(row.code)}
