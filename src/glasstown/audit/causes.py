"""Why somebody was punished: the first of these that reaches a day of punishment, worked out from the books.

1. *For own acts*: true records of what they did, or true readings of how much they do, bring it by themselves; of a
   score that is worked out anew, whose formula may read anything, what is true of them alone brings it, after a first
   true record of something they did. A list does where a ground of it rests
   on a true record. What would hold of somebody of whom nothing was ever recorded rests on no act.
2. *For what is so of them*: what is true of them alone brings it, but what they did does not: their age or group, an
   illness, poverty, or where everybody starts.
3. *Through others*: what is true brings it, but not without those they are tied to; or what they did does not, and it
   holds only while others are as the condition of a consequence asks.
4. *By rank*: nothing but a place among others brings it, for a rank is not worked out anew without untrue records.
5. *Wrongly*: nothing that is true brings it.

Conditions of rules, grounds and consequences are kept as they were lived, and so are scores of others that a condition
asks about: what was done under such a condition is an own act. The acts stay as they were lived, too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain
from typing import Final, TypeAlias

from glasstown.audit.books import Book
from glasstown.audit.denied import NOWHERE, denied_by_score
from glasstown.audit.graded import while_graded
from glasstown.audit.movements import Movement
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, days_in, days_in_both, in_both, merge
from glasstown.audit.terms import Terms

OWN: Final = "own"
BY_STATE: Final = "by-state"
THROUGH_OTHERS: Final = "through-others"
BY_RANK: Final = "by-rank"
WRONGLY: Final = "wrongly"

CAUSES: Final = (OWN, BY_STATE, THROUGH_OTHERS, BY_RANK, WRONGLY)
"""Every cause, in the order in which they are asked for."""

_ByScore: TypeAlias = Mapping[int, Spans]


def judged(book: Book, terms: Terms | None, graded: Mapping[int, Spans]) -> tuple[int, str, int, int, bool]:
    """What is told of one punished resident, as a row of `Case.punished`.

    Args:
        book: what the ledger holds of the resident.
        terms: what decides the grade; None where there is no score.
        graded: days with a grade, of those who lost theirs.

    Returns:
        number, cause, days of punishment, days of it without a true ground, and whether the replay gives the ledger's.
    """
    if terms is None or not book.is_graded:
        return _row(book, ((OWN, book.listed), (THROUGH_OTHERS, book.through)), is_replayed=True)
    replays = _Replays(book, terms, graded)
    ranks = terms.ranks()
    by_acts, own, true = (replays.days(each, ranks) for each in (book.acts, book.own, book.true))
    with_ranks = merge((*replays.days(book.own), *replays.days(book.true)))
    lived = replays.days(book.lived, on=book.on_lists)
    is_replayed = days_in_both(book.graded, lived) == days_in(book.graded)
    is_replayed = is_replayed and (bool(terms.held_up) or lived == book.graded)
    of_nobody = replays.days((), ranks, on=NOWHERE)
    causes = (
        (OWN, merge((*book.listed, *_but_for(in_both(by_acts, own), of_nobody, book)))),
        (BY_STATE, _but_for(own, book.asked_others, book)),
        (THROUGH_OTHERS, merge((*book.through, *true))),
        (BY_RANK, with_ranks),
    )
    return _row(book, causes, is_replayed=is_replayed)


def _row(book: Book, causes: Collection[tuple[str, Spans]], *, is_replayed: bool) -> tuple[int, str, int, int, bool]:
    """The row of one resident, of whom these days have a true ground, by cause."""
    cause = next((name for name, days in causes if days_in_both(book.denied, days)), WRONGLY)
    denied = days_in(book.denied)
    grounded = merge(chain.from_iterable(days for _, days in causes))
    return book.resident, cause, denied, denied - days_in_both(book.denied, grounded), is_replayed


def _but_for(days: Spans, others: Spans, book: Book) -> Spans:
    """Days where they hold more days of punishment than these others explain; else none."""
    both = in_both(days, others)
    return days if not both or days_in_both(book.denied, days) > days_in_both(book.denied, both) else ()


class _Replays:
    """The days on which movements put one resident into a grade that harms; like movements are replayed once."""

    def __init__(self, book: Book, terms: Terms, graded: Mapping[int, Spans]) -> None:
        self._book, self._terms, self._graded = book, terms, graded
        self._found: list[tuple[tuple[Movement, ...], Mapping[int, Spans], _ByScore]] = []

    def days(
        self, movements: tuple[Movement, ...], but_for: Collection[int] = (), *, on: Mapping[int, Spans] | None = None
    ) -> Spans:
        """Days by movements, of scores but for these; on lists on true grounds, where nothing else is said."""
        by_score = self._by_score(movements, self._book.truly_on_lists if on is None else on)
        days = merge(chain.from_iterable(spans for code, spans in by_score.items() if code not in but_for))
        return while_graded(days, self._book.resident, self._graded)

    def _by_score(self, movements: tuple[Movement, ...], on: Mapping[int, Spans]) -> _ByScore:
        for known, lists, found in self._found:
            if known == movements and lists == on:
                return found
        is_true = movements == self._book.of_true.movements
        replay = self._book.of_true if is_true else Replay(movements)
        found = denied_by_score(replay, self._terms, self._book.first_day, on)
        self._found.append((movements, on, found))
        return found
