"""Limits of the engine: told with code, exact place and remedy, all at once, with every other fault."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.lives import scheme_of
from glasstown.scheme.render import render_line
from glasstown.simulate.compiling import compile_for_run, read_for_run
from glasstown.simulate.frequency_limits import frequency_limits
from glasstown.simulate.limits import load_for_run, read_within_limits, shipped_rates
from glasstown.simulate.plan import PlanError, RunRequest, check_request
from glasstown.society.file_text import parse_text
from glasstown.society.overlays import Overlays
from glasstown.society.spec import load_spec
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE

HEAD = """\
[society]
id = "mine"
title = "a society of mine"
base = "china-2020"
mark = "assumed"
cite = ["assumption"]
"""


def asked(tmp_path, **more):
    numbers = {"people": 100, "days": 70, "step_days": 7, "seed": 1, "out": tmp_path / "never"} | more
    return RunRequest(scheme=None, start=date(2020, 1, 1), **numbers)


@pytest.fixture
def society(tmp_path):
    def write(lines):
        path = tmp_path / "mine.toml"
        path.write_text(HEAD + lines, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def scheme(tmp_path):
    def write(*changes):
        text = DENSE
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "scheme.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def told(read, *arguments):
    """Every fault as (code, what the place points at, message, fix); each stands where it says."""
    with pytest.raises(InputFaultsError) as refused:
        read(*arguments)
    found = []
    for one in refused.value.diagnostics:
        assert one.why
        assert one.fix
        span = one.span
        found.append((one.code, span.source_line[span.column - 1 : span.end_column - 1] if span else one.where))
    return found, refused.value.diagnostics


def factor(table, act, value, more=""):
    return f'[[{table}]]\nact = "{act}"\n{more}factor = {{ value = {value}, band = [0, 256] }}\n'


RED_LIGHT = ("sees = [", 'sees = ["red-light", ')
OFTEN = ("false_per_year = 0.2", "false_per_year = 40")


def test_what_a_source_sees_and_invents_is_pointed_at_by_its_figure(scheme):
    found, (seen, invented) = told(read_for_run, scheme(RED_LIGHT, OFTEN))
    assert found == [("LIM-sightable", "0.9"), ("LIM-false-sightings", "40")]
    assert "[[sightable]] in a society file, which is other luck" in seen.fix
    assert "at most 0.05" in seen.message
    assert "run with a shorter step" in invented.fix


def test_limits_of_a_scheme_are_told_with_its_other_faults_in_the_order_of_the_text(scheme):
    path = scheme(RED_LIGHT, OFTEN, ("coverage = 0.9", "coverage = 9"), ("points = 35", "points = 3_000_000"))
    found, faults = told(read_for_run, path)
    assert found == [
        ("SCH202", "9"),
        ("LIM-sightable", "0.9"),
        ("LIM-false-sightings", "40"),
        ("LIM-points", "3_000_000"),
    ]
    lines = [one.span.line for one in faults]
    assert lines == sorted(lines)


def test_a_source_with_a_fault_is_held_against_the_limits_that_the_fault_leaves(scheme):
    path = scheme(RED_LIGHT, ("false_per_year = 0.2", 'false_per_year = "often"'))
    assert [code for code, _ in told(read_for_run, path)[0]] == ["LIM-sightable", "SCH201"]
    path = scheme(RED_LIGHT, OFTEN, ("detection = 0.9", "detection = 1.9"))
    assert [code for code, _ in told(read_for_run, path)[0]] == ["SCH202", "LIM-false-sightings"]


def test_a_detection_at_the_sightable_share_is_read_and_one_above_is_not(scheme):
    at, above = ("detection = 0.9", "detection = 0.045"), ("detection = 0.9", "detection = 0.046")  # urban: 1.1 times
    assert read_for_run(scheme(RED_LIGHT, at))
    assert told(read_for_run, scheme(RED_LIGHT, above))[0] == [("LIM-sightable", "0.046")]


@pytest.mark.parametrize(
    ("lines", "code", "at", "words"),
    [
        (factor("rate", "loan-default", 200), "LIM-rates", "factor", ("200", "ask for at most")),
        (factor("rate", "job-loss", "0.001"), "LIM-rates", "factor", ("nobody would ever do it", "or for 0")),
        (factor("rate", "jaywalking", 2) + factor("shock", "jaywalking", 90, "from_day = 1\nto_day = 9\n"),
         "LIM-rates", "factor", ("180 (rate x2, shock x90)",)),
        (factor("rate", "bill-paid-in-arrears", 40), "LIM-frequent", "factor",
         ('"livelihood"', "at most 8", "[[sightable]]", "steps of at most")),
        ('[[sightable]]\nact = "petition"\nshare = { value = 0.5, band = [0.1, 0.9] }\n', "LIM-sightable", "act",
         ("take it out",)),
    ],
)  # fmt: skip
def test_limits_of_a_society_file(society, lines, code, at, words):
    _, faults = told(load_for_run, society(lines), 7)
    (one,) = (fault for fault in faults if fault.code == code)
    assert one.span.source_line[one.span.column - 1 : one.span.end_column - 1] == at
    for word in words:
        assert word in render_line(one)


@pytest.mark.nightly
def test_factors_that_hold_together_count_together(society):
    share = '[[sightable]]\nact = "red-light"\nshare = { value = 1, band = [0.1, 1] }\n'
    alone = factor("rate", "red-light", 2), factor("shock", "red-light", 4, "from_day = 1\nto_day = 9\n"), share
    for one in alone:
        assert load_for_run(society(one), 7)
    found, _ = told(load_for_run, society("".join(alone)), 7)
    assert "LIM-rates" in {code for code, _ in found}


def test_limits_of_a_society_are_told_with_its_other_faults_in_the_order_of_the_text(society):
    lines = (
        factor("rate", "drunk-drivin", 2) + factor("rate", "loan-default", 200) + '[[scalars]]\nvariable = "driver"\n'
    )
    found, faults = told(load_for_run, society(lines + "value = 1\n"), 7)
    codes = [code for code, _ in found]
    assert codes.index("SOC-act") < codes.index("LIM-rates") < codes.index("SOC-key")
    assert [one.span.line for one in faults] == sorted(one.span.line for one in faults)


def test_everything_that_is_wrong_with_a_run_is_told_at_once(tmp_path, society, scheme):
    request = asked(tmp_path, people=20_000_000, days=9_000, society=society(factor("rate", "loan-default", 200)))
    found, _ = told(read_within_limits, scheme(OFTEN, ("coverage = 0.9", "coverage = 9")), request)
    codes = [code for code, _ in found]
    assert codes[:4] == ["LIM-residents", "LIM-horizon", "SCH202", "LIM-false-sightings"]
    assert "LIM-rates" in codes[4:]


def test_what_is_asked_beyond_limits_is_told_with_its_options(tmp_path):
    request = asked(tmp_path, people=10_000_001, days=4_746, step_days=32, seed=2**63)
    with pytest.raises(PlanError) as refused:
        check_request(request)
    assert [(one.code, one.where) for one in refused.value.diagnostics] == [
        ("LIM-residents", "--people"), ("LIM-step", "--step"), ("LIM-horizon", "--years"), ("RUN-seed", "--seed"),
    ]  # fmt: skip
    assert all(one.fix for one in refused.value.diagnostics)
    assert "at most 10,000,000" in render_line(refused.value.diagnostics[0])


def test_the_shipped_society_fits_every_step(tmp_path):
    spec = load_spec()
    document = parse_text(HEAD.encode(), "mine.toml")
    rates = shipped_rates(spec, 31)
    assert frequency_limits(Overlays(), document, rates, 31) == ()
    (first, *_) = frequency_limits(Overlays(), document, rates, 365)
    assert first.where == "--step"
    assert "steps of at most" in first.fix


def test_every_limit_stands_in_the_page_and_in_a_test():
    root = Path(__file__).parents[2]
    sources = "".join(path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.py"))
    tests = "".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("*.py"))
    page = (root / "docs" / "limits.md").read_text(encoding="utf-8")
    codes = set(re.findall(r'"(LIM-[a-z-]+)"', sources))
    assert set(re.findall(r"^\| `(LIM-[a-z-]+)` \|", page, flags=re.MULTILINE)) == codes
    assert codes - set(re.findall(r'"(LIM-[a-z-]+)"', tests)) == set()


def test_a_detection_beyond_one_is_no_probability():
    scheme = scheme_of(DENSE)
    sure = replace(scheme.sources[0], detection=replace(scheme.sources[0].detection, value=Decimal("1.5")))
    found, _ = told(compile_for_run, replace(scheme, sources=(sure, *scheme.sources[1:])))
    assert found == [("LIM-detection", "0.9")]
