"""When a part of a scheme runs within a run, in whole steps: as it says itself, and as versions end it."""

from __future__ import annotations

from collections.abc import Iterable

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Version
from glasstown.simulate.plan import RunRequest


def days_of(scheme: Scheme, table: str, name: str, request: RunRequest | None) -> tuple[int, int | None]:
    """First day, and first day after, on which an override or a consequence can hold anybody in a run.

    Args:
        scheme: the scheme.
        table: the kind of part.
        name: the name of the part.
        request: the run; None where it is not known yet.

    Returns:
        the first day (the end of the run where it never begins), and the first day after (None where the run
        ends first).
    """
    if request is None:
        return 0, None
    own = [one for one in scheme.dated if (one.table, one.id) == (table, name)]
    first = first_day_after((one.first_day(request.start) for one in own), request) if own else 0
    ends = [one.from_day for one in scheme.versions if _ends(one, table, name)]
    ends += [one.end_day(request.start) for one in own]
    return request.days if first is None else first, first_day_after(ends, request)


def _ends(version: Version, table: str, name: str) -> bool:
    if {f"{table}s", "scheme"} & set(version.drop):
        return True
    return name in (version.drop_overrides if table == "override" else version.drop_consequences)


def first_day_after(days: Iterable[int], request: RunRequest) -> int | None:
    """First day of the first step that begins on one of some days or later; None where the run does not reach it."""
    first = -(-min(days, default=request.days) // request.step_days) * request.step_days
    return first if first < request.days else None
