"""What moved the scores of residents: as it was lived, by what is true, without ties, and by what they did alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import polars as pl

from glasstown.audit.entries import MOVING, movements_of
from glasstown.audit.movements import Movement
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Fate, Truth

ByResident: TypeAlias = dict[int, list[Movement]]

_PEER, _STATE, _REFRESH = int(Entry.PEER), int(Entry.STATE), int(Entry.REFRESH)
_SO: Final = "is_so"
_ALONE: Final = "is_so_alone"


@dataclass(frozen=True, slots=True)
class Moved:
    """Movements by resident, in any order; see `audit.books.Book` for what each holds."""

    lived: ByResident
    true: ByResident
    own: ByResident
    acts: ByResident


def moved_of(ledger: Ledger, residents: Iterable[int]) -> Moved:
    """The movements of some residents.

    Points that stand while something is so are lived as the entries have them. By what is true they stand on the days
    on which their condition would hold by it.
    """
    asked = sorted(residents)
    entries = rows_of(ledger.table("entries").filter(pl.col("kind").is_in(MOVING)), asked)
    standing = movements_of(entries, pl.col("kind") == _STATE)
    records = entries.filter(pl.col("kind") != _STATE)
    true = movements_of(records, pl.col("truth") == Truth.TRUE)
    untrue = movements_of(records, pl.col("truth") != Truth.TRUE)
    worked = _worked_out(ledger, asked)
    known = _first_records(ledger, asked) if worked else {}
    of_own = {who: [one for one in rows if not one.via and one.kind != _PEER] for who, rows in true.items()}
    by_formula = {who: [one.as_own for one in rows] for who, rows in worked.items()}
    acted = {who: [one for one in rows if one.day >= known.get(who, one.day + 1)] for who, rows in by_formula.items()}
    truly = {who: [one.as_true for one in rows] for who, rows in worked.items()}
    return Moved(
        _joined((true, untrue, worked, standing)),
        _joined((true, truly, _stood(ledger, asked, _SO))),
        _joined((of_own, by_formula, _stood(ledger, asked, _ALONE))),
        _joined((of_own, acted)),
    )


def _joined(parts: Sequence[ByResident]) -> ByResident:
    """The movements of several parts together."""
    found: ByResident = {}
    for part in parts:
        for resident, movements in part.items():
            found.setdefault(resident, []).extend(movements)
    return found


def _stood(ledger: Ledger, residents: Iterable[int], column: str) -> ByResident:
    """Points that begin to stand and end where a condition begins and ends to hold, by one column of the truth."""
    rules = {row.code: row for row in ledger.manifest.names.state_rules}
    found: ByResident = {}
    if not rules:
        return found
    holding: set[tuple[int, int]] = set()
    rows = rows_of(ledger.table("standings"), residents).select("resident", "day", "state_rule", column)
    for resident, day, code, holds in rows.iter_rows():
        key = resident, code
        if bool(holds) == (key in holding):
            continue
        holding ^= {key}
        points = rules[code].points_milli if holds else 0
        one = Movement(day, 0, resident, code, points, kind=_STATE, score=rules[code].score)
        found.setdefault(resident, []).append(one)
    return found


def _first_records(ledger: Ledger, residents: Iterable[int]) -> dict[int, int]:
    """The first day on which a true record of something they did had taken effect, of whoever has one."""
    seen = ledger.table("sightings").filter(
        (pl.col("truth") == int(Truth.TRUE)) & (pl.col("fate") == int(Fate.RECORDED))
    )
    rows = rows_of(seen.select(pl.col("on_resident").alias("resident"), "due_day"), residents)
    return dict(rows.group_by("resident").agg(pl.col("due_day").cast(pl.Int64).min()).iter_rows())


def _worked_out(ledger: Ledger, residents: Iterable[int]) -> dict[int, list[Movement]]:
    """Scores that were worked out anew, by resident."""
    found: dict[int, list[Movement]] = {}
    columns = ("resident", "day", "score_milli", "true_milli", "alone_milli")
    for resident, day, score, true, alone in rows_of(ledger.table("refreshes"), residents).select(columns).iter_rows():
        one = Movement(day, 0, resident, 0, score, kind=int(Entry.REFRESH), true_milli=true, alone_milli=alone)
        found.setdefault(resident, []).append(one)
    for resident, day, score, after in rows_of(_ranked(ledger), residents).iter_rows():
        one = Movement(
            day, 0, resident, 0, after, kind=int(Entry.REFRESH), true_milli=after, alone_milli=after, score=score
        )
        found.setdefault(resident, []).append(one)
    return found


def _ranked(ledger: Ledger) -> pl.DataFrame:
    """Ranks that changed: what everybody's records made of them, so that none is called untrue."""
    entries = ledger.table("entries").filter((pl.col("kind") == int(Entry.REFRESH)) & (pl.col("score") > 0))
    return entries.select("resident", "day", "score", "score_after_milli")


def rows_of(frame: pl.DataFrame, residents: Iterable[int]) -> pl.DataFrame:
    """The rows of some residents."""
    wanted = pl.DataFrame({"resident": pl.Series(sorted(residents), dtype=pl.UInt32)})
    return frame.join(wanted, on="resident", how="semi")
