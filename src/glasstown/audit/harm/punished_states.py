"""Days of punishment as a walk between states: in which grade that harms, or on what else, and when it ends.

A state is the lowest grade that harms by itself on a day, else "list": on a list that punishes, or under a
consequence of one, or through others. Counts add up over worlds: days at risk of leaving a state, moves from it, and
lengths of spells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from glasstown.audit.harm.contract import Bundle, Counts, Undefined, named, under
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.punishment import punished_days
from glasstown.ledger.reader import Ledger
from glasstown.vocab.arrays import AnyArray

LIST: Final = "list"
FREE: Final = "free"

Piece = tuple[int, int, str]
"""First day, first day after, and state."""


def tally_states(bundle: Bundle) -> Counts | Undefined:
    """Days at risk of each state, moves between states and out of them, entries, and lengths of whole spells."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    horizon, counts = ledger.manifest.horizon_days, Counter[str]()
    graded = _graded(ledger)
    denied = punished_days(ledger).denied
    counts["ever"] = len(denied)
    for resident, spans in denied.items():
        counts["still"] += spans[-1][1] >= horizon
        for span in spans:
            counts[named("length", "open" if span[1] >= horizon else "ended", span[1] - span[0])] += 1
            walk = list(_states(span, graded.get(resident, ())))
            counts[named("entry", walk[0][2])] += 1
            for (start, end, state), after in zip(walk, [*walk[1:], None], strict=True):
                is_last = end >= horizon
                counts[named("risk", state)] += end - start - is_last
                if not is_last:
                    counts[named("move", state, after[2] if after else FREE)] += 1
    return dict(counts)


def _graded(ledger: Ledger) -> dict[int, tuple[Piece, ...]]:
    """Spells under grades that harm, by resident: the worst grade last."""
    names = ledger.manifest.names
    grades = {row.code: row.id for row in names.grades}
    harming = {row.code for row in names.consequences if row.harms and row.grade and row.scope == "self"}
    found: dict[int, list[tuple[int, int, int]]] = {}
    rows = ledger.table("spells").select("resident", "consequence", "grade", "start_day", "end_day")
    for resident, code, grade, start, end in rows.iter_rows():
        if code in harming and grade and end > start:
            found.setdefault(resident, []).append((grade, start, end))
    return {who: tuple((s, e, grades[g]) for g, s, e in sorted(rows)) for who, rows in found.items()}


def _states(span: tuple[int, int], graded: tuple[Piece, ...]) -> Iterator[Piece]:
    """One span of punishment cut where its state changes."""
    start, end = span
    mine = [(max(s, start), min(e, end), state) for s, e, state in graded if s < end and e > start]
    edges = sorted({start, end, *(s for s, _, _ in mine), *(e for _, e, _ in mine)})
    before: Piece | None = None
    for low, high in pairwise(edges):
        state = next((one for s, e, one in reversed(mine) if s <= low < e), LIST)
        if before and before[2] == state:
            before = (before[0], high, state)
        else:
            if before:
                yield before
            before = (low, high, state)
    if before:
        yield before


def states_of(counts: Counts) -> list[str]:
    """Every state that anybody was in, in order of name."""
    return sorted({name[0] for name in under(counts, "risk")})


def staying(counts: Counts) -> tuple[list[str], AnyArray]:
    """The states, and the matrix of daily probabilities of going from one to another while punished.

    Returns:
        States, and Q of shape (states, states): maximum-likelihood of a Markov chain by days.
    """
    states = states_of(counts)
    q = np.zeros((len(states), len(states)))
    for i, state in enumerate(states):
        risk = counts[named("risk", state)]
        if not risk:
            q[i, i] = 1.0
            continue
        out = sum(under(counts, "move", state).values())
        q[i, i] = 1 - out / risk
        for j, other in enumerate(states):
            if i != j:
                q[i, j] = counts.get(named("move", state, other), 0) / risk
    return states, q


def lengths_of(counts: Counts) -> tuple[dict[int, float], dict[int, float]]:
    """Spells by length in days: those that ended, and those still open at the end."""
    ended, still = (
        {int(name[0]): number for name, number in under(counts, "length", what).items()} for what in ("ended", "open")
    )
    return ended, still
