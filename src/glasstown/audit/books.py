"""The books of the punished: what the ledger holds of each of them, ready to be replayed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from glasstown.audit.endings import terms_where
from glasstown.audit.graded import days_graded
from glasstown.audit.kin import days_through_grades
from glasstown.audit.listings import days_told
from glasstown.audit.moved import moved_of, rows_of
from glasstown.audit.movements import Movement
from glasstown.audit.punishment import punished_days
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, merge
from glasstown.audit.terms import Terms
from glasstown.ledger.reader import Ledger


@dataclass(frozen=True, slots=True)
class Book:
    """One punished resident: the days of punishment as they were, and what they rest on.

    Attributes:
        resident: the resident's number.
        first_day: first day on which the resident was graded.
        is_graded: whether the resident ever was.
        denied: days on a list that punishes, or under a consequence that harms.
        graded: of these, days under what a grade brings at once to who has it: these a replay of the score gives.
        listed: days on which a list, or what follows from it, rested on a true ground of the resident's own.
        through: likewise on a true ground, or a grade by true entries, of somebody else's in the household.
        asked_others: days under what holds only while others are as its condition asks.
        lived: records that a rule answered or an override counted, what others share, and points that stood: all of it.
        of_true: replay of what of it is true: what stays when no untrue record had been made.
        own: of what is true, what would be so were nobody tied to anybody.
        acts: of that, what rests on what the resident did.
        on_lists: days on lists that hold to a grade, by code of the list.
        truly_on_lists: likewise, on true grounds alone.
    """

    resident: int
    first_day: int
    is_graded: bool
    denied: Spans
    graded: Spans
    listed: Spans
    through: Spans
    asked_others: Spans
    lived: tuple[Movement, ...]
    of_true: Replay
    own: tuple[Movement, ...]
    acts: tuple[Movement, ...]
    on_lists: Mapping[int, Spans]
    truly_on_lists: Mapping[int, Spans]

    @property
    def true(self) -> tuple[Movement, ...]:
        """What of it is true."""
        return self.of_true.movements


def read_books(ledger: Ledger, terms: Terms | None) -> tuple[Book, ...]:
    """The books of every kept resident who was punished on at least one day.

    Args:
        ledger: the run.
        terms: what decides the grade; None where there is no score.
    """
    held = punished_days(ledger)
    asked = set(held.denied).union(*(held.others[who] for who in held.shared))
    moved = moved_of(ledger, asked)
    first = _first_days(ledger, asked, set(moved.lived))
    each = (terms, *terms.others) if terms else ()
    lists = {row.list for one in each for row in one.overrides if row.list is not None}
    on_lists, truly_on_lists = (days_told(ledger, lists, true_only=true_only) for true_only in (False, True))
    through = {who: (*days,) for who, days in held.through.items()}
    replays = {who: Replay(moved.true.get(who, ())) for who in sorted(asked)}
    if terms is not None:
        where, graded = terms_where(ledger, terms), days_graded(ledger)
        for who, days in days_through_grades(held, replays, first, where, truly_on_lists, graded).items():
            through[who] = merge((*through.get(who, ()), *days))
    return tuple(
        Book(
            resident,
            first.get(resident, 0),
            resident in first,
            held.denied[resident],
            held.graded.get(resident, ()),
            held.listed.get(resident, ()),
            through.get(resident, ()),
            held.asked_others.get(resident, ()),
            (*moved.lived.get(resident, ()),),
            replays[resident],
            (*moved.own.get(resident, ()),),
            (*moved.acts.get(resident, ()),),
            on_lists.get(resident, {}),
            truly_on_lists.get(resident, {}),
        )
        for resident in sorted(held.denied)
    )


def _first_days(ledger: Ledger, asked: set[int], moved: set[int]) -> dict[int, int]:
    """The first day in a grade of each resident who ever stood in one; whoever begins in one has no row of it.

    Who stays outside of a scheme can lose points all the same, and is in no grade.
    """
    rows = rows_of(ledger.table("grades"), asked).sort("resident", "day")
    begun = rows.group_by("resident", maintain_order=True).first().filter(pl.col("from_grade") == 0)
    panels = [rows_of(ledger.table(name).filter(pl.col("grade") > 0), asked) for name in ("panel", "scores_panel")]
    seen = pl.concat([panel["resident"] for panel in panels]).unique()
    first = dict.fromkeys((*seen, *(moved if ledger.manifest.consent is None else ())), 0)
    return first | dict(begun.select("resident", "day").iter_rows())
