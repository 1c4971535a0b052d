"""Sources that look harder where they found something, and those that write down another act: worked by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from engine.lives import live, request, scheme_of, side_by_side
from engine.test_watched_more import CODE, HEAD, SCHEME, sightings, threshold
from glasstown.compiled.lower import compile_scheme
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.patrol import levels_of, nothing_found, remember_finds
from glasstown.simulate.sightings import LOOK
from glasstown.society.spec import SOCIETY_FILES, load_spec
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.society_watch import OFF
from scheme.dense import DENSE

PATROL = "patrol = { gain = 0.3, half_life_days = 90 }\n"
ON_PATROL = SCHEME.replace('context = "public-order"\n', 'context = "public-order"\n' + PATROL)
BILLS = ON_PATROL.replace("charity-gift", "late-bill")


def looks_at(*slots):
    rows = np.zeros(len(slots), LOOK)
    rows["origin"] = slots
    return rows


def level(found, most=7):
    levels = np.zeros(found.shape, np.uint8)
    levels_of(found, np.array([most]), levels)
    return levels.tolist()


def test_six_finds_are_two_doublings_and_180_days_later_one_and_a_half():
    """Half-life 90 days, steps of 90: 6, 3, 1.5; one of the next neighbourhood is its own."""
    tables = compile_scheme(parse_scheme(ON_PATROL), sightable={}, step_days=90).sources.looks
    assert (tables.keep.tolist(), tables.patrol.tolist(), tables.most.tolist()) == ([2**31], [1], [7])
    found = nothing_found(1, 256)
    remember_finds(tables.patrol, tables.keep, found, looks_at(0, 5, 127, 127, 3, 9, 128), 7)
    assert (found.tolist(), level(found)) == ([[6 * 65_536, 65_536]], [[2, 0]])
    for left, levels in ((3, [[1, 0]]), (1.5, [[0, 0]])):
        remember_finds(tables.patrol, tables.keep, found, looks_at(), 0)
        assert (found[0, 0], level(found)) == (int(left * 65_536), levels)


@pytest.mark.parametrize(("finds", "levels"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (127, 6), (128, 7), (5000, 7)])
def test_a_level_is_a_doubling(finds, levels):
    found = np.array([[finds * 65_536]])
    assert level(found) == [[levels]]
    assert level(found, most=3) == [[min(levels, 3)]]


def test_detection_by_level_ends_at_what_can_be_seen():
    """0.3 with gain 0.3: 0.39 at one doubling, 0.48 at two, 0.93 at seven; of red lights a twentieth is drawn."""
    tables = compile_scheme(parse_scheme(ON_PATROL), sightable={}, step_days=7).sources.looks
    high, low = (table[0, CODE["charity-gift"], :, 0].tolist() for table in (tables.harder_high, tables.harder_low))
    words = [(one << 32) + other for one, other in zip(high, low, strict=True)]
    assert words == [threshold(chance) for chance in ["0.3", "0.39", "0.48", "0.57", "0.66", "0.75", "0.84", "0.93"]]
    red = parse_scheme(ON_PATROL.replace("charity-gift", "red-light").replace("detection = 0.3", "detection = 0.04"))
    tables = compile_scheme(red, sightable={"red-light": Decimal("0.05")}, step_days=7).sources.looks
    chances = tables.harder_high[0, CODE["red-light"], :, 0].tolist()
    assert chances == [int(min(Fraction(4, 5) * (1 + Fraction(3 * one, 10)), 1) * 2**32) for one in range(8)]
    assert chances[1:] == [2**32] * 7


def test_patrol_finds_more_and_loses_nothing():
    def found_before(town):
        town[0].found[:] = 40 * 65_536

    town = {"people": 1_000, "days": 364, "step_days": 28}
    plain = live(scheme_of(BILLS.replace(PATROL, "")), **town)
    more = live(scheme_of(BILLS.replace("gain = 0.3", "gain = 2")), found_before, **town)
    assert sightings(plain) < sightings(more)
    assert plain.acts() == more.acts()


def test_what_somebody_did_reaches_no_other_neighbourhood():
    """One neighbourhood begins with 40 finds; whoever differs lives in it."""
    worlds = request(scheme_of(BILLS.replace("gain = 0.3", "gain = 5")), people=512, days=364, step_days=28)

    def alter(number, town):
        if number == 1:
            town[0].found[0, 2] = 40 * 65_536

    differ = side_by_side((worlds, worlds), alter)[-1]
    assert differ
    assert {one // 128 for one in differ} == {2}


WRONG = 'wrong_act = { taken_for = "late-bill", chance = 0.4 }\n'


def test_a_record_of_another_act_is_untrue_and_answers_to_the_rules_of_that_act(tmp_path):
    """Gifts cost nothing by themselves; four in ten are written down as late bills, which cost 5."""
    base = SCHEME.replace('context = "public-order"\n', 'context = "public-order"\n' + WRONG)
    text = base.replace('act = "charity-gift"\npoints = 5', 'act = "late-bill"\npoints = -5')
    world = live(scheme_of(text), people=1_500, days=364, step_days=28)
    seen = world.table("sightings")
    wrong = seen.filter(seen["truth"] == 3)
    right = seen.filter(seen["truth"] == 0)
    assert set(wrong["act"]) == {CODE["late-bill"]}
    assert set(right["act"]) == {CODE["charity-gift"]}
    share = wrong.height / (wrong.height + right.height)
    assert abs(share - 0.4) < 4 * (0.24 / (wrong.height + right.height)) ** 0.5
    entries = world.table("entries")
    assert set(entries["truth"]) == {3}
    assert set(entries.select("rule", "delta_milli").iter_rows()) == {(0, -5000)}
    surely = live(scheme_of(text.replace("chance = 0.4", "chance = 0.9")), people=1_500, days=364, step_days=28)
    more = surely.table("sightings").filter(surely.table("sightings")["truth"] == 3)
    key = ("origin", "step", "family", "ordinal")
    assert set(wrong.select(key).iter_rows()) < set(more.select(key).iter_rows()), "a likelier mistake is never undone"


def test_a_society_lets_any_source_misread_some_residents(tmp_path):
    path = tmp_path / "misread.toml"
    row = '[[misread]]\nid = "m"\nacts = ["charity-gift"]\ntaken_for = "late-bill"\ngroup = "minority-a"\n'
    path.write_text(HEAD + row + "chance = { value = 1, band = [0, 1] }\n", encoding="utf-8")
    world = live(scheme_of(SCHEME), people=1_500, days=364, step_days=28, society=str(path))
    seen = world.table("sightings").filter(world.table("sightings")["truth"] != 1)
    group = world.districts[0].people.group[seen["origin"].to_numpy()]
    assert (seen["truth"].to_numpy() == 3).tolist() == (group == 1).tolist()
    assert set(group.tolist()) == {0, 1, 2}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"taken_for": '"charity-gift"'}, ["SOC-act"]),
        ({"taken_for": '"late-bil"'}, ["SOC-act"]),
        ({"chance": "{ value = 1.2, band = [0, 2] }"}, ["SOC-range"]),
        ({"taken_for": '"worship"', "again": '"petition"'}, ["SOC-twice"]),
    ],
)
def test_a_row_that_misreads_is_checked(tmp_path, changes, codes):
    def row(name, other):
        chance = changes.get("chance", "{ value = 0.5, band = [0, 1] }")
        return f'[[misread]]\nid = "{name}"\nacts = ["charity-gift"]\ntaken_for = {other}\nchance = {chance}\n'

    path = tmp_path / "society.toml"
    path.write_text(HEAD + row("a", changes.get("taken_for", '"late-bill"'))
                    + (row("b", changes["again"]) if "again" in changes else ""), encoding="utf-8")  # fmt: skip
    with pytest.raises(InputFaultsError) as refused:
        load_spec(str(path))
    assert [one.code for one in refused.value.diagnostics] == codes


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('wrong_act = { taken_for = "late-bil", chance = 0.1 }', "SCH103"),
        ('wrong_act = { acts = ["late-bill"], taken_for = "petition", chance = 0.1 }', "SCH310"),
        ('wrong_act = { taken_for = "petition", chance = 1.1 }', "SCH202"),
        ('wrong_act = { taken_for = "petition" }', "SCH301"),
        ("patrol = { gain = 11, half_life_days = 90 }", "SCH202"),
        ("patrol = { gain = 1, half_life_days = 0 }", "SCH202"),
        ("patrol = { gain = 1, half_life_days = 9, most = 8 }", "SCH202"),
        ("patrol = { gain = 1 }", "SCH301"),
    ],
)
def test_faults_of_mistakes_and_patrol_are_told_where_they_stand(line, code):
    with pytest.raises(InputFaultsError) as refused:
        parse_scheme(SCHEME.replace('context = "public-order"\n', f'context = "public-order"\n{line}\n'))
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.span.line) == (code, 1 + SCHEME[: SCHEME.index("sees")].count("\n"))


def test_the_shipped_societies_of_differential_watching_are_alike_but_for_being_blind():
    own, blind = (load_spec(name).overlays.watch for name in SOCIETY_FILES)
    assert (own.extra, own.markers, own.misread) == (blind.extra, blind.markers, blind.misread)
    assert (blind.groups, blind.roles) == ("mean", OFF)


@pytest.mark.parametrize("name", SOCIETY_FILES)
def test_any_scheme_runs_over_a_society_of_differential_watching(name):
    worlds = [live(scheme_of(DENSE), people=300, days=84, step_days=28, society=one) for one in ("china-2020", name)]
    assert worlds[0].acts() == worlds[1].acts()
