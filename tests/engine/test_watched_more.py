"""Who is watched more, by a scheme or by a society: exact chances, nested looks, and the blind twin."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from engine.lives import live, request, scheme_of
from glasstown.compiled.lower import compile_scheme
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.acts_of import watch_of
from glasstown.simulate.limits import read_within_limits
from glasstown.society.spec import load_spec
from glasstown.vocab.acts import ACTS
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.watching import KINDS
from scheme.dense import FULL

CODE = {act.id: act.code for act in ACTS}
HEAD = '[society]\nid = "a-town"\ntitle = "A town"\nbase = "china-2020"\nmark = "assumed"\ncite = ["assumption"]\n'
THREE = """
[[extra_watch]]
id = "a"
acts = ["charity-gift"]
group = "minority-a"
factor = { value = 3, band = [1, 10] }

[[extra_watch]]
id = "b"
acts = ["charity-gift"]
group = "minority-b"
factor = { value = 2, band = [1, 5] }
"""
SPYING = """
[[extra_watch]]
id = "telephones"
acts = ["charity-gift"]
group = "minority-a"
detection = { value = 0.2, band = [0.05, 0.5] }
"""
SCHEME = """
[scheme]
id = "one"
title = "One source"
evidence = "constructed"
consent = "compulsory"

[subjects]
min_age_years = 0
coverage = 1
mark = "fiction"

[awareness]
start = 0
learned_per_year = 0
mark = "fiction"

[score]
start = 100
lowest = 0
highest = 200
cap = "each-entry"
stack = "record"
mark = "fiction"

[[source]]
id = "cameras"
context = "public-order"
sees = ["charity-gift"]
detection = 0.3
false_per_year = 0.01
wrong_person = 0
match = "id-code"
delay_days = 0
delay = "fixed"
mark = "fiction"

[[rule]]
id = "gift"
act = "charity-gift"
points = 5
mark = "fiction"
"""


def spec_of(tmp_path, text, head=""):
    path = tmp_path / f"society-{abs(hash((text, head)))}.toml"
    path.write_text(HEAD + head + text, encoding="utf-8")
    return load_spec(str(path)), str(path)


def words_of(tmp_path, text, head="", scheme=SCHEME):
    """By group: the 64-bit threshold of detection of an urban resident online, and the false records a year."""
    spec, _ = spec_of(tmp_path, text, head)
    tables = compile_scheme(parse_scheme(scheme), sightable={}, step_days=7, society=watch_of(spec)).sources
    found = []
    for group in range(3):
        w = int(tables.class_of_kind[KINDS.index((group, 1, 0, 1))])
        act = CODE["charity-gift"]
        word = (int(tables.detect_high[act, 0, w]) << 32) + int(tables.detect_low[act, 0, w])
        found.append((word, tables.false_per_year[0, act][w]))
    return found


def threshold(chance):
    return int(Fraction(chance) * 2**64)


def test_multipliers_and_what_is_seen_besides_by_hand(tmp_path):
    """0.3 thrice is 0.9, twice 0.6; with 0.2 besides 1 - 0.1 x 0.8 = 0.92; alone 1 - 0.7 x 0.8 = 0.44."""
    chances = [word for word, _ in words_of(tmp_path, THREE + SPYING)]
    assert chances == [threshold("0.3"), threshold("0.92"), threshold("0.6")]
    assert chances[1] >> 32 == 3_951_369_912
    assert [word for word, _ in words_of(tmp_path, SPYING)] == [threshold(x) for x in ("0.3", "0.44", "0.3")]


def test_the_blind_twin_watches_everybody_as_all_are_watched_on_average(tmp_path):
    """8.89 % are minorities, a given part of them minority A: the mean of 1, 3 and 2 by their shares, for everybody."""
    spec, _ = spec_of(tmp_path, THREE)
    minority = Fraction(spec.scalar("minority_share")) / 100
    first = minority * Fraction(spec.scalar("minority_a_share")) / 100
    mean = (1 - minority) + 3 * first + 2 * (minority - first)
    found = words_of(tmp_path, THREE, 'group_watch = "mean"\n')
    assert found == [(threshold(Fraction(3, 10) * mean), Fraction(1, 100) * mean)] * 3
    assert Fraction("1.1") < mean < Fraction("1.2")
    assert words_of(tmp_path, THREE, 'group_watch = "off"\n') == [(threshold("0.3"), Fraction(1, 100))] * 3


def test_the_blind_twin_takes_the_multipliers_of_the_scheme_as_well(tmp_path):
    own = SCHEME.replace("false_per_year", "watch = { minority_a = 3, minority_b = 2, lawyer = 1.1 }\nfalse_per_year")
    plain = words_of(tmp_path, THREE, 'group_watch = "mean"\nrole_watch = "off"\n')
    assert words_of(tmp_path, "", 'group_watch = "mean"\n', own) == plain
    spec, _ = spec_of(tmp_path, "", 'role_watch = "off"\n')
    tables = compile_scheme(parse_scheme(own), sightable={}, step_days=7, society=watch_of(spec)).sources
    assert set(tables.class_of_kind.tolist()) == {0, 1, 2}, "three groups; roles and digital use are alike"


def test_a_marker_adds_false_records_and_no_look(tmp_path):
    text = """
