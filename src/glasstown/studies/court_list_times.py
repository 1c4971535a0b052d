"""What a lived court list came to, day by day: times on a list, attempts, and adults, of one finished run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.vocab.units import DAYS_IN_YEAR

PERFORMED: Final = 1
"""Code of the exit of a ground that an act closed (column `exit` of the table `listings`)."""

ADULT_DAYS: Final = 18 * DAYS_IN_YEAR


@dataclass(frozen=True, slots=True)
class Time:
    """One time on a list: from the first open ground to the end of the last one that overlaps or touches it.

    `end` is the first day after it, or the horizon; `left` says whether it ended within the run, and `performed`
    whether the ground that ended last was closed by an act.
    """

    resident: int
    start: int
    end: int
    left: bool
    performed: bool


def times_on(ledger: Ledger, name: str) -> tuple[Time, ...]:
    """Every time on one list. Grounds that are open side by side are one time: the list shows a debtor once.

    Raises:
        KeyError: the scheme keeps no list of that name.
    """
    names = ledger.manifest.names
    codes = {row.id: row.code for row in names.lists}
    grounds = [row.code for row in names.grounds if row.list == codes[name]]
    columns = ("resident", "entry_day", "end_day", "exit")
    rows = sorted(ledger.table("listings").filter(pl.col("ground").is_in(grounds)).select(columns).iter_rows())
    times: list[Time] = []
    for _, mine in groupby(rows, key=lambda row: row[0]):
        times.extend(_joined(mine, ledger.manifest.horizon_days))
    return tuple(times)


def _joined(rows: Iterable[tuple[int, int, int, int]], horizon: int) -> Iterable[Time]:
    """Grounds of one resident in order of their first day, joined where they overlap or touch."""
    found: list[Time] = []
    for resident, start, end, way in rows:
        one = Time(resident, start, end, end < horizon, way == PERFORMED)
        if found and start <= found[-1].end:
            last = found.pop()
            one = Time(resident, last.start, max(last.end, end), *_way(max(last, one, key=lambda time: time.end)))
        found.append(one)
    return found


def _way(time: Time) -> tuple[bool, bool]:
    return time.left, time.performed


def came(times: Iterable[Time], first: int, before: int) -> int:
    """Times that began from one day on and before another."""
    return sum(first <= time.start < before for time in times)


def went(times: Iterable[Time], first: int, before: int, *, performed_only: bool = False) -> int:
    """Times that ended from one day on and before another; on request only those that an act ended."""
    return sum(time.left and first <= time.end < before and (time.performed or not performed_only) for time in times)


def standing(times: Iterable[Time], day: int) -> list[int]:
    """Residents who are on the list on a day."""
    return sorted({time.resident for time in times if time.start <= day < time.end})


def days_on(times: Iterable[Time], first: int, before: int) -> int:
    """Days that residents stood on the list, from one day on and before another."""
    return sum(max(0, min(time.end, before) - max(time.start, first)) for time in times)


def denied_to_listed(ledger: Ledger, times: Iterable[Time], act: str, first: int, before: int) -> list[int]:
    """Residents who were denied an act in a span while they stood on the list, once for each time.

    Args:
        ledger: the run.
        times: all times on the list.
        act: name of the act.
        first: first day.
        before: first day after.
    """
    rows = ledger.table("blocked").filter(
        (pl.col("act") == _code(ledger, act)) & pl.col("day").is_between(first, before - 1)
    )
    on_list: dict[int, list[Time]] = {}
    for time in times:
        on_list.setdefault(time.resident, []).append(time)
    denied = rows.select("resident", "day").sort("resident", "day").iter_rows()
    return [one for one, day in denied if any(time.start <= day < time.end for time in on_list.get(one, ()))]


def _code(ledger: Ledger, act: str) -> int:
    return next(row.code for row in ledger.manifest.names.acts if row.id == act)


def acts_between(ledger: Ledger, act: str, column: str, first: int, before: int) -> float:
    """Attempts of one act from one day on and before another; a step that lies in part within counts in that part.

    Args:
        ledger: the run.
        act: name of the act.
        column: what became of it: a column of `act_counts`.
        first: first day.
        before: first day after.
    """
    code = _code(ledger, act)
    length, horizon = ledger.manifest.step_days, ledger.manifest.horizon_days
    counts = ledger.table("act_counts").filter(pl.col("act") == code).group_by("step").agg(pl.col(column).sum())
    total = 0.0
    for step, number in counts.iter_rows():
        start, end = step * length, min((step + 1) * length, horizon)
        total += number * max(0, min(end, before) - max(start, first)) / (end - start)
    return total


def adults_on(ledger: Ledger, day: int) -> int:
    """Kept residents of eighteen and older on a day; nobody dies, so there are ever more."""
    return ledger.table("people").filter(day - pl.col("birth_day") >= ADULT_DAYS).height
