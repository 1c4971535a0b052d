"""Replaying a score by hand: what would somebody's grade have been, had some entries not been made?

The acts stay as they were lived; only the book is kept again. The rules of the book:

1. The score begins at the scheme's start. What is due is handled in order of day; on one day first the
   ends of counts, then expiries, then records, then what others share; among these by reference, origin and rule.
2. A rule that bites from the k-th record within some days counts the records that stay, and moves
   nothing before the k-th. A record counts for that many days, its own included.
   A rule that asks several sources to agree moves points by the record with which enough different ones, trusted enough
   together, come to have records that count.
   A rule that moves points once in some days, or with its group no more than the largest of them, moves what is left
   by the records that stay; its points are those of the rule. Where points rise with each record that counts, they
   are those of the records that stay; a limit lets through what these have left of it.
3. `each-entry`: the score is clamped into its range after every movement, and an expiry gives back what
   was really applied. `on-reading`: the sum stays open, an expiry gives back the points in full, and
   only the score that is read is clamped.
   What others share moves the score as it stands in the ledger, counts for no repeat, and expires with its rule.
4. An entry expires the rule's number of days after its own day, if that is before the horizon.
   Discretion is kept as it was drawn.
5. The grade is read at the end of a step and is in force from the next day, so days under a
   consequence come in whole steps. Before the end of the first step the grade of the start score holds.
6. Points that stand while something is so of a resident are given on the day of the ledger, and what was really
   applied is taken back on the day on which they end: no record is behind them. Conditions are kept as they were.
   Points for a quantity that was read move the score after them, and stay.
7. An appeal that was upheld takes back, at the end of its step, what the debit really moved unless that has come
   back already, and what it counted for; an override counts its record no more. A score that is worked out anew is,
   from the day of the ledger, what stands there: as it was, or by what is true.
8. While an override holds, no better grade than its own is in force: see `audit.overrides`.
9. A score that goes back to its start, and what stands, does so from where this book has it, at the end of a step,
   after all else. What it is set back from comes back no more.
10. Each score has a book of its own, with its own rules, grades and overrides.
11. A repair is done at the end of its step, after appeals: see `audit.repaired`. What it lowers comes back by less.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from glasstown.audit.movements import Movement
from glasstown.audit.repaired import REPAIR, Held, day_of, lower, place_of
from glasstown.audit.returns import RESET, days_of_return, part_of
from glasstown.audit.terms import Terms
from glasstown.ledger.model_names import RuleRow
from glasstown.vocab.codes import Entry

OPEN_SUM: Final = "on-reading"

_REPEAT, _PER, _GROUP, _AGREE, _CAP = "repeat", "per", "group", "agree", "cap"
"""What is counted: records, records that moved points, and points that a group took, or that a limit let through."""

_COUNT_ENDS, _EXPIRY, _RECORD, _SHARED, _WORKED_OUT, _STANDS, _APPEAL, _READ, _RATED = 0, 1, 2, 4, 7, 8, 9, 10, 12

_OF_ENTRY: Final = {int(Entry.STATE): _STANDS, int(Entry.REFRESH): _WORKED_OUT, int(Entry.PEER): _RATED,
                    int(Entry.QUANTITY): _READ}  # fmt: skip
"""Movements behind which there is no record, as something that is due."""

_REFRESHED, _OF_OTHERS = int(Entry.REFRESH), int(Entry.ASSOCIATION)
_OF_OVERRIDES: Final = (Entry.OVERRIDE, Entry.LIFTED)


class _Due(NamedTuple):
    """Something that is due, in the order of handling."""

    step: int
    day: int
    kind: int
    place: tuple[int, int]
    """Address of the act, and digest of the source's name: the order of a file decides nothing."""
    origin: int
    rule: int
    via: int
    amount: int
    counted: str = ""
    """Which count ends: that of repeats, of records that moved points, or of what a group took."""


def _record(row: _Due) -> tuple[object, ...]:
    """One record and the rule that answered it: place, origin, rule and via."""
    return row[3:7]


def _moves(movement: Movement, terms: Terms) -> bool:
    """Whether a movement is of a score, and not only counted."""
    return movement.score == terms.code and movement.kind not in _OF_OVERRIDES


