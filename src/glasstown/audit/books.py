"""The books of the punished: what the ledger holds of each of them, ready to be replayed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from glasstown.audit.endings import terms_where
from glasstown.audit.entries import MOVING, movements_of
from glasstown.audit.graded import days_graded
from glasstown.audit.kin import days_through_grades
from glasstown.audit.listings import days_told
from glasstown.audit.movements import Movement
from glasstown.audit.punishment import punished_days
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, merge
from glasstown.audit.terms import Terms
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Truth

_PEER: Final = int(Entry.PEER)


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
        true: records that a rule answered or an override counted, and what others share, as far as they are true.
        untrue: those that rest on a false record, or on one of somebody else's act.
        of_true: replay of the true ones: what stays when no untrue record had been made.
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
    true: tuple[Movement, ...]
    untrue: tuple[Movement, ...]
    of_true: Replay
    on_lists: Mapping[int, Spans]
    truly_on_lists: Mapping[int, Spans]

    @property
    def movements(self) -> tuple[Movement, ...]:
        """All of them."""
        return (*self.true, *self.untrue)

    def own_movements(self) -> tuple[Movement, ...]:
        """Of those that stay without untrue records, the ones that came through nobody else."""
        return tuple(one.as_own for one in self.true if not one.via and one.kind != _PEER)


def read_books(ledger: Ledger, terms: Terms | None) -> tuple[Book, ...]:
    """The books of every kept resident who was punished on at least one day.

    Args:
        ledger: the run.
        terms: what decides the grade; None where there is no score.
    """
    held = punished_days(ledger)
    asked = set(held.denied).union(*(held.others[who] for who in held.shared))
    entries = _of(ledger.table("entries").filter(pl.col("kind").is_in(MOVING)), asked)
    true, untrue = (
        movements_of(entries, pl.col("truth") == Truth.TRUE),
        movements_of(entries, pl.col("truth") != Truth.TRUE),
    )
    for resident, movements in _worked_out(ledger, asked).items():
        true.setdefault(resident, []).extend(movements)
    first = _first_days(ledger, asked, {*true, *untrue})
    each = (terms, *terms.others) if terms else ()
    lists = {row.list for one in each for row in one.overrides if row.list is not None}
    on_lists, truly_on_lists = (days_told(ledger, lists, true_only=true_only) for true_only in (False, True))
    through = {who: (*days,) for who, days in held.through.items()}
    replays = {who: Replay(one.as_true for one in true.get(who, ())) for who in sorted(asked)}
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
            (*true.get(resident, ()),),
            (*untrue.get(resident, ()),),
            replays[resident],
            on_lists.get(resident, {}),
            truly_on_lists.get(resident, {}),
        )
        for resident in sorted(held.denied)
    )


def _first_days(ledger: Ledger, asked: set[int], moved: set[int]) -> dict[int, int]:
    """The first day in a grade of each resident who ever stood in one; whoever begins in one has no row of it.

    Who stays outside of a scheme can lose points all the same, and is in no grade.
    """
    rows = _of(ledger.table("grades"), asked).sort("resident", "day")
    begun = rows.group_by("resident", maintain_order=True).first().filter(pl.col("from_grade") == 0)
    panels = [_of(ledger.table(name).filter(pl.col("grade") > 0), asked) for name in ("panel", "scores_panel")]
    seen = pl.concat([panel["resident"] for panel in panels]).unique()
    first = dict.fromkeys((*seen, *(moved if ledger.manifest.consent is None else ())), 0)
    return first | dict(begun.select("resident", "day").iter_rows())


def _worked_out(ledger: Ledger, residents: Iterable[int]) -> dict[int, list[Movement]]:
    """Scores that were worked out anew, by resident."""
    found: dict[int, list[Movement]] = {}
    columns = ("resident", "day", "score_milli", "true_milli", "alone_milli")
    for resident, day, score, true, alone in _of(ledger.table("refreshes"), residents).select(columns).iter_rows():
        one = Movement(day, 0, resident, 0, score, kind=int(Entry.REFRESH), true_milli=true, alone_milli=alone)
        found.setdefault(resident, []).append(one)
    for resident, day, score, after in _of(_ranked(ledger), residents).iter_rows():
        one = Movement(
            day, 0, resident, 0, after, kind=int(Entry.REFRESH), true_milli=after, alone_milli=after, score=score
        )
        found.setdefault(resident, []).append(one)
    return found


def _ranked(ledger: Ledger) -> pl.DataFrame:
    """Ranks that changed: what everybody's records made of them, so that none is called untrue."""
    entries = ledger.table("entries").filter((pl.col("kind") == int(Entry.REFRESH)) & (pl.col("score") > 0))
    return entries.select("resident", "day", "score", "score_after_milli")


def _of(frame: pl.DataFrame, residents: Iterable[int]) -> pl.DataFrame:
    """The rows of some residents."""
    wanted = pl.DataFrame({"resident": pl.Series(sorted(residents), dtype=pl.UInt32)})
    return frame.join(wanted, on="resident", how="semi")
