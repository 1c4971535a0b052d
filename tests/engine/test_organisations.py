"""Firms and governments in a town: contracts are moved and not made, harm arrives, and who answers for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl
import pytest

from engine.lives import live, scheme_of
from glasstown.audit.case import open_case
from glasstown.audit.metrics.integrity import books_balance
from glasstown.audit.metrics.organised import organisations_rated
from glasstown.audit.worlds import open_worlds
from glasstown.behaviours.figures import assumed
from glasstown.behaviours.organisations.catalogue import ORGANISED as ORGANISED_ACTS
from glasstown.ledger.reader import open_run
from glasstown.scheme.read import parse_scheme
from glasstown.simulate import organised_acts, organising
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live as live_run
from glasstown.simulate.run import resume
from glasstown.vocab.codes import Standing
from glasstown.vocab.errors import InputFaultsError
from scheme.dense_kinds import KINDS
from scheme.dense_organisations import GOVERNED, HEAD, ORGANISED

TOWN = {"people": 600, "days": 364, "step_days": 28}
BID, CLOSES, COMPLAINT = 159, 166, 156


def test_a_town_without_harm_from_firms_is_that_without_firms(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(organising, "victims", lambda _acts: np.zeros(200, np.uint8))
    with_firms = live(scheme_of(HEAD), **TOWN)
    assert with_firms.table("organisation_acts").height > 100
    assert with_firms.acts() == live(None, **TOWN).acts()


def test_contracts_are_moved_and_none_is_made():
    """Twelve a year: whoever wins one because of the scheme wins it from another who is named, and the other way."""
    text = ORGANISED.replace("at_least = 80", "at_least = 99")
    lived = live(scheme_of(text), **TOWN)
    bids = lived.table("organisation_acts").filter(pl.col("act") == BID)
    won = bids.filter(pl.col("outcome") == 0)
    assert 0 < won.height <= 12
    moved = lived.table("organisation_places_given")
    pairs = {(row["organisation"], row["other"], row["day"]) for row in moved.to_dicts() if row["won"] == 1}
    losers = moved.filter(pl.col("won") == 0)
    assert {
        (row["other"], row["organisation"]) for row in losers.to_dicts() if row["other"] != row["organisation"]
    } == {(winner, loser) for winner, loser, _ in pairs if winner != loser}


def test_who_runs_a_listed_firm_is_barred_as_long_as_the_firm_is_listed():
    lived = live(scheme_of(ORGANISED), **TOWN)
    carried, officers = 2, 3
    firms = lived.table("organisation_spells").filter(pl.col("consequence") == carried)
    bound = lived.table("spells").filter(pl.col("consequence") == officers)
    assert bound.height > 2
    boss = {}
    for stretch in lived.districts:
        joined = stretch.organisations
        for slot in np.flatnonzero(joined.stretch.kept):
            boss[int(slot) + joined.stretch.first] = int(joined.representative[slot]) + stretch.first
    spans = {(boss[row["organisation"]], row["start_day"], row["end_day"]) for row in firms.to_dicts()}
    assert {(row["resident"], row["start_day"], row["end_day"]) for row in bound.to_dicts()} == spans
    barred = lived.table("blocked").filter(pl.col("outcome") == 1)["resident"].unique().to_list()
    assert set(barred) <= set(bound["resident"].to_list())


def test_what_is_carried_hits_both_firms_of_one_person():
    lived = live(scheme_of(ORGANISED), **TOWN)
    listed = set(lived.table("organisation_listings")["organisation"].to_list())
    hit = set(lived.table("organisation_spells").filter(pl.col("consequence") == 2)["organisation"].to_list())
    kept = {int(n) for s in lived.districts for n in np.flatnonzero(s.organisations.stretch.kept) + 2_080_374_784}
    partners = {one ^ 1 for one in hit} & kept
    assert partners <= hit, "whoever has two firms answers with both"
    assert hit - listed, "some were hit for the other firm's list alone"


def test_the_officials_of_a_listed_government_are_barred():
    lived = live(scheme_of(GOVERNED), **TOWN)
    leaders = set(lived.table("spells").filter(pl.col("consequence") == 4)["resident"].to_list())
    standing = lived.districts[0].people.standing
    assert leaders == set(np.flatnonzero(standing & int(Standing.OFFICIAL)).tolist())


def test_lawful_acts_of_firms_near_the_edge_are_held_back_and_only_under_the_scheme():
    near = ORGANISED.replace("start = 100", "start = 81").replace("points = -30", "points = -1")
    lived = live(scheme_of(near.replace("points = [-40, -10]", "points = -1")), **TOWN)
    held = lived.table("organisation_blocked").filter(pl.col("outcome") == 3)
    assert set(held["act"].to_list()) <= {COMPLAINT}
    without = live(scheme_of(HEAD), **TOWN).table("organisation_blocked")
    assert without.filter(pl.col("outcome") == 3).is_empty()


def test_who_worked_for_a_firm_that_closes_is_out_of_work(monkeypatch: pytest.MonkeyPatch):
    often = tuple(
        replace(act, rate=assumed("1", "0", "2")) if act.id == "firm-closes" else act for act in ORGANISED_ACTS
    )
    monkeypatch.setattr(organised_acts, "ORGANISED", often)
    lived = live(scheme_of(HEAD), **TOWN)
    closed = lived.table("organisation_acts").filter((pl.col("act") == CLOSES) & (pl.col("outcome") == 0))
    assert closed.height
    harmed = lived.table("harms").filter(pl.col("act") == CLOSES)
    staff = 0
    for row in closed.to_dicts():
        for stretch in lived.districts:
            joined, slot = stretch.organisations, row["organisation"] - stretch.organisations.stretch.first
            staff += int(joined.staff_ends[slot + 1] - joined.staff_ends[slot]) if row["day"] < 336 else 0
    assert harmed.height == staff > 0
    later = lived.table("organisation_acts").join(closed.select("organisation", closes="day"), on="organisation")
    assert later.filter(pl.col("day") > pl.col("closes") + 30).is_empty(), "a closed firm does nothing more"


def test_a_run_with_firms_goes_on_to_the_same_bits_where_it_was_stopped(tmp_path):
    request = RunRequest(
        scheme=parse_scheme(KINDS), people=130, days=112, step_days=14, seed=2, start=date(2020, 1, 1),
        out=tmp_path / "whole", baseline="none", checkpoint_steps=3,
    )  # fmt: skip
    whole = live_run(request)
    asked = iter([False] * 4 + [True] * 100)
    stopped = live_run(replace(request, out=tmp_path / "cut"), should_stop=lambda: next(asked))
    assert stopped.stopped
    assert resume(tmp_path / "cut").digest == whole.digest
    cut, uncut = open_run(tmp_path / "cut"), open_run(tmp_path / "whole")
    for name in (
        "organisation_acts",
        "organisation_entries",
        "organisation_panel",
        "organisation_scores_panel",
        "spells",
    ):
        assert cut.table(name).equals(uncut.table(name)), name
    case = open_case(open_worlds(tmp_path / "whole"))
    found = {one.slug: one for one in (*books_balance(case), *organisations_rated(case))}
    for slug in ("score-sums-wrong", "organisation-score-sums-wrong", "replay-differs"):
        assert found[slug].value == 0, slug
        assert found[slug].n > 10, slug


@pytest.mark.nightly
def test_firms_live_alike_however_the_town_is_cut():
    how = {"people": 9_000, "days": 182, "step_days": 14}
    one, two = (live(scheme_of(GOVERNED), threads=threads, **how) for threads in (1, 3))
    assert (one.digest, one.life_digest) == (two.digest, two.life_digest)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('kinds = ["firm", "government"]', 'kinds = ["government"]', "SCH390"),
        ('kinds = ["firm", "government"]', 'kinds = ["club"]', "SCH109"),
        ('of = "firm"', 'of = "resident"', "SCH391"),
        ('act = "tax-return-late"', 'act = "late-bill"', "SCH391"),
        ('acts = ["contract-broken"]', 'acts = ["contract-broken", "late-bill"]', "SCH391"),
        ('deny = ["high-speed-rail", "flight"]', 'deny = ["tender"]', "SCH391"),
        ('deny = ["permit", "export"]', 'deny = ["flight"]', "SCH391"),
        ("credit_terms = -3", "credit_terms = 2", "SCH419"),
    ],
)
def test_what_mixes_kinds_of_subjects_is_refused_at_its_place(old: str, new: str, code: str):
    assert old in ORGANISED
    text = ORGANISED.replace(old, new)
    try:
        faults = parse_scheme(text).warnings
    except InputFaultsError as error:
        faults = error.diagnostics
    found = [one for one in faults if one.code == code]
    assert found
    assert all(one.span is not None and one.span.line > 1 for one in found)
