"""Places conserve: what one resident gains because of a scheme a numbered other loses, and no seat is made or lost."""

from __future__ import annotations

from collections import Counter
from functools import cache

import polars as pl
import pytest

from engine import halves
from engine.lives import Lived, live, people_of, scheme_of
from glasstown.behaviours.act import PLACES
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.seats import SEATS
from glasstown.simulate.places import MOST_CARRIED
from glasstown.vocab.acts import ACTS
from glasstown.vocab.capacities import CAPACITIES
from glasstown.vocab.codes import Outcome
from glasstown.vocab.geography import DISTRICT

CODE = {act.id: act.code for act in ACTS}
PLACE_OF = {CODE[act.id]: PLACES.index(act.place) + 1 for act in RESIDENT_ACTS if act.place}
NAME_OF = {bit: name for name, bit, _ in CAPACITIES}
ALL_PLACES = ", ".join(f'"{NAME_OF[seat.capacity]}"' for seat in SEATS)
DENIED = f"deny = [{ALL_PLACES}]\n"
FAVOURED = f"favour = [{ALL_PLACES}]\n"
WORLDS = {"denied": DENIED, "favoured": FAVOURED}


@cache
def asked(which: str) -> pl.DataFrame:
    """Every attempt at a place, with its district."""
    acts = halves.lived(WORLDS[which]).table("acts") if which != "none" else halves.without().table("acts")
    acts = acts.filter(pl.col("act").is_in(list(PLACE_OF)) & (pl.col("child") == 0))
    return acts.with_columns(place=pl.col("act").replace_strict(PLACE_OF), district=pl.col("resident") // DISTRICT)


def swaps(which: str) -> pl.DataFrame:
    """Who won or lost a place because of the scheme."""
    world = halves.lived(WORLDS[which])
    return world.table("places_given").with_columns(step=pl.col("day") // halves.TOWN["step_days"])


@pytest.mark.parametrize("which", WORLDS)
def test_what_one_gains_a_numbered_other_loses(which):
    rows = swaps(which).select("step", "place", "resident", "won", "other").rows()
    assert {row[3] for row in rows} == {0, 1}
    assert set(PLACE_OF.values()) == {row[1] for row in rows}, "every kind of place changes hands"
    pairs = Counter((s, p, r, o) if w else (s, p, o, r) for s, p, r, w, o in rows if r != o)
    assert set(pairs.values()) == {2}, "each of the two names the other, once"
    assert len(rows) == len({row[:3] for row in rows}), "nobody wins or loses a place twice in a step"


@pytest.mark.parametrize("which", WORLDS)
def test_a_gain_without_a_loser_is_a_seat_that_would_have_waited(which):
    """Where some are denied, fewer may ask than there are seats: a loss then has no winner; a gain has a loser."""
    alone = swaps(which).filter(pl.col("resident") == pl.col("other"))
    matches = PLACES.index("match") + 1
    assert alone.filter((pl.col("won") == 1) & (pl.col("place") != matches)).height == 0


@pytest.mark.parametrize("which", WORLDS)
def test_who_gains_was_served_and_who_loses_was_not(which):
    rows = asked(which)
    outcomes: dict[tuple[int, ...], set[int]] = {}
    for resident, step, place, outcome in rows.select("resident", "step", "place", "outcome").rows():
        outcomes.setdefault((resident, step, place), set()).add(outcome)
    for resident, step, place, won in swaps(which).select("resident", "step", "place", "won").rows():
        assert (int(Outcome.DONE) in outcomes[resident, step, place]) == bool(won)


@pytest.mark.parametrize("which", WORLDS)
def test_in_the_first_step_the_scheme_moves_places_and_makes_none(which):
    """Demand is still that of the paired world: its winners are those of the scheme, swaps undone."""
    first = {w: asked(w).filter((pl.col("step") == 0) & (pl.col("outcome") == 0)) for w in ("none", which)}
    won = {w: set(rows.select("resident", "place").rows()) for w, rows in first.items()}
    rows = swaps(which).filter(pl.col("step") == 0)
    gained = set(rows.filter(pl.col("won") == 1).select("resident", "place").rows())
    lost = set(rows.filter(pl.col("won") == 0).select("resident", "place").rows())
    assert won[which] - gained | lost == won["none"] or which == "favoured", "who is favoured asks more often"
    assert gained <= won[which]
    assert not lost & won[which]


@pytest.mark.parametrize("which", ["none", *WORLDS])
def test_no_more_are_served_than_seats_have_come_up(which):
    """District by district and step by step; what waits is what was not taken, up to the limit."""
    people, step_days = halves.TOWN["people"], halves.TOWN["step_days"]
    served = Counter(asked(which).filter(pl.col("outcome") == 0).select("place", "district", "step").rows())
    wanted = Counter(asked(which).filter(pl.col("outcome") != 1).unique(["resident", "step", "place"])
                     .select("place", "district", "step").rows())  # fmt: skip
    short = 0
    for place, seat in enumerate(SEATS, start=1):
        if seat.per_resident_year is None:
            continue
        for district in range(-(-people // DISTRICT)):
            waiting = 0
            residents = min(DISTRICT, people - district * DISTRICT)
            rate = int(seat.per_resident_year.value * 10**6) * residents * step_days
            for step in range(halves.TOWN["days"] // step_days):
                key = (place, district, step)
                fresh = rate * (step + 1) // (365 * 10**6) - rate * step // (365 * 10**6)
                waiting = min(waiting + fresh, MOST_CARRIED)
                assert served[key] == min(waiting, wanted[key]), "seats are taken as long as somebody asks"
                short += served[key] < wanted[key]
                waiting -= served[key]
    assert short > 100, "there are fewer places than people who ask"


@pytest.mark.parametrize("which", ["none", *WORLDS])
def test_matches_join_as_many_men_as_women(which):
    sex = people_of(halves.SEED, halves.TOWN["people"]).sex.tolist()
    matched = asked(which).filter((pl.col("place") == PLACES.index("match") + 1) & (pl.col("outcome") == 0))
    sides: Counter[tuple[int, ...]] = Counter()
    for resident, district, step in matched.select("resident", "district", "step").rows():
        sides[district, step, sex[resident]] += 1
    assert sides
    assert all(sides[district, step, 0] == sides[district, step, 1] for district, step, _ in list(sides))


SCHOOLS = {PLACES.index("private-school") + 1, PLACES.index("top-school") + 1}
"""Places for which a parent asks: one child who is favoured is enough."""


def test_who_is_favoured_is_served_before_whoever_is_not():
    """In one step and district nobody of the other half is served while one of the favoured half is turned away."""
    favoured, people = halves.half(halves.lived(FAVOURED)), people_of(halves.SEED, halves.TOWN["people"])
    sex, household = people.sex.tolist(), people.household.tolist()
    growing = {household[who] for who in favoured if people.birth_day[who] > -18 * 365}
    turned_away, served = set(), set()
    columns = ("resident", "place", "district", "step", "outcome")
    mine: dict[tuple[int, ...], list[int]] = {}
    for resident, place, district, step, outcome in asked("favoured").select(columns).rows():
        mine.setdefault((resident, place, district, step), []).append(outcome)
    for (resident, place, district, step), outcomes in mine.items():
        side = sex[resident] if place == PLACES.index("match") + 1 else 2
        key = (place, district, step, side)
        for_a_child = place in SCHOOLS and household[resident] in growing
        if int(Outcome.DONE) not in outcomes and resident in favoured:
            turned_away.add(key)
        if int(Outcome.DONE) in outcomes and resident not in favoured and not for_a_child:
            served.add(key)
    assert turned_away
    assert served
    assert not turned_away & served


def test_without_a_scheme_nobody_gains_or_loses_a_place():
    assert halves.without().table("places_given").height == 0
    assert unmet().table("places_given").height == 0


def unmet() -> Lived:
    """A scheme whose consequence nobody meets."""
    text = halves.HALF_IN_THE_WORST.replace('grade = "worst"', 'grade = "best"') + FAVOURED
    return live(scheme_of(text), people=500, days=364, step_days=28)
