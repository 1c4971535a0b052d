"""A life in words: its greatest events, each in a line."""

from __future__ import annotations

from typing import Final

from glasstown.report.lives.life import Hold, Life, Record
from glasstown.vocab.codes import Outcome, Truth

NOTHING: Final = "nothing moved the score"
_NOTE: Final = {Truth.TRUE: "", Truth.FALSE: ", never happened", Truth.WRONG_PERSON: ", somebody else's act"}


def events(life: Life, most: int) -> tuple[str, ...]:
    """The events that moved points or took something, the greatest `most` of them in order of their days."""
    moved = [(abs(record.points), record.day, _record(record)) for record in life.records if record.points]
    held = [(float(hold.end_day - hold.start_day), hold.start_day, _hold(hold)) for hold in life.holds if hold.denies]
    back = [(abs(points), day, f"day {day:,}: {_points(points)}, a record expired") for day, points in life.expiries]
    told = sorted(held, reverse=True)[:2] + sorted(moved + back, reverse=True)
    shown, rest = told[:most], len(told) - most
    lines = [text for _, _, text in sorted(shown, key=lambda event: event[1])]
    return (*lines, *([f"and {rest} more"] if rest > 0 else []))


def told(life: Life) -> str:
    """A life in one paragraph."""
    done = sum(deed.outcome == Outcome.DONE for deed in life.deeds)
    true = sum(record.truth == Truth.TRUE for record in life.records)
    deeds = f"{_count(done, 'act')}{'' if life.has_every_act else ' that some source saw'}"
    records = f"{_count(len(life.records), 'record')} took effect, {true} of them true"
    happened = "; ".join(events(life, 12)) or NOTHING
    end = f"At the end {life.last_points:,.0f} points."
    return f"Resident {life.resident:,}, {life.who}: {deeds}; {records}. {happened}. {end}"


def _count(number: int, thing: str) -> str:
    """How many of a thing."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def _record(record: Record) -> str:
    """A record that moved points."""
    return f"day {record.day:,}: {record.act} {_points(record.points)}{_NOTE.get(record.truth, '')}"


def _points(points: float) -> str:
    """A movement with its sign."""
    return f"{points:+,.6g}".replace("-", "\N{MINUS SIGN}")


def _hold(hold: Hold) -> str:
    """A consequence and how long it held."""
    days = hold.end_day - hold.start_day
    return f"day {hold.start_day:,}: {hold.consequence}, for {_count(days, 'day')}"
