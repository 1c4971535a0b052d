"""The twin's places: what there is only so much of, district by district, and who got it instead of whom."""

from __future__ import annotations

from fractions import Fraction

from glasstown.behaviours.seats import SEATS
from glasstown.vocab.codes import Degree
from twin.deeds import DENIED, DONE, LOOKED_UP, NO_PLACE
from twin.following import barred
from twin.luck import DECIDE
from twin.own_acts import kind_of

MOST_CARRIED = 64
DEGREE_OF = {"hospital-queue": Degree.HOSPITAL_QUEUE, "match": Degree.DATING_VISIBILITY}


def give_places(world, acts, step):
    """Serve everybody who asks in a step; returns who won or lost a place because of the scheme, and to whom."""
    swaps = []
    for district in range(-(-len(world.people) // 4096)):
        here = world.people[district * 4096 : (district + 1) * 4096]
        for number, place in enumerate(SEATS, start=1):
            asking = [ask for person in here if (ask := first_of(world, person, acts[person["number"]], place.place))]
            for ask in asking:
                ask["luck"] = world.luck.words(DECIDE, ask["who"]["number"], number, step)[0]
            swaps += serve(world, district, place, number, here, asking, step)
    return swaps


def first_of(world, person, acts, place):
    """A resident's first attempt of a step at a place; later ones find none."""
    mine = [act for act in acts if kind_of(world, act["name"]).place == place]
    mine = [act for act in mine if act["outcome"] in {DONE, DENIED, LOOKED_UP}]
    for act in mine[1:]:
        if act["outcome"] == DONE:
            act["outcome"] = NO_PLACE
    return {"who": person, "act": mine[0]} if mine else None


def serve(world, district, place, number, here, asking, step):
    neutral = sorted(asking, key=lambda ask: (ask["luck"], ask["who"]["number"]))
    real = [ask for ask in neutral if ask["act"]["outcome"] == DONE]
    real.sort(key=lambda ask: -level_of(world, ask, place))
    if place.per_resident_year is None:
        won, would = matched(real), matched(neutral)
    else:
        seats = seats_now(world, district, place, number, len(here), step)
        won, would = real[:seats], neutral[:seats]
        world.carried[number, district] = seats - len(won)
    for ask in real:
        if not any(ask is other for other in won):
            ask["act"]["outcome"] = NO_PLACE
    gained = [ask for ask in neutral if among(ask, won) and not among(ask, would)]
    lost = [ask for ask in neutral if among(ask, would) and not among(ask, won)]
    return rows(number, gained, lost, 1) + rows(number, lost, gained, 0)


def among(ask, those):
    return any(ask is other for other in those)


def rows(place, mine, theirs, won):
    found = []
    for k, ask in enumerate(mine):
        other = theirs[k]["who"]["number"] if k < len(theirs) else ask["who"]["number"]
        found.append({"day": ask["act"]["day"], "place": place, "resident": ask["who"]["number"], "won": won,
                      "other": other})  # fmt: skip
    return found


def level_of(world, ask, place):
    level = ask["who"]["levels"][DEGREE_OF[place.place]] if place.place in DEGREE_OF else 0
    favoured = int(place.capacity) & barred(ask["who"], "favoured") and "favour" not in world.without
    return level + bool(favoured)


def matched(those):
    """Men and women in the order given, as many of each as there are of both."""
    men = [ask for ask in those if ask["who"]["sex"] == 0]
    women = [ask for ask in those if ask["who"]["sex"] == 1]
    pairs = min(len(men), len(women))
    return men[:pairs] + women[:pairs]


def seats_now(world, district, place, number, residents, step):
    """Seats that wait and those that come up in a step."""
    rate = Fraction(place.per_resident_year.value) * residents * world.step_days / 365
    fresh = int(rate * (step + 1)) - int(rate * step)
    return min(world.carried.get((number, district), 0) + fresh, MOST_CARRIED)
