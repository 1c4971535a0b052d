"""The register of acts holds together: what it names exists, rates fit their leaves, and a year is not too full.

What the society draws in a year sets the speed of a nation: at most twelve acts a resident.
"""

from __future__ import annotations

from fractions import Fraction
from math import log2

import pytest

from glasstown.behaviours.act import KINDS, PLACES, VICTIM_TIES
from glasstown.behaviours.assets import MEANINGS
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.consequences import DENIALS, OUTCOMES, WORSENINGS
from glasstown.behaviours.start import INITIAL_ASSETS
from glasstown.society.shares import cell_shares, standing_shares
from glasstown.society.spec import load_spec
from glasstown.vocab.acts import ACTS, FAMILIES, MAX_SHIPPED_ACTS
from glasstown.vocab.capacities import CAPACITIES, DEGREES
from glasstown.vocab.codes import AGE_BANDS, Asset, Capacity, Degree, Effect
from glasstown.vocab.evidence import MARKS_THAT_NEED_A_BAND, Figure
from glasstown.vocab.gauges import GAUGE_IDS
from repository import ROOT

ACT = {act.id: act for act in RESIDENT_ACTS}
CODE = {act.id: act for act in ACTS}
SPEC = load_spec()
ASSET_EFFECTS = {Effect.ASSET_GAINED, Effect.ASSET_LOST}
AT_MOST = 12
MOST_OCTAVES = 4.1


def eligible(act):
    """Share of residents who may commit an act by age and standing; assets come on top."""
    shares = standing_shares(SPEC)[act.needs] if act.needs else cell_shares(SPEC)
    allowed = [act.from_age <= band[0] <= act.to_age for band in AGE_BANDS for _ in range(4)]
    return sum((share for share, may in zip(shares, allowed, strict=True) if may), Fraction(0))


def holders(act):
    """Share of the eligible who have what the act needs and lack what it must not meet, at day 0."""
    share = Fraction(1)
    for asset, figure, _ in INITIAL_ASSETS:
        if asset in act.needs_assets:
            share *= Fraction(figure.value)
        if asset in act.needs_lack:
            share *= 1 - Fraction(figure.value)
    return share


def test_every_registered_act_is_described_and_every_described_one_registered():
    assert set(ACT) == set(CODE)
    assert len(ACT) == len(RESIDENT_ACTS) == len(ACTS) <= MAX_SHIPPED_ACTS


def test_a_year_of_the_default_society_holds_at_most_twelve_acts_a_resident():
    drawn = sum(Fraction(act.drawn_rate) * eligible(act) * holders(act) for act in RESIDENT_ACTS)
    assert drawn <= AT_MOST, float(drawn)
    assert drawn > 4, "trips alone are more than two"


@pytest.mark.parametrize("act", [act for act in RESIDENT_ACTS if CODE[act.id].leaf], ids=lambda act: act.id)
def test_a_rate_lies_within_four_octaves_of_its_leaf(act):
    code = CODE[act.id]
    reference = float(FAMILIES[code.family].rate_per_year) / 2 ** len(code.leaf)
    assert abs(log2(float(act.drawn_rate) / reference)) <= MOST_OCTAVES


@pytest.mark.parametrize("act", RESIDENT_ACTS, ids=lambda act: act.id)
def test_an_act_says_what_the_engine_must_know(act):
    assert act.kind in KINDS
    assert act.place in {"", *PLACES}
    assert act.victim_tie in {"", *VICTIM_TIES}
    assert bool(CODE[act.id].leaf) == (act.kind not in {"child", "gauge"}), "a leaf is for what has a process"
    assert (act.kind == "frequent") == (act.sightable is not None)
    assert (act.kind == "gauge") == bool(act.unit)
    assert not act.place or act.capacity, "what competes for places can be denied them"
    assert all(child.act in ACT for child in act.children)
    for effect, asset, chance in (
        (act.effect, act.effect_asset, act.effect_chance),
        (act.effect_blocked, act.blocked_asset, act.blocked_chance),
        (act.victim_effect, act.victim_asset, act.victim_chance),
    ):
        assert (effect in ASSET_EFFECTS) == bool(asset)
        assert chance is None or effect != Effect.NONE
    assert not act.victim_effect or act.victim_tie
    assert not act.effect_blocked or act.capacity


