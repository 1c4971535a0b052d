"""The ratings of firms: connections raise a score by what an official chooses, and in a town everything happens."""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl
import pytest

from engine.lives import live
from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.simulate.agenda import RECORD, with_room
from glasstown.vocab.codes import Outcome, Standing, Truth
from glasstown.vocab.organisations import OrganisationFact

SCHEME = read_scheme(find("corporate"))
RULE = {rule.id: number for number, rule in enumerate(SCHEME.rules)}
SOURCE = {source.id: number for number, source in enumerate(SCHEME.sources)}
GROUND = {ground.id: number for number, ground in enumerate(SCHEME.grounds)}
CONSEQUENCE = {row.id: number for number, row in enumerate(SCHEME.consequences)}
GRADE = {grade.id: number for number, grade in enumerate(SCHEME.grades, start=1)}
PUBLIC = SCHEME.slot_of("public")
CAUSE, EMITTED, REPAID, BID = 158, 152, 161, 159


@cache
def with_a_cause(favour: bool, official: bool) -> tuple[int, int]:
    """Points that a firm gets for a cause recorded on day 10, and its public score after it, in thousandths.

    Whoever runs it is made an official, or else nobody is.
    """
    (line,) = [one for one in SCHEME.text.splitlines() if one.startswith("favour = { self")]
    scheme = SCHEME if favour else parse_scheme(SCHEME.text.replace(line, ""))
    chosen: list[int] = []

    def alter(districts) -> None:
        (town,) = districts
        stretch, bosses = town.organisations.stretch, town.organisations.representative
        town.people.standing[:] &= ~np.uint16(Standing.OFFICIAL)
        place = int(np.flatnonzero(stretch.kept)[0])
        if official:
            town.people.standing[int(bosses[place])] |= np.uint16(Standing.OFFICIAL)
        stretch.agenda = with_room(stretch.agenda, stretch.used, 1)
        row = stretch.agenda[stretch.used]
        row["due"], row["who"], row["kind"], row["act"] = 10, place, RECORD, CAUSE
        row["source"] = SOURCE["public-platform"]
        row["ref"], row["origin"] = 1 << 20 | 3 << 15 | 60 << 9, stretch.first + place
        stretch.used += 1
        chosen.append(stretch.first + place)

    lived = live(scheme, alter, people=60, days=14, step_days=7)
    rows = lived.table("organisation_entries").filter(
        pl.col("organisation") == chosen[0], pl.col("rule") == RULE["causes"], pl.col("day") == 10
    )
    (points,) = rows["delta_milli"]
    firms = lived.districts[0].organisations.stretch
    return points, int(firms.scores.further[PUBLIC - 1, chosen[0] - firms.first])


def test_an_official_gives_a_connected_firm_more_for_the_same_cause():
    """The same draw, and seven tenths of what is left up to the best, in whole points: never less."""
    drawn, stands = with_a_cause(favour=True, official=False)
    assert 1_000 <= drawn <= 15_000
    assert stands == 80_000 + drawn
    favoured, after = with_a_cause(favour=True, official=True)
    assert favoured == drawn + (15_000 - drawn) * 7 // 10 // 1_000 * 1_000
    assert after == 80_000 + favoured
    assert favoured > drawn
    assert with_a_cause(favour=False, official=True) == (drawn, stands), "without favour a tie is worth nothing"


@pytest.mark.nightly
def test_everything_that_the_scheme_says_happens_in_a_town():
    """5,000 residents and some 70 firms, five years."""
    facts: dict[int, int] = {}

    def look(districts) -> None:
        for town in districts:
            firms = town.organisations.stretch
            facts.update({firms.first + int(n): int(firms.people.standing[n]) for n in np.flatnonzero(firms.kept)})

    lived = live(SCHEME, look, people=5_000, days=1_820, step_days=7, seed=7)
    spells = lived.table("organisation_spells")
    held = {name for name, number in CONSEQUENCE.items() if number in spells["consequence"]}
    assert held >= {"rewards-of-a", "burdens-of-d", "invested-in", "poor-shut-out", "advanced-at-customs",
                    "yellow-watched", "red-watched", "listed-shut-out", "jointly-punished"}  # fmt: skip
    _tenders(lived)
    _carried(lived)
    blocked = lived.table("organisation_blocked")
    assert not blocked.filter(pl.col("act") == BID, pl.col("outcome") == Outcome.DENIED).is_empty()
    assert not blocked.filter(pl.col("act") == REPAID).is_empty(), "dearer credit makes repayments fail"
    listed = lived.table("organisation_listings")
    assert {name for name, number in GROUND.items() if number in listed["ground"]} >= {"tax-case", "judgment-owed"}
    labels = listed.filter(pl.col("ground") == GROUND["label"])
    assert not labels.is_empty()
    assert all(facts[one] & OrganisationFact.FOREIGN_CARRIER for one in labels["organisation"])
    _sensors(lived, facts)
    assert not blocked.filter(pl.col("outcome") == Outcome.HELD_BACK).is_empty(), "lawful acts, held back"
    bold = live(SCHEME, people=5_000, days=1_820, step_days=7, seed=7, without=("response:self-restraint",))
    assert bold.life_digest != lived.life_digest
    assert bold.table("organisation_blocked").filter(pl.col("outcome") == Outcome.HELD_BACK).is_empty()


def _tenders(lived) -> None:
    """Whoever lost a contract lost it to a numbered other, or to nobody."""
    rows = lived.table("organisation_places_given")
    lost = rows.filter(pl.col("won") == 0, pl.col("other") != pl.col("organisation"))
    assert not lost.is_empty()
    won = set(rows.filter(pl.col("won") == 1).select("organisation", "other").iter_rows())
    assert {(other, one) for one, other in lost.select("organisation", "other").iter_rows()} <= won


def _carried(lived) -> None:
    """Some firm became D in a step in which nothing of its own was counted: the other was D a step before."""
    moves = lived.table("organisation_grades").filter(pl.col("to_grade") == GRADE["tax-d"])
    entries = lived.table("organisation_entries").filter(pl.col("score") == 0)
    own = {(firm, day // 7) for firm, day in entries.select("organisation", "day").iter_rows()}
    day_of = set(moves.select("organisation", "day").iter_rows())
    without = {(firm, day) for firm, day in day_of if (firm, day // 7 - 1) not in own}
    assert without
    assert all((firm ^ 1, day - 7) in day_of for firm, day in without)


def _sensors(lived, facts: dict[int, int]) -> None:
    """What instruments see is recorded at once, and only of firms that have them."""
    seen = lived.table("organisation_sightings").filter(pl.col("source") == SOURCE["sensors"])
    true = seen.filter(pl.col("truth") == Truth.TRUE)
    assert not true.is_empty()
    assert all(facts[one] & OrganisationFact.SENSORS for one in true["origin"])
    entries = lived.table("organisation_entries").filter(pl.col("rule") == RULE["emitted"], pl.col("kind") == 0)
    assert not entries.is_empty()
    assert set(entries["act"]) == {EMITTED}
