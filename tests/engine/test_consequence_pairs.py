"""Every consequence changes a life: one alone is switched off, and the stated sign is found in a later outcome.

A keyed half of a town stands in the worst grade from the first day; nobody knows it, so nothing but the
consequence can act. In the paired world the same consequence hangs on a grade that nobody reaches, which
is the world without a scheme. Residents of that half are compared with themselves (households of that half,
where the outcome is a household's): of those whose outcome differs, a sign test asks whether more moved the
stated way than chance would allow. All seeds are fixed. Each test alone would pass by chance once in a million.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import comb

import polars as pl
import pytest

from engine import halves
from engine.lives import Lived, edited, live, people_of, scheme_of
from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.consequences import BETTERMENTS, DENIALS, DONE, WORSENINGS
from glasstown.society.population import Population
from glasstown.vocab.acts import ACTS
from glasstown.vocab.capacities import CAPACITIES, DEGREES
from glasstown.vocab.codes import Asset, Capacity, Degree, Effect, Flag, Outcome, Schooling, Work

LARGE = {"people": 24_000, "days": 3_640}
SELDOM = {"marriage", "match", "partner-seeking", "public-job-offer"}
"""Outcomes so rare that they take a larger town and more years."""
SELDOM_DONE = {"site-visit", "top-school-application"}
"""Acts so rare that what they change does."""
SELDOM_BETTER = {Degree.DEPOSIT, Degree.INTERNET_SPEED}
"""Better terms that tell on so few that what they change does."""
TOWN = {"people": halves.TOWN["people"], "days": halves.TOWN["days"]}
SIZE_FOR_FAVOURS = {Capacity.PUBLIC_JOB: LARGE | {"people": 48_000}, Capacity.INSURANCE: LARGE, Capacity.DATING: LARGE,
                    Capacity.TOP_SCHOOL: LARGE, Capacity.SITES: LARGE}  # fmt: skip
"""What is so rare that more of it shows only in a larger town and over more years."""
CHANCE = 1e-6
CODE = {act.id: act.code for act in ACTS}
PLACE_OF = {act.place: act.id for act in RESIDENT_ACTS if act.place}
NAME_OF = {bit: name for name, bit, _ in CAPACITIES}
DEGREE_NAME_OF = {degree: name for name, degree, _ in DEGREES}
DENIED = {row.capacity: row for row in DENIALS}


def lived_for(of: str, what: str, *, large: bool = False) -> Lived:
    """The world with one consequence, in the town that an outcome takes."""
    return halves.lived(what, **(LARGE if large or of in SELDOM else {}))


def paired_for(of: str, *, large: bool = False) -> Lived:
    """Its paired world."""
    return halves.without(**(LARGE if large or of in SELDOM else {}))


def outcome_of(world: Lived, shows_in: str, of: str) -> dict[int, int]:
    """An outcome of every resident, added up over the run: acts done, or what holds on the days of the panel."""
    if shows_in in {"act", "place"}:
        act = CODE[PLACE_OF[of] if shows_in == "place" else of]
        rows = world.table("acts").filter((pl.col("act") == act) & (pl.col("outcome") == 0))
        rows = rows.with_columns(value=pl.lit(1))
    else:
        rows = world.table("panel").with_columns(value=COLUMN_OF[shows_in](of))
    return {
        who: int(value) for who, value in rows.group_by("resident").agg(pl.col("value").cast(pl.Int64).sum()).rows()
    }


def has(asset: str) -> pl.Expr:
    return pl.col("assets") & int(Asset[asset]) != 0


OF_A_HOUSEHOLD = {"school", "top-school", "need"}

COLUMN_OF = {
    "asset": has,
    "wait": lambda of: has("SICK"),
    "income": lambda of: pl.col("income_share"),
    "ties": lambda of: 16 - pl.col("ties_cut").bitwise_count_ones(),
    "school": lambda of: pl.col("schooling") == int(Schooling.PRIVATE),
    "top-school": lambda of: pl.col("schooling") == int(Schooling.TOP),
    "work": lambda of: pl.col("work") == int(Work.OUT_OF_WORK),
    "need": lambda of: pl.col("flags") & int(Flag.NEED) != 0,
}


def moved(world: Lived, paired: Lived, shows_in: str, of: str) -> tuple[int, int]:
    """Of those who meet the consequence, how many have more than in the paired world, and how many have less."""
    met = halves.half(world)
    people = people_of(halves.SEED, sum(stretch.size for stretch in world.districts))
    units = list(range(people.people))
    if shows_in in OF_A_HOUSEHOLD:
        units = people.household.tolist()
        met = set(units) - {units[who] for who in range(people.people) if who not in met and is_adult(people, who)}
    one, other = outcome_of(world, shows_in, of), outcome_of(paired, shows_in, of)
    apart: dict[int, int] = defaultdict(int)
    for who in one.keys() | other.keys():
        apart[units[who]] += one.get(who, 0) - other.get(who, 0)
    differences = [value for unit, value in apart.items() if unit in met]
    return sum(value > 0 for value in differences), sum(value < 0 for value in differences)


def is_adult(people: Population, who: int) -> bool:
    return int(people.birth_day[who]) <= -18 * 365


def by_chance(stated: int, opposite: int) -> float:
    """Chance that at least so many of those who moved moved the stated way, were both ways alike."""
    number = stated + opposite
    return sum(comb(number, k) for k in range(stated, number + 1)) / 2**number


def assert_sign(what: str, shows_in: str, of: str, sign: int, *, large: bool = False) -> None:
    more, fewer = moved(lived_for(of, what, large=large), paired_for(of, large=large), shows_in, of)
    stated, opposite = (more, fewer) if sign > 0 else (fewer, more)
    assert by_chance(stated, opposite) < CHANCE, f"{shows_in} {of}: more with {more}, less with {fewer}"


def test_there_is_a_row_for_everything_that_a_consequence_can_do():
    assert [row.capacity for row in DENIALS] == [bit for _, bit, _ in CAPACITIES]
    for rows in (WORSENINGS, BETTERMENTS):
        assert [row.degree for row in rows] == [degree for _, degree, _ in DEGREES]


def test_consequences_that_nobody_meets_change_no_life():
    everything = ", ".join(f'"{name}"' for name in NAME_OF.values())
    unreached = edited(halves.HALF_IN_THE_WORST, ('grade = "worst"', 'grade = "best"')) + f"deny = [{everything}]\n"
    assert live(scheme_of(unreached), **halves.TOWN, seed=halves.SEED).life_digest == halves.without().life_digest


SLOW = {Capacity.DATING, Capacity.TOP_SCHOOL, Capacity.SITES, Capacity.PUBLIC_JOB}
OFTEN = [pytest.param(row, marks=[pytest.mark.nightly] if row.capacity in SLOW else []) for row in DENIALS]
"""Every denial; those that take the largest towns are lived at night."""


@pytest.mark.parametrize("row", OFTEN, ids=lambda row: NAME_OF[row.capacity])
def test_a_denial_changes_lives_with_the_stated_sign(row):
    what = f'deny = ["{NAME_OF[row.capacity]}"]\n'
    large = row.act in SELDOM_DONE
    blocked = lived_for(row.of, what, large=large).table("blocked").filter(pl.col("outcome") == int(Outcome.DENIED))
    assert CODE[row.act] in set(blocked["act"]), "somebody tried and was denied"
    assert_sign(what, row.shows_in, row.of, row.sign, large=large)


@pytest.mark.nightly
@pytest.mark.parametrize("row", DENIALS, ids=lambda row: NAME_OF[row.capacity])
def test_where_the_act_does_nothing_its_denial_is_a_mere_counter(row):
    """The test above rests on the effect alone: take it from the act, and nothing is found."""
    acts = [act for act in RESIDENT_ACTS if row.capacity in act.capacity]
    what = f'deny = ["{NAME_OF[row.capacity]}"]\n'
    nothing = {"effect": Effect.NONE, "effect_blocked": Effect.NONE, "victim_effect": Effect.NONE, "children": ()}
    before = {act.id: {name: getattr(act, name) for name in nothing} for act in acts}
    try:
        for act in acts:
            change(act, nothing)
        denied = live(scheme_of(halves.HALF_IN_THE_WORST + what), **halves.TOWN, seed=halves.SEED)
        free = live(None, **halves.TOWN, seed=halves.SEED)
    finally:
        for act in acts:
            change(act, before[act.id])
    more, fewer = moved(denied, free, row.shows_in, row.of)
    stated, opposite = (more, fewer) if row.sign > 0 else (fewer, more)
    assert by_chance(stated, opposite) > CHANCE


def change(act: Act, values: Mapping[str, object]) -> None:
    """Change an act in place: it is frozen, but for a test."""
    for name, value in values.items():
        object.__setattr__(act, name, value)


@pytest.mark.nightly
@pytest.mark.parametrize("row", DENIALS, ids=lambda row: NAME_OF[row.capacity])
def test_a_favour_changes_lives_the_other_way(row):
    """Who is favoured does more of it, or is served before others; and where that changes a life, it does."""
    what = f'favour = ["{NAME_OF[row.capacity]}"]\n'
    assert_sign(what, "act", row.act, 1, large=row.act in SELDOM_DONE)


FAVOURS = [
    pytest.param(row, marks=[pytest.mark.nightly] if row.capacity in SIZE_FOR_FAVOURS else [])
    for row in DENIALS
    if row.when == DONE
]
"""Rows of which more changes a life; what takes a larger town is lived at night."""


@pytest.mark.parametrize("row", FAVOURS, ids=lambda row: NAME_OF[row.capacity])
def test_what_a_favour_brings_shows_later(row):
    """Where having done it changes a life, more of it changes lives the other way than its denial does."""
    size = SIZE_FOR_FAVOURS.get(row.capacity, TOWN)
    what = f'favour = ["{NAME_OF[row.capacity]}"]\n'
    more, fewer = moved(halves.lived(what, **size), halves.without(**size), row.shows_in, row.of)
    stated, opposite = (fewer, more) if row.sign > 0 else (more, fewer)
    assert by_chance(stated, opposite) < CHANCE, f"{row.shows_in} {row.of}: more with {more}, less with {fewer}"


@pytest.mark.parametrize("row", WORSENINGS, ids=lambda row: DEGREE_NAME_OF[row.degree])
def test_worse_terms_change_lives_with_the_stated_sign(row):
    assert_sign(f"degree = {{ {DEGREE_NAME_OF[row.degree]} = -3 }}\n", row.shows_in, row.of, row.sign)


@pytest.mark.nightly
@pytest.mark.parametrize("row", BETTERMENTS, ids=lambda row: DEGREE_NAME_OF[row.degree])
def test_better_terms_change_lives_with_the_stated_sign(row):
    assert_sign(f"degree = {{ {DEGREE_NAME_OF[row.degree]} = 3 }}\n", row.shows_in, row.of, row.sign,
                large=row.degree in SELDOM_BETTER)  # fmt: skip


LOOKED_AT = {
    Capacity.PUBLIC_JOB: "employers", Capacity.PRIVATE_JOB: "employers", Capacity.RENTAL: "landlords",
    Capacity.LOAN: "lenders", Capacity.DATING: "dates",
}  # fmt: skip
"""Who looks up whom they deal with before they say yes."""

LOOK_UP = """through = "look-up"
look_up = 0.7