[[marker]]
id = "belief"
acts = ["charity-gift"]
group = "minority-a"
false_per_year = { value = 0.05, band = [0, 0.1] }
"""
    plain, marked = words_of(tmp_path, ""), words_of(tmp_path, text)
    assert [word for word, _ in marked] == [word for word, _ in plain]
    assert [rate for _, rate in marked] == [Fraction("0.01"), Fraction("0.06"), Fraction("0.01")]


def sightings(world):
    rows = world.table("sightings")
    return set(rows.select("origin", "step", "family", "ordinal", "child", "source", "truth", "act").iter_rows())


@pytest.mark.parametrize("text", [SPYING, SPYING.replace('group = "minority-a"\n', "")])
def test_watching_more_loses_no_sighting_and_reaches_nobody_else(tmp_path, text):
    """No consequence follows here, so that lives stay the same and only looks can differ."""
    scheme = scheme_of(SCHEME.replace("charity-gift", "late-bill"))
    plain = live(scheme, people=1_500, days=364, step_days=28)
    text = text.replace("charity-gift", "late-bill").replace("0.2, band = [0.05, 0.5]", "0.9, band = [0, 1]")
    _, path = spec_of(tmp_path, text)
    more = live(scheme, people=1_500, days=364, step_days=28, society=path)
    assert plain.acts() == more.acts()
    assert sightings(plain) < sightings(more)
    gained = {row[0] for row in sightings(more) - sightings(plain)}
    groups = more.districts[0].people.group
    assert {int(groups[one]) for one in gained} == ({1} if "minority-a" in text else {0, 1, 2})


def test_without_a_scheme_nobody_is_watched(tmp_path):
    _, path = spec_of(tmp_path, THREE + SPYING)
    worlds = [live(None, people=300, days=60, step_days=10, **more) for more in ({}, {"society": path})]
    assert worlds[0].digest == worlds[1].digest


def test_what_a_society_adds_ends_at_what_can_be_seen_and_refuses_no_scheme(tmp_path):
    """0.3 four times is more than 1; of red lights a twentieth is drawn, and 0.2 of all would be more than that."""
    text = THREE.replace("value = 3, band = [1, 10]", "value = 4, band = [1, 10]")
    assert [word for word, _ in words_of(tmp_path, text)][1] == 2**64
    red = SCHEME.replace("charity-gift", "red-light").replace("detection = 0.3", "detection = 0.01")
    spec, path = spec_of(tmp_path, SPYING.replace("charity-gift", "red-light"))
    part = {"red-light": Decimal("0.05")}
    tables = compile_scheme(parse_scheme(red), sightable=part, step_days=7, society=watch_of(spec)).sources
    words = {int(tables.class_of_kind[KINDS.index((group, 1, 0, 1))]) for group in (0, 1)}
    assert [int(tables.detect_high[CODE["red-light"], 0, w]) for w in sorted(words)] == [2**32 // 5, 2**32]
    scheme = tmp_path / "one.toml"
    scheme.write_text(red, encoding="utf-8")
    assert read_within_limits(scheme, request(society=path)).scheme


@pytest.mark.parametrize(
    ("line", "code", "at"),
    [
        ('acts = ["charity-gift"]', None, None),
        ("acts = []", "SOC-act", (9, 1)),
        ('acts = ["charity"]', "SOC-act", (9, 9)),
        ('acts = ["worship", "worship"]', "SOC-twice", (9, 20)),
        ('acts = ["worship"]\ngroup = "minority-c"', "SOC-whom", (10, 1)),
        ('acts = ["worship"]\nrole = "judge"', "SOC-whom", (10, 1)),
        ('acts = ["worship"]\narea = "city"', "SOC-whom", (10, 1)),
        ('acts = ["worship"]\ndigital = 3', "SOC-whom", (10, 1)),
        ('acts = ["worship"]\ntitle = 3', "SOC-name", (10, 1)),
        ('acts = ["worship"]\nname = "x"', "SOC-key", (10, 1)),
        ('acts = ["worship"]\nfactor = { value = 101, band = [1, 102] }', "SOC-range", (10, 1)),
    ],
)
def test_faults_are_told_at_their_place(tmp_path, line, code, at):
    text = f'[[extra_watch]]\nid = "x"\n{line}\ndetection = {{ value = 0.1, band = [0, 1] }}\n'
    if code is None:
        assert spec_of(tmp_path, text)
        return
    with pytest.raises(InputFaultsError) as refused:
        spec_of(tmp_path, text)
    faults = [(one.code, one.span.line, one.span.column) for one in refused.value.diagnostics]
    assert faults == [(code, *at)]


def test_extra_watching_that_adds_nothing_and_ids_that_stand_twice_are_refused(tmp_path):
    row = '[[extra_watch]]\nid = "x"\nacts = ["worship"]\n'
    full = row + "detection = { value = 0.1, band = [0, 1] }\n"
    marker = '[[marker]]\nid = "m"\nacts = ["worship"]\nfalse_per_year = { value = 51, band = [0, 60] }\n'
    for text, codes in ((row, ["SOC-missing"]), (full + full, ["SOC-twice"]), (marker, ["SOC-range"])):
        with pytest.raises(InputFaultsError) as refused:
            spec_of(tmp_path, text)
        assert [one.code for one in refused.value.diagnostics] == codes
    for head in ('group_watch = "blind"\n', 'role_watch = "mean"\n'):
        with pytest.raises(InputFaultsError) as refused:
            spec_of(tmp_path, full, head)
        assert [one.code for one in refused.value.diagnostics] == ["SOC-whom"]


def test_a_scheme_that_tells_nobody_apart_has_one_class_and_all_words_have_their_own():
    plain = compile_scheme(parse_scheme(SCHEME), sightable={}, step_days=7).sources
    assert (set(plain.class_of_kind.tolist()), plain.detect_high.shape[2]) == ({0}, 1)
    every = SCHEME.replace("false_per_year", "watch = { " + ", ".join(f"{name} = {0.01 * (2 + n):.2f}" for n, name in
        enumerate(("majority", "minority_a", "minority_b", "rural", "urban", "official", "lawyer", "journalist",
                   "petitioner", "doctor", "teacher", "entrepreneur", "police", "offline", "online", "online_much")))
        + " }\nfalse_per_year")  # fmt: skip
    tables = compile_scheme(parse_scheme(every), sightable={}, step_days=7).sources
    assert sorted(tables.class_of_kind.tolist()) == list(range(162))
    assert parse_scheme(FULL).sources
