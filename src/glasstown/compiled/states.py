"""The tables of conditions, and of points that stand while they hold."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

import numpy as np

from glasstown.compiled.formulas import lower_formulas
from glasstown.compiled.index import formulas_of
from glasstown.compiled.inferences import formulas_of_inferences
from glasstown.compiled.model_states import FormulaTables, StateTables
from glasstown.compiled.votes import formulas_of_votes
from glasstown.scheme.formula import Node
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_index import Index
from glasstown.scheme.model_lists import Consequence, Ground
from glasstown.scheme.model_repairs import Repair
from glasstown.scheme.model_rules import Rule
from glasstown.vocab.arrays import I32
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli
from glasstown.vocab.variables import GAUGE, INFERRED, KNOWN, LISTED, MONTH, SCORE_OF


def lower_conditions(scheme: Scheme, start: dt.date) -> FormulaTables:
    """Every condition of a scheme: of state rules, rules, consequences, grounds, who is scored, repairs.

    Args:
        scheme: a scheme without faults.
        start: date of day 0, for those that ask for the month.
    """
    roots = conditions_of(scheme)
    of_rules = [rule for rule in scheme.rules if rule.when is not None]
    first = len(scheme.state_rules)
    numbers = {rule.id: first + place for place, rule in enumerate(of_rules)}
    about = {f"{LISTED}{one.id}": number for number, one in enumerate(scheme.lists)}
    for number, one in enumerate(scheme.meters):
        about |= {f"{GAUGE}{one.gauge}": number, f"{KNOWN}{one.gauge}": number}
    about |= {f"{INFERRED}{one.id}": number for number, one in enumerate(scheme.inferences)}
    about |= {f"{SCORE_OF}{one.id}": slot for slot, one in enumerate(scheme.scores) if one.id}
    about[MONTH] = start.toordinal()
    of_rule = np.array([numbers.get(rule.id, -1) for rule in scheme.rules], dtype=np.int32)
    return lower_formulas(roots, about, of_rule)


def conditions_of(scheme: Scheme) -> tuple[Node, ...]:
    """The conditions, and the formulas of a score, in the order of their numbers."""
    of_rules = (rule.when for rule in scheme.rules if rule.when is not None)
    of_consequences = (row.when for row in scheme.consequences if row.when is not None)
    of_grounds = (row.when for row in scheme.grounds if row.when is not None)
    states = (rule.when for rule in scheme.state_rules)
    of_subjects = () if scheme.subjects.when is None else (scheme.subjects.when,)
    of_repairs = (row.when for row in scheme.repairs if row.when is not None)
    conditions = (*states, *of_rules, *of_consequences, *of_grounds, *of_subjects, *of_repairs)
    return (*conditions, *formulas_of_votes(scheme), *formulas_of_inferences(scheme), *formulas_of(index_of(scheme)))


def of_consequences(scheme: Scheme) -> I32:
    """(consequences,) number of the condition of each, -1 for none."""
    return _numbered(scheme.consequences, len(scheme.state_rules) + _conditional(scheme.rules))


def of_grounds(scheme: Scheme) -> I32:
    """(grounds,) number of the condition of each, -1 for none."""
    before = len(scheme.state_rules) + _conditional(scheme.rules) + _conditional(scheme.consequences)
    return _numbered(scheme.grounds, before)


def of_subjects(scheme: Scheme) -> int:
    """The number of the condition of whoever is scored, -1 where there is none."""
    if scheme.subjects.when is None:
        return -1
    rows = (scheme.rules, scheme.consequences, scheme.grounds)
    return len(scheme.state_rules) + sum(_conditional(one) for one in rows)


def of_repairs(scheme: Scheme) -> I32:
    """(repairs,) number of the condition of each, -1 for none."""
    return _numbered(scheme.repairs, first_of_votes(scheme) - _conditional(scheme.repairs))


def _conditional(rows: Sequence[Rule | Consequence | Ground | Repair]) -> int:
    return sum(row.when is not None for row in rows)


def _numbered(rows: Sequence[Consequence | Ground | Repair], first: int) -> I32:
    numbers = itertools.count(first)
    return np.array([-1 if row.when is None else next(numbers) for row in rows], dtype=np.int32)


def first_of_index(scheme: Scheme) -> int:
    """The number of the first formula by which a score is worked out."""
    return len(conditions_of(scheme)) - len(formulas_of(index_of(scheme)))


def first_of_inferences(scheme: Scheme) -> int:
    """The number of the first formula of an inference."""
    return first_of_index(scheme) - len(formulas_of_inferences(scheme))


def first_of_votes(scheme: Scheme) -> int:
    """The number of the first condition of a vote."""
    return first_of_inferences(scheme) - len(formulas_of_votes(scheme))


def index_of(scheme: Scheme) -> Index | None:
    """How the score is worked out anew, where it is."""
    return scheme.score.index if scheme.score else None


def lower_states(scheme: Scheme) -> StateTables:
    """Lower all state rules, by name."""
    rows = scheme.state_rules
    return StateTables(
        digest=np.array([name_digest(row.id) for row in rows], dtype=np.uint32),
        formula=np.arange(len(rows), dtype=np.int32),
        points=np.array([milli(row.points.value) for row in rows], dtype=np.int64),
        slot=np.array([scheme.slot_of(row.score) for row in rows], dtype=np.uint8),
        every=np.array([int(row.refresh_days.value) for row in rows], dtype=np.int32),
    )
