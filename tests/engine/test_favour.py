"""Favour of officials: same draw, kinder to those tied to one, and never to anybody's disadvantage."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from engine.lives import Lived, live, scheme_of
from glasstown.audit.case import open_case
from glasstown.audit.metrics.favour import what_favour_gave
from glasstown.audit.worlds import open_worlds
from glasstown.compiled.favour import lower_decision_favours, lower_rule_favours, strongest
from glasstown.simulate.harms import Circle
from glasstown.simulate.officials import mark_ties
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live as live_in_folder
from glasstown.vocab.codes import Standing
from glasstown.vocab.evidence import Figure
from glasstown.vocab.geography import VOID
from scheme.dense import RULES
from scheme.dense_favour import FAVOURED, ORGANISED_AND_FAVOURED

OFFICIALS = str(Path(__file__).parents[1] / "society" / "many_officials.toml")
TOWN = {"people": 1_000, "days": 364, "step_days": 14, "society": OFFICIALS}
HALF = 1 << 31


def figure(value: str) -> Figure:
    return Figure(Decimal(value), "fiction", None, None, ())


def test_the_strongest_tie_counts():
    favour = (("self", figure("0.2")), ("kin", figure("0.75")), ("friend", figure("0.5")))
    assert strongest(favour, 0) == 0
    assert strongest(favour, 0b000001) == Decimal("0.2")
    assert strongest(favour, 0b000101) == Decimal("0.75")
    assert strongest(favour, 0b100001) == Decimal("0.5")
    assert strongest(favour, 0b011010) == 0, "household, colleague and neighbour are favoured by nobody here"
    table = lower_rule_favours([favour, ()])
    assert table.shape == (2, 64)
    assert table[0, 0b000101] == 750_000
    assert not table[1].any()
    assert lower_rule_favours([(), ()]).shape == (2, 1)


def test_chances_move_toward_the_good_of_the_tied_alone():
    """Let off with 0.5: half of the other half besides is 0.75. Refused a gift with 0.5: half of that is left, 0.25."""
    kin = (("kin", figure("0.5")),)
    words = lower_decision_favours([Decimal("0.5"), Decimal("0.5")], [kin, kin], [False, True])
    assert words[0, :, 0b000001].tolist() == [HALF, HALF]
    assert words[0, :, 0b000100].tolist() == [HALF + HALF // 2, HALF // 2]


def test_ties_by_hand():
    """Six slots: 0 an official at home with 1; 2 is kin of 0, 3 works with 0, 4 is a friend of 0, lapsed for 5."""
    none = VOID
    kin = np.array([[2, none, 0, none, none, none]], np.uint16)
    colleague = np.array([[3, none, none, 0, none, none]], np.uint16)
    friend = np.array([[4, none, none, none, 0, none], [5, none, none, none, none, 0]], np.uint16)
    household = np.array([0, 0, 2, 2, 2, 2], np.int32)
    standing = np.array([int(Standing.OFFICIAL), 0, 0, 0, 0, 0], np.uint16)
    cut = np.array([0b10, 0, 0, 0, 0, 0], np.uint16)
    tied = np.full(6, 255, np.uint8)
    mark_ties(Circle(household, kin, colleague, friend, kin), cut, standing, tied)
    next_door = 0b010000
    assert (tied & ~np.uint8(next_door)).tolist() == [0b000001, 0b000010, 0b000100, 0b001000, 0b100000, 0]
    assert [int(bits) & next_door for bits in tied] == [0, 0, next_door, next_door, next_door, 0], "ring of 128"


# ------------------------------------------------------------------- lived


@pytest.fixture(scope="module")
def favoured() -> Lived:
    return live(scheme_of(FAVOURED), **TOWN)


@pytest.fixture(scope="module")
def even() -> Lived:
    """Likewise, where officials choose points alike for all; lists as they were."""
    start = FAVOURED.index("favour = {")
    return live(scheme_of(FAVOURED[:start] + FAVOURED[FAVOURED.index("\n", start) + 1 :]), **TOWN)


def shoves(world: Lived) -> dict[tuple[int, ...], int]:
    """Points by record of the rule that favours some; acts are alike in both worlds."""
    rule = [one.id for one in scheme_of(FAVOURED).rules].index("shoves")
    rows = world.table("entries").filter((pl.col("rule") == rule) & (pl.col("kind") == 0))
    return {tuple(row[:4]): row[4] for row in rows.select("resident", "origin", "ref", "day", "delta_milli").rows()}


def test_the_tied_never_get_worse_points_and_others_get_the_same(favoured, even):
    with_it, without = shoves(favoured), shoves(even)
    rows = favoured.table("favours")
    tied = set(rows["resident"].to_list())
    both = with_it.keys() & without.keys()
    assert len(both) > 500
    assert all(with_it[key] >= without[key] for key in both)
    assert all(with_it[key] == without[key] for key in both if key[0] not in tied)
    spared = sum(with_it[key] - without[key] for key in both)
    told = rows.filter(pl.col("what") == 0)["milli"].sum()
    assert 0 < spared <= told, "acts that fear of one's own grade changed are in one of the worlds alone"


def test_points_move_so_far_toward_the_best_in_whole_points(favoured):
    """From the points that were drawn to -1, by the strongest tie of the row, rounded down."""
    parts = {0: "0.9", 1: "0.8", 2: "0.75", 3: "0.5", 4: "0.4", 5: "0.6"}
    seen = set()
    given = shoves(favoured)
    for row in favoured.table("favours").filter(pl.col("what") == 0).to_dicts():
        part = max(Decimal(parts[bit]) for bit in parts if row["ties"] >> bit & 1)
        moved = [points for (who, *_, day), points in given.items() if (who, day) == (row["resident"], row["day"])]
        drawn = {points - row["milli"] for points in moved}
        assert any((-1000 - one) // 1000 * part // 1 * 1000 == row["milli"] for one in drawn)
        seen.add(row["ties"])
    assert len(seen) > 4


def test_cases_decided_for_the_tied_are_told(favoured):
    rows = favoured.table("favours").filter(pl.col("what") > 0)
    assert set(rows["what"].unique().to_list()) == {1, 2}
    assert set(rows["milli"].unique().to_list()) == {0}
    assert rows.filter(pl.col("ties") == 0).height == 0


def test_firms_are_favoured_through_their_representative():
    world = live(scheme_of(ORGANISED_AND_FAVOURED), **TOWN | {"people": 3_000, "days": 728})
    rows = world.table("organisation_favours")
    assert rows.height
    (stretch,) = world.districts
    joined = stretch.organisations
    for one, ties in rows.select("organisation", "ties").iter_rows():
        boss = joined.representative[one - joined.stretch.first]
        assert boss != VOID
        assert stretch.docket.tied[boss] == ties, "nobody's friendship has lapsed that counts here"


# ------------------------------------------------------------------- told


def told(folder: Path, text: str):
    live_in_folder(RunRequest(scheme=scheme_of(text), out=folder, start=date(2020, 1, 1), seed=1, baseline="none",
                              **TOWN | {"people": 300}))  # fmt: skip
    worlds = open_worlds(folder)
    return worlds, what_favour_gave(open_case(worlds))


def test_a_finding_says_what_favour_gave(tmp_path):
    worlds, (finding,) = told(tmp_path / "run", FAVOURED)
    rows = worlds.scheme.table("favours")
    assert finding.value == rows.height > 0
    kin = finding.table.rows[2]
    of_kin = rows.filter(pl.col("ties") & 4 != 0)
    assert kin[0] == "are kin of an official"
    assert kin[1] == of_kin["resident"].n_unique()
    assert kin[2] == of_kin["milli"].sum() / 1000
    assert kin[3] == of_kin.filter(pl.col("what") > 0).height


def test_without_favour_nobody_is_told_of_it(tmp_path):
    worlds, findings = told(tmp_path / "run", RULES)
    assert findings == ()
    assert not worlds.scheme.table("favours").height