def figures(act):
    """Every figure of an act."""
    for name in act.__slots__:
        value = getattr(act, name)
        if isinstance(value, Figure):
            yield name, value
        elif isinstance(value, tuple):
            for part in value:
                for inner in ("factor", "chance", "share"):
                    if isinstance(getattr(part, inner, None), Figure):
                        yield f"{name} {inner}", getattr(part, inner)


@pytest.mark.parametrize("act", RESIDENT_ACTS, ids=lambda act: act.id)
def test_every_figure_has_a_mark_and_an_assumed_one_its_band(act):
    found = list(figures(act))
    assert found
    for name, figure in found:
        if figure.mark in MARKS_THAT_NEED_A_BAND:
            assert figure.low is not None, name
            assert figure.high is not None, name
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.value <= figure.high, (act.id, name)
        if "chance" in name or name in {"detected", "sightable"}:
            assert 0 <= figure.value <= 1, (act.id, name)


TARGETS = {
    "T57": ("0.01205", "0.05"),
    "T59": ("0.00611", "0.05"),
    "T60": (str(Fraction(312_000, 1_411_778_724)), "0.1"),
    "T61": (str(Fraction(6_106_000, 1_408_000_000)), "0.03"),
    "T62": (str(Fraction(3_513_000, 1_408_000_000)), "0.03"),
    "T63": ("0.518", "0.05"),
    "T64": ("2.32", "0.05"),
}


@pytest.mark.parametrize("target", TARGETS)
def test_true_acts_times_what_is_recorded_give_the_published_count(target):
    value, tolerance = (Fraction(text) for text in TARGETS[target])
    counted = [(act, row) for act in RESIDENT_ACTS for row in act.counts_for if row.target == target]
    found = sum(
        Fraction(act.rate.value) * Fraction(row.share.value) * eligible(act) * holders(act) for act, row in counted
    )
    assert abs(found / value - 1) <= tolerance / 2, float(found)


def test_every_capacity_is_needed_by_an_act_that_changes_something():
    assert [row.capacity for row in DENIALS] == list(Capacity) == [bit for _, bit, _ in CAPACITIES]
    assert [row.degree for row in WORSENINGS] == list(Degree) == [code for _, code, _ in DEGREES]
    for row in DENIALS:
        act = ACT[row.act]
        assert row.capacity in act.capacity
        change = (act.effect, act.effect_asset) if row.when == "accomplished" else (act.effect_blocked,
                                                                                    act.blocked_asset)  # fmt: skip
        given = Asset.PRESTIGE if row.effect == Effect.JOB_FOUND_PRESTIGE else change[1]
        assert (change[0], given) == (row.effect, row.asset)
        assert row.effect != Effect.NONE


def test_every_outcome_of_a_denial_can_be_counted():
    for row in (*DENIALS, *WORSENINGS):
        assert row.shows_in in OUTCOMES
        assert row.sign in {-1, 1}
        assert row.shows_in != "act" or row.of in ACT
        assert row.shows_in != "asset" or row.of in Asset.__members__
        assert row.shows_in not in {"wait", "place"} or row.of in PLACES


def test_every_asset_is_explained_and_can_be_gained():
    assert [asset for asset, _ in MEANINGS] == [asset for asset, _, _ in INITIAL_ASSETS] == list(Asset)
    gained = {act.effect_asset for act in RESIDENT_ACTS if act.effect == Effect.ASSET_GAINED}
    gained |= {act.victim_asset for act in RESIDENT_ACTS}
    assert set(Asset) - gained == {Asset.PRESTIGE}, "that one comes with the post"


def test_the_page_says_that_somebody_suffers_only_where_somebody_in_the_town_does():
    page = (ROOT / "docs" / "reference" / "acts.md").read_text(encoding="utf-8")
    acts, _, _ = page.partition("\n## ")
    rows = [line.split("|") for line in acts.splitlines() if line.startswith("| `")]
    suffers = {cells[1].strip(" `"): cells[4].strip() for cells in rows}
    assert set(suffers) == set(ACT) | set(GAUGE_IDS)
    assert suffers["defaming-message"] == suffers["evasion-of-enforcement"] == "one resident, not simulated"
    assert suffers["red-light"] == "the public, not simulated"
    assert suffers["theft"] == "one resident (customer)"
    assert suffers["need-onset"] == "household"
    assert {suffers.pop(name) for name in set(GAUGE_IDS) - set(ACT)} == {"nobody"}
    for name, words in suffers.items():
        is_hit = ACT[name].victim_effect or (words == "household" and ACT[name].effect)
        assert is_hit or words == "nobody" or words.endswith("not simulated"), name
