"""The first lines of a report: who was punished, through what, and why nothing followed where nothing did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, SPELLS, steps, write_harbour
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.report.build import view_run
from glasstown.scheme.library import find

TEXT = find("suining-2010").read_text()
MANIFEST = replace(HARBOUR, scheme=SchemeFacts("suining-2010", "Suining", digest_bytes(TEXT.encode())))

CONSEQUENCES = (
    ConsequenceRow(0, "failed-vetting", 3, 1, 0, "none"),
    ConsequenceRow(2, "barred-from-support", 3, 4, 0, "none"),
)
UNDENIED = ({"step": 1, "act": 5, "group": 0, "done": 4}, {"step": 2, "act": 11, "group": 0, "done": 48})


def headline_of(folder, consequences=CONSEQUENCES, **changed):
    """What the headline of a changed Harbour says, in one text."""
    manifest = replace(MANIFEST, names=replace(MANIFEST.names, consequences=consequences))
    page = view_run(write_harbour(folder, manifest=manifest, scheme_text=TEXT, **changed)).page
    return page, " ".join(page.sections[0].points)


def test_the_headline_says_through_what_and_how_well_that_is_known(tmp_path):
    _, text = headline_of(tmp_path / "run")
    assert 'All 3 through "failed-vetting", whose figures are assumed; nobody met "barred-from-support".' in text
    assert "4 of 40 subjects (10.0 %) came into a worse grade at least once." in text
    assert "3 of 3 kinds of act are done more or less often than without the scheme: charity-gift -50" in text


def test_some_through_one_consequence_and_some_through_another(tmp_path):
    more = {"resident": 1, "consequence": 2, "grade": 3, "start_day": 14, "end_day": 20, "open": 0}
    spells = [*SPELLS[:3], more]
    _, text = headline_of(tmp_path / "run", spells=spells)
    assert (
        'All 3 through "failed-vetting", whose figures are assumed; '
        '1 through "barred-from-support", whose figures are reported.'
    ) in text


def test_consequences_that_reached_equally_many_are_told_together(tmp_path):
    further = (ConsequenceRow(3, "one-more", 3, 1, 0, "none"), ConsequenceRow(4, "another", 3, 1, 0, "none"))
    spells = [{**spell, "consequence": number} for number in (0, 3, 4) for spell in SPELLS[:3]]
    _, text = headline_of(tmp_path / "run", consequences=(*CONSEQUENCES, *further), spells=spells)
    assert 'All 3 through "failed-vetting", whose figures are assumed; all 3 through each of ' in text
    assert 'each of "one-more" and "another"; nobody met "barred-from-support".' in text


def test_where_nothing_was_denied_the_page_says_why_nothing_differs(tmp_path):
    page, text = headline_of(tmp_path / "run", act_counts=UNDENIED, steps=steps(2, 2))
    why = (
        "No difference in months out of work, late bills, days in need of support: nobody who was punished attempted "
        "what was denied them, so no attempt was denied and nothing could follow from it."
    )
    assert why in text
    paired = next(section for section in page.sections if section.id == "paired")
    assert paired.points == (why,)
    assert paired.tables[1].rows == (("charity-gift", 48, 50, -2),), "only acts whose number differs are listed"


def test_worse_terms_work_without_a_denial_and_are_not_explained_away(tmp_path):
    """The three of Harbour pay more for rent, and nothing is denied to anybody; then something is, and not tried."""
    worse = (ConsequenceRow(0, "dear-rent", 3, 0, 0, "none", degree={"rent": -2}),)
    _, text = headline_of(tmp_path / "run", worse, act_counts=UNDENIED, steps=steps(2, 2))
    assert 'nothing was denied to anybody. Worse terms work without a denial; those of "dear-rent" made no' in text
    assert "nothing could follow" not in text
    both = (replace(worse[0], deny=1),)
    _, text = headline_of(tmp_path / "both", both, act_counts=UNDENIED, steps=steps(2, 2))
    assert "so no attempt was denied. Worse terms work without a denial" in text


def test_where_something_was_denied_an_unchanged_life_is_not_explained_away(tmp_path):
    _, text = headline_of(tmp_path / "run")
    assert "No difference" not in text


def test_acts_denied_of_which_a_share_is_drawn_are_named_with_it(tmp_path):
    counts = (
        {"step": 1, "act": 0, "group": 0, "done": 4, "blocked": 2},
        {"step": 1, "act": 5, "group": 0, "blocked": 1},
    )
    _, text = headline_of(tmp_path / "some", act_counts=counts)
    assert "of these acts only a share (assumed) is drawn and counted: red-light 5 %." in text
    _, text = headline_of(tmp_path / "none")
    assert "only a share" not in text


@pytest.mark.parametrize(
    ("consequences", "words"),
    [
        ((), "The scheme has no consequence: nobody can be punished."),
        ((ConsequenceRow(1, "first", 1, 0, 2, "given"),), "no consequence that denies anything: nobody can be"),
    ],
)
def test_a_scheme_that_punishes_nobody_says_so_first(tmp_path, consequences, words):
    page, text = headline_of(tmp_path / "run", consequences, spells=())
    assert words in page.sections[0].points[0]
    assert "subjects were punished" not in text


def test_what_was_switched_off_is_said_first(tmp_path):
    manifest = replace(MANIFEST, without=("response:chilling", "response:fading"))
    page = view_run(write_harbour(tmp_path / "run", manifest=manifest, scheme_text=TEXT)).page
    assert page.sections[0].paragraphs[0] == "Responses of residents switched off in this run: chilling, fading."


def test_all_responses_switched_off_are_said_in_words(tmp_path):
    manifest = replace(MANIFEST, without=("response:*",))
    page = view_run(write_harbour(tmp_path / "run", manifest=manifest, scheme_text=TEXT)).page
    assert page.sections[0].paragraphs[0] == "All responses of residents were switched off in this run."


def test_what_was_set_out_to_and_not_done_is_told_act_by_act(tmp_path):
    page, text = headline_of(tmp_path / "run")
    assert "3 lawful acts (red-light) were held back" in text
    assert "The scheme cost residents 2 places; another resident got 1 of them." in text
    assert "Harm done to other residents" in text
    tables = {
        table.title: table.rows for section in page.sections if section.id == "paired" for table in section.tables
    }
    assert tables["Denied"] == (("late-bill", 9, 2), ("charity-gift", 0, 4))
    assert tables["Held back"] == (("red-light", 4, 3),)
    assert tables["Without a place"] == (("charity-gift", 0, 2, 50, 0),)
