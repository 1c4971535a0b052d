"""A society whose figures leave no people to draw is refused at the row that does it, by every verb alike."""

from __future__ import annotations

import pytest

from glasstown.simulate.limits import load_for_run
from glasstown.society.spec import load_spec
from glasstown.studies.society_events import check_society
from glasstown.vocab.errors import InputFaultsError, SocietyError

HEAD = """\
[society]
id = "mine"
title = "a society of mine"
base = "china-2020"
mark = "documented"
cite = ["S12"]
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mine.toml"


def scalar(name, value):
    return f'[[scalars]]\nvariable = "{name}"\nvalue = {value}\n'


def told(read, path, text):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputFaultsError) as refused:
        read(str(path))
    assert all(fault.why and fault.fix for fault in refused.value.diagnostics)
    return [(fault.code, fault.span.line, fault.span.column) for fault in refused.value.diagnostics]


def loaded(path):
    return load_for_run(path, 7)


def checked(path):
    return check_society(path, people=300, seed=1)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (scalar("internet_penetration", 71) + scalar("college_plus", 130), "SOC-roles", 12),
        (scalar("lawyers", 900_000_000), "SOC-roles", 9),
        (scalar("primary", 90_000), "SOC-drawn", 9),
        (scalar("internet_urban", 0) + scalar("internet_rural", 0), "SOC-drawn", 9),
    ],
)
def test_figures_that_leave_nobody_are_told_at_their_row(path, text, code, line):
    assert told(loaded, path, HEAD + text) == [(code, line, 1)]


def test_the_check_tells_what_a_run_tells(path):
    text = HEAD.replace("documented", "assumed") + (
        '[[rate]]\nact = "late-bill"\nfactor = { value = 200, band = [1, 250] }\n'
        '[[sightable]]\nact = "petition"\nshare = { value = 0.5, band = [0.1, 1] }\n'
        '[[scalars]]\nvariable = "internet_penetration"\nvalue = 177.5\nband = [0, 200]\n'
    )
    found = told(checked, path, text)
    assert found == told(loaded, path, text)
    assert {"LIM-rates", "LIM-sightable", "SOC-range"} <= {code for code, _, _ in found}


def test_a_society_that_is_not_there_is_one_of_the_option():
    with pytest.raises(SocietyError) as refused:
        load_spec("nosuch")
    assert refused.value.where == "--society"


@pytest.mark.parametrize(
    ("data", "line", "column", "shown"),
    [
        (b"[society]\nid = 1\nx = = 2\n", 3, 5, "x = = 2"),
        (b"[society]\nid = [1,\n\n", 2, 9, "id = [1,"),
        (b'[society]\nid = "\xff"\n', 2, 7, 'id = "\N{REPLACEMENT CHARACTER}"'),
    ],
)
def test_a_text_that_is_no_toml_is_told_where_it_stops(path, data, line, column, shown):
    path.write_bytes(data)
    with pytest.raises(InputFaultsError) as refused:
        load_spec(path)
    (fault,) = refused.value.diagnostics
    assert (fault.span.line, fault.span.column, fault.span.source_line) == (line, column, shown)
    assert "line" not in fault.message
