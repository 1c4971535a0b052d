"""The report of a score that is worked out anew: Harbour as an index, every number worked out by hand.

No rule takes a point. Resident 1 falls 50 and 80 points by what is true (to D), resident 2 as much by untrue records
(900 by what is true), resident 4 falls 20 points and stays in A.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import ENTRIES, GRADE_CHANGES, HARBOUR, SPELLS, write_harbour
from glasstown.audit.contract import FindingTable, found
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.ledger.reader import open_run
from glasstown.report.build import view_run
from glasstown.report.lives.strata import choose
from glasstown.report.worked_out import worked_out
from glasstown.scheme.library import find
from glasstown.vocab.codes import Entry, Truth

TEXT = find("suining-2010").read_text()
INDEX = replace(
    HARBOUR, score=replace(HARBOUR.score, kind="index"),
    scheme=SchemeFacts("suining-2010", "Suining", digest_bytes(TEXT.encode())),
)  # fmt: skip
SCORES = (
    (1, 3, 850, 850, 50),
    (1, 10, 770, 770, 80),
    (2, 3, 850, 900, 50),
    (2, 10, 770, 900, 80),
    (4, 50, 880, 880, 20),
)
REFRESHES = [
    {"resident": who, "day": day, "score_milli": score * 1000, "true_milli": true * 1000, "alone_milli": true * 1000}
    for who, day, score, true, _ in SCORES
]
FALLS = [
    {"resident": who, "day": day, "kind": Entry.REFRESH, "delta_milli": -fall * 1000, "score_after_milli": score * 1000}
    for who, day, score, _, fall in SCORES
]
CHANGED = {
    "entries": FALLS, "refreshes": REFRESHES, "spells": SPELLS[:2],
    "grades": [row for row in GRADE_CHANGES if row["resident"] in {1, 2}],
}  # fmt: skip


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index") / "run"
    return view_run(write_harbour(folder, manifest=INDEX, scheme_text=TEXT, **CHANGED))


def section(view, name):
    return next(section for section in view.page.sections if section.id == name)


def test_nobody_is_said_to_have_lost_nothing_where_scores_fell(view):
    said = section(view, "causes").paragraphs[0]
    assert said == (
        "No rule took a point in this run, and scores fell all the same: falls of a score when it was worked out anew "
        "-280 points (5 times)."
    )


def test_six_lives_go_by_how_the_score_came_about(view):
    """37 never fell; 4 fell and kept its grade; 1 fell a grade by what is true, 2 by what is not."""
    chosen = {one.slug: (one.residents, one.words) for one in choose(view.summary.worlds.scheme)}
    assert {slug: number for slug, (number, _) in chosen.items()} == {
        "never-lost": 37, "kept": 1, "fell": 1, "fell-untrue": 1, "denied-workless": 0, "minority": 10,
    }  # fmt: skip
    assert chosen["fell-untrue"][1] == "fell a grade, and some score was below what is true"
    assert chosen["fell"][1] == "fell a grade, and no score was below what is true"


def test_how_much_is_untrue_or_rests_on_too_little_stands_in_the_page(view):
    texts = section(view, "scores").paragraphs
    assert any("With another score than by true records alone" in text and "(1 of 40 scored" in text for text in texts)
    assert any(text.startswith("With a default for a score") for text in texts)
    assert section(view, "scores").is_brief, "so that the terminal shows it as well"


def test_what_was_concluded_stands_in_a_table(view):
    table = FindingTable(("group", "wrongly concluded"), (("majority", 3),))
    one = found("inferred.steady", "Wrongly concluded or not: steady", 0.1, "share", 40, "Three wrongly.", table=table)
    texts, tables = worked_out(replace(view.summary, findings=(*view.summary.findings, one)))
    assert texts[-1] == "Three wrongly."
    assert (tables[0].title, tables[0].rows) == (one.title, table.rows)


def test_a_score_of_points_keeps_its_words_and_counts_what_others_share(tmp_path):
    """Resident 9 loses points through others alone: no rule, and yet a loss."""
    shared = dict(ENTRIES[0], resident=9, origin=1, kind=Entry.ASSOCIATION, via=1, truth=Truth.TRUE)
    folder = write_harbour(tmp_path / "run", entries=(*ENTRIES, shared))
    chosen = {one.slug: (one.residents, one.words) for one in choose(open_run(folder))}
    assert chosen["never-lost"] == (35, "never lost a point")
    assert chosen["kept"] == (1, "lost points, kept the grade")
    assert [chosen[slug][0] for slug in ("fell", "fell-untrue")] == [2, 2]
