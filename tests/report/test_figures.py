"""The four figures and the tables beside them, on Harbour, where every number was worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from audit.harbour import ENTRIES, GRADE_CHANGES, HARBOUR, PANEL, PEOPLE, PERSONS, entry, write_harbour
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.ledger.model_scores import GradeRow
from glasstown.ledger.reader import open_run
from glasstown.report.build import view_run
from glasstown.report.contract import NOTICE
from glasstown.report.figures.catalogue import FIGURES
from glasstown.report.figures.style import to_svg
from glasstown.report.html import render_html
from glasstown.report.lives.life import read_life
from glasstown.report.lives.strata import STRATA, choose
from glasstown.report.lives.words import events, told
from glasstown.report.losses import losses
from glasstown.scheme.library import find
from glasstown.vocab.codes import Entry, Flag, Outcome, Truth
from towns import write_run

TEXT = find("suining-2010").read_text()
MANIFEST = replace(HARBOUR, scheme=SchemeFacts("suining-2010", "Suining", digest_bytes(TEXT.encode())))
GRADELESS = replace(MANIFEST, names=replace(MANIFEST.names, grades=(), consequences=()))


def harbour(folder, **changed):
    """The view of a changed Harbour."""
    return view_run(write_harbour(folder / "run", **{"manifest": MANIFEST, "scheme_text": TEXT, **changed}))


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return harbour(tmp_path_factory.mktemp("figures"))


@pytest.fixture(scope="module")
def figures(view):
    return drawn(view)


@pytest.fixture(scope="module")
def written(figures):
    """Everything written in each picture."""
    return {name: words_in(figure) for name, figure in figures.items()}


def section(view, name):
    return next(section for section in view.page.sections if section.id == name)


def drawn(view):
    return {name: figure for name, draw in FIGURES if (figure := draw(view.summary)) is not None}


def words_in(figure):
    """Everything written in a picture."""
    svg = ET.fromstring(to_svg(figure.spec))
    return " ".join("".join(element.itertext()) for element in svg.iter() if element.tag.endswith("text"))


def test_every_figure_says_that_nobody_exists_and_says_itself_in_words(figures, written):
    assert set(figures) == {"scores-over-time", "who-falls", "causes-of-loss", "six-lives"}
    for name, figure in figures.items():
        assert NOTICE in written[name]
        assert figure.alt.endswith(".")
        assert figure.caption


def test_points_are_lost_through_rules_by_the_truth_of_the_record(view):
    found = losses(view.summary)
    assert [(row.rule, row.points, row.entries) for row in found.rows] == [
        ("red-light", (250.0, 50.0, 50.0, 0.0, 0.0, 0.0), 7),
        ("second-red-light", (90.0, 30.0, 0.0, 0.0, 0.0, 0.0), 4),
        ("late-bill", (20.0, 0.0, 0.0, 0.0, 0.0, 0.0), 1),
    ]
    assert (found.total, [found.of(place) for place in range(3)]) == (490.0, [360.0, 80.0, 50.0])
    assert found.apart == ()


def test_the_law_is_told_of_the_act_and_no_verdict_on_the_scheme(view, written):
    (table, apart) = section(view, "causes").tables
    assert {row[2] for row in table.rows} == {"forbids it"}
    assert apart.rows == ()
    assert "Acts the law forbids" in written["causes-of-loss"]


def test_cuts_and_expiries_stand_apart(tmp_path):
    cut = entry(5, 20, 2, -7, 900) | {"kind": Entry.CAP}
    back = entry(1, 340, 0, 50, 820) | {"kind": Entry.EXPIRY}
    view = harbour(tmp_path, entries=(entry(1, 3, 0, -50, 850), cut, back))
    found = losses(view.summary)
    assert found.total == 50
    assert found.apart == (
        ("gains cut at the top of the scale", -7.0, 1),
        ("losses given back when they expired", 50.0, 1),
    )
    assert section(view, "causes").tables[1].rows == found.apart


def test_everybody_is_in_the_stratum_that_is_printed(view):
    chosen = {one.slug: one for one in choose(view.summary.worlds.scheme)}
    sizes = {slug: one.residents for slug, one in chosen.items()}
    assert sizes == {
        "never-lost": 36, "kept": 0, "fell": 2, "fell-untrue": 2, "denied-workless": 0, "minority": 10,
    }  # fmt: skip
    assert chosen["fell"].resident in {1, 4}
    assert chosen["fell-untrue"].resident in {2, 3}
    assert chosen["kept"].resident is None
    numbers = [one.resident for one in chosen.values() if one.resident is not None]
    assert len(set(numbers)) == len(numbers)
    rows = section(view, "lives").tables[0].rows
    assert rows == tuple((one.words, one.residents, one.resident) for one in chosen.values())


def test_the_choice_depends_on_the_seed_and_on_no_order_of_rows(tmp_path):
    picks = set()
    for seed in range(5):
        chosen = []
        for name, order in (("a", 1), ("b", -1)):
            tables = {"people": PERSONS[::order], "panel": PANEL[::order], "entries": ENTRIES, "grades": GRADE_CHANGES}
            chosen.append(
                choose(open_run(write_run(tmp_path / f"{name}{seed}", replace(HARBOUR, seed=seed), **tables)))
            )
        assert chosen[0] == chosen[1]
        picks.add(chosen[0][0].resident)
    assert len(picks) > 3


def test_a_life_is_told_as_the_ledger_holds_it(view):
    life = read_life(view.summary.worlds.scheme, 3)
    assert life.score == ((0, 900.0), (20, 850.0), (30, 770.0), (100, 690.0))
    assert [(one.day, one.act, one.truth, one.points) for one in life.records] == [
        (20, "red-light", Truth.WRONG_PERSON, -50.0),
        (30, "red-light", Truth.TRUE, -80.0),
        (100, "red-light", Truth.TRUE, -80.0),
    ]
    assert [(one.consequence, one.start_day, one.end_day, one.denies) for one in life.holds] == [
        ("no-public-job", 35, 364, True)
    ]
    assert events(life, 2) == (
        "day 35: no-public-job, for 329 days", "day 100: red-light \N{MINUS SIGN}80", "and 2 more",
    )  # fmt: skip
    assert "day 20: red-light \N{MINUS SIGN}50, somebody else's act" in told(life)
    assert "man of 30, country, minority A, fourth fifth" in told(life)
    assert life.last_points == 690


def test_what_a_resident_did_is_told_apart_from_what_was_recorded(tmp_path):
    acts = (
        {"resident": 1, "day": 2, "act": 0, "family": 0, "ordinal": 1, "step": 0},
        {"resident": 1, "day": 50, "act": 11, "family": 4, "ordinal": 0, "step": 7},
        {"resident": 1, "day": 60, "act": 5, "family": 2, "ordinal": 0, "step": 8, "outcome": 1},
        {"resident": 1, "day": 70, "act": 11, "family": 4, "ordinal": 1, "step": 10, "outcome": 3},
    )
    sightings = ({"origin": 1, "step": 0, "family": 0, "ordinal": 1, "on_resident": 1, "act_day": 2, "due_day": 3},)
    view = harbour(tmp_path, acts=acts, sightings=sightings)
    life = read_life(view.summary.worlds.scheme, 1)
    assert [(one.day, one.act, one.is_recorded, one.outcome) for one in life.deeds] == [
        (2, "red-light", True, Outcome.DONE), (50, "charity-gift", False, Outcome.DONE),
        (60, "late-bill", False, Outcome.DENIED), (70, "charity-gift", False, Outcome.HELD_BACK),
    ]  # fmt: skip
    assert life.has_every_act
    assert "2 acts (1 denied, 1 held back); " in told(life), "what was denied or held back was not done"


def test_a_favour_is_told_of_a_life_too(view):
    assert "day 0: first, for 56 days, a favour" in told(read_life(view.summary.worlds.scheme, 4))


def test_the_strata_stand_in_the_picture_and_empty_ones_say_so(written):
    words = written["six-lives"]
    for _, text, _ in STRATA:
        assert text[1:] in words
    assert words.count("nobody in this run") == 2
    assert "one of 36 subjects" in words


def test_truth_is_not_told_by_colour_alone(figures, written):
    spec = json.dumps(figures["six-lives"].spec)
    assert {shape for shape in ("circle", "triangle-up", "diamond") if shape in spec} == {
        "circle", "triangle-up", "diamond",
    }  # fmt: skip
    words = written["causes-of-loss"]
    assert all(text in words for text in ("own act, truly recorded", "never happened", "somebody else's act"))


def test_a_small_cell_is_refused_in_the_picture(figures, written):
    figure = figures["who-falls"]
    words = written["who-falls"]
    assert "no rate: fewer than 30" in words
    assert "n 10" in words, "ten of the minority"
    assert "minority A no rate" in figure.alt


def test_scores_are_drawn_as_median_tenths_and_shares(figures, written):
    figure = figures["scores-over-time"]
    assert figure.alt.startswith("At the end the median of scores is 900, the lowest tenth of scores is 900, 90.00 %")
    assert "hundredth" not in figure.alt, "forty subjects have no hundredth"
    assert "Grade D poor, % of graded residents" in written["scores-over-time"]


NOBODY = {"entries": (), "spells": (), "grades": ()}


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("changed", "figures"),
    [
        (NOBODY, {"scores-over-time", "six-lives"}),
        ({"manifest": GRADELESS, "grade_counts": (), **NOBODY}, {"scores-over-time", "six-lives"}),
        ({"manifest": replace(MANIFEST, names=replace(MANIFEST.names, grades=(GradeRow(1, "A", "all", None),),
                                                      consequences=()))} | NOBODY, {"scores-over-time", "six-lives"}),
        ({"panel": PANEL[:5]}, {"causes-of-loss", "six-lives"}),
        ({"panel": tuple(row | {"flags": Flag(0), "grade": 0} for row in PANEL)}, {"causes-of-loss"}),
    ],
    ids=["nobody falls", "no grades", "one grade", "five subjects", "no subject"],
)  # fmt: skip
def test_a_run_with_little_to_show_has_a_page_all_the_same(tmp_path, changed, figures):
    view = harbour(tmp_path, **changed)
    assert set(drawn(view)) == figures
    html = render_html(view.page, view.summary)
    assert html.count("<svg") == len(figures)
    assert "nan" not in html.lower().replace("finance", "")


def test_nobody_falls_and_nobody_loses_is_said_in_words(tmp_path):
    view = harbour(tmp_path, **NOBODY)
    assert section(view, "who-falls").paragraphs[0] == "Nobody fell and nobody was punished in this run."
    assert section(view, "causes").paragraphs == ("Nobody lost a point in this run.",)


def test_the_world_without_a_scheme_says_why_there_are_no_figures(view):
    without = view_run(view.summary.worlds.scheme.folder / "baseline")
    assert drawn(without) == {}
    for name in ("scores", "causes", "lives"):
        assert section(without, name).paragraphs[0].startswith("This world has no score")
    assert "<svg" not in render_html(without.page, without.summary)


def test_harbour_has_forty_subjects(view):
    assert view.summary.finding("fell-rate").n == PEOPLE
