"""The books balance: every score, expiry, spell and count can be worked out again from the rows before it."""

from __future__ import annotations

from collections import defaultdict

import polars as pl
import pytest

from engine.books import START, TEXTS, TOWN, by_resident, lived
from engine.lives import Lived, edited, live, scheme_of
from engine.texts import STRICT
from glasstown.simulate.names_facts import names_of
from glasstown.vocab.codes import Entry, Outcome

RECORD = ("resident", "ref", "origin", "rule")


@pytest.fixture(params=TEXTS)
def world(request) -> Lived:
    return lived(request.param)


# ------------------------------------------------------------------- sums


def test_every_row_carries_the_running_sum(world):
    entries = by_resident(world.table("entries"), "delta_milli", "score_after_milli")
    assert len(entries) > 500
    for resident, rows in entries.items():
        total = START
        for delta, after in rows:
            total += delta
            assert after == total, f"resident {resident}"


def test_start_plus_all_entries_is_the_score_of_everybody(world):
    entries = by_resident(world.table("entries"), "delta_milli")
    moved = {resident: sum(delta for (delta,) in rows) for resident, rows in entries.items()}
    panel = world.table("panel")
    last = panel.filter(pl.col("day") == TOWN["days"])
    assert last.height == TOWN["people"]
    for resident, score in last.select("resident", "score_milli").iter_rows():
        assert score == START + moved.get(resident, 0)


@pytest.mark.parametrize("which", TEXTS)
def test_every_row_of_the_panel_is_start_plus_the_entries_before_it(which):
    world = lived(which)
    entries = by_resident(world.table("entries"), "day", "delta_milli")
    panel = world.table("panel").select("resident", "day", "score_milli")
    assert panel["day"].n_unique() == 9
    for resident, day, score in panel.iter_rows():
        assert score == START + sum(delta for when, delta in entries[resident] if when < day)


def test_the_score_that_is_read_stays_in_its_range(world):
    panel = world.table("panel")
    highest = 110_000 if world is lived("on-reading") else 150_000
    assert panel["score_milli"].min() >= 0
    assert panel["score_milli"].max() == highest
    after = by_resident(world.table("entries"), "score_after_milli")
    assert all(0 <= rows[-1][0] <= highest for rows in after.values())


def test_with_a_cap_on_reading_the_open_sum_keeps_what_the_cap_hid():
    world = lived("on-reading")
    rules = world.table("entries").filter(pl.col("kind") != Entry.CAP)
    open_sums = {r: START + sum(d for (d,) in rows) for r, rows in by_resident(rules, "delta_milli").items()}
    hidden = 0
    for district in world.districts:
        for slot in range(district.size):
            expected = open_sums.get(district.first + slot, START)
            assert district.scores.open_sum[slot] == expected
            assert district.scores.score[slot] == min(max(expected, 0), 110_000)
            hidden += not 0 <= expected <= 110_000
    assert hidden > 100


def applied_by_record(world: Lived, *, is_clamped: bool) -> dict[tuple[int, ...], tuple[int, int]]:
    """What each rule made of each record: (day, points), less what a cap on each entry cut off at once."""
    applied: dict[tuple[int, ...], tuple[int, int]] = {}
    last = None
    for *address, kind, day, delta in world.table("entries").select(*RECORD, "kind", "day", "delta_milli").iter_rows():
        place = tuple(address)
        if kind == Entry.RULE:
            applied[place], last = (day, delta), place
        elif kind == Entry.CAP and is_clamped and last == place:
            applied[place] = (day, applied[place][1] + delta)
        elif kind == Entry.EXPIRY:
            last = None
    return applied


@pytest.mark.parametrize("which", TEXTS)
def test_an_expiry_gives_back_what_its_record_took(which):
    """With a cap on each entry: what was applied. Once, on its day, before the horizon, and for every record."""
    world = lived(which)
    days = {rule.code: rule.expires_days for rule in names_of(scheme_of(TEXTS[which])).rules}
    wanted = {
        place: (day + days[place[3]], -points)
        for place, (day, points) in applied_by_record(world, is_clamped=which != "on-reading").items()
        if points and days[place[3]] is not None and day + days[place[3]] < TOWN["days"]
    }
    expired = world.table("entries").filter(pl.col("kind") == Entry.EXPIRY)
    rows = list(expired.select(*RECORD, "day", "delta_milli").iter_rows())
    assert {row[:4]: row[4:] for row in rows} == wanted
    assert len(rows) == len(wanted) > 100


# ------------------------------------------------------------------- a plain list of dates

PLAIN = edited(
    STRICT,
    ("coverage = 0.9", "coverage = 1"),
    ("min_age_years = 18", "min_age_years = 0"),
    ("false_per_year = 0.2", "false_per_year = 0"),
    ("false_per_year = 0.1", "false_per_year = 0"),
    ('sees = ["queue-jumping", "late-bill", "elder-neglect", "critical-post", "charity-gift"]',
     'sees = ["queue-jumping", "elder-neglect", "critical-post"]'),
    ("detection = 0.8", "detection = 1"),
    ("lowest = 0", "lowest = -100000"),
    ("highest = 150", "highest = 100000"),
    ('sources = ["registry", "neighbours"]\n', ""),
    ("points = [-60, -20]", "points = -60"),
    ('act = "critical-post"\npoints = -40', 'act = "critical-post"\npoints = -40\nexpires_days = 100'),
)  # fmt: skip


def test_the_agenda_is_a_plain_list_of_dates():
    """What neighbours see is certain and five days late; everything else follows by the calendar."""
    world = live(scheme_of(PLAIN), **TOWN)
    code = {row.id: row.code for row in names_of(scheme_of(PLAIN)).acts}
    rules = {code["critical-post"]: (-40_000, 100, 1, 0), code["elder-neglect"]: (-25_000, 90, 1, 0),
             code["queue-jumping"]: (-30_000, None, 2, 180)}  # fmt: skip
    expected: list[tuple[int, int, int, int]] = []
    earlier: dict[tuple[int, int], list[int]] = defaultdict(list)
    acts = world.table("acts").filter(pl.col("outcome") == Outcome.DONE).sort("resident", "day", "family", "ordinal")
    for resident, day, act in acts.select("resident", "day", "act").iter_rows():
        if act not in rules or day + 5 >= TOWN["days"]:
            continue
        points, expires, count, within = rules[act]
        due = day + 5
        earlier[resident, act].append(due)
        inside = [one for one in earlier[resident, act] if due - one < within] if within else [due]
        points = points if len(inside) >= count else 0
        expected.append((resident, due, act, points))
        if expires and due + expires < TOWN["days"]:
            expected.append((resident, due + expires, act, -points))
    entries = world.table("entries").filter(pl.col("act").is_in(list(rules)))
    found = sorted(entries.select("resident", "day", "act", "delta_milli").iter_rows())
    assert found == sorted(expected)
    assert len(found) > 2_000


def test_nothing_that_is_due_after_the_run_is_kept():
    for which in TEXTS:
        for district in lived(which).districts:
            assert district.agenda["due"][: district.used].max(initial=0) < TOWN["days"]
