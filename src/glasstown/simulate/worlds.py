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
from glasstown.simulate.agreement import Agreements
from glasstown.simulate.charges import Consequences, Grounds, Officers
from glasstown.simulate.drop_tables import Dropping
from glasstown.simulate.holding import Holding
from glasstown.simulate.indexing import Index
from glasstown.simulate.inferences import Inferences
from glasstown.simulate.meters import Meters
from glasstown.simulate.peers import Peers
from glasstown.simulate.watchers import Patrols, Watchers
from glasstown.vocab.arrays import I8, I32, I64, U8, U16, U32, U64


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
    """Records that formulas count; see `compiled.model_states.CountTables`. `rows`: row of each among the facts."""

    act: I32
    days: I32
    rows: I32


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
    deterrence is gone, and until all of it is.
    """

    first: I64
    at_least: I64
    near_limit: I64
    reach: I64
    fades: I64


class ActFacts(NamedTuple):
    """What each act needs and does; all of length acts.

    `capacity`: bits of `vocab.codes.Capacity`. `effect`, `asset`, `chance`: what accomplishing it does, with a
    threshold of 32 bits. `blocked_*`: what being denied it does.
    """

    capacity: U64
    effect: U8
    asset: U16
    chance: U64
    blocked_effect: U8
    blocked_asset: U16
    blocked_chance: U64


class Openings(NamedTuple):
    """What declared acts ask of who does them, all of length acts.

    `needs`, `lacks`: bits of assets at the start of the step. `brought_by`: bits of the consequences of which one must
    hold; 0 where none needs to.
    """

    needs: U16
    lacks: U16
    brought_by: U64


class Terms(NamedTuple):
    """What levels of degrees do to acts: rows `first` to `first + number` of each act, those that fail it first.

    `fails`: (acts,) how many of them let attempts come to nothing. By row: `degree`; `side`, -1 for levels below 0 and
    1 for those above; `effect` and `asset` of an act that was done; `chance`: (rows, 4) thresholds of 32 bits by levels
    away from 0; `name`: digest of the degree's name, the address of its luck.
    """

    first: I32
    number: U8
    fails: U8
    degree: U8
    side: I8
    effect: U8
    asset: U16
    chance: U64
    name: U32


class Offspring(NamedTuple):
    """Acts that may follow from others: (acts,) `first` row and `number`; by row the act, chance, name and standing."""

    first: I32
    number: U8
    act: U8
    chance: U64
    digest: U32
    needs: U16


class Harms(NamedTuple):
    """Who suffers from each act: kind of tie (0 none), what it does to them, how likely. `name`: digest of the draw."""

    tie: U8
    effect: U8
    asset: U16
    chance: U64
    name: U32


class Costs(NamedTuple):
    """`chance`: (acts, income fifths) threshold that a good deed leaves its doer short. `name`: digest of the draw."""

    chance: U64
    name: U32


class Seats(NamedTuple):
    """`place`: (acts,) what each act asks for, 0 nothing. `micro`: (places + 1,) seats per resident-year, 1e-6."""

    place: U8
    micro: I64


class Start(NamedTuple):
    """Lives on day 0 and at eighteen: thresholds of 32 bits.

    `assets`: (16,) share of adults with each bit. `needs`: (16,) standing bits for it. `private`, `chosen`: share of
    pupils at private schools, and at these or at the best public ones. `enters_work`: share of those who turn eighteen
    who look for work.
    """

    assets: U64
    needs: U16
    private: U64
    chosen: U64
    enters_work: U64


class World(NamedTuple):
    """All tables of one world.

    `learning`: (16, 2) u64 words of the chance to learn of the scheme in a step. `look_up`: (48,) thresholds of 32
    bits that the other side of an attempt looks, by bit of the capacity. `place_capacity`, `place_degree`: capacity
    that each place is for, and degree that moves people up or down for it, by place number (0 and -1 for none).
    `judges`, `judge_limits`: officials of grounds, and how many cases they can. `lists_kept`: 1 for those kept.
    `watch_class`: (162,) by `vocab.watching.KINDS`. `facts`: what conditions ask about. `starts`: of scores, 1/1000.
    """

    has_scheme: bool
    rates: Rates
    bounds: Bounds
    acts: ActFacts
    terms: Terms
    openings: Openings
    offspring: Offspring
    harms: Harms
    costs: Costs
    seats: Seats
    start: Start
    place_capacity: tuple[int, ...]
    place_degree: tuple[int, ...]
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
    overrides: Overrides
    formulas: Formulas
    states: States
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
    starts: I64
    tallies: int
    grounds: Grounds
    judges: Officers
    judge_limits: tuple[Fraction | None, ...]
    lists_kept: U8
    consequences: Consequences
    appeals: AppealTables
    consent: ConsentTables
    age_bands: U8
