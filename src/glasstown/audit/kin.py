"""Days of punishment that the grade of somebody else in the household explains.

A consequence of a grade can hit all of a household, or its children, because of one member. Such a day rests on
something true where the true entries of another member alone, replayed, put that member into the grade on that
day. Where only the member's untrue entries do, the day is without a true ground for everybody whom it hits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from glasstown.audit.denied import denied_spans
from glasstown.audit.graded import while_graded
from glasstown.audit.punishment import Punishment
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, in_both, merge
from glasstown.audit.terms import Terms


def days_through_grades(
    held: Punishment,
    true: Mapping[int, Replay],
    first: Mapping[int, int],
    terms: Callable[[int], Terms],
    listed: Mapping[int, Mapping[int, Spans]],
    graded: Mapping[int, Spans],
) -> dict[int, Spans]:
    """The days on which what hits a resident is explained by the true entries of another in the household.

    Args:
        held: the days of punishment as they were.
        true: replay of what is true of each resident who may explain a day.
        first: first day in a grade; whoever was never in one is left out.
        terms: what decides the grade of a resident, by number.
        listed: days on lists on true grounds, by resident and list, of the lists that hold to a grade.
        graded: days with a grade, of those who lost theirs.

    Returns:
        rising spans of days by resident, only of those who have any.
    """
    hit: dict[tuple[int, int], Spans] = {}
    found: dict[int, Spans] = {}
    for resident, grades in held.shared.items():
        days: list[tuple[int, int]] = []
        for grade, spans in grades.items():
            for other in held.others[resident]:
                if other not in first:
                    continue
                if (other, grade) not in hit:
                    alone = terms(other).denying_only(grade)
                    days_denied = denied_spans(true[other], alone, first[other], listed.get(other, {}))
                    hit[other, grade] = while_graded(days_denied, other, graded)
                days += in_both(spans, hit[other, grade])
        if days:
            found[resident] = merge(days)
    return found
