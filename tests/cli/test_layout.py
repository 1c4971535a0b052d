"""What people see at 60, 80 and 120 columns, and in a pipe: whole words, whole names, nothing cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glasstown.cli.layout import Grid, folded, hanging, laid_out, wrapped
from glasstown.cli.screen import print_page
from glasstown.report.contract import Page
from glasstown.scheme.library import SCHEMES
from glasstown.society.check import Target

CHECKED = (
    Target("T47", "residents of the nation", 1_411_778_724, 1.4e9, 1.5e9, 1_411_780_000, 0.0, "the tables"),
    Target("T54", "Gini of income", 0.468, 0.41, 0.49, 0.4364, 0.0004364, units=1_000),
    Target("T64", "journeys by high-speed rail", 3.27e9, 3.1e9, 3.4e9, 3.27e9, 2_149_831, units=1_000),
)


@pytest.fixture
def shown(ask, finished, monkeypatch):
    """What a verb prints at a width; None for a pipe that nobody gave a width."""
    monkeypatch.setattr("glasstown.studies.society_events.check_society", lambda society, **how: CHECKED)

    def show(verb, width):
        if width:
            monkeypatch.setenv("COLUMNS", str(width))
        else:
            monkeypatch.delenv("COLUMNS", raising=False)
        words = [str(finished) if word == "RUN" else word for word in verb.split()]
        return ask(*words).stdout

    return show


@pytest.mark.parametrize("verb", ["show RUN", "schemes", "schemes suining-2010", "society check"])
@pytest.mark.parametrize("width", [60, *(pytest.param(wide, marks=pytest.mark.nightly) for wide in (80, 120))])
def test_no_word_is_broken_and_no_name_is_cut(shown, verb, width):
    narrow, whole = shown(verb, width), shown(verb, None)
    assert "\N{HORIZONTAL ELLIPSIS}" not in narrow
    assert max(cell_len(line) for line in narrow.splitlines()) <= width
    words = set(re.findall(r"[\w.,:%-]{3,}", whole))
    assert words - set(re.findall(r"[\w.,:%-]{3,}", narrow)) == set()


def test_in_a_pipe_every_scheme_and_every_target_is_one_line(shown):
    starts = [line.split()[0] for line in shown("schemes", None).splitlines() if line]
    assert sorted(one for one in starts if one in {"none", *SCHEMES}) == sorted(["none", *SCHEMES])
    assert re.search(r"^T64 +journeys by high-speed rail .* holds$", shown("society check", None), re.MULTILINE)


def test_at_eighty_columns_a_table_of_names_and_numbers_stays_a_table(shown):
    text = shown("show RUN", 80)
    assert re.search(r"^who +fell a grade, per 1,000 +punished, per 1,000 +subjects$", text, re.MULTILINE)
    assert re.search(r"^majority +0 +0 +30$", text, re.MULTILINE)


def test_a_table_too_wide_for_its_words_is_told_row_by_row():
    grid = Grid(("act", "times", "the law"), (("children-out-of-private-school", "1,000", "forbids it"),),
                (False, True, False))  # fmt: skip
    assert laid_out(grid, 40) == [
        "act        children-out-of-private-school",
        "  times    1,000",
        "  the law  forbids it",
    ]
    assert laid_out(grid, None)[1] == "children-out-of-private-school  1,000  forbids it"


def test_a_sentence_hangs_under_its_first_word():
    assert hanging("  · ", "one two three", 12) == "  · one two\n    three"
    assert wrapped("Suining 睢宁县 大众信用", 14) == ["Suining 睢宁县", "大众信用"]


@given(
    st.lists(st.tuples(*[st.text("ab c-,1", max_size=30)] * 3), min_size=1, max_size=4),
    st.integers(30, 120),
)
def test_every_word_of_a_table_is_there_at_every_width(rows, width):
    grid = Grid(("first", "second", "third"), tuple(rows), (False, True, False))
    words = [word for row in rows for text in row for word in text.split()]
    laid = laid_out(grid, width)
    assert sorted(words) == sorted(word for line in laid for word in line.split() if word not in grid.heads)
    assert all(cell_len(line) <= width for line in laid if len(line.split()) > 1 and ":" not in line)


def test_long_faults_fold_and_lines_of_a_file_do_not(ask, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    bad = tmp_path / "bad.toml"
    line = f'colour = "{"red " * 30}"'
    bad.write_text(f'[scheme]\nid = "bad"\n{line}\n')
    told = ask("check", bad).stderr
    assert f"3 | {line}" in told
    assert all(len(one) <= 60 for one in told.splitlines() if "|" not in one and "-->" not in one)
    assert "\n         effect\n" in told


def test_a_command_stays_whole_so_that_it_can_be_copied():
    text = "  fix: go on with it: glasstown resume /a/path/that/is/longer/than/the/rest then look"
    assert "glasstown resume /a/path/that/is/longer/than/the/rest" in folded(text, 30)


def test_a_name_between_colons_stays_a_name(capsys):
    """A terminal library would draw it: response:id: is no picture."""
    print_page(Page("What is owed", "response:id: and rule:car:", ()))
    assert "response:id: and rule:car:" in capsys.readouterr().out