[publicity]
published = %s
"""


@pytest.mark.parametrize(
    "capacity",
    [pytest.param(one, marks=[pytest.mark.nightly] if one in SLOW else []) for one in LOOKED_AT],
    ids=lambda capacity: f"{LOOKED_AT[capacity]}-{NAME_OF[capacity]}",
)
def test_a_published_list_changes_lives_through_those_who_look(capacity):
    row = DENIED[capacity]
    what = f'deny = ["{NAME_OF[capacity]}"]\n' + LOOK_UP % "true"
    met = lived_for(row.of, what).table("acts").filter(pl.col("act") == CODE[row.act])
    looked = met.filter(pl.col("outcome") == int(Outcome.LOOKED_UP)).height
    tried = met.filter(pl.col("resident").is_in(list(halves.half(lived_for(row.of, what))))).height
    assert 0.6 < looked / tried < 0.8, "they look in seven cases of ten"
    assert_sign(what, row.shows_in, row.of, row.sign)


def test_what_is_not_published_is_not_found():
    what = 'deny = ["private-job", "rental", "loan"]\n' + LOOK_UP % "false"
    assert halves.lived(what).life_digest == halves.without().life_digest


def test_a_consequence_for_households_reaches_who_did_nothing():
    """Those of the other half whose household it hits are longer out of work; those whose it spares are not."""
    world = halves.lived('deny = ["private-job"]\nscope = "household"\n')
    people = people_of(halves.SEED, halves.TOWN["people"])
    hit = {int(people.household[who]) for who in halves.half(world)}
    others = set(range(people.people)) - halves.half(world)
    reached = {who for who in others if int(people.household[who]) in hit}
    one, other = (outcome_of(w, "work", "") for w in (world, halves.without()))
    changed = {who: one.get(who, 0) - other.get(who, 0) for who in reached}
    longer, shorter = (sum(sign * value > 0 for value in changed.values()) for sign in (1, -1))
    assert by_chance(longer, shorter) < CHANCE
    spared = {who for who in others - reached if one.get(who, 0) != other.get(who, 0)}
    assert len(spared) < longer / 10, "only what others no longer take reaches those it spares"
