"""A life in words: its greatest events, each in a line."""

from __future__ import annotations

from typing import Final

from glasstown.report.lives.life import Deed, Hold, Life, Record
from glasstown.report.lives.stays import Stay
from glasstown.vocab.codes import Outcome, Truth

NOTHING: Final = "nothing moved the score"
NO_LIST: Final = "never on a list"
_UNDONE: Final = (
    ((Outcome.DENIED, Outcome.LOOKED_UP), "denied"),
    ((Outcome.HELD_BACK,), "held back"),
    ((Outcome.NO_PLACE,), "without a place"),
    ((Outcome.CAME_TO_NOTHING,), "come to nothing"),
)
"""What becomes of an act that is not done, and the word for it."""

_NOTE: Final = {Truth.TRUE: "", Truth.FALSE: ", never happened", Truth.WRONG_PERSON: ", somebody else's act",
               Truth.WRONG_ACT: ", recorded as another act", Truth.EDITED: ", altered",
               Truth.LOGGED_FALSELY: ", logged and never done"}  # fmt: skip


def events(life: Life, most: int) -> tuple[str, ...]:
    """The greatest `most` events that listed the resident, moved points or took something, in order of their days."""
    moved = [
        (abs(record.points), record.day, _record(record)) for record in life.records if record.points or not life.score
    ]
    held = [(float(hold.end_day - hold.start_day), hold.start_day, _hold(hold)) for hold in life.holds if hold.denies]
    back = [(abs(points), day, f"day {day:,}: {_points(points)}, a record expired") for day, points in life.expiries]
    listed = [(float(stay.end_day - stay.start_day), stay.start_day, _stay(stay)) for stay in life.stays]
    given = [(0.0, hold.start_day, f"{_hold(hold)}, a favour") for hold in life.holds if not hold.denies]
    told = sorted(listed, reverse=True) + sorted(held, reverse=True)[:2] + sorted(moved + back, reverse=True) + given
    shown, rest = told[:most], len(told) - most
    lines = [text for _, _, text in sorted(shown, key=lambda event: event[1])]
    return (*lines, *([f"and {rest} more"] if rest > 0 else []))


def told(life: Life) -> str:
    """A life in one paragraph."""
    done = sum(deed.outcome == Outcome.DONE for deed in life.deeds)
    true = sum(record.truth == Truth.TRUE for record in life.records)
    deeds = f"{_count(done, 'act')}{'' if life.has_every_act else ' that some source saw'}{undone(life.deeds)}"
    records = f"{_count(len(life.records), 'record')} took effect{f', {true} of them true' if life.records else ''}"
    happened = "; ".join(events(life, 12)) or nothing(life)
    return f"Resident {life.resident:,}, {life.who}: {deeds}; {records}. {happened}. {_end(life)}"


def undone(deeds: tuple[Deed, ...]) -> str:
    """What the resident set out to do and did not do, in words that follow on what was done; empty for nothing."""
    counts = ((sum(deed.outcome in outcomes for deed in deeds), word) for outcomes, word in _UNDONE)
    parts = [f"{number} {word}" for number, word in counts if number]
    return f" ({', '.join(parts)})" if parts else ""


def nothing(life: Life) -> str:
    """What is said of a life in which nothing happened."""
    return NOTHING if life.score else NO_LIST


def _end(life: Life) -> str:
    """How the resident stands at the end."""
    points = [] if life.last_points is None else [f"{life.last_points:,.0f} points"]
    on = sorted({stay.list for stay in life.stays if stay.is_open})
    lists = [f"on the list {', '.join(on)}"] if on else [] if life.score else ["on no list"]
    return f"At the end {' and '.join([*points, *lists])}."


def _count(number: int, thing: str) -> str:
    """How many of a thing."""
    return f"{f'{number:,}' if number else 'no'} {thing}{'' if number <= 1 else 's'}"


def _record(record: Record) -> str:
    """A record that moved points, or that was made where there are none."""
    what = _points(record.points) if record.points else "recorded"
    return f"day {record.day:,}: {record.act} {what}{_NOTE.get(record.truth, '')}"


def _points(points: float) -> str:
    """A movement with its sign."""
    return f"{points:+,.6g}".replace("-", "\N{MINUS SIGN}")


def _stay(stay: Stay) -> str:
    """A time on a list, its ground, and how it ended."""
    days = f"for {_count(stay.end_day - stay.start_day, 'day')}"
    return f"day {stay.start_day:,}: on {stay.list} {days} ({stay.ground}{_NOTE.get(stay.truth, '')}), {stay.way}"


def _hold(hold: Hold) -> str:
    """A consequence and how long it held."""
    days = hold.end_day - hold.start_day
    more = f" and {hold.more} more" if hold.more else ""
    return f"day {hold.start_day:,}: {hold.consequence}{more}, for {_count(days, 'day')}"
