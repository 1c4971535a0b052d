"""Cases of the Planning Outline for offices, firms and governments, worked by hand; and who is told what in a town.

What a holder has is put on the agenda of whoever it is about, as a sharing would; what follows begins with the next
seven days.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl

from engine.case_cover import shown as shown_by
from engine.case_cover import told_of, with_edges
from engine.case_files import HERE, read_cases
from engine.lives import Lived, live, request
from glasstown.compiled.lower import act_codes
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.agenda import RECORD, with_room
from glasstown.vocab.codes import Fate, Standing
from glasstown.vocab.organisations import GOVERNMENT

SCHEME = read_scheme(find("national-outline-2014"))
SCORES = [one.id for one in SCHEME.scores]
GRADES = ["", *(one.id for one in SCHEME.grades)]
SHARINGS = [one.id for one in SCHEME.holding.sharings]
NUMBER = {one.id: number for number, one in enumerate(SCHEME.consequences)}
SCORER, COURT, TAX = 0, SCHEME.holding.number_of("court"), SCHEME.holding.number_of("tax")


def plant(stretch, slot: int, day: int, act: str, source: str, holder: int = SCORER) -> None:
    """One holder is told on a day of an act of that day."""
    stretch.agenda = with_room(stretch.agenda, stretch.used, 1)
    row, number = stretch.agenda[stretch.used], [one.id for one in SCHEME.sources].index(source)
    row["due"], row["who"], row["kind"], row["rule"] = day, slot, RECORD, holder
    row["act"], row["source"] = act_codes(SCHEME)[act], number
    row["ref"], row["origin"] = day // 7 << 20 | 5 << 15 | 60 << 9 | number << 3, stretch.first + slot
    stretch.used += 1


FIRM = [(30, "tax-evaded-by-firm", "firm-taxes", SCORER), (37, "tax-return-late", "firm-taxes", SCORER)]
UNSHARED = [(day, act, source, TAX) for day, act, source, _ in FIRM]
OFFICE = [(30, "bribe-taking", "discipline", SCORER), (37, "neglect-of-duty", "discipline", SCORER)]
GOVERNED = [(30, "data-falsified", "audit", SCORER), (30, "government-judgment-default", "enforcement-of-organisations",
            SCORER), (37, "promise-broken", "audit", SCORER)]  # fmt: skip
COURTED = [(20, "firm-judgment-default", "enforcement-of-organisations", COURT)]


@cache
def lived(whose: str, records: str) -> tuple[Lived, int, int]:
    """A town in which some records are planted; with whose they are, and who answers for it."""
    chosen: list[int] = []

    def alter(districts) -> None:
        (town,) = districts
        joined = town.organisations
        office = town.people.standing & int(Standing.OFFICIAL) != 0
        bosses = joined.representative.astype(int)
        firm = next(
            int(n) for n in np.flatnonzero(joined.stretch.kept) if bosses[n] < town.size and not office[bosses[n]]
        )
        slot = {"firm": firm, "government": GOVERNMENT, "official": int(np.flatnonzero(office)[0]),
                "boss": bosses[firm]}[whose]  # fmt: skip
        stretch = joined.stretch if whose in {"firm", "government"} else town
        for record in globals()[records]:
            plant(stretch, slot, *record)
        chosen.extend((stretch.first + slot, bosses[firm]))

    found = live(request(SCHEME, people=200, days=98, step_days=7), alter)
    return found, *chosen


def grades_of(world: Lived, table: str, whose: str, who: int, score: str) -> list[tuple[int, str]]:
    """(day, grade) of each change of a grade of one score, the first day apart."""
    rows = world.table(table).filter((pl.col(whose) == who) & (pl.col("score") == SCORES.index(score)))
    return [(day, GRADES[grade]) for day, grade in rows.sort("day").select("day", "grade").iter_rows()]


def points_of(world: Lived, table: str, whose: str, who: int, score: str) -> list[tuple[int, int]]:
    """(day, thousandths) of each movement of one score."""
    rows = world.table(table).filter((pl.col(whose) == who) & (pl.col("score") == SCORES.index(score)))
    return list(rows.sort("day").select("day", "delta_milli").iter_rows())


def under(world: Lived, table: str, whose: str, who: int) -> dict[str, int]:
    """First day of each consequence that somebody is under."""
    names = list(NUMBER)
    rows = world.table(table).filter(pl.col(whose) == who).select("consequence", "start_day")
    return {names[one]: day for one, day in rows.sort("start_day", descending=True).iter_rows()}


def test_joined_a_firm_is_punished_by_all_and_unjoined_by_nobody():
    """100 - 50 = 50: medium, and on the black list from day 30; 45: poor from the step after day 37. Else nothing."""
    world, firm, boss = lived("firm", "FIRM")
    assert points_of(world, "organisation_entries", "organisation", firm, "commerce")[:2] == [
        (30, -50_000),
        (37, -5_000),
    ]
    hit = under(world, "organisation_spells", "organisation", firm)
    assert (hit["firms-barred"], hit["firms-watched"]) == (35, 42)
    assert under(world, "spells", "resident", boss)["representatives-barred"] == 35
    world, firm, boss = lived("firm", "UNSHARED")
    assert points_of(world, "organisation_entries", "organisation", firm, "commerce") == []
    assert world.table("organisation_listings").filter(organisation=firm).is_empty()
    assert "representatives-barred" not in under(world, "spells", "resident", boss)


def test_an_official_has_a_score_of_the_office_and_nobody_else_has():
    """100 - 50 = 50: still the third class; 30: the lowest, and no promotion from day 42."""
    world, official, _ = lived("official", "OFFICE")
    moved = points_of(world, "entries", "resident", official, "office")
    assert moved[:2] == [(30, -50_000), (37, -20_000)]
    assert under(world, "spells", "resident", official)["no-promotion"] == 42
    world, _, boss = lived("boss", "OFFICE")
    assert points_of(world, "entries", "resident", boss, "office") == []
    assert "no-promotion" not in under(world, "spells", "resident", boss)


def test_who_leads_a_government_answers_for_it():
    """100 - 20 - 30 = 50: the third class; 40 on day 37: the lowest, for whoever holds office from day 42."""
    world, government, _ = lived("government", "GOVERNED")
    moved = points_of(world, "organisation_entries", "organisation", government, "government")
    assert sorted(moved[:3]) == [(30, -30_000), (30, -20_000), (37, -10_000)]
    (town,) = world.districts
    officials = set(np.flatnonzero(town.people.standing & int(Standing.OFFICIAL)).tolist())
    hit = world.table("spells").filter(consequence=NUMBER["leaders-of-the-lowest"])
    assert set(hit["resident"].to_list()) == officials
    assert hit["start_day"].min() == 42


def test_a_court_lists_a_firm_for_what_the_court_alone_knows():
    world, firm, _ = lived("firm", "COURTED")
    rows = world.table("organisation_listings").filter(organisation=firm)
    assert [(SCHEME.grounds[ground].id, day) for ground, day in rows.select("ground", "entry_day").iter_rows()] == [
        ("firm-defaults", 80)]  # fmt: skip


@cache
def town() -> Lived:
    return live(request(SCHEME, people=400, days=728, step_days=28))


def test_each_holder_shares_as_it_is_said_to():
    """All, some, nothing but a sale; compelled at home and abroad; and files that are stolen."""
    told, looks = town().table("tellings"), town().table("sightings")
    records = looks.filter(pl.col("fate").is_in([int(Fate.RECORDED), int(Fate.NOT_SHARED)]))

    def share(source: str, sharing: str) -> float:
        number = [one.id for one in SCHEME.sources].index(source)
        mine = told.filter((pl.col("sharing") == SHARINGS.index(sharing)) & (pl.col("source") == number))
        return mine.height / max(records.filter(source=number).height, 1)

    assert share("bank", "banks-to-scorer") > 0.2
    assert share("tickets", "police-to-scorer") > 0.2
    assert "local-office-to-scorer" in SHARINGS
    assert told.filter(sharing=SHARINGS.index("local-office-to-scorer")).is_empty()
    informants = [one.id for one in SCHEME.sources].index("informants")
    kept = records.filter(source=informants)
    assert kept.filter(fate=int(Fate.NOT_SHARED)).height > 0.8 * kept.height > 0
    assert share("foreign-firms", "foreign-carrier-to-scorer") < 0.6


def test_the_cases_of_persons_show_what_befalls_persons():
    found = set[str]()
    for case in read_cases(HERE / "national-outline-2014.toml"):
        found |= shown_by(case, told_of(case))
    assert {"edge:trusted", "edge:ordinary", "edge:warned"} <= with_edges(SCHEME, found)
