"""What acts need, do, cost and lead to in one world, by act; and what lives begin with."""

from __future__ import annotations

from typing import NamedTuple

from glasstown.simulate.due_tables import Dues
from glasstown.vocab.arrays import I8, I32, I64, U8, U16, U32, U64


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


class ActTables(NamedTuple):
    """All tables by act of one world.

    `place_capacity`, `place_degree`: capacity that each place is for, and degree that moves people up or down for it,
    by place number (0 and -1 for none). `for_children`: capacities of which grown-ups make use for the household's
    children alone.
    """

    acts: ActFacts
    terms: Terms
    openings: Openings
    offspring: Offspring
    harms: Harms
    costs: Costs
    seats: Seats
    dues: Dues
    place_capacity: tuple[int, ...]
    place_degree: tuple[int, ...]
    for_children: int


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
