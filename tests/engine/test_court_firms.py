"""Cases of listed firms and local governments, worked by hand: who answers for them, from which day, up to which date.

One judgment is written down on day 20; grace is 60 days, so the list begins on day 80, and what follows with the step
of seven days that begins on day 84. A judge lets nobody off here.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import polars as pl

from engine.case_decisions import decided
from engine.lives import Lived, live, request
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.agenda import RECORD, with_room
from glasstown.vocab.codes import Standing
from glasstown.vocab.organisations import GOVERNMENT

SCHEME = decided(read_scheme(find("court-list-firms")), [])
SOURCE = [one.id for one in SCHEME.sources].index("enforcement-register-of-firms")
RESIDENTS_REGISTER = [one.id for one in SCHEME.sources].index("enforcement-register")
NUMBER = {one.id: number for number, one in enumerate(SCHEME.consequences)}
FIRM_DEFAULT, GOVERNMENT_DEFAULT, PERSON_DEFAULT = 150, 177, 57
BEFORE, AFTER = date(2019, 7, 1), date(2020, 1, 2)


def plant(stretch, slot: int, act: int, source: int) -> None:
    """A register writes down on day 20 that a judgment is not performed."""
    stretch.agenda = with_room(stretch.agenda, stretch.used, 1)
    row = stretch.agenda[stretch.used]
    row["due"], row["who"], row["kind"], row["act"], row["source"] = 20, slot, RECORD, act, source
    row["ref"], row["origin"] = 2 << 20 | 5 << 15 | 60 << 9 | source << 3, stretch.first + slot
    stretch.used += 1


@cache
def lived(start: date, whose: str) -> tuple[Lived, int, int]:
    """A town in which one default is written down; with the number of the organisation and of who answers for it."""
    chosen: list[int] = []

    def alter(districts) -> None:
        (town,) = districts
        joined = town.organisations
        bosses = joined.representative.astype(int)
        firm = next(int(n) for n in np.flatnonzero(joined.stretch.kept) if bosses[n] < town.size)
        if whose == "government":
            plant(joined.stretch, GOVERNMENT, GOVERNMENT_DEFAULT, SOURCE)
            chosen.extend((joined.stretch.first + GOVERNMENT, -1))
        elif whose == "firm":
            plant(joined.stretch, firm, FIRM_DEFAULT, SOURCE)
            chosen.extend((joined.stretch.first + firm, bosses[firm]))
        else:
            plant(town, bosses[firm], PERSON_DEFAULT, RESIDENTS_REGISTER)
            chosen.extend((joined.stretch.first + firm, bosses[firm]))

    asked = request(SCHEME, people=300, days=210, step_days=7)
    asked = asked.__class__(**{**{name: getattr(asked, name) for name in asked.__slots__}, "start": start})
    found = live(asked, alter)
    return found, *chosen


def spells(world: Lived, table: str, whose: str, who: int, name: str) -> list[tuple[int, int]]:
    """First day, and first day after, of each spell of a consequence."""
    rows = world.table(table).filter((pl.col(whose) == who) & (pl.col("consequence") == NUMBER[name]))
    return sorted(rows.select("start_day", "end_day").iter_rows())


def test_a_representative_is_bound_up_to_the_first_of_january():
    """From 1 July 2019 that day is number 31 + 31 + 30 + 31 + 30 + 31 = 184: free from day 189, the next step."""
    world, firm, boss = lived(BEFORE, "firm")
    listed = world.table("organisation_listings").filter(organisation=firm)
    assert listed["entry_day"].to_list() == [80]
    assert spells(world, "spells", "resident", boss, "representatives") == [(84, 189)]
    assert spells(world, "organisation_spells", "organisation", firm, "no-credit-no-tenders") == [(84, 210)]


def test_after_that_day_the_firm_alone_is_listed():
    world, firm, boss = lived(AFTER, "firm")
    assert world.table("organisation_listings").filter(organisation=firm)["entry_day"].to_list() == [80]
    assert spells(world, "spells", "resident", boss, "representatives") == []
    assert world.table("spells").filter(consequence=NUMBER["representatives"]).is_empty()
    assert spells(world, "organisation_spells", "organisation", firm, "no-credit-no-tenders") == [(84, 210)]


def test_a_firm_does_not_answer_for_who_represents_it():
    """The debt is the person's own: listed on day 80, kept from executive posts, and the firm from nothing."""
    world, firm, boss = lived(BEFORE, "person")
    assert 80 in world.table("listings").filter(resident=boss)["entry_day"].to_list()
    assert spells(world, "spells", "resident", boss, "no-executive-posts")[0][0] == 84
    assert spells(world, "spells", "resident", boss, "representatives") == []
    assert world.table("organisation_listings").filter(organisation=firm).is_empty()
    assert world.table("organisation_spells").filter(organisation=firm).is_empty()


def test_whoever_holds_office_answers_for_a_listed_government_on_both_sides_of_the_date():
    for start in (BEFORE, AFTER):
        world, government, _ = lived(start, "government")
        assert world.table("organisation_listings").filter(organisation=government)["entry_day"].to_list() == [80]
        (town,) = world.districts
        officials = set(np.flatnonzero(town.people.standing & int(Standing.OFFICIAL)).tolist())
        hit = world.table("spells").filter(consequence=NUMBER["leaders"])
        assert officials
        assert set(hit["resident"].to_list()) == officials
        assert set(hit["start_day"].to_list()) == {84}
        assert set(hit["end_day"].to_list()) == {210}
