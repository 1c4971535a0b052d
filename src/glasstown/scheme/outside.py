"""Parts of a scheme that a run never reaches: they ended before it begins, or begin after it has ended."""

from __future__ import annotations

import datetime as dt

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import Dated
from glasstown.scheme.words import quoted


def parts_outside(scheme: Scheme, start: dt.date, days: int) -> tuple[str, ...]:
    """A sentence on each part that runs on no day of a run: which, why, and what to do.

    Args:
        scheme: what is lived under.
        start: date of day 0.
        days: days of the run.
    """
    return tuple(
        _told(one, start, days) for one in scheme.dated if one.first_day(start) >= min(one.end_day(start), days)
    )


def _told(one: Dated, start: dt.date, days: int) -> str:
    what = f"{one.table} {quoted(one.id)} runs on no day of this run"
    if one.first_day(start) >= days:
        begins = f"on {one.from_date}" if one.from_date else f"on day {one.first_day(start):,}"
        too_late = f"it begins {begins}, and the run ends before"
        return f"{what}: {too_late}; run for longer (--years), or begin later (--start)"
    if one.until_date is None or one.until_date > start:
        return f"{what}: it ends on the day on which it begins"
    earlier = one.until_date.replace(year=one.until_date.year - 1, day=1)
    return (
        f"{what}: it ended on {one.until_date}, and the run begins on {start}; begin earlier, such as --start {earlier}"
    )
