"""A town of fewer than thirty: Harbour with some of its residents. Counts are given, rates and shares are not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.harbour import ENTRIES, GRADE_CHANGES, PANEL, PERSONS, PLACES, SPELLS, write_harbour
from glasstown.ledger.model import Kept
from glasstown.report.build import view_run
from glasstown.report.figures.catalogue import FIGURES
from report.test_page import MANIFEST, TEXT


@pytest.mark.parametrize("people", [1, 20, 29])
def test_of_fewer_than_thirty_no_rate_is_given_and_every_count_is(tmp_path, people):
    size = {"people": people, "residents_lived": people, "kept": Kept("all", people, people)}
    few = range(people)
    counts = ({"step": 51, "day": 364, "grade": 1, "residents": people},)
    changed = {
        "manifest": replace(MANIFEST, **size),
        "people": PERSONS[:people],
        "places": PLACES[:people],
        "panel": PANEL[:people],
        "grade_counts": counts,
        "entries": [row for row in ENTRIES if row["resident"] in few],
        "spells": [row for row in SPELLS if row["resident"] in few],
        "grades": [row for row in GRADE_CHANGES if row["resident"] in few],
    }
    view = view_run(write_harbour(tmp_path / "run", **changed, scheme_text=TEXT))
    found = {finding.slug: finding for finding in view.summary.findings}
    rates = [one for one in found.values() if " per " in one.unit or "share" in one.unit]
    assert len(rates) > 30
    for one in rates:
        assert one.value is None, one.slug
        assert f"fewer than 30 residents ({one.n})" in one.reason, one.slug
    for slug in ("punished", "fell", "places-lost", "opinion-differs", "acts-that-differ"):
        assert slug not in found or found[slug].value is not None, slug
    assert found["denied-attempts"].text.startswith("6 attempts were denied by a consequence. Attempts denied: not")
    assert found["held-back"].table.rows == (("red-light", 4, 3),)
    texts = [text for part in view.page.sections if part.is_brief for text in (*part.paragraphs, *part.points)]
    assert not [text for text in texts if re.search(r"[0-9] %|[0-9] per 1,000|: [0-9.]+ of every 1,000", text)]
    drawn = {name for name, draw in FIGURES if draw(view.summary)}
    assert drawn <= {"six-lives"}, "a picture of shares needs thirty residents as well"
