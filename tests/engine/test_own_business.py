"""Acts of firms and governments that a file declares: they move no other luck, and are told wherever acts are."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import sqrt
from shutil import copytree

import polars as pl
import pytest

from engine.lives import Lived, live, request, scheme_of
from glasstown.audit.life.deeds import harms
from glasstown.audit.life.names import Whose
from glasstown.audit.worlds import differences, open_worlds
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.ledger.reader import open_run
from glasstown.report.assumptions import assumptions
from glasstown.report.losses import law_of
from glasstown.report.summary import Summary, recorded_timings
from glasstown.simulate.memory import foretell
from glasstown.simulate.request import request_of
from glasstown.simulate.run import live as live_run
from glasstown.vocab.codes import Outcome
from glasstown.vocab.errors import RunFolderError
from scheme.dense_business import BUSINESS, UNSEEN
from scheme.dense_organisations import GOVERNED

TOWN = {"people": 600, "days": 364, "step_days": 28}
OUTCOMES = ("sightings", "entries", "grades", "listings", "spells", "blocked", "places_given")
"""Tables of organisations beside that of what they did."""

FIRST = 182
QUIET = "\n".join(line for line in UNSEEN.splitlines() if not line.startswith("harm = "))
ANOTHER = """
[[act]]
id = "a-fair"
title = "A fair that stands before all others by name"
by = "firm"
victim = "nobody"
lawful = false
rate = 9
"""


@cache
def lived(text: str) -> Lived:
    return live(scheme_of(text), **TOWN)


def rows(world: Lived, table: str, names: dict[int, str] | None = None) -> list[tuple[object, ...]]:
    """Rows without those of acts of the file; or, with names, all of them with acts by name."""
    frame = world.table(table)
    if "act" in frame.columns and names is None:
        frame = frame.filter(~pl.col("act").is_between(FIRST, FIRST + 9))
    if "act" in frame.columns and names is not None:
        by_name = pl.col("act").cast(pl.Int64).replace_strict(names, default=pl.col("act").cast(pl.Utf8))
        frame = frame.with_columns(by_name)
    return frame.rows()


def test_what_nobody_sees_and_nobody_suffers_from_changes_nothing_else():
    """Every row of residents and of organisations is what it is without the acts, but for the acts themselves."""
    with_them, without = lived(QUIET), lived(GOVERNED)
    own = with_them.table("organisation_acts").filter(pl.col("act") >= FIRST)
    assert set(own["act"].to_list()) == set(range(FIRST, FIRST + 4))
    for table in ("acts", "harms", *OUTCOMES[:4], *(f"organisation_{name}" for name in ("acts", "harms", *OUTCOMES))):
        assert rows(with_them, table) == rows(without, table), table


def test_whom_they_harm_lives_otherwise_and_no_firm_does_anything_else():
    harmful, without = lived(UNSEEN), lived(GOVERNED)
    assert set(harmful.table("harms")["act"].to_list()) - set(without.table("harms")["act"].to_list()) >= {FIRST + 1}
    for table in ("organisation_acts", "organisation_sightings", "organisation_entries"):
        assert rows(harmful, table) == rows(without, table), table


def test_a_further_act_moves_the_numbers_of_others_and_none_of_their_luck():
    """Numbers go by name, luck by the name alone: acts, looks and false records of the others stay as they were."""
    more, before = lived(BUSINESS + ANOTHER), lived(BUSINESS)
    names = {FIRST + place: name for place, name in enumerate(("fence", "night", "open", "square"))}
    moved = {FIRST: "fair"} | {code + 1: name for code, name in names.items()}
    for table in ("organisation_sightings", "organisation_entries", "harms", "organisation_acts"):
        kept = [row for row in rows(more, table, moved) if "fair" not in row]
        assert sorted(kept, key=str) == sorted(rows(before, table, names), key=str), table
    assert len(rows(more, "organisation_acts", moved)) > len(kept)


def test_each_does_them_at_the_rate_of_the_file():
    world = lived(UNSEEN)
    (stretch,) = (one.organisations.stretch for one in world.districts)
    firms = int((stretch.people.standing & 1).astype(bool).sum())
    done = world.table("organisation_acts").filter(pl.col("act") == FIRST + 2).height
    expected = 5 * firms * 364 / 365
    assert firms > 5
    assert abs(done - expected) < 4 * sqrt(expected), "open days, which no trait of whoever represents a firm moves"
    fences = world.table("organisation_acts").filter(pl.col("act").is_in([FIRST, FIRST + 3]))
    assert set(fences["organisation"].to_list()) == {stretch.first + 63}, "of the one government alone"


def test_what_is_lawful_and_costs_points_is_held_back_near_the_edge():
    near = BUSINESS.replace("start = 100", "start = 85")
    for points in ("-30", "[-40, -10]", "[-30, -10]", "-4"):
        near = near.replace(f"points = {points}\n", "points = -1\n")
    under, without = lived(near).table("organisation_acts"), lived(UNSEEN).table("organisation_acts")
    held = under.filter(pl.col("outcome") == Outcome.HELD_BACK)
    assert set(held["act"].to_list()) == {FIRST + 2}, "what is forbidden is done less often, and not held back"
    days = [world.filter(pl.col("act") == FIRST + 2).drop("outcome").rows() for world in (under, without)]
    assert days[0] == days[1], "done and held back are together what is done without the scheme"


def test_more_is_foretold_of_a_town_in_which_firms_do_more():
    few, much = (foretell(request(scheme_of(text), **TOWN), RESIDENT_ACTS) for text in (GOVERNED, UNSEEN))
    assert much.per_resident > few.per_resident


ASSUMED = 'rate = { value = 6, band = [2, 9], mark = "assumed", cite = ["assumption"] }'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A run with its paired world, in which one rate is assumed."""
    scheme = scheme_of(BUSINESS.replace("rate = 6", ASSUMED))
    out = tmp_path_factory.mktemp("business") / "run"
    return live_run(request(scheme, out=out, people=130, days=182, step_days=14, baseline="full")).folder


