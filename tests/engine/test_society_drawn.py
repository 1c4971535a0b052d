"""A society whose figures leave no people to draw is refused at the row that does it, by every verb alike."""

from __future__ import annotations

import pytest

from glasstown.simulate.limits import load_for_run
from glasstown.society.spec import load_spec
from glasstown.studies.society_events import check_society
from glasstown.vocab.errors import InputFaultsError, SocietyError
from society_files import HEAD, refused, scalar


def told(read, folder, text, head=HEAD):
    return [(fault.code, fault.span.line, fault.span.column) for fault in refused(read, folder, text, head)]


def loaded(path):
    return load_for_run(str(path), 7)


def checked(path):
    return check_society(str(path), people=300, seed=1)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param(
            scalar("internet_penetration", 71) + scalar("college_plus", 130), "SOC-roles", 12, marks=pytest.mark.nightly
        ),
        (scalar("lawyers", 900_000_000), "SOC-roles", 9),
        pytest.param(scalar("primary", 90_000), "SOC-drawn", 9, marks=pytest.mark.nightly),
        (scalar("internet_urban", 0) + scalar("internet_rural", 0), "SOC-drawn", 9),
    ],
)
def test_figures_that_leave_nobody_are_told_at_their_row(tmp_path, text, code, line):
    assert told(loaded, tmp_path, text) == [(code, line, 1)]


@pytest.mark.nightly
def test_every_row_that_leaves_nobody_is_told_at_once(tmp_path):
    text = scalar("primary", 90_000) + scalar("lawyers", 900_000_000) + scalar("police", 900_000_000)
    assert told(loaded, tmp_path, text) == [("SOC-drawn", 9, 1), ("SOC-roles", 12, 1), ("SOC-drawn", 15, 1)]


def test_a_row_that_only_differs_more_is_not_blamed(tmp_path):
    text = scalar("drivers", 10_000) + scalar("primary", 90_000)
    assert told(loaded, tmp_path, text) == [("SOC-drawn", 12, 1)]


def test_the_check_tells_what_a_run_tells(tmp_path):
    head, text = (
        HEAD.replace("documented", "assumed"),
        (
            '[[rate]]\nact = "late-bill"\nfactor = { value = 200, band = [1, 250] }\n'
            '[[sightable]]\nact = "petition"\nshare = { value = 0.5, band = [0.1, 1] }\n'
            '[[scalars]]\nvariable = "internet_penetration"\nvalue = 177.5\nband = [0, 200]\n'
        ),
    )
    found = told(checked, tmp_path, text, head)
    assert found == told(loaded, tmp_path, text, head)
    assert {"LIM-rates", "LIM-sightable", "SOC-range"} <= {code for code, _, _ in found}


def test_a_society_that_is_not_there_is_one_of_the_option():
    with pytest.raises(SocietyError) as refusal:
        load_spec("nosuch")
    assert refusal.value.where == "--society"


@pytest.mark.parametrize(
    ("data", "line", "column", "shown"),
    [
        (b"[society]\nid = 1\nx = = 2\n", 3, 5, "x = = 2"),
        (b"[society]\nid = [1,\n\n", 2, 9, "id = [1,"),
        (b'[society]\nid = "\xff"\n', 2, 7, 'id = "\N{REPLACEMENT CHARACTER}"'),
    ],
)
def test_a_text_that_is_no_toml_is_told_where_it_stops(tmp_path, data, line, column, shown):
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    with pytest.raises(InputFaultsError) as refusal:
        load_spec(path)
    (fault,) = refusal.value.diagnostics
    assert (fault.span.line, fault.span.column, fault.span.source_line) == (line, column, shown)
    assert "line" not in fault.message
