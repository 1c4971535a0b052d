"""State of a world as arrays, and back: what a stopped run goes on from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from glasstown.simulate.district import STATE, District
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.errors import RunFolderError


def state_arrays(districts: Sequence[District]) -> dict[str, AnyArray]:
    """Everything that changes, of all districts one after the other."""
    arrays = {name: np.concatenate([column_of(d, name) for d in districts]) for name in STATE}
    arrays["tally"] = np.concatenate([d.scores.tally for d in districts], axis=1)
    arrays["agenda_rows"] = np.array([d.used for d in districts], dtype=np.int64)
    arrays["agenda"] = np.concatenate([d.agenda[: d.used] for d in districts])
    return arrays


def restore(districts: Sequence[District], arrays: Mapping[str, Any]) -> None:
    """Put a checkpoint's state back into freshly laid out districts.

    Raises:
        RunFolderError: the checkpoint is of another town.
    """
    if int(arrays["score"].size) != sum(d.size for d in districts) or arrays["agenda_rows"].size != len(districts):
        raise RunFolderError(
            "the checkpoint belongs to another town",
            why="its columns have another length than the residents computed from the manifest",
            fix="run the scheme again into a new folder",
        )
    resident = row = 0
    for d, used in zip(districts, arrays["agenda_rows"].tolist(), strict=True):
        for name in STATE:
            column_of(d, name)[:] = arrays[name][resident : resident + d.size]
        d.scores.tally[:] = arrays["tally"][:, resident : resident + d.size]
        d.agenda = arrays["agenda"][row : row + used].copy()
        d.used = used
        resident += d.size
        row += used


def column_of(district: District, name: str) -> AnyArray:
    """One column of state by name."""
    holder = district.scores if name in {"score", "open_sum"} else district
    column: AnyArray = getattr(holder, name)
    return column
