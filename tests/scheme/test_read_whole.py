"""What a file says beside its figures: letters that nobody sees, tables in the wrong place, warnings that only echo."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import Diagnostic
from scheme.dense import DENSE, FULL
from scheme.dense_organisations import ORGANISED
from scheme.fault_texts import faults_of, swap

BOX = '\n[[consequence]]\nid = "boxed"\nnotice = "none"\nmark = "fiction"\ncite = ["test-book"]\n'


def told(text: str, code: str) -> Diagnostic:
    """The only fault of its code."""
    (found,) = (one for one in faults_of(text) if one.code == code)
    return found


def marked(one: Diagnostic) -> str:
    """The letters at which a fault points."""
    assert one.span
    return one.span.source_line[one.span.column - 1 : one.span.end_column - 1]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("\\u001b[31mred", "U+001B escape"), ("\\u0007", "U+0007 bell"), ("x\\u0000", "U+0000 null"),
        ("x\x9b2J", "U+009B control sequence introducer"), ("x\u202ey", "U+202E right-to-left override"),
        ("x\u2066y", "U+2066 left-to-right isolate"), ("x\u200by", "U+200B zero width space"),
        ("x\\ny", "U+000A new line"), ("x\ty", "U+0009 tab"), ("x\u2028y", "U+2028 line separator"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["title", "years", "purposes"])
def test_a_letter_that_steers_the_terminal_is_refused_by_number_and_name(key: str, written: str, says: str):
    old = {
        "title": 'title = "A dense scheme for tests"',
        "years": 'years = "never"',
        "purposes": 'purposes = ["to test"]',
    }
    value = f'["{written}"]' if key == "purposes" else f'"{written}"'
    one = told(swap(old[key], f"{key} = {value}"), "SCH214")
    assert one.message == f'"{key}" of scheme holds {says}'
    assert marked(one) == f'"{written}"'


def test_sentences_may_go_over_several_lines_and_any_script_may_be_written():
    text = swap('uncertain = ["nothing"]', 'uncertain = ["""one\n\ttwo"""]').replace("测试", "नि\u200cयम")
    assert faults_of(text) == ()
    assert parse_scheme(text).uncertain == ("one\n\ttwo",)


@pytest.mark.parametrize(
    ("text", "code", "at", "says"),
    [
        ("\n\n[rule.foo]\nx = 1\n", "SCH101", "rule.foo", 'unknown key "foo" in rule'),
        ("\n\n[rule.repaet]\ncount = 1\n", "SCH101", "rule.repaet", 'unknown key "repaet" in rule'),
        ("\n\n[[source.wach]]\nx = 1\n", "SCH101", "source.wach", 'unknown key "wach" in source'),
        ("\n\n[rule.repeat]\ncount = 1\n", "SCH113", "rule.repeat", "[rule.repeat] stands in no [[rule]]"),
        ("\n\n[rulle.foo]\nx = 1\n", "SCH102", "rulle.foo", 'unknown table "rulle"'),
    ],
)
def test_a_table_inside_a_table_that_stands_nowhere_is_told_where_it_stands(text: str, code: str, at: str, says: str):
    one = told(text, code)
    assert (one.message, marked(one), one.span and (one.span.line, one.span.column)) == (
        says,
        at,
        (3, 2 + ("[[" in text)),
    )
    near = {"repaet": "repeat", "wach": "watch", "rulle": "rule"}.get(at.split(".")["rulle" not in at])
    assert near is None or f'did you mean "{near}"?' in one.fix
    assert "SCH301" not in {fault.code for fault in faults_of(text) if fault.span and fault.span.line == 3}


def test_where_an_error_explains_a_warning_only_the_error_is_told():
    """The only rule on gifts is refused: that nothing else uses a source is no news."""
    one_rule = FULL[: FULL.index("[[rule]]")] + FULL[FULL.index("[[reference]]") :]
    rule = '\n[[rule]]\nid = "bills"\nact = "late-bill"\npoints = -1\nsources = ["registry"]\nmark = "fiction"\n'
    codes = [one.code for one in faults_of(one_rule + rule.replace("late-bill", "late-bil"))]
    assert "SCH103" in codes
    assert not {"SCH401", "SCH402"} & {*codes}
    unread = DENSE + '\n[[list]]\nid = "unfilled"\nmark = "fiction"\ncite = ["test-book"]\n'
    assert {one.code for one in faults_of(unread)} == {"SCH404", "SCH405"}
    assert {one.code for one in faults_of(unread.replace("coverage = 0.9", "coverage = 2"))} >= {"SCH202", "SCH404"}


def grounds(*rows: tuple[str, str]) -> str:
    """The dense scheme with a list for each ground that is named, and its condition."""
    cited = 'mark = "fiction"\ncite = ["test-book"]\n'
    lists = "".join(f'\n[[list]]\nid = "{name}"\n{cited}' for name in dict.fromkeys(name for name, _ in rows))
    said = "".join(
        f'\n[[ground]]\nid = "{name}-{n}"\nlist = "{name}"\nacts = ["late-bill"]\n'
        f"{when and f'when = {when!r}'}\n{cited}"
        for n, (name, when) in enumerate(rows)
    )
    return DENSE + lists + said


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([("one", "age > 20 and listed.one")], ["listed.one"]),
        ([("one", "listed.two"), ("two", "listed.one and employed")], ["listed.two", "listed.one"]),
        ([("one", "listed.one or not (age < 20 or not listed.one)")], ["listed.one"]),
        ([("one", "not listed.one")], []),
        ([("one", "listed.one or employed")], []),
        ([("one", ""), ("one", "listed.one")], []),
        ([("one", "listed.two"), ("two", "age > 20"), ("two", "listed.one")], []),
    ],
)
def test_nobody_can_be_listed_only_because_of_being_listed(rows: list[tuple[str, str]], refused: list[str]):
    found = [one for one in faults_of(grounds(*rows)) if one.severity == "error"]
    assert [(one.code, marked(one)) for one in found] == [("SCH325", name) for name in refused]


@pytest.mark.parametrize("scope", ["firms", "officers", "officials"])
def test_what_hits_firms_for_a_list_of_residents_is_refused_at_its_scope(scope: str):
    cited = 'mark = "fiction"\ncite = ["test-book"]\n'
    named = (
        f'\n[[list]]\nid = "debtors"\n{cited}\n[[ground]]\nid = "debt"\nlist = "debtors"\nacts = ["late-bill"]\n{cited}'
    )
    takes = 'deny = ["tender"]' if scope == "firms" else 'deny = ["public-job"]'
    text = ORGANISED + named + BOX.replace("notice", f'list = "debtors"\nscope = "{scope}"\n{takes}\nnotice')
    found = [one for one in faults_of(text) if one.severity == "error"]
    assert [(one.code, marked(one)) for one in found] == [("SCH391", f'"{scope}"')], [one.message for one in found]
    assert f"hits {scope} for a list of residents" in found[0].message


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("rule = 3\n", "SCH201", "write [[rule]]"),
        ("subjects = 3\n", "SCH201", "write [subjects]"),
        ("rule = []\n", "SCH213", "write a [[rule]], or leave it out"),
    ],
)
def test_what_is_no_table_is_told_with_the_brackets_it_takes(text: str, code: str, fix: str):
    one = told(text, code)
    assert (one.fix, one.span and one.span.line) == (fix, 1)
