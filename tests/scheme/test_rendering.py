"""What a person sees when a scheme has faults: whole diagnostics, letter by letter."""

from __future__ import annotations

import json

import pytest

from glasstown.scheme.read import parse_scheme
from glasstown.scheme.render import render_json, render_line, render_one, render_text
from glasstown.vocab.errors import Diagnostic, InputFaultsError, Span
from scheme.dense import DENSE


def told(old: str, new: str) -> tuple[Diagnostic, ...]:
    """The faults after one replacement."""
    assert old in DENSE
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(DENSE.replace(old, new, 1), "schemes/dense.toml")
    return caught.value.diagnostics


def test_an_unknown_key():
    (one,) = told('title = "Registry"', 'tittle = "Registry"')
    assert render_one(one) == (
        'error[SCH101]: unknown key "tittle" in source\n'
        "  --> schemes/dense.toml:74:1\n"
        "   |\n"
        '74 | tittle = "Registry"\n'
        "   | ^^^^^^\n"
        "   = why: a key that nothing reads would be silently without effect\n"
        '   = fix: did you mean "title"? (keys of source are: "inspects", "sensors", "id", "kind", "title", '
        '"context", "sees", "detection", "false_per_year", "wrong_person", "match", "delay_days" and 21 more)'
    )


def test_an_unknown_grade():
    (one,) = told('grade = "middle"', 'grade = "midle"')
    assert render_one(one) == (
        'error[SCH105]: "midle" is not one of the grades of this file\n'
        "   --> schemes/dense.toml:203:9\n"
        "    |\n"
        '203 | grade = "midle"\n'
        "    |         ^^^^^^^\n"
        "    = why: a consequence or an override names a grade of this file\n"
        '    = fix: did you mean "middle"? (grades of this file are: "top", "middle", "spare", "bottom")'
    )


def test_an_assumed_figure_without_its_band_on_one_line():
    (one,) = told("coverage = 0.9", 'coverage = { value = 0.9, mark = "assumed" }')
    assert render_line(one) == (
        'SCH205 schemes/dense.toml:21:12 "coverage" of subjects is assumed and has no band. '
        'write { value = …, band = [least, greatest], mark = "assumed" }.'
    )


def test_a_limit_reads_as_every_limit():
    (one,) = told("points = 35", "points = 3_000_000")
    assert render_line(one) == (
        'LIM-points schemes/dense.toml:159:10 "points" of rule is 3000000; at most 2,000,000 points either way. '
        "lower it, or count in larger units."
    )


def test_carets_stand_under_wide_letters():
    (one,) = told('place = "nowhere"', '"睢宁" = "nowhere"')
    lines = render_one(one).splitlines()
    assert lines[3] == '5 | "睢宁" = "nowhere"'
    assert lines[4] == "  | ^^^^^^"


def test_a_hostile_text_cannot_move_the_cursor():
    hostile = Diagnostic("SCH004", "bad \x1b[31m text", "why", "fix", Span("a\x1b.toml", 1, 1, 4, "\x1b[2J\tx"))
    assert "\x1b" not in render_one(hostile)
    assert "\x1b" not in render_line(hostile)


def test_several_stand_apart():
    found = told("coverage = 0.9", "coverage = 2")
    assert render_text((*found, *found)).count("\n\n") == 1


def test_as_objects():
    (one,) = render_json(told("coverage = 0.9", "coverage = 2"))
    assert json.loads(json.dumps(one)) == {
        "code": "SCH202",
        "severity": "error",
        "message": '"coverage" of subjects is 2; it goes from 0 to 1',
        "why": "the value lies outside what the key can mean",
        "fix": "write a number from 0 to 1",
        "place": {"file": "schemes/dense.toml", "line": 21, "column": 12, "end_column": 13},
    }
