"""Every fault of the catalogue: a text that has it, and that it is told with place, reason and cure."""

from __future__ import annotations

import pytest

from glasstown.scheme.faults import FAULTS
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE, FULL
from scheme.fault_catalogue import CASES
from scheme.fault_texts import faults_of, swap
from scheme.faults_without_effect import SILENT, WITHOUT_EFFECT


def test_every_fault_has_a_case():
    assert {*CASES, "SCH001"} == {fault.code for fault in FAULTS}


@pytest.mark.parametrize("code", CASES)
def test_a_fault_is_told_with_place_reason_and_cure(code: str):
    text, pointed_at = CASES[code]
    found = [one for one in faults_of(text) if one.code == code]
    assert found, [one.code for one in faults_of(text)]
    told = found[0]
    assert told.message
    assert told.why
    assert told.fix
    assert told.span is not None
    assert told.span.file == "test.toml"
    marked = told.span.source_line[told.span.column - 1 : told.span.end_column - 1]
    if pointed_at:
        assert marked == pointed_at


@pytest.mark.parametrize("text", SILENT)
def test_what_comes_close_to_doing_nothing_is_not_warned_of(text: str):
    assert not {one.code for one in faults_of(text)} & set(WITHOUT_EFFECT)


def test_the_dense_scheme_has_no_fault_and_no_warning():
    assert faults_of(DENSE) == ()
    assert faults_of(FULL) == ()


@pytest.mark.parametrize(
    ("kind", "message"), [("missing", "No such file"), ("folder", "it is a folder, not a file"), ("nul", "null")]
)
def test_a_file_that_cannot_be_read_is_told(tmp_path, kind: str, message: str):
    path = {"missing": tmp_path / "no.toml", "folder": tmp_path, "nul": tmp_path / "a\0b.toml"}[kind]
    with pytest.raises(InputFaultsError) as caught:
        read_scheme(path)
    (told,) = caught.value.diagnostics
    assert told.code == "SCH001"
    assert message in told.message
    assert told.fix
    assert told.span is not None


def test_all_faults_are_told_at_once_in_the_order_of_the_text():
    text = (
        swap("coverage = 0.9", "coverage = 2")
        .replace('cap = "each-entry"', 'cap = "no"')
        .replace("at_least = 55", "at_leats = 55")
    )
    told = faults_of(text)
    assert [one.code for one in told] == ["SCH202", "SCH109", "SCH306", "SCH101"]
    lines = [one.span.line for one in told if one.span]
    assert lines == sorted(lines)


def test_the_nearest_name_is_offered():
    (told,) = faults_of(swap('title = "Registry"', 'tittle = "Registry"'))
    assert 'did you mean "title"?' in told.fix


def test_a_warning_does_not_refuse_a_scheme():
    scheme = parse_scheme(swap("points = 35", "points = 0"))
    assert [one.severity for one in scheme.warnings] == ["warning"]


def test_a_byte_order_mark_is_told():
    (told,) = faults_of(b"\xef\xbb\xbf" + DENSE.encode())
    assert told.code == "SCH003"
    assert "byte order mark" in told.message


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a = 1\n  a = 2\n", 2, 3),
        (b"[scheme]\n\xe7\x9d\xa2\xff = 1\n", 2, 2),
        (b"a = [1,\n2\n", 3, 1),
        ("t = '睢宁县' x\n".encode(), 1, 11),
        (b"a = \0\n", 1, 5),
    ],
)
def test_a_syntax_fault_points_at_characters_not_bytes(data: bytes, line: int, column: int):
    places = [(told.span.line, told.span.column) for told in faults_of(data) if told.span]
    assert (line, column) in places


def test_two_broken_lines_are_both_told():
    told = faults_of('[scheme]\nid = \ntitle = "x"\nplace = = 3\n')
    assert [one.span.line for one in told if one.span] == [2, 4]


def test_a_number_of_very_many_digits_is_told():
    (told,) = faults_of(swap("coverage = 0.9", "coverage = " + "9" * 3900))
    assert told.code == "SCH208"


def test_dotted_keys_and_sub_tables_mean_the_same():
    inline = "repeat = { count = 2, within_days = 180 }"
    dotted = DENSE.replace(inline, "repeat.count = 2\nrepeat.within_days = 180")
    header = DENSE.replace(
        f'{inline}\nmark = "fiction"\ncite = ["test-book"]',
        'mark = "fiction"\ncite = ["test-book"]\n[rule.repeat]\ncount = 2\nwithin_days = 180',
    )
    for text in (dotted, header):
        scheme = parse_scheme(text)
        assert scheme.settings == parse_scheme(DENSE).settings
        assert scheme.place_of("rule", "queues", "repeat.count") is not None
        line = next(n for n, one in enumerate(text.splitlines(), 1) if "count = 2" in one)
        assert scheme.place_of("rule", "queues", "repeat.count").line == line


@pytest.mark.parametrize("comment", ["", "   # a comment", " # 7 # [0, 1]"])
@pytest.mark.parametrize(
    ("figure", "bad"),
    [
        ("{ value = nan, band = [0.75, 1] }", "nan"),
        ("{ value = 0.9, band = [0.75, inf] }", "inf"),
        ("{ value = 0.9, band = [0.75, -inf] }", "-inf"),
        ("nan", "nan"),
    ],
)
def test_a_number_that_is_none_is_pointed_at_and_not_the_comment_behind_it(figure: str, bad: str, comment: str):
    told = [one for one in faults_of(swap("coverage = 0.9", f"coverage = {figure}{comment}")) if one.code == "SCH208"]
    assert len(told) == 1
    span = told[0].span
    assert span is not None
    assert span.source_line[span.column - 1 : span.end_column - 1] == bad
    assert f"is {bad}, which" in told[0].message
    assert "comment" not in told[0].message