def test_the_paired_world_lives_them_and_is_no_pair_without_them(folder):
    worlds = open_worlds(folder)
    both = (
        world.table("organisation_acts").filter(pl.col("act") >= FIRST) for world in (worlds.scheme, worlds.baseline)
    )
    ours, theirs = (world.filter(pl.col("act") != FIRST + 1).drop("outcome").rows() for world in both)
    assert ours == theirs, "but for night work, which costs points and is forbidden"
    assert theirs
    other = worlds.baseline.manifest
    named = tuple(row for row in other.names.acts if row.id != "open-day")
    (fault,) = differences(worlds.scheme.manifest, replace(other, names=replace(other.names, acts=named)))
    assert "open-day" in fault


def test_the_paired_world_is_not_gone_on_with_alone_wherever_it_lies(folder, tmp_path):
    moved = copytree(folder / "baseline", tmp_path / "elsewhere")
    with pytest.raises(RunFolderError, match="without the scheme of another run"):
        request_of(moved, open_run(moved).manifest)


def test_pages_say_how_they_are_known_what_the_law_says_and_who_did_them(folder):
    worlds, scheme = open_worlds(folder), scheme_of(BUSINESS.replace("rate = 6", ASSUMED))
    tables = assumptions(scheme, worlds.scheme.manifest, folder).tables
    found = [row for table in tables for row in table.rows if row[0] == "act night-work"]
    assert [row[1:6] for row in found] == [("rate", "6", "acts per eligible doer and year", "2 to 9", "assumed")]
    law = law_of(Summary(worlds, (), recorded_timings(worlds), scheme))
    assert (law["night-work"], law["open-day"]) == ("forbids it", "allows it")
    suffered = worlds.scheme.table("harms").filter(pl.col("act") == FIRST + 1)
    hit, doer = suffered.select("resident", "origin").row(0)
    told = [event.text for event in harms(Whose(worlds.scheme, hit))]
    assert f"was harmed by night-work, which firm {doer:,} did" in told
