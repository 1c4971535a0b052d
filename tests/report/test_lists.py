"""The page of a scheme that keeps a list and no score: Quay, forty residents, every number worked out by hand.

Resident 1: a true ground for 100 days, ended by performing. 2: a true one from day 20 to the end. 3: one that never
happened, for 30 days. 4: a true one from day 40 to the end, and an attempt that was denied. 5: on no list, held for
seven days by somebody else's. 6: did what listed the others, and nobody saw it. Nothing happened to the other 34.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, PANEL, PEOPLE, PERSONS, write_harbour
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.ledger.model_names import ConsequenceRow, GroundRow, ListRow, Names
from glasstown.report.build import view_run
from glasstown.report.figures.catalogue import FIGURES
from glasstown.report.html import render_html
from glasstown.report.listing_causes import listing_causes
from glasstown.report.lives.life import read_life
from glasstown.report.lives.list_strata import LIST_STRATA
from glasstown.report.lives.strata import choose
from glasstown.report.lives.words import told
from glasstown.scheme.library import find
from glasstown.vocab.codes import Flag, Outcome, Truth

TEXT = find("court-list").read_text()
TERM, PERFORMED, OPEN = 0, 1, 3
NAMES = Names(
    acts=HARBOUR.names.acts,
    sources=HARBOUR.names.sources,
    lists=(ListRow(0, "defaulters", ""),),
    grounds=(GroundRow(0, "refuses", 0), GroundRow(1, "evades", 0)),
    consequences=(ConsequenceRow(0, "no-flights", 0, 1, 0, "none", list=0),
                  ConsequenceRow(1, "no-trains", 0, 2, 0, "none", list=0)),
)  # fmt: skip
QUAY = replace(HARBOUR, scheme=SchemeFacts("court-list", "Quay", digest_bytes(TEXT.encode())), score=None, names=NAMES)


def ground(resident: int, code: int, entry: int, end: int, way: int, truth: Truth = Truth.TRUE) -> dict[str, int]:
    return {"resident": resident, "ground": code, "act": 5 * code, "entry_day": entry, "end_day": end, "exit": way,
            "truth": truth}  # fmt: skip


LISTINGS = (
    ground(1, 0, 10, 110, PERFORMED),
    ground(2, 0, 20, 364, OPEN),
    ground(3, 0, 30, 60, TERM, Truth.FALSE),
    ground(4, 1, 40, 364, OPEN),
)
SPELLS = (
    *({"resident": 1, "consequence": code, "start_day": 14, "end_day": 112} for code in (0, 1)),
    {"resident": 5, "consequence": 0, "start_day": 14, "end_day": 21},
)
ACTS = (
    {"resident": 6, "day": 50, "act": 0, "family": 2, "ordinal": 0, "step": 7},
    {"resident": 4, "day": 60, "act": 11, "family": 4, "ordinal": 0, "step": 8, "outcome": int(Outcome.DENIED)},
)
BLOCKED = ({"resident": 4, "day": 60, "act": 11, "outcome": int(Outcome.DENIED)},)


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quay") / "run"
    changed = {"entries": (), "grades": (), "grade_counts": (), "spells": SPELLS}
    return view_run(write_harbour(folder, manifest=QUAY, scheme_text=TEXT, listings=LISTINGS, acts=ACTS,
                                  blocked=BLOCKED, **changed))  # fmt: skip


def section(view, name):
    return next(section for section in view.page.sections if section.id == name)


def test_nobody_can_fall_where_there_are_no_grades(view):
    falls = [row for row in view.summary.findings if row.slug.startswith(("fell", "who-falls."))]
    assert len(falls) > 10
    assert {(row.value, row.reason) for row in falls} == {(None, "this world has no grades")}
    assert section(view, "who-falls").title == "Who is punished"
    assert all(row[1] is None for table in section(view, "who-falls").tables for row in table.rows)


def test_days_on_the_list_are_told_by_ground_and_truth(view):
    found = listing_causes(view.summary)
    assert [(row.rule, row.act, row.points, row.entries) for row in found.rows] == [
        ("refuses", "red-light", (100.0 + 344, 30.0, 0.0, 0.0, 0.0, 0.0), 3),
        ("evades", "late-bill", (324.0, 0.0, 0.0, 0.0, 0.0, 0.0), 1),
    ]
    causes = section(view, "causes")
    assert causes.title == "Causes of listing"
    assert causes.paragraphs[0].startswith("In the model 4 grounds put residents on lists, for 798 days in all")
    assert len(causes.tables) == 1


def test_six_lives_are_chosen_by_how_lists_reached_them(view):
    chosen = {one.slug: (one.residents, one.resident, one.noun) for one in choose(view.summary.worlds.scheme)}
    assert list(chosen) == [slug for slug, _, _ in LIST_STRATA]
    assert chosen == {
        "off-again": (2, 1, "residents"), "still-on": (2, 2, "residents"), "untrue": (1, 3, "residents"),
        "denied": (1, 4, "residents"), "through-others": (1, 5, "residents"), "never-listed": (1, 6, "residents"),
    }  # fmt: skip


def test_a_life_on_a_list_is_told_without_points(view):
    one, three, four, six = (told(read_life(view.summary.worlds.scheme, number)) for number in (1, 3, 4, 6))
    assert "day 10: on defaulters for 100 days (refuses), what was owed was performed" in one
    assert "day 14: no-flights and 1 more, for 98 days" in one
    assert one.endswith("At the end on no list.")
    assert "(refuses, never happened), its term ended" in three
    assert "(1 denied)" in four
    assert four.endswith("At the end on the list defaulters.")
    assert "1 act; no record took effect. never on a list." in six
    assert not any("points" in text for text in (one, three, four, six))


def test_its_figures_are_drawn_and_say_what_they_show(view):
    figures = {name: figure for name, draw in FIGURES if (figure := draw(view.summary)) is not None}
    assert set(figures) == {"who-falls", "causes-of-loss", "six-lives"}
    assert figures["who-falls"].title == "Who is punished"
    assert "fell a grade" not in figures["who-falls"].alt
    assert figures["causes-of-loss"].title == "Causes of listing"
    assert "days on each list" in figures["six-lives"].caption
    assert render_html(view.page, view.summary).count("<svg") == len(figures)


def test_harm_and_places_stand_in_sentences_and_tables(view):
    others = section(view, "others")
    harmed, moved, lapsed = others.points
    assert harmed == (
        "Acts of residents harmed somebody else 2 times; 2 residents were harmed; without the scheme 0 times."
    )
    assert moved == (
        "Because of the scheme residents lost 2 places that they asked for: 1 to another resident, 1 to nobody. "
        "Requests served only because of it: 1."
    )
    assert lapsed == "Friendships that have lapsed per 1,000 person-years: 0.0 with the scheme, 0.0 without it."
    harm, places = others.tables
    assert harm.rows == (("red-light", 2, 0),)
    assert places.rows == (("hospital-queue", 1, 0, 1, 0), ("public-job", 0, 1, 0, 0))


def test_the_rate_of_the_punished_is_of_subjects_alone(view):
    punished, rate = (view.summary.finding(slug) for slug in ("punished", "punished-rate"))
    assert punished.value == 5
    assert rate.value == 1000 * 5 / PEOPLE, "all of Quay are subjects"
    assert punished.text == "5 of 40 subjects were punished on at least one day."


def test_children_whom_a_list_reaches_are_counted_by_their_age(tmp_path):
    ages = {5: 9, 7: 15}
    people = tuple(row | {"birth_day": -365 * ages.get(row["resident"], 30)} for row in PERSONS)
    panel = tuple(row | {"flags": Flag(0), "grade": 0} if row["resident"] in ages else row for row in PANEL)
    spells = (*SPELLS, {"resident": 7, "consequence": 0, "start_day": 14, "end_day": 21})
    changed = {"entries": (), "grades": (), "grade_counts": (), "spells": spells, "people": people, "panel": panel}
    folder = write_harbour(tmp_path / "run", manifest=QUAY, scheme_text=TEXT, listings=LISTINGS, **changed)
    view = view_run(folder)
    words = (
        "2 residents were punished whom the scheme does not cover, by age at day 0: 1 of age 0 to 13, "
        "1 of age 14 to 17. Rates of subjects leave them out."
    )
    beyond = view.summary.finding("punished-beyond-subjects")
    assert (beyond.value, beyond.text) == (2, words)
    assert beyond.table.rows == (("age 0 to 13", 1), ("age 14 to 17", 1))
    assert words in section(view, "who-falls").paragraphs
    assert view.summary.finding("punished").value == 6
    assert view.summary.finding("punished-rate").n == PEOPLE - len(ages)


def test_where_a_scheme_reaches_its_subjects_alone_nothing_is_added(view):
    assert view.summary.finding("punished-beyond-subjects").value == 0
    assert "does not cover" not in " ".join(section(view, "who-falls").paragraphs)
