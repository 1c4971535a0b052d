"""What a scheme makes of records in one world: rules, overrides, conditions, points that others get, grades."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.simulate.agreement import Agreements
from glasstown.simulate.caps import Caps
from glasstown.vocab.arrays import I32, I64, U8, U16, U32, U64


class Rulebook(NamedTuple):
    """What records do to scores; see `compiled.model.RuleTables`. `limits`: (slots, 2) ends in thousandths.

    `each_entry`: (slots,) 1 for clamped entries. `tallies`: counts of rules and overrides; those of grounds follow.
    """

    first: I32
    number: I32
    order: I32
    low: I64
    high: I64
    grain: I64
    expires: I32
    tally: I32
    repeat: I32
    within: I32
    per: I32
    per_days: I32
    group: I32
    group_days: I32
    sources: U64
    digest: U32
    holder: U8
    slot: U8
    favour: I64
    source_digest: U32
    declared: U32
    agree: Agreements
    caps: Caps
    limits: I64
    each_entry: U8
    tallies: int


class Overrides(NamedTuple):
    """What holds residents to a grade; see `compiled.model_points.OverrideTables`. `needed`: its `count`."""

    first: I32
    number: I32
    order: I32
    sources: U64
    tally: I32
    needed: I32
    within: I32
    on_list: U16
    slot: U8
    grade: U8
    carries: U8
    younger: I32


class Formulas(NamedTuple):
    """Conditions, as programs; see `compiled.model_states.FormulaTables`."""

    pairs: I64
    start: I32
    of_rule: I32


class Asked(NamedTuple):
    """Conditions with what they ask about in one step.

    The columns of `Formulas`; `facts`: (facts, residents) thousandths; `stack`: room for the numbers of a formula;
    `tied`: (residents,) bits of ties to officials, by `vocab.officials`.
    """

    pairs: I64
    start: I32
    of_rule: I32
    facts: I64
    stack: I64
    tied: U8


class States(NamedTuple):
    """Points that stand while a condition holds; see `compiled.model_states.StateTables`."""

    formula: I32
    points: I64
    slot: U8
    every: I32


class Counts(NamedTuple):
    """Records that formulas count; see `compiled.model_states.CountTables`. `rows`: row of each among the facts.

    `disputed`: (acts,) days for which a record that can lower a score counts, and can be disputed; -1 for other acts.
    """

    act: I32
    days: I32
    rows: I32
    disputed: I32


class Answering(NamedTuple):
    """Whose points others get as well; see `compiled.model.AssociationTables`."""

    tie: U8
    losses: U8
    gains: U8
    micro: I64
    rules: U8


class Ladder(NamedTuple):
    """Grades: (grades + 1,) tables; those of a score are numbers `first[slot]` to `first[slot + 1] - 1`.

    `near_limit` is the score under which the next grade down is felt, `reach` that from which on a better grade that
    favours something is in reach, up to where that grade begins. `fades`: days after a warning until half of its
    deterrence is gone, and until all of it is. `weight`: (slots,) of the nearness of each score in the public class;
    the scores of one kind of subject have weights of their own.
    """

    first: I64
    at_least: I64
    near_limit: I64
    reach: I64
    fades: I64
    weight: I64
