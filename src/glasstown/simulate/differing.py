"""Of whom anything differs between two worlds after a step, at three radii: any bit, points, and the life itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from glasstown.simulate.checkpoints import column_of
from glasstown.simulate.organised_rows import OF_ORGANISATIONS
from glasstown.simulate.rows import StepRows
from glasstown.simulate.stretch import STATE, Stretch
from glasstown.vocab.arrays import I64, AnyArray, Bools

POINT_MILLI: Final = 1_000
"""One point, in thousandths: what the second radius takes for a difference."""

_ROWS_BY_RESIDENT: Final = (
    ("", "remembered"), ("", "counted"), ("", "lived"), ("", "sample"), ("", "owed"), ("readings", "read"),
    ("readings", "truly"), ("held", "given"), ("scores", "tally"), ("scores", "further"), ("scores", "further_sum"),
    ("standing", "further"), ("docket", "hears"), ("docket", "since"), ("docket", "level"),
)  # fmt: skip
"""State with several rows of one value for each resident."""

_EVENTS: Final = ("opened", "cases", "objections", "debited")
"""Rows of the docket, each of one resident."""

ACTS: Final = "acts"

_WHOM: Final = {"sightings": ("on_resident", "origin")}
"""Columns that say of whom a row is, where it is not `resident`."""

_OF_LIFE: Final = (("standing", "grade"), ("standing", "lists"), ("docket", "in_force"))


class Differing(NamedTuple):
    """1 for each resident of whom something differs; `milli` is how far the scores are apart, the most of any."""

    bits: Bools
    points: Bools
    life: Bools
    milli: I64


def differing(
    one: Sequence[Stretch], other: Sequence[Stretch], lived: tuple[Sequence[StepRows], Sequence[StepRows]]
) -> Differing:
    """Compare two worlds of the same people after the same step.

    Args:
        one, other: the stretches of each, cut alike.
        lived: what the stretches of each have written of the step, with the acts of everybody.
    """
    pieces = [_of_stretch(mine, theirs, *rows) for mine, theirs, *rows in zip(one, other, *lived, strict=True)]
    bits: Bools = np.concatenate([piece[0] for piece in pieces])
    life: Bools = np.concatenate([piece[2] for piece in pieces])
    milli: I64 = np.concatenate([piece[1] for piece in pieces])
    return Differing(bits | life, milli >= POINT_MILLI, life, milli)


def _of_stretch(one: Stretch, other: Stretch, mine: StepRows, theirs: StepRows) -> tuple[Bools, I64, Bools]:
    bits, life = np.zeros(one.size, np.bool_), np.zeros(one.size, np.bool_)
    for part, name in (*STATE, *_ROWS_BY_RESIDENT):
        _mark(bits, column_of(one, part, name), column_of(other, part, name))
    for mine_rows, their_rows in _events(one, other):
        bits[_whose(mine_rows, their_rows, "who")] = True
    for part, name in _OF_LIFE:
        _mark(life, column_of(one, part, name), column_of(other, part, name))
    _mark(life, one.standing.further, other.standing.further)
    for table in {*mine.tables, *theirs.tables}:
        found = life if table == ACTS else bits
        for who in _written_of(table, mine, theirs):
            found[who - one.first] = True
    return bits, _apart(one, other), life


def _mark(found: Bools, one: AnyArray, other: AnyArray) -> None:
    """Mark whoever has another value; of several rows, in any."""
    if not np.array_equal(one, other):
        unlike = one != other
        found |= unlike if unlike.ndim == 1 else unlike.any(axis=0)


def _events(one: Stretch, other: Stretch) -> Iterator[tuple[AnyArray, AnyArray]]:
    yield one.agenda[: one.used], other.agenda[: other.used]
    for name in _EVENTS:
        yield getattr(one.docket, name), getattr(other.docket, name)


def _written_of(table: str, mine: StepRows, theirs: StepRows) -> Iterator[I64]:
    """Of whom rows of a table differ, by each column that says who; tables of organisations are of no resident."""
    if not table.startswith(OF_ORGANISATIONS):
        one, other = _rows(mine, table), _rows(theirs, table)
        for column in _WHOM.get(table, ("resident",)):
            yield _whose(one, other, column)


def _rows(rows: StepRows, table: str) -> AnyArray:
    """What was written of a step into a table, as rows of one kind; nothing of the right kind where nothing was."""
    columns = rows.tables.get(table, {})
    kinds = [(name, np.int64) for name in columns] or [(name, np.int64) for name in _WHOM.get(table, ("resident",))]
    found = np.empty(next((column.size for column in columns.values()), 0), dtype=kinds)
    for name, column in columns.items():
        found[name] = column
    return found


def _whose(one: AnyArray, other: AnyArray, key: str) -> I64:
    """Whose rows are there, or there as often, in one of two tables alone; the order of rows means nothing."""
    if one.tobytes() == other.tobytes():
        return np.zeros(0, np.int64)
    both = np.concatenate([one, other]) if one.size and other.size else (one if one.size else other)
    _, place = np.unique(np.ascontiguousarray(both).view(f"V{both.dtype.itemsize}"), return_inverse=True)
    sign = np.concatenate([np.ones(one.size, np.int64), -np.ones(other.size, np.int64)])
    net = np.zeros(int(place.max()) + 1, np.int64)
    np.add.at(net, place, sign)
    return np.unique(both[key][net[place] != 0].astype(np.int64))


def _apart(one: Stretch, other: Stretch) -> I64:
    """How far the scores of each resident are apart, in thousandths: the most of any score."""
    first = np.abs(one.scores.score.astype(np.int64) - other.scores.score.astype(np.int64))
    further = np.abs(one.scores.further.astype(np.int64) - other.scores.further.astype(np.int64))
    return np.maximum(first, further.max(axis=0, initial=0))
