"""Whether a folder holds the run that its numbers ask for. Asked before anything in it is gone on with."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from glasstown.ledger.model import Manifest
from glasstown.society.population import Population
from glasstown.vocab.errors import RunFolderError

_MUST_AGREE: Final = (
    ("kind", "world"),
    ("scheme", "scheme"),
    ("people", "size of town"),
    ("residents_lived", "residents lived"),
    ("seed", "seed"),
    ("replicate", "replicate"),
    ("start", "date of day 0"),
    ("step_days", "step"),
    ("steps", "number of steps"),
    ("horizon_days", "horizon in days"),
    ("score", "score"),
    ("further_scores", "further scores"),
    ("names", "names of acts, rules and grades"),
    ("kept", "residents kept"),
    ("without", "responses switched off"),
    ("change", "what is otherwise than in the run it is held against"),
)


def check_people(people: Population, manifest: Manifest, folder: Path) -> None:
    """Refuse a folder whose people are not the ones that its own numbers make.

    Raises:
        RunFolderError: they would come from elsewhere.
    """
    if people.digest != manifest.society.digest or people.spec_digest != manifest.society.spec_digest:
        raise RunFolderError(
            f"the people of {folder} are not the ones that its manifest computes to",
            where=str(folder),
            why="residents are made from the society and the seed alone; these would come from elsewhere",
            fix="run the scheme again into a new folder",
        )


def check_same_run(found: Manifest, expected: Manifest, folder: Path) -> None:
    """Refuse to go on with a world of another run: its rows and these would not belong together.

    Args:
        found: what the folder says about itself.
        expected: what the run that is gone on with would say there.
        folder: the folder of the world.

    Raises:
        RunFolderError: they differ; the error names in what.
    """
    differing = [words for name, words in _MUST_AGREE if getattr(found, name) != getattr(expected, name)]
    if found.versions.get("engine") != expected.versions.get("engine"):
        differing.append("version of the engine")
    if differing:
        raise RunFolderError(
            f"{folder} holds another run than the one to go on with",
            where=str(folder),
            why=f"they differ in: {', '.join(differing)}",
            fix="restore the folder from a copy, or run the scheme again into a new folder",
        )
