"""The ways out: a search over what holds somebody down, for a sequence of permitted acts and waits that frees them.

A state is a set of holds (open grounds, debits, overrides) and a number of points. A move lets a hold end by time, ends
it by an act, or adds points by an act; an act is open only if nothing in force in that state denies what it needs. Free
is a state in which nothing is taken from anybody but for a time that the file names. No wait takes longer than
`HORIZON`. Moves only ever free: what one opens stays open, so a state that was seen need not be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contexts import words_of
from glasstown.review.contract import At
from glasstown.review.reach import grade_at, grades_of
from glasstown.scheme.model_lists import Consequence
from glasstown.scheme.model_scores import Score
from glasstown.vocab.evidence import Figure

HORIZON: Final = 3_650
"""Days within which a way out has to end: ten years."""

MOST_STATES: Final = 5_000
"""States looked at from one start; beyond them nobody can tell."""

WORK: Final = ("public-job", "private-job", "prestige-job", "promotion", "driving", "licence")
"""What people earn by: who is kept from it may not have the money that a way out takes."""

Hold = tuple[str, str]
"""What holds somebody: its table and name."""


@dataclass(frozen=True, slots=True)
class State:
    """What holds somebody, and the points they have in the score that is looked at (None where there is none)."""

    holds: frozenset[Hold]
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How a search ended: whether somebody gets free, by what, and whether that takes money while work is denied."""

    free: bool
    steps: tuple[str, ...] = ()
    earned: bool = False
    cut_short: bool = False


class Exits:
    """The moves of one scheme, for one of its scores."""

    def __init__(self, case: Case, score: Score | None = None, debit: Decimal = Decimal(0)) -> None:
        """Keep what moves need; `debit` is what the rule that holds somebody took in all."""
        self.case, self.scheme, self.score, self.debit = case, case.scheme, score, debit
        self.ending = tuple(one for one in case.detriments if self._ends(one))
        self.grades = grades_of(self.scheme, self.scheme.slot_of(score.id)) if score else ()

    def _ends(self, one: Consequence) -> bool:
        """Whether the file says after how long a consequence is over, and that it is so within the horizon."""
        lasts = self.case.number(At("consequence", one.id, "duration_days"))
        return lasts is not None and lasts <= HORIZON

    def search(self, start: State) -> Way:
        """Look for a free state."""
        waiting: list[tuple[State, tuple[str, ...], bool]] = [(start, (), False)]
        seen = {start}
        while waiting:
            state, steps, earned = waiting.pop()
            forced = self.in_force(state)
            if all(one in self.ending for one in forced):
                return Way(free=True, steps=steps, earned=earned)
            if len(seen) > MOST_STATES:
                return Way(free=False, cut_short=True)
            denied = {name for one in forced for name in one.deny}
            for label, act, after in self.moves(state, denied):
                if after not in seen:
                    seen.add(after)
                    costly = bool(act and words_of("earned", act) and denied & set(WORK))
                    waiting.append((after, (*steps, label), earned or costly))
        return Way(free=False)

    def in_force(self, state: State) -> tuple[Consequence, ...]:
        """What is taken from somebody in a state."""
        lists = {one.on_list for one in self.scheme.grounds if ("ground", one.id) in state.holds}
        place = grade_at(self.grades, state.points) if state.points is not None and self.grades else -1
        for one in self.scheme.overrides:
            if ("override", one.id) in state.holds:
                place = max(place, next((n for n, g in enumerate(self.grades) if g.id == one.grade), -1))
        held = self.grades[place].id if place >= 0 else ""
        return tuple(
            c for c in self.case.detriments if (c.on_list and c.on_list in lists) or (held and c.grade == held)
        )

    def moves(self, state: State, denied: set[str]) -> Iterator[tuple[str, str, State]]:
        """What somebody can do or wait for in a state: words, the act it takes ("" for none), and the state after."""
        for hold in sorted(state.holds):
            yield from self._of_hold(state, hold, denied)
        if state.points is not None and self.score is not None:
            yield from self._of_points(state, self.score, denied)

    def is_open(self, act: str, denied: set[str]) -> bool:
        """Whether nothing that an act needs is denied."""
        return not set(self.case.needs_of(act)) & denied

    def _of_hold(self, state: State, hold: Hold, denied: set[str]) -> Iterator[tuple[str, str, State]]:
        table, name = hold
        freed = State(state.holds - {hold}, state.points)
        if table == "ground":
            ground = next(one for one in self.scheme.grounds if one.id == name)
            if _soon(ground.term_days):
                yield f"wait until {name} ends", "", freed
            for act in ground.exit_acts:
                if self.is_open(act, denied):
                    yield f"{act} ends {name}", act, freed
        elif table == "override":
            override = next(one for one in self.scheme.overrides if one.id == name)
            if _soon(override.within_days) or _soon(override.younger_days):
                yield f"wait until {name} is over", "", freed
        elif table == "rule":
            rule = next(one for one in self.scheme.rules if one.id == name)
            if _soon(rule.expires_days):
                yield f"wait until {name} expires", "", State(freed.holds, self._more(state.points, self.debit))
        yield from self._repairs(state, hold, denied)

    def _repairs(self, state: State, hold: Hold, denied: set[str]) -> Iterator[tuple[str, str, State]]:
        for one in self.scheme.repairs:
            if not self.is_open(one.act, denied):
                continue
            if hold == ("ground", one.ground):
                yield f"{one.act} repairs {hold[1]}", one.act, State(state.holds - {hold}, state.points)
            elif hold[0] == "rule" and hold[1] in one.rules and one.points and state.points is not None:
                yield (
                    f"{one.act} repairs {hold[1]}",
                    one.act,
                    State(state.holds, self._more(state.points, one.points.value)),
                )

    def _of_points(self, state: State, score: Score, denied: set[str]) -> Iterator[tuple[str, str, State]]:
        back = score.returns
        if 0 < back.reset_days <= HORIZON or 0 < back.decay_days <= HORIZON:
            yield "wait until the score goes back to its start", "", State(state.holds, score.start_points)
        for rule in self.scheme.rules:
            mine = self.scheme.slot_of(rule.score) == self.scheme.slot_of(score.id)
            if mine and rule.points[1] > 0 and self.is_open(rule.act, denied):
                yield f"{rule.act} earns points", rule.act, State(state.holds, self._more(state.points, rule.points[1]))

    def _more(self, points: Decimal | None, more: Decimal) -> Decimal | None:
        return None if points is None or self.score is None else min(self.score.high_points, points + more)


def _soon(figure: Figure | None) -> bool:
    return figure is not None and figure.value <= HORIZON
