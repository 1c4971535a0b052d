"""Society files: what a few lines change, what they may not hold, and every fault with its place."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from glasstown.society.build import build
from glasstown.society.file_text import parse_text
from glasstown.society.finer_places import finer_place
from glasstown.society.grammar import FILE_TABLES, KEYS
from glasstown.society.reference import EXAMPLE, reference_page
from glasstown.society.shares import cell_shares
from glasstown.society.spec import load_spec
from glasstown.vocab.errors import InputFaultsError, SocietyError

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "society.md"
HEAD = """\
[society]
id = "mine"
title = "a society of mine"
base = "china-2020"
mark = "assumed"
cite = ["assumption"]
"""
PROVINCE = """\
[[provinces]]
code = "XX"
name_en = "{}"
name_zh = "{}"
variable = "population"
value = 20_000
band = [10_000, 30_000]
"""


@pytest.fixture
def spec_of(tmp_path):
    def load(text):
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return load_spec(path)

    return load


@pytest.fixture
def faults_of(spec_of):
    def find(text):
        with pytest.raises(InputFaultsError) as refused:
            spec_of(text)
        for fault in refused.value.diagnostics:
            assert fault.message
            assert fault.why
            assert fault.fix
            assert fault.span is not None
        return refused.value.diagnostics

    return find


def test_the_example_of_the_page_runs_and_changes_what_it_says(spec_of):
    spec = spec_of(EXAMPLE)
    assert spec.name == "online-2023"
    assert spec.text == EXAMPLE
    assert spec.scalar("internet_penetration") == pytest.approx(77.5)
    assert [(one.act, one.from_day, one.to_day, int(one.factor.value)) for one in spec.shocks] == [
        ("job-loss", 365, 730, 2)
    ]
    assert spec.digest != load_spec().digest
    town = build(spec, seed=1, people=20_000)
    assert abs(float(np.mean(town.digital > 0)) - 0.775) < 0.02
    assert town.spec_digest == spec.digest


def test_a_file_that_changes_nothing_is_the_same_society(spec_of):
    spec = spec_of(HEAD)
    assert spec.digest == load_spec().digest
    assert build(spec, seed=1, people=300).digest == build(load_spec(), seed=1, people=300).digest


def test_a_society_can_be_named_by_a_path_as_text(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(HEAD, encoding="utf-8")
    assert load_spec(str(path)).name == "mine"
    with pytest.raises(SocietyError) as refused:
        load_spec(str(tmp_path / "nothing.toml"))
    assert refused.value.fix


def test_rates_shocks_and_sightable_shares_are_frozen_values(spec_of):
    spec = spec_of(
        HEAD
        + '[[rate]]\nact = "drunk-driving"\nfactor = { value = 2, band = [1, 3] }\n'
        + '[[sightable]]\nact = "drunk-driving"\nshare = { value = 0.1, band = [0.05, 0.2] }\n'
    )
    assert [(one.act, int(one.factor.value), one.factor.mark) for one in spec.rate_factors] == [
        ("drunk-driving", 2, "assumed")
    ]
    assert [(one.act, float(one.share.value)) for one in spec.sightable] == [("drunk-driving", 0.1)]
    assert hash(spec)


@pytest.mark.nightly
@pytest.mark.large
def test_other_ages_make_other_households(spec_of):
    old = "".join(
        f'[[age_sex]]\nage_lo = 65\nage_hi = 69\nsex = "{sex}"\nvalue = 45_000_000\nband = [40e6, 50e6]\n'
        for sex in ("male", "female")
    )
    share = float(sum(cell_shares(spec_of(HEAD + old))[7 * 4 :]))
    before = float(sum(cell_shares(load_spec())[7 * 4 :]))
    assert share > before + 0.007


@pytest.mark.parametrize(
    ("lines", "code", "line", "word"),
    [
        ('[[people]]\nname = "somebody"\n', "SOC-key", 7, "people"),
        ('[[scalars]]\nvariable = "internet_penetratoin"\nvalue = 7\nband = [6, 8]\n', "SOC-key", 7, "penetration"),
        ('[[scalars]]\nvariable = "internet_penetration"\nvalue = 7\n', "SOC-band", 7, "band"),
        ('[[scalars]]\nvariable = "internet_penetration"\nvalue = 7\nband = [8, 9]\n', "SOC-band", 7, "outside"),
        ('[[scalars]]\nvariable = "drivers"\nvalue = "many"\n', "SOC-number", 9, "text"),
        ('[[scalars]]\nvariable = "drivers"\nvalue = 1e99\nband = [1, 2]\n', "SOC-number", 9, "digits"),
        ('[[scalars]]\nvariable = "lawyers"\nvalue = 9999\nband = [1, 10000]\n', "SOC-small", 7, "9999"),
        ('[[scalars]]\nvariable = "lawyers"\nvalue = 9999\nunit = "heads"\nband = [1, 10000]\n', "SOC-key", 10, "unit"),
        ('[[age_sex]]\nage_lo = 0\nage_hi = 4\nsex = "male"\nvalue = 9000\nband = [1, 9e9]\n', "SOC-small", 7, "9000"),
        ("[[household_size]]\nsize = 10\nvalue = 0.001\nband = [0, 1]\n", "SOC-small", 7, "4,942"),
        ("[[household_size]]\nsize = 1\nvalue = 60\nband = [50, 70]\n", "SOC-sum", 7, "100"),
        ('[[age_sex]]\nage_lo = "0"\nage_hi = 4\nsex = "male"\nvalue = 9e7\nband = [1, 9e9]\n', "SOC-number", 8,
         "age_lo"),
        ('[[rate]]\nact = "drunk-drivin"\nfactor = 2\n', "SOC-act", 8, "drunk-driving"),
        ('[[rate]]\nact = "drunk-driving"\nfactor = { value = 300, band = [1, 400] }\n', "SOC-range", 9, "256"),
        ('[[shock]]\nact = "job-loss"\nfrom_day = 9\nto_day = 9\nfactor = { value = 2, band = [1, 4] }\n', "SOC-days",
         10, "day"),
        ('[[source]]\nkey = "S05"\ncitation = "mine"\n', "SOC-twice", 8, "S05"),
        ('[[rate]]\nact = "job-loss"\nfactor = { value = 2, band = [1, 4], cite = ["S99"] }\n', "SOC-source", 9, "S99"),
        ('[scalars]\nvariable = "drivers"\n', "SOC-form", 7, "[[scalars]]"),
        (PROVINCE.format("Suining County, Jiangsu", "江苏"), "SOC-place", 9, "County"),
        (PROVINCE.format("Jiangsu", "江苏省睢宁县"), "SOC-place", 10, "县"),
        ('[[households_fitted]]\nkind = "couple"\n', "SOC-key", 7, "households_fitted"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_its_cure(faults_of, lines, code, line, word):
    found = [fault for fault in faults_of(HEAD + lines) if fault.code == code]
    assert [fault.span.line for fault in found] == [line]
    assert word in found[0].message + found[0].fix


def test_all_faults_are_told_at_once_in_the_order_of_the_text(faults_of):
    text = HEAD.replace("mine", "not a name").replace("assumed", "guessed") + (
        '[[scalars]]\nvariable = "driver"\nvalue = 1\n[[rate]]\nact = "x"\nfactor = 1\n'
    )
    found = faults_of(text)
    lines = [fault.span.line for fault in found]
    assert lines == sorted(lines)
    assert {"SOC-name", "SOC-mark", "SOC-key", "SOC-act"} <= {fault.code for fault in found}


@pytest.mark.parametrize("text", ["", "society = 3\n", "[[society]]\nid = 3\n", "x = [", "[society]\nbase = 5\n"])
def test_what_is_no_society_is_refused_in_words(faults_of, text):
    assert faults_of(text)


def test_without_a_base_every_table_must_be_there(faults_of):
    codes = {fault.code for fault in faults_of(HEAD.replace('base = "china-2020"\n', ""))}
    assert codes == {"SOC-missing"} or "SOC-missing" in codes


def test_a_file_of_bytes_that_are_no_text_is_refused():
    with pytest.raises(InputFaultsError):
        parse_text(b"\xff\xfe", "x.toml")
    with pytest.raises(InputFaultsError):
        parse_text(b" " * 3_000_000, "x.toml")


def test_the_reference_page_is_current_and_complete():
    assert PAGE.read_text(encoding="utf-8").endswith(reference_page()), "run make docs"
    for table in FILE_TABLES:
        assert re.search(rf"## `\[+{table.name}\]+`", reference_page()), table.name
    for key in KEYS:
        assert f"| `{key.name}` |" in reference_page()


def test_no_key_could_hold_a_person():
    names = {key.name for key in KEYS} - {"name_en", "name_zh"}
    assert not names & {"name", "person", "resident", "phone", "address", "face", "number", "identity"}


def test_places_finer_than_a_province_are_known_by_their_names():
    finer = (
        "Xuzhou City",
        "Pudong district",
        "Lijiang Prefecture",
        "Zhu Village",
        "徐州市",
        "浦东新区",
        "王村",
        "中山街道",
    )
    assert [name for name in finer if not finer_place(name)] == []
    wide = ("Beijing", "Chongqing Municipality", "上海市", "广西壮族自治区", "贵州省", "Inner Mongolia", "Fujian")
    assert [name for name in wide if finer_place(name)] == []
    rows = next(table.rows for table in load_spec().tables if table.name == "provinces")
    assert [row.keys for row in rows if any(map(finer_place, row.keys))] == []


def test_a_letter_that_steers_the_terminal_is_refused_with_its_place(faults_of):
    """In the title, in the name of a province and in a citation; only a citation may go over several lines."""
    source = (
        '[[source]]\nkey = "book"\ncitation = """one\ntwo"""\n[[source]]\nkey = "other"\ncitation = "\\u202eback"\n'
    )
    text = HEAD.replace("a society", "a\\u001b[2J society") + source + PROVINCE.format("Ann\\u0007", "x")
    found = [one for one in faults_of(text) if one.code == "SOC-text"]
    assert [(one.message, one.span.line) for one in found if one.span] == [
        ('"title" of society holds U+001B escape', 3),
        ('"citation" of source holds U+202E right-to-left override', 13),
        ('"name_en" of provinces holds U+0007 bell', 16),
    ]


def test_a_table_that_is_inside_none_is_told_where_it_stands(faults_of):
    for text, at in (
        (HEAD + "[society.x]\ny = 1\n", 7),
        (HEAD + "[[society.x]]\ny = 1\n", 7),
        (HEAD + "\n[rate.x]\n", 8),
    ):
        assert [(one.code, one.span.line, one.span.column > 1) for one in faults_of(text) if one.span] == [
            ("SOC-form" if "rate" in text else "SOC-key", at, True)
        ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + '[[rate]]\nact = "late-bill"\nfactor = { value = 1, band = [] }\n', "is a list, not two numbers"),
        (HEAD + '[[rate]]\nact = "late-bill"\nfactor = { value = 1, band = [2, 0] }\n', "goes from 2 to 0"),
        ("rate = []\n" + HEAD, '"rate" is an empty list'),
        (HEAD + "x = " + "[" * 3_000 + "]" * 3_000, "nested too deep"),
        ("\ufeff" + HEAD, "byte order mark"),
    ],
    ids=["no band", "band turned round", "nothing", "deep", "mark"],
)
def test_nonsense_is_told_once_by_what_it_is(faults_of, text, says):
    (told,) = faults_of(text)
    assert says in told.message
