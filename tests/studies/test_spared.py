"""What would have spared a resident: sets known by hand, the same as by full runs, and words where nothing helps."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from math import comb

import polars as pl
import pytest
from typer.testing import CliRunner

from glasstown.audit.life.fallen import SPARED, fallen
from glasstown.audit.life.names import Whose, number_seen
from glasstown.cli.main import app
from glasstown.ledger.reader import open_run
from glasstown.report.lives.paper import life_html
from glasstown.report.lives.spared import headline
from glasstown.report.lives.view import life
from glasstown.simulate.plan import Progress
from glasstown.studies.lockstep import NEVER, Lockstep
from glasstown.studies.pair import pair
from glasstown.studies.single_changes import change_of, gather
from glasstown.studies.spared import DID_NOT_FALL, Asked, spared
from glasstown.studies.spared_search import NOTHING_TO_TRY
from glasstown.studies.spared_worlds import SparedWorlds
from glasstown.vocab.change import Change
from studies.spared_towns import APPEALED, FRIENDS, counted, lived, with_records

NIGHTLY = pytest.mark.nightly

SCHEMES = {
    "none": counted(0), "one": counted(1), "friends": counted(0, FRIENDS), "appeals": counted(1, APPEALED),
    "at-once": counted(0).replace("start = 100", "start = 90"),
}  # fmt: skip
AT_ONCE = '\n[[consequence]]\nid = "kept-out"\ngrade = "bad"\ndeny = ["public-job"]\nnotice = "none"\n'
SCHEMES["at-once"] += AT_ONCE


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    place, found = tmp_path_factory.mktemp("spared"), {}

    def town(name):
        if name not in found:
            found[name] = lived(SCHEMES[name], place / name)
        return found[name]

    return town


def looks_at(run, resident):
    """Numbers of the looks behind the records about a resident, by date."""
    rows = open_run(run).table("sightings").filter(pl.col("on_resident") == resident).sort("due_day").to_dicts()
    return [f"sighting:{number_seen(row)}" for row in rows if row["fate"] == 0]


def texts(found):
    return [[one.text for one in some] for some in found.sets]


# ------------------------------------------------------------------- known by hand


@pytest.mark.parametrize(("town", "allowed", "records"), [("none", 0, 1), ("one", 1, 2), ("none", 0, 2), ("one", 1, 3),
                                                          ("none", 0, 3),
                                                          pytest.param("one", 1, 4, marks=NIGHTLY)])  # fmt: skip
def test_as_few_records_as_are_too_many_suffice_and_any_of_them_do(towns, town, allowed, records):
    run = towns(town)
    who, size = with_records(open_run(run), records), records - allowed
    found = spared(run, who)
    assert (found.is_smallest, found.tried) == (True, size)
    assert len(found.sets) == comb(records, size)
    assert sorted(map(sorted, texts(found))) == sorted(map(sorted, combinations(looks_at(run, who), size)))
    days = [[one.day for one in some] for some in found.sets]
    assert days == sorted(days), "sets are told by date"


def test_beyond_three_there_is_a_small_set_and_it_is_called_so(towns):
    run = towns("one")
    found = spared(run, with_records(open_run(run), 5))
    assert (len(found.sets), len(found.sets[0]), found.tried) == (1, 4, 3)
    assert headline(found).startswith("In the model, a small set of 4 changes together would have spared them.")


def test_a_tie_through_which_something_was_counted_spares_as_the_record_does(towns):
    run = towns("friends")
    ledger = open_run(run)
    entries = ledger.table("entries").group_by("resident").agg(pl.col("via").max(), pl.len(), pl.col("origin").first())
    row = entries.filter((pl.col("len") == 1) & (pl.col("via") > 0)).row(0, named=True)
    one, two = sorted((row["resident"], row["origin"]))
    (look,) = looks_at(run, row["origin"])
    found = spared(run, row["resident"])
    assert sorted(texts(found)) == [[look], [f"tie:{one}-{two}"]]
    assert f"about resident {row['origin']}" in found.sets[0][0].says + found.sets[1][0].says


def test_one_tie_spares_from_two_records_that_came_through_it(towns):
    run = towns("friends")
    rows = open_run(run).table("entries").group_by("resident").agg(pl.col("via").min(), pl.col("origin").unique())
    who = [row["resident"] for row in rows.to_dicts() if row["via"] and len(row["origin"]) == 1]
    found = next(one for one in (spared(run, resident) for resident in sorted(who)) if len(one.singles) == 3)
    assert [len(some) for some in found.sets] == [1]
    assert found.sets[0][0].kind == "tie"


def test_a_refused_appeal_that_is_upheld_spares_where_it_was_decided_before_the_fall(towns):
    run = towns("appeals")
    ledger = open_run(run)
    who = with_records(ledger, 2)
    (first, second), found = looks_at(run, who), spared(run, who)
    upheld = first.replace("sighting", "upheld")
    assert texts(found) == [[first], [upheld], [second]]
    assert found.to_plain()["sets"][1][0]["option"] == "--with"


def test_no_set_holds_a_look_never_made_and_the_appeal_against_its_record(towns):
    found = spared(towns("appeals"), with_records(open_run(towns("appeals")), 3))
    assert found.is_smallest
    assert len(found.sets) == 5, "two of three records, or an appeal for the first of them"
    assert all(len({one.name for one in some}) == 2 for some in found.sets)


def test_where_everybody_falls_at_once_nothing_helps(towns):
    run = towns("at-once")
    ledger = open_run(run)
    told = ledger.table("sightings").filter(pl.col("fate") == 0)["on_resident"].unique().to_list()
    quiet = next(who for who in sorted(fallen(ledger)) if who not in told)
    found = spared(run, quiet)
    assert (found.sets, found.reason, found.worlds) == ((), NOTHING_TO_TRY, 0)
    tried = spared(run, min(set(told) & fallen(ledger)))
    assert (tried.sets, tried.tried) == ((), min(3, len(tried.singles)))
    assert tried.worlds == 0, "nothing that comes later can spare from the first day"
    assert headline(tried).startswith("In the model, nothing of this kind would have spared them. Tried was ")


def test_who_did_not_fall_has_nothing_to_be_spared(towns):
    run = towns("one")
    who = min(set(range(120)) - fallen(open_run(run)))
    found = spared(run, who)
    assert (found.sets, found.reason, found.has_fallen) == ((), DID_NOT_FALL, False)


# ------------------------------------------------------------------- the same as by full runs


def falls_in_full(run, resident, change, folder):
    return resident in fallen(pair(run, change, out=folder).other)


def hold_against_full_runs(run, who, folder):
    """Each set of up to three changes, in a run folder of its own; returns what was lived beside it."""
    lockstep = Lockstep(run)
    singles = gather(Whose(open_run(run), who), lockstep.people).singles[:3]
    worlds = SparedWorlds(lockstep, who, singles)
    for size in range(1, len(singles) + 1):
        for some in combinations(range(len(singles)), size):
            change = change_of(tuple(singles[place] for place in some), 0)
            other = pair(run, change, out=folder / f"{who}-{size}-{'-'.join(map(str, some))}").other
            assert worlds.spares(some) == (who not in fallen(other)), (who, change.words)
    return worlds


def test_every_set_is_decided_as_full_runs_decide_it(towns, tmp_path):
    run = towns("friends")
    worlds = hold_against_full_runs(run, with_records(open_run(run), 2), tmp_path)
    assert (len(worlds.fell), worlds.lived) == (4, 2), "what comes after the fall is decided without being lived"


@pytest.mark.nightly
@pytest.mark.parametrize("town", ["one", "friends", "appeals", "at-once"])
def test_a_town_is_decided_as_full_runs_decide_it(towns, town, tmp_path):
    run = towns(town)
    for who in sorted(fallen(open_run(run)))[:8]:
        hold_against_full_runs(run, who, tmp_path)


def test_where_nothing_is_otherwise_the_resident_falls_in_the_same_step_and_the_world_is_the_same(towns):
    run = towns("one")
    ledger, lockstep = open_run(run), Lockstep(run)
    assert lockstep.walk(Change()).digests[0] == ledger.manifest.digest
    fell = ledger.table("grades").filter(pl.col("from_grade") == 1).sort("day")
    for who, day in fell.select("resident", "day").head(5).iter_rows():
        assert SparedWorlds(lockstep, who, ()).fell[()] == day // 7 - 1, "the step before the grade holds"
    stood = min(set(range(120)) - fallen(ledger))
    assert SparedWorlds(lockstep, stood, ()).fell[()] == NEVER


# ------------------------------------------------------------------- bounds, and the command


def test_what_would_take_more_worlds_than_allowed_is_not_tried_and_said_so(towns):
    run = towns("one")
    who = with_records(open_run(run), 4)
    found = spared(run, who, worlds=3)
    assert found.tried < 3
    assert not found.is_smallest
    assert "sets of 2 were not tried" in found.reason or "sets of 3 were not tried" in found.reason
    assert headline(found).endswith("a smaller one was not ruled out.")
    assert len(found.sets[0]) == 3, "what is not needed is put back"


def test_it_is_foretold_and_can_be_stopped(towns):
    run = towns("none")
    said, seen = [], []
    who = with_records(open_run(run), 3)
    assert Asked(run, who).answer(said.append, seen.append, lambda: bool(seen)) is None
    assert "single changes to try: 3; sets of them: 3 of 1, 3 of 2, 1 of 3" in said[0]
    assert "--worlds COUNT" in said[0]
    assert [type(one) for one in seen] == [Progress]


def test_json_has_it_only_where_it_was_asked_for(towns):
    run = towns("one")
    who = with_records(open_run(run), 2)
    plain = life(run, who).to_plain()
    assert plain["spared_by"] is None
    assert "--spared" in plain["spared_by_reason"]
    told = CliRunner().invoke(app, ["life", str(run), str(who), "--spared", "--json"])
    plain = json.loads(told.stdout.splitlines()[-1])
    assert plain["spared_by_reason"] is None
    assert [len(some) for some in plain["spared_by"]["sets"]] == [1, 1]
    assert plain["spared_by"]["definition"] == SPARED


def test_the_page_tells_it_in_words_and_names_what_to_ask_a_pair_for(towns):
    run = towns("one")
    who = with_records(open_run(run), 2)
    page = life_html(replace(life(run, who), spared=spared(run, who)))
    assert "In the model, any one of 2 sets would have spared them: one change each" in page
    assert f"--without {looks_at(run, who)[0]}" in page
    assert "Simulated, invented people" in page
    assert "sought where it is asked for, with --spared" in life_html(life(run, who))
