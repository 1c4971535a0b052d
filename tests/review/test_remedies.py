"""Each remedy is an edit of the text that clears exactly its finding, keeps comments, and says what it deletes."""

from __future__ import annotations

import pytest

from glasstown.review.contract import FAILS
from glasstown.review.edits import carried_out
from glasstown.review.mended import failing, mend
from glasstown.review.reviewed import Review, review_scheme
from glasstown.scheme.read import parse_scheme
from review.clean import CLEAN
from review.fixtures import FIXTURES, changed

REMEDIED = [fixture for fixture in FIXTURES if fixture.has_edit]


def review(text: str) -> Review:
    return review_scheme(parse_scheme(text, "mine.toml"), text, "mine.toml")


@pytest.mark.parametrize("fixture", REMEDIED, ids=lambda fixture: fixture.code)
def test_a_remedy_clears_exactly_its_finding(fixture):
    text = "# what the town asked for\n" + fixture.failing
    found = review(text)
    one = next(one for one in found.findings if one.rule.code == fixture.code and one.verdict == FAILS)
    after = carried_out(text, one.answer.remedy, fixture.code)
    assert failing(review(after)) == failing(found) - {(fixture.code, one.answer.at)}
    assert after.startswith("# what the town asked for\n")
    assert fixture.code == "SS105" or 'purposes = ["to keep drivers who drink off the roads"]' in after
    shorter = len([line for line in after.splitlines() if line]) < len([line for line in text.splitlines() if line])
    assert bool(one.answer.remedy.deletes) >= shorter, "what is taken out is called a deletion"


def test_two_rules_have_no_edit_and_say_so():
    for fixture in FIXTURES:
        if not fixture.has_edit:
            found = review(fixture.failing).findings
            assert all(one.answer.remedy is None for one in found if one.rule.code == fixture.code)
    assert {fixture.code for fixture in FIXTURES if not fixture.has_edit} == {"SS106", "XX001"}


def test_all_remedies_together_leave_nothing_that_an_edit_could_clear():
    codes = {"SC801", "DU502", "DP208", "PB701", "DU501"}
    text = changed(CLEAN, *(fixture.fires for fixture in FIXTURES if fixture.code in codes))
    done = mend(review(text), text)
    assert {one.finding.rule.code for one in done.tried if not one.refused} == codes
    assert failing(review(done.text)) == set()
