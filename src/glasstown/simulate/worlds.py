"""The tables of one world: scheme, behaviour and society joined, in the form the kernels read."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from glasstown.compiled.consent import ConsentTables
from glasstown.compiled.process import AppealTables
from glasstown.kernels.bounds import Bounds
from glasstown.kernels.ghosts import Ghosts
from glasstown.kernels.rates import Rates
from glasstown.kernels.streams import Declared
from glasstown.simulate.act_facts import ActTables, Start
from glasstown.simulate.charges import Consequences, Grounds, Officers
from glasstown.simulate.drop_tables import Dropping
from glasstown.simulate.going_back import Returns
from glasstown.simulate.holding import Holding
from glasstown.simulate.indexing import Index
from glasstown.simulate.inferences import Inferences
from glasstown.simulate.meters import Meters
from glasstown.simulate.peers import Peers
from glasstown.simulate.quantity_points import QuantityRules
from glasstown.simulate.repairs import Repairs
from glasstown.simulate.rulebook import Answering, Counts, Formulas, Ladder, Overrides, Rulebook, States
from glasstown.simulate.watchers import Patrols, Watchers
from glasstown.vocab.arrays import I64, U8, U64


class World(NamedTuple):
    """All tables of one world.

    `learning`: (16, 2) u64 words of the chance to learn of the scheme in a step. `look_up`: (48,) thresholds of 32
    bits that the other side of an attempt looks, by bit of the capacity. `judges`, `judge_limits`: officials of
    grounds, and how many cases they can. `lists_kept`: 1 for those kept. `watch_class`: (162,) by
    `vocab.watching.KINDS`. `facts`: what conditions ask about.
    `qualifies`: number of the condition of whoever is scored, -1 for none. `starts`: of scores, 1/1000.
    `scores_of`: whose each score is, by place in `vocab.organisations.SUBJECTS`.
    """

    has_scheme: bool
    rates: Rates
    bounds: Bounds
    by_act: ActTables
    start: Start
    look_up: U64
    declared: Declared
    ghosts: Ghosts
    logs: Ghosts
    dropping: Dropping
    watchers: Watchers
    watch_class: U8
    patrols: Patrols
    holding: Holding
    rules: Rulebook
    repairs: Repairs
    overrides: Overrides
    formulas: Formulas
    states: States
    quantities: QuantityRules
    returns: Returns
    counts: Counts
    meters: Meters
    inferences: Inferences
    indexing: Index
    facts: tuple[tuple[str, int], ...]
    answering: Answering
    peers: Peers
    ladder: Ladder
    learning: U64
    covered: tuple[int, int]
    aware_at_start: tuple[int, int]
    min_age_days: int
    qualifies: int
    starts: I64
    scores_of: U8
    tallies: int
    grounds: Grounds
    judges: Officers
    judge_limits: tuple[Fraction | None, ...]
    lists_kept: U8
    consequences: Consequences
    appeals: AppealTables
    consent: ConsentTables
    age_bands: U8
