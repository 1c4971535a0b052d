"""State of a world as arrays, and back: what a stopped run goes on from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from glasstown.simulate.organised_rows import OF_ORGANISATIONS, state_of
from glasstown.simulate.stretch import STATE, Stretch, refresh
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.errors import RunFolderError
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD
from glasstown.vocab.organisations import FIRST_ORGANISATION, PLACES_OF_DISTRICT

_ROWS: Final = ("opened", "cases", "objections", "debited", "agenda")
_BY_ROW: Final = frozenset({*_ROWS, *(f"{name}_of" for name in _ROWS)})
"""State in rows of which each says whose it is."""


def state_arrays(town: Sequence[Stretch]) -> dict[str, AnyArray]:
    """Everything that changes, of all residents, and of all organisations beside them."""
    others = state_of(town)
    firms = {f"{OF_ORGANISATIONS}{name}": column for name, column in _state(others).items()} if others else {}
    return _state(town) | firms


def _state(town: Sequence[Stretch]) -> dict[str, AnyArray]:
    """Everything that changes, of all stretches one after the other; agenda rows go by subject."""
    arrays = {name: np.concatenate([column_of(s, part, name) for s in town]) for part, name in STATE}
    arrays["remembered"] = np.concatenate([s.remembered for s in town], axis=1)
    arrays["carried"] = np.concatenate([s.carried for s in town], axis=1)
    arrays["found"] = np.concatenate([s.found for s in town], axis=1)
    arrays["tally"] = np.concatenate([s.scores.tally for s in town], axis=1)
    arrays["further"] = np.concatenate([s.scores.further for s in town], axis=1)
    arrays["further_sum"] = np.concatenate([s.scores.further_sum for s in town], axis=1)
    arrays["further_grade"] = np.concatenate([s.standing.further for s in town], axis=1)
    arrays["agenda"] = np.concatenate([s.agenda[: s.used] for s in town])
    arrays["counted"] = np.concatenate([s.counted for s in town], axis=1)
    arrays["lived"] = np.concatenate([s.lived for s in town], axis=1)
    arrays["sample"] = np.concatenate([s.sample for s in town], axis=1)
    arrays["read"] = np.concatenate([s.readings.read for s in town], axis=1)
    arrays["read_truly"] = np.concatenate([s.readings.truly for s in town], axis=1)
    arrays["owed"] = np.concatenate([s.owed for s in town], axis=1)
    arrays["given"] = np.concatenate([s.held.given for s in town], axis=1)
    for name in ("opened", "cases", "objections", "debited"):
        rows = [getattr(s.docket, name) for s in town]
        arrays[name] = np.concatenate(rows)
        whose = [r["who"].astype(np.uint32) + s.first for r, s in zip(rows, town, strict=True)]
        arrays[f"{name}_of"] = np.concatenate(whose)
    arrays["hears"] = np.concatenate([s.docket.hears for s in town], axis=1)
    arrays["since"] = np.concatenate([s.docket.since for s in town], axis=1)
    arrays["level"] = np.concatenate([s.docket.level for s in town], axis=1)
    arrays["agenda_of"] = np.concatenate([s.agenda["who"][: s.used].astype(np.uint32) + s.first for s in town])
    return arrays


def restore_part(town: Sequence[Stretch], arrays: Mapping[str, Any]) -> None:
    """Put the state of some districts back, out of that of a whole town."""
    others = state_of(town)
    if others:
        own = {name: arrays[name] for name in arrays if name.startswith(OF_ORGANISATIONS)}
        for one in others:
            _put_back([one], _part_of(one, {name.removeprefix(OF_ORGANISATIONS): own[name] for name in own}))
    for one in town:
        _put_back([one], _part_of(one, arrays))


def _part_of(stretch: Stretch, arrays: Mapping[str, Any]) -> dict[str, Any]:
    """Of the state of a whole town, that from a stretch on, by district and by neighbourhood too."""
    of_firms = stretch.first >= FIRST_ORGANISATION
    first = stretch.first - FIRST_ORGANISATION if of_firms else stretch.first
    district = first // (PLACES_OF_DISTRICT if of_firms else DISTRICT)
    begins = {"carried": district, "found": first // NEIGHBOURHOOD}
    return {name: column if name in _BY_ROW else column[..., begins.get(name, first) :]
            for name, column in arrays.items() if not name.startswith((OF_ORGANISATIONS, "county_"))}  # fmt: skip


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
    others = state_of(town)
    if others:
        own = {name: arrays[name] for name in arrays if name.startswith(OF_ORGANISATIONS)}
        _put_back(others, {name.removeprefix(OF_ORGANISATIONS): column for name, column in own.items()})
    _put_back(town, arrays)


def _put_back(town: Sequence[Stretch], arrays: Mapping[str, Any]) -> None:
    """The state of all stretches, one after the other."""
    resident = district = neighbourhood = 0
    for stretch in town:
        for part, name in STATE:
            column_of(stretch, part, name)[:] = arrays[name][resident : resident + stretch.size]
        stretch.scores.tally[:] = arrays["tally"][:, resident : resident + stretch.size]
        part = slice(resident, resident + stretch.size)
        stretch.counted[:] = arrays["counted"][:, part]
        stretch.lived = arrays["lived"][:, part].copy()
        stretch.sample = arrays["sample"][:, part].copy()
        stretch.readings.read[:] = arrays["read"][:, part]
        stretch.readings.truly[:] = arrays["read_truly"][:, part]
        if stretch.remembered.size:
            stretch.remembered[:] = arrays["remembered"][:, part]
        stretch.owed[:] = arrays["owed"][:, part]
        stretch.held.given[:] = arrays["given"][:, part]
        stretch.scores.further[:] = arrays["further"][:, part]
        stretch.scores.further_sum[:] = arrays["further_sum"][:, part]
        stretch.standing.further[:] = arrays["further_grade"][:, part]
        stretch.docket.hears[:] = arrays["hears"][:, part]
        stretch.docket.since[:], stretch.docket.level[:] = arrays["since"][:, part], arrays["level"][:, part]
        stretch.docket.opened = _of_stretch(stretch, arrays, "opened")
        stretch.docket.cases = _of_stretch(stretch, arrays, "cases")
        stretch.docket.objections = _of_stretch(stretch, arrays, "objections")
        stretch.docket.debited = _of_stretch(stretch, arrays, "debited")
        stretch.docket.favours.clear()
        stretch.agenda = _of_stretch(stretch, arrays, "agenda")
        stretch.used = stretch.agenda.size
        districts = stretch.carried.shape[1]
        stretch.carried[:] = arrays["carried"][:, district : district + districts]
        district += districts
        places = stretch.found.shape[1]
        stretch.found[:] = arrays["found"][:, neighbourhood : neighbourhood + places]
        neighbourhood += places
        refresh(stretch)
        resident += stretch.size


def _of_stretch(stretch: Stretch, arrays: Mapping[str, Any], name: str) -> AnyArray:
    """The rows of one stretch among those of the town."""
    whose = arrays[f"{name}_of"]
    here = (whose >= stretch.first) & (whose < stretch.first + stretch.size)
    rows: AnyArray = arrays[name][here]
    rows["who"] = whose[here] - stretch.first
    return rows


def column_of(stretch: Stretch, part: str, name: str) -> AnyArray:
    """One column of state by the part of a stretch it stands in, and its name."""
    column: AnyArray = getattr(getattr(stretch, part) if part else stretch, name)
    return column
