"""What a society file says about shipped acts: factors, shocks and shares that a source could see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from glasstown.society.file_figures import Desk, check_keys, figure, instances
from glasstown.society.overlays import Overlays, RateFactor, Shock, SightableShare
from glasstown.vocab.acts import ACT_IDS
from glasstown.vocab.evidence import Figure
from glasstown.vocab.places import Path as Keys
from glasstown.vocab.units import MOST_DAYS
from glasstown.vocab.wording import meant, quoted

MOST_FACTOR: Final = Decimal(256)
MOST_OVERLAYS: Final = 64
"""Factors, shocks and shares of each kind in one file."""


def read_overlays(desk: Desk) -> Overlays:
    """Everything the file says about acts, in the order of the file."""
    return Overlays(_rates(desk), _shocks(desk), _sightable(desk))


def _rates(desk: Desk) -> tuple[RateFactor, ...]:
    found: list[RateFactor] = []
    for record, keys in records_of(desk, "rate"):
        act, factor = _act(desk, record, keys), _factor(desk, record, "factor", keys)
        if act in {one.act for one in found}:
            _twice(desk, act, keys)
        elif act and factor:
            found.append(RateFactor(act, factor, keys))
    return tuple(found)


def _shocks(desk: Desk) -> tuple[Shock, ...]:
    found: list[Shock] = []
    for record, keys in records_of(desk, "shock"):
        act, factor = _act(desk, record, keys), _factor(desk, record, "factor", keys)
        start, end = (_day(desk, record, name, keys) for name in ("from_day", "to_day"))
        if start is None or end is None:
            continue
        if start >= end:
            desk.faults.note(
                "SOC-days",
                f"the shock ends on day {end} and begins on day {start}",
                "it would last no day",
                "let to_day be later than from_day",
                (*keys, "to_day"),
            )
        elif any(one.act == act and one.from_day < end and start < one.to_day for one in found):
            desk.faults.note(
                "SOC-days",
                f"two shocks of {quoted(act)} overlap",
                "only one factor can hold on a day",
                "let one end before the other begins",
                (*keys, "from_day"),
            )
        elif act and factor:
            found.append(Shock(act, start, end, factor, keys))
    return tuple(found)


def _sightable(desk: Desk) -> tuple[SightableShare, ...]:
    found: list[SightableShare] = []
    for record, keys in records_of(desk, "sightable"):
        act, share = _act(desk, record, keys), figure(desk, record["share"], "the share", (*keys, "share"))
        wrong = first_outside(share, lambda value: 0 < value <= 1)
        if wrong is not None:
            note_outside(desk, wrong, "above 0 and at most 1", (*keys, "share"))
        elif act in {one.act for one in found}:
            _twice(desk, act, keys)
        elif act and share:
            found.append(SightableShare(act, share, keys))
    return tuple(found)


def records_of(desk: Desk, table: str) -> list[tuple[Mapping[str, object], Keys]]:
    """The tables of one name that have what they need, and where they stand."""
    found = [(record, keys) for record, keys in instances(desk, table) if check_keys(desk, table, record, keys)]
    if len(found) > MOST_OVERLAYS:
        desk.faults.note(
            "SOC-many",
            f"{len(found)} tables [[{table}]]; at most {MOST_OVERLAYS}",
            "the tables of the engine have room for so many",
            "take some out",
            (table,),
        )
    return found


def _act(desk: Desk, record: Mapping[str, object], keys: Keys) -> str:
    act = record["act"]
    if isinstance(act, str) and act in ACT_IDS:
        return act
    desk.faults.note(
        "SOC-act",
        f"no shipped act is called {quoted(str(act))}",
        "a society changes how often shipped acts happen",
        meant(str(act), ACT_IDS, "shipped acts"),
        (*keys, "act"),
    )
    return ""


def _factor(desk: Desk, record: Mapping[str, object], name: str, keys: Keys) -> Figure | None:
    found = figure(desk, record[name], f"the {name}", (*keys, name))
    wrong = first_outside(found, lambda value: 0 <= value <= MOST_FACTOR)
    if wrong is not None:
        note_outside(desk, wrong, f"from 0 to {MOST_FACTOR}", (*keys, name))
        return None
    return found


def first_outside(found: Figure | None, is_inside: Callable[[Decimal], bool]) -> Decimal | None:
    """The value of a figure, or an end of its band, that lies outside; None where none does."""
    numbers = (found.value, found.low, found.high) if found else ()
    return next((number for number in numbers if number is not None and not is_inside(number)), None)


def _day(desk: Desk, record: Mapping[str, object], name: str, keys: Keys) -> int | None:
    raw = record[name]
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= MOST_DAYS:
        return raw
    note_outside(desk, raw, f"a whole number of days from 0 to {MOST_DAYS}", (*keys, name))
    return None


def note_outside(desk: Desk, value: object, wanted: str, keys: Keys) -> None:
    """Note a number out of range."""
    desk.faults.note(
        "SOC-range",
        f"{quoted(str(value))} lies outside what the key can mean",
        "the engine could not use it",
        f"write {wanted}",
        keys,
    )


def _twice(desk: Desk, act: str, keys: Keys) -> None:
    desk.faults.note(
        "SOC-twice", f"{quoted(act)} stands twice", "only one of the two would count", "delete one of them", keys
    )
