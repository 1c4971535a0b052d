"""One life: every row is told once, sums and evidence check, cases are told as they were worked by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from audit.case_ledgers import ledger_of, ledger_of_case
from engine import halves
from engine.case_cover import told_of
from engine.case_files import case_files, read_cases
from engine.lives import scheme_of
from glasstown.audit.changed_lives import LIVED
from glasstown.audit.life.comparable import next_comparable
from glasstown.audit.life.decisions import decisions_of
from glasstown.audit.life.event import KINDS
from glasstown.audit.life.fallen import fallen
from glasstown.audit.life.life import life_of, read_life
from glasstown.audit.life.names import Whose, number_seen
from glasstown.audit.life.points import WORDS
from glasstown.audit.life.rows import READERS, events_of
from glasstown.ledger.reader import open_run
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry, Outcome
from glasstown.vocab.errors import RunFolderError
from glasstown.vocab.sighting_numbers import address_of, number_of
from scheme.dense import FULL

TOWN = {"people": 90, "days": 728, "step_days": 14, "seed": 1, "start": date(2020, 1, 1), "baseline": "none"}
NOTED = {"spells": "consequence-begun", "blocked": "denied", "listings": "listed", "appeals": "appeal"}
"""Of tables whose rows are told in several lines, the kind of the first one."""


@cache
def dense():
    return scheme_of(FULL)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lives") / "run"
    live(RunRequest(scheme=dense(), out=folder, **TOWN))
    return open_run(folder)


@pytest.fixture(scope="module")
def lives(town):
    return [life_of(town, resident) for resident in range(TOWN["people"])]


def test_a_parent_refused_for_a_child_is_told_so(tmp_path):
    """Half of a town of which children alone are kept from private schools."""
    text = halves.HALF_IN_THE_WORST.replace('notice = "none"', 'notice = "on-refusal"')
    scheme = scheme_of(f'{text}deny = ["private-school"]\nscope = "children"\n')
    live(RunRequest(scheme=scheme, out=tmp_path / "run", **TOWN | {"people": 300}))
    town = open_run(tmp_path / "run")
    refused = town.table("blocked")["resident"].unique().to_list()
    assert refused
    for who in refused:
        events = list(events_of(Whose(town, who)))
        told = [one.text for one in events if one.kind == "denied"]
        assert all(text.endswith("for what holds of a child of the household") for text in told)
        assert any(one.kind == "notice" and "of consequence by being refused" in one.text for one in events)


# ------------------------------------------------------------------- every row, once


def test_every_table_of_residents_has_a_reader():
    """Whoever adds a table to what two worlds are compared by has to say how a life tells it."""
    assert {name for name, _ in READERS} == {*LIVED, "sightings"}


@pytest.mark.parametrize("table", [name for name, _ in READERS])
def test_a_row_of_every_table_comes_into_the_life_that_it_is_about(table):
    who = "on_resident" if table == "sightings" else "resident"
    row = {who: 7, "origin": 9, "to_grade": 1, "day": 3, "due_day": 3, "place": 1, "end_day": 9, "score_milli": 5}
    row |= {"outcome": int(Outcome.DENIED)} if table == "blocked" else {}
    ledger = ledger_of(dense(), 28, {table: [row, row | {who: 8}]})
    told = [event for event in events_of(Whose(ledger, 7)) if event.table == table]
    assert told
    assert {event.kind for event in told} <= {kind for kind, _ in KINDS}
    assert not [event for event in events_of(Whose(ledger, 5)) if event.table == table]


def test_every_way_in_which_a_score_moves_has_its_words():
    assert set(WORDS) == set(Entry)


def test_every_row_is_told_once(town, lives):
    told = Counter((event.table, event.kind) for life in lives for event in life.events)
    for table in (*LIVED, "sightings"):
        rows = town.table(table)
        if table == "acts":
            rows = rows.filter(pl.col("outcome").is_in([Outcome.DONE, Outcome.NO_PLACE]))
        kinds = [NOTED[table]] if table in NOTED else [kind for name, kind in told if name == table]
        if table != "sightings":
            assert sum(told[table, kind] for kind in kinds) == rows.height, table
    numbers = {event.number for life in lives for event in life.events if event.table == "sightings"}
    assert numbers == {number_seen(row) for row in town.table("sightings").to_dicts()}


def test_a_number_names_one_sighting(town):
    seen = town.table("sightings").to_dicts()
    numbers = [number_seen(row) for row in seen]
    assert len(set(numbers)) == len(seen) > 100
    for row, number in zip(seen, numbers, strict=True):
        address = address_of(number)
        assert number == address.number == number_of(row["origin"], address.ref, row["act"])
        assert (address.origin, address.step, address.source) == (row["origin"], row["step"], row["source"])
    with pytest.raises(ValueError, match="no sighting"):
        address_of(-1)


def test_what_moves_a_score_names_a_sighting_that_is_there(town, lives):
    known = {number_seen(row) for row in town.table("sightings").to_dicts()}
    named = [event.number for life in lives for event in life.events if event.table in {"entries", "listings"}]
    assert {number for number in named if number is not None} <= known
    assert sum(number is not None for number in named) > 100


# ------------------------------------------------------------------- sums


def test_start_and_movements_are_the_score_of_everybody(lives):
    assert all(one.agrees for life in lives for one in life.sums)
    assert all(len(life.sums) == 1 for life in lives)


def test_the_evidence_of_a_fall_is_all_of_the_score(town, lives):
    start = town.manifest.score.start_milli
    falls = [one for life in lives for one in life.decisions if one.kind == "fall"]
    assert len(falls) > 20
    for one in falls:
        given = sum(record.milli or 0 for record in one.evidence.records)
        given += sum(one.evidence.without_record_milli.values())
        assert start + given == one.evidence.score_milli
        assert one.evidence.untrue == sum(record.truth != "true" for record in one.evidence.records)


def test_every_decision_against_somebody_has_a_file(town, lives):
    decided = Counter(one.kind for life in lives for one in life.decisions)
    worse = (pl.col("from_grade") > 0) & (pl.col("to_grade") > pl.col("from_grade"))
    harming = [row.code for row in town.manifest.names.consequences if row.harms]
    assert decided["fall"] == town.table("grades").filter(worse).height
    assert decided["consequence"] == town.table("spells").filter(pl.col("consequence").is_in(harming)).height
    assert decided["appeal-refused"] == town.table("appeals").filter(pl.col("outcome") == 0).height
    assert decided["listing"] > 0
    assert all(one.evidence.records or one.evidence.reason or one.evidence.without_record_milli
               for life in lives for one in life.decisions)  # fmt: skip


# ------------------------------------------------------------------- cases worked by hand


def cases(*names):
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in case_files() if path.stem in names
        for case in read_cases(path) if case.whose == "resident"
    ]  # fmt: skip


@pytest.mark.parametrize("case", cases("suining-2010", "court-list-critic"))
def test_a_case_is_told_as_it_was_worked_by_hand(case):
    told = told_of(case)
    events = life_of(ledger_of_case(case, told), told.slot).events
    for one in case.expected:
        end = (one.day // 7 + 1) * 7
        if one.points:
            moved = sum(event.facts["delta_milli"] for event in events if event.table == "entries" and event.day < end)
            score = case.scheme.score.start_points + Decimal(moved) / 1000
            assert one.points[0] <= score <= one.points[1], one.span
        for kind, wanted in (("consequence-begun", one.under), ("listed", one.lists)):
            if wanted is not None:
                assert {event.name for event in events if event.kind == kind and holds(event, one.day)} == wanted


def holds(event, day):
    begun, end = event.day, event.facts["end_day"]
    return begun <= day and (end is None or day < end)


def test_the_file_of_a_fall_holds_the_record_behind_it():
    (path,) = (path for path in case_files() if path.stem == "suining-2010")
    case = read_cases(path)[0]
    told = told_of(case)
    found = decisions_of(Whose(ledger_of_case(case, told), told.slot))
    falls = [(one.day, one.name, one.ground) for one in found if one.kind == "fall"]
    assert falls == [
        (7, "B", "score of 900, below 970"), (84, "C", "score of 800, below 850"), (112, "D", "score of 500, below 600")
    ]  # fmt: skip
    (record,) = found[0].evidence.records
    assert (record.day, record.act, record.source) == (3, "false-accusation-online", "online-monitoring")
    assert record.part == ("rule", "false-accusation") or record.part[0] == "rule"
    assert record.milli == -100_000
    assert found[0].notice_day is None


def test_a_score_that_was_worked_out_says_what_it_was_by_what_is_true():
    worked_out = [{"resident": 7, "day": 6, "score_milli": 50_000, "true_milli": 95_000}]
    moved = [{"resident": 7, "day": 6, "kind": int(Entry.REFRESH), "source": 255, "delta_milli": -50_000}]
    fell = [{"resident": 7, "day": 7, "from_grade": 1, "to_grade": 3}]
    (fall,) = decisions_of(
        Whose(ledger_of(dense(), 28, {"refreshes": worked_out, "entries": moved, "grades": fell}), 7)
    )
    assert fall.ground == "score of 50 (by what is true, 95), below 55"
    assert (fall.evidence.true_milli, fall.evidence.without_record_milli) == (95_000, {"refresh": -50_000})


# ------------------------------------------------------------------- who is comparable


def test_whoever_is_comparable_is_alike_and_did_not_fall(town, lives):
    down = fallen(town)
    fell = [life for life in lives if life.resident in down]
    assert len(fell) > 20
    named = [life for life in fell if life.comparable.resident is not None]
    assert named
    for life in named:
        other = lives[life.comparable.resident]
        assert other.resident not in down
        assert (other.who.age_band, other.who.sex) == (life.who.age_band, life.who.sex)
        for name, one, two in (
            ("household", life.who.household, other.who.household), ("role", life.who.role, other.who.role),
            ("place", life.who.place, other.who.place), ("work", life.who.work, other.who.work),
        ):  # fmt: skip
            assert (name in life.comparable.alike) == (one == two)
    up = next(life for life in lives if life.resident not in down)
    assert next_comparable(town, up.resident).reason == "this resident did not fall"


# ------------------------------------------------------------------- what there is not


def test_an_unknown_resident_is_refused_with_those_there_are(town):
    for number in (-1, 90):
        with pytest.raises(RunFolderError) as caught:
            life_of(town, number)
        assert f"resident {number}" in caught.value.what
        assert "0 to 89" in caught.value.why


def test_a_life_that_was_not_kept_is_refused_with_the_reason(town):
    """As in a large town, of which a sample is kept."""
    people = town.table("people").filter(pl.col("resident") != 3)
    sampled = type(town)(town.folder, town.manifest, {"people": people})
    with pytest.raises(RunFolderError, match="did not keep the life of resident 3") as caught:
        life_of(sampled, 3)
    assert "89" in caught.value.why


def test_a_folder_that_is_no_run_is_refused(tmp_path):
    with pytest.raises(RunFolderError, match="not a run folder"):
        read_life(tmp_path, 0)
    with pytest.raises(RunFolderError, match="there is no run folder"):
        read_life(Path(tmp_path / "nowhere"), 0)
