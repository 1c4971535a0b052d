"""State of a world as arrays, and back: what a stopped run goes on from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from glasstown.simulate.stretch import STATE, Stretch, refresh
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.errors import RunFolderError


def state_arrays(town: Sequence[Stretch]) -> dict[str, AnyArray]:
    """Everything that changes, of all stretches one after the other; agenda rows go by resident."""
    arrays = {name: np.concatenate([column_of(s, part, name) for s in town]) for part, name in STATE}
    arrays["carried"] = np.concatenate([s.carried for s in town], axis=1)
    arrays["tally"] = np.concatenate([s.scores.tally for s in town], axis=1)
    arrays["agenda"] = np.concatenate([s.agenda[: s.used] for s in town])
    arrays["agenda_of"] = np.concatenate([s.agenda["who"][: s.used].astype(np.uint32) + s.first for s in town])
    return arrays


def restore(town: Sequence[Stretch], arrays: Mapping[str, Any]) -> None:
    """Put a checkpoint's state back into freshly laid out stretches, however the town was cut then.

    Raises:
        RunFolderError: the checkpoint is of another town.
    """
    if int(arrays["score"].size) != sum(s.size for s in town):
        raise RunFolderError(
            "the checkpoint belongs to another town",
            why="its columns have another length than the residents computed from the manifest",
            fix="run the scheme again into a new folder",
        )
    resident = district = 0
    for stretch in town:
        for part, name in STATE:
            column_of(stretch, part, name)[:] = arrays[name][resident : resident + stretch.size]
        stretch.scores.tally[:] = arrays["tally"][:, resident : resident + stretch.size]
        here = (arrays["agenda_of"] >= stretch.first) & (arrays["agenda_of"] < stretch.first + stretch.size)
        stretch.agenda = arrays["agenda"][here]
        stretch.agenda["who"] = arrays["agenda_of"][here] - stretch.first
        stretch.used = stretch.agenda.size
        districts = stretch.carried.shape[1]
        stretch.carried[:] = arrays["carried"][:, district : district + districts]
        district += districts
        refresh(stretch)
        resident += stretch.size


def column_of(stretch: Stretch, part: str, name: str) -> AnyArray:
    """One column of state by the part of a stretch it stands in, and its name."""
    column: AnyArray = getattr(getattr(stretch, part) if part else stretch, name)
    return column
