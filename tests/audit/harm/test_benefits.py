"""The other side of the scale: differences by hand, in both directions, and what gives no value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harm.hand_worlds import BILL, GIFT, PEOPLE, RED, counts_of, parts_of, twice, why_not, world
from glasstown.audit.harm import debts_paid, good_deeds, offences_averted, stood_behind, victims_spared
from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import HEADINGS, THEMES
from glasstown.ledger.model_names import ActRow
from glasstown.scheme.library import SCHEMES
from glasstown.vocab.codes import Truth
from towns import MANIFEST

PAID = 58
YEARS = PEOPLE * 364 / 365 / 1000
LAWFUL = replace(MANIFEST, names=replace(MANIFEST.names, acts=(
    ActRow(RED, "red-light", lawful=False), ActRow(BILL, "late-bill", lawful=False),
    ActRow(GIFT, "charity-gift", lawful=True), ActRow(PAID, "judgment-performed", lawful=True),
)))  # fmt: skip


def done(**times):
    """Counts of acts done, by name, in two steps."""
    codes = {"red": RED, "bill": BILL, "gift": GIFT, "paid": PAID}
    return [
        {"step": step, "act": codes[act], "done": n - n // 2 if step else n // 2}
        for act, n in times.items()
        for step in (0, 1)
    ]


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    ours, theirs = done(red=10, bill=25, gift=90, paid=4), done(red=40, bill=20, gift=50, paid=9)
    harms = [{"resident": n, "act": RED} for n in range(9)]
    dues = [{"resident": n, "act": GIFT, "how": how} for n in range(40) for how in (0, 3 if n < 10 else 2)]
    return world(
        tmp_path_factory.mktemp("scale") / "run", LAWFUL, act_counts=ours, harms=harms[:3], dues=dues,
        sightings=[{"truth": Truth.LOGGED_FALSELY}] * 7, without={"act_counts": theirs, "harms": harms},
    )  # fmt: skip


def test_every_benefit_tells_itself_as_a_harm_does():
    assert [one.code for one in BENEFITS] == [f"B{n:02}" for n in range(1, len(BENEFITS) + 1)]
    assert not {one.slug for one in BENEFITS} & {one.slug for one in HARMS}
    for metric in BENEFITS:
        assert list(metric.text) == list(HEADINGS)
        assert metric.theme in THEMES
        assert metric.shown_by in SCHEMES


def test_offences_are_those_done_without_less_those_done_under(case):
    """Forty red lights became ten, twenty late bills twenty-five: 25 fewer in 59.8 years."""
    counts = counts_of(offences_averted, case)
    found = offences_averted.measure(counts)
    assert found.value == pytest.approx(25 / YEARS)
    assert parts_of(found) == pytest.approx({"red-light": 30 / YEARS, "late-bill": -5 / YEARS})
    assert offences_averted.measure(twice(counts)).value == pytest.approx(found.value)


def test_victims_are_counted_by_their_group(case):
    counts = counts_of(victims_spared, case)
    assert [counts[f"fewer/{slug}"] for slug in ("majority", "minority-a", "minority-b")] == [2, 2, 2]
    found = victims_spared.measure(twice(counts))
    assert found.value == pytest.approx(6 / YEARS)
    assert parts_of(found)["minority-a"] == pytest.approx(2 / (YEARS / 3))
    assert parts_of(victims_spared.measure(counts))["minority-a"] is None, "twenty are too few"


def test_fewer_debts_paid_is_below_nothing_and_ones_own_are_a_share(case):
    found = debts_paid.measure(counts_of(debts_paid, case))
    assert found.value == pytest.approx(-5 / YEARS)
    assert parts_of(found)["own-made-good"] == pytest.approx(30 / 40)


def test_deeds_that_were_only_logged_stand_beside_those_that_were_done(case):
    found = good_deeds.measure(counts_of(good_deeds, case))
    assert (found.value, parts_of(found)["logged-falsely"]) == (pytest.approx(40 / YEARS), 7)
    assert "7 were logged" in found.says


def test_the_share_behind_a_scheme_is_weighted_by_residents(tmp_path):
    rows = [
        {"step": step, "county": county, "residents": residents, "legitimacy_nano": int(share * 1e9)}
        for step, shares in ((0, (0.5, 0.5)), (1, (0.5, 0.9)), (2, (0.2, 0.8)))
        for county, (residents, share) in enumerate(zip((100, 300), shares, strict=True))
    ]
    counts = counts_of(stood_behind, world(tmp_path / "run", counties=rows))
    found = stood_behind.measure(counts)
    assert found.value == pytest.approx((20 + 240) / 400)
    assert parts_of(found)["change"] == pytest.approx(0.15)
    assert "fewer than 30" in stood_behind.measure({**counts, "last/residents": 9}).reason


def test_what_cannot_be_told_says_why(tmp_path):
    alone = world(tmp_path / "alone", LAWFUL)
    for metric in (offences_averted, victims_spared, debts_paid, good_deeds):
        assert "not lived" in why_not(metric, alone)
    assert "no opinion" in why_not(stood_behind, alone)
    harsh = replace(LAWFUL, names=replace(LAWFUL.names, rules=LAWFUL.names.rules[:1]))
    assert "no rule gives" in why_not(good_deeds, world(tmp_path / "harsh", harsh, without={}))
    assert "fewer than 30" in offences_averted.measure({"residents": 9, "person-days": 99, "fewer/red-light": 3}).reason