class _Book:
    """A score that is being kept: what it reads, what is due, and which records count for repeats."""

    def __init__(self, terms: Terms, movements: Iterable[Movement]) -> None:
        self.terms = terms
        self.open_sum = terms.score.start_milli
        self.reading = terms.score.start_milli
        self.tallies: defaultdict[tuple[str, int | str], int] = defaultdict(int)
        self.standing: dict[int, int] = {}
        self.held: dict[tuple[object, ...], Held] = {}
        self.repaired: defaultdict[int, list[int]] = defaultdict(list)
        self.due = [self._first(movement) for movement in movements]
        self.due += [_Due(step, day, kind, (0, 0), 0, 0, 0, 0) for step, day, kind in days_of_return(terms)]
        heapq.heapify(self.due)

    def _first(self, m: Movement) -> _Due:
        """One movement as something that is due."""
        step, day = m.day // self.terms.step_days, m.day
        if m.kind == _OF_OTHERS:
            return _Due(step, day, _SHARED, self._place(m.ref), m.origin, m.rule, m.via, m.points_milli)
        kind = _OF_ENTRY.get(m.kind, _SHARED if m.via else _RECORD)
        if m.kind == Entry.APPEAL:  # after everything that was due in its step
            kind, day = _APPEAL, (step + 1) * self.terms.step_days
        elif m.kind == Entry.REPAIR:
            place, day = place_of(m.day, *self._place(m.ref)), (step + 1) * self.terms.step_days
            return _Due(step, day, REPAIR, place, m.origin, m.rule, m.via, 0)
        return _Due(step, day, kind, self._place(m.ref), m.origin, m.rule, m.via, m.points_milli)

    def _place(self, ref: int) -> tuple[int, int]:
        """Where a record stands among those of its day: by act, then by name of the source."""
        digests = self.terms.source_digests
        source = (ref >> 3) & 63
        return ref >> 9, digests[source] if source < len(digests) else source

    def handle(self, row: _Due) -> None:
        """Do what one due row says."""
        if row.kind in {_RECORD, _SHARED}:
            self._record(row)
        elif row.kind == _APPEAL:
            self._take_back(row)
        elif row.kind in {_COUNT_ENDS, _EXPIRY} and self._comes_to_nothing(row):
            return
        elif row.kind == _COUNT_ENDS:
            self.tallies[self._tally(row.counted, self.terms.rules[row.rule])] -= row.amount
        elif row.kind == _EXPIRY:
            held = self.held[_record(row)]
            self._move(row.amount - (held.given + held.took))  # less what was repaired of it
        elif row.kind in (_READ, _RATED):
            self._move(row.amount)
        elif row.kind == REPAIR:
            self._repair(row)
        elif row.kind == _WORKED_OUT:
            self.open_sum = self.reading = row.amount
        elif row.kind == _STANDS:
            self._stand(row)
        else:
            self._go_back(row.kind)

    def _comes_to_nothing(self, row: _Due) -> bool:
        """Whether what would end or come back has been taken back, or the score been set to its start since."""
        held = self.held[_record(row)]
        return held.taken_back or (held.is_over and row.kind == _EXPIRY)

    def _stand(self, row: _Due) -> None:
        """Points that begin to stand, or that stand no more: what is taken back is what was applied."""
        begins = row.rule not in self.standing
        moved = self._move(row.amount if begins else -self.standing.pop(row.rule))
        if begins:
            self.standing[row.rule] = moved

    def _go_back(self, kind: int) -> None:
        """Go some of the way back to the start, or all of it: then nothing that was moved comes back."""
        score = self.terms.score
        here = self.open_sum if score.cap == OPEN_SUM else self.reading
        way = score.start_milli + sum(self.standing.values()) - here
        if kind == RESET:
            for held in self.held.values():
                held.given, held.is_over = 0, True
        elif score.decay_micro:
            way = part_of(way, score.decay_micro)
        else:
            way = min(max(way, -score.decay_milli), score.decay_milli)
        self._move(way)

    def _record(self, row: _Due) -> None:
        """Let a rule answer a record."""
        rule = self.terms.rules[row.rule]
        held = self.held[_record(row)] = Held(day=row.day, rule=row.rule)
        points = row.amount
        if not row.via:
            points = self._left(row, rule)
        held.given = given = self._move(points)
        held.took = -given
        held.lapses = None if rule.expires_days is None else row.day + rule.expires_days
        if given and rule.expires_days is not None:
            self._later(row, rule.expires_days, _EXPIRY, -given)

    def _repair(self, row: _Due) -> None:
        """Give back what a record repairs, unless enough of them count already."""
        repair, day = self.terms.repairs[row.rule], day_of(row.place)
        done = self.repaired[row.rule]
        counting = [one for one in done if repair.per_days is not None and one + repair.per_days > day]
        if len(counting) < repair.most or repair.per_days is None:
            points = lower(repair, day, min(row.day, self.terms.horizon_days), self.held.values())
            done += [day] if points else []
            self._move(points)

    def _left(self, row: _Due, rule: RuleRow) -> int:
        """What a rule still moves: not before the k-th record, nor beyond what it or its group has moved."""
        is_drawn = rule.per_days is None and not rule.group and rule.agree_days is None and not rule.rising_milli
        points = row.amount if is_drawn else self.terms.points_of(rule, row.day)
        if rule.repeat_count is not None and rule.repeat_within_days is not None:
            self._count(row, _REPEAT, rule.repeat_within_days, 1)
            points = self._from_the_kth(rule, points, self.tallies[self._tally(_REPEAT, rule)] - rule.repeat_count)
        if rule.agree_count is not None and rule.agree_days is not None:
            before = self._agreed(rule, rule.agree_count)
            self._count(row, f"{_AGREE}{row.place[1]}", rule.agree_days, 1)
            points = points if self._agreed(rule, rule.agree_count) and not before else 0
        if rule.per_days is not None and self.tallies[self._tally(_PER, rule)]:
            points = 0
        if rule.group_days is not None and points < 0:
            points = -max(-points - self.tallies[self._tally(_GROUP, rule)], 0)
        points = self._within_limit(row, rule, points)
        if rule.group_days is not None and points < 0:
            self._count(row, _GROUP, rule.group_days, -points)
        if rule.per_days is not None and points:
            self._count(row, _PER, rule.per_days, 1)
        return points

    @staticmethod
    def _from_the_kth(rule: RuleRow, points: int, further: int) -> int:
        """Nothing before the k-th record; of a rule whose points rise, those of so many records after it."""
        if further < 0 or not rule.rising_milli:
            return points if further >= 0 else 0
        return rule.rising_milli[min(further, len(rule.rising_milli) - 1)]

    def _within_limit(self, row: _Due, rule: RuleRow, points: int) -> int:
        """What a limit lets through of some points, and counts."""
        if rule.cap_days is None or not points or (points < 0) != (rule.cap_milli < 0):
            return points
        left = max(abs(rule.cap_milli) - self.tallies[self._tally(_CAP, rule)], 0)
        size = min(abs(points), left)
        if size:
            self._count(row, _CAP, rule.cap_days, size)
        return -size if points < 0 else size

    def _agreed(self, rule: RuleRow, least: int) -> bool:
        """Whether enough different sources, trusted enough together, have records that count."""
        names = [f"{_AGREE}{digest}" for digest in self.terms.source_digests]
        having = [s for s, name in enumerate(names) if self.tallies[self._tally(name, rule)] > 0]
        return len(having) >= least and sum(self.terms.trusts[s] for s in having) >= rule.agree_trust_milli

    def _tally(self, count: str, rule: RuleRow) -> tuple[str, int | str]:
        return count, {_GROUP: rule.group, _CAP: rule.cap}.get(count, rule.code)

    def _count(self, row: _Due, count: str, days: int, amount: int) -> None:
        """Count a record, or some thousandths, for so many days."""
        self.tallies[self._tally(count, self.terms.rules[row.rule])] += amount
        self.held[_record(row)].counts += ((count, amount, row.day + days),)
        self._later(row, days, _COUNT_ENDS, amount, count)

    def _take_back(self, row: _Due) -> None:
        """Take back one debit, as far as it has been made."""
        held, end = self.held.get(_record(row)), min(row.day, self.terms.horizon_days)
        if held is None:
            return
        if held.lapses is None or held.lapses >= end:
            self._move(-held.given)
        for count, amount, ends in held.counts:
            if ends >= end:
                self.tallies[self._tally(count, self.terms.rules[row.rule])] -= amount
        held.taken_back = True

    def _move(self, points: int) -> int:
        """Move the score; returns what an expiry would have to give back."""
        score = self.terms.score
        before = self.reading
        self.open_sum += points
        wanted = self.open_sum if score.cap == OPEN_SUM else before + points
        self.reading = min(max(wanted, score.low_milli), score.high_milli)
        return points if score.cap == OPEN_SUM else self.reading - before

    def _later(self, row: _Due, days: int, kind: int, amount: int, count: str = "") -> None:
        """Put something on the agenda, unless the run ends before."""
        day = row.day + days
        if day < self.terms.horizon_days:
            step = day // self.terms.step_days
            heapq.heappush(self.due, _Due(step, day, kind, row.place, row.origin, row.rule, row.via, amount, count))


def _as_worked_out(movements: Iterable[Movement], terms: Terms) -> list[tuple[int, int]]:
    """The score of somebody whose score is only ever worked out anew, as a rank is."""
    last = {one.day // terms.step_days: one.points_milli for one in sorted(movements)}
    return [(step, reading) for step, reading in sorted(last.items()) if step < terms.steps]


def scores_by_step(movements: Iterable[Movement], terms: Terms) -> list[tuple[int, int]]:
    """The score as read at the end of every step in which something was due: (step, thousandths)."""
    movements = [one for one in movements if _moves(one, terms)]
    if all(one.kind == _REFRESHED for one in movements) and not days_of_return(terms):
        return _as_worked_out(movements, terms)
    book = _Book(terms, movements)
    path: list[tuple[int, int]] = []
    while book.due and book.due[0].step < terms.steps:
        step = book.due[0].step
        while book.due and book.due[0].step == step:
            book.handle(heapq.heappop(book.due))
        path.append((step, book.reading))
    return path
