"""Each remedy is an edit of the text that clears exactly its finding, keeps comments, and says what it deletes."""

from __future__ import annotations

import pytest

from glasstown.review.contract import FAILS, At, Edit, Remedy
from glasstown.review.edits import EditError, carried_out
from glasstown.review.mended import failing, mend
from glasstown.review.reviewed import Asked, Review, review_scheme
from glasstown.review.taken_over import taken_over
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


CHILD = """# what the county asked for
[scheme]
id = "mine"
title = "Mine"
base = "suining-2010"   # the county
evidence = "constructed"
status = "made up"

[[rule]]
id = "repeated-petition"
gravity = 1
mark = "assumed"
"""


def fixed(text: str, code: str) -> tuple[str, set[tuple[str, At]], list[str]]:
    """A file after the remedies of one rule, what still fails by it, and what was refused."""
    asked = Asked(select=(code,))
    found = review_scheme(parse_scheme(text, "mine.toml"), text, "mine.toml", asked)
    assert failing(found)
    done = mend(found, text, asked)
    after = review_scheme(parse_scheme(done.text, "mine.toml"), done.text, "mine.toml", asked)
    return done.text, failing(after), [one.refused for one in done.tried if one.refused]


def test_what_stands_in_the_base_is_left_out_by_the_file_that_takes_it_over():
    after, left, refused = fixed(CHILD, "EX301")
    assert (left, refused) == (set(), [])
    assert after.startswith("# what the county asked for\n")
    assert 'base = "suining-2010"   # the county\nwithout = ["rule:' in after
    assert 'id = "repeated-petition"' not in after, "a change of what goes would stand alone"
    assert '"rule:repeated-petition"' in after


def test_a_list_of_the_base_is_given_anew_without_the_item():
    text = CHILD.replace("evidence =", 'without = [\n    "rule:elder-care",   # nobody asked\n]\nevidence =')
    after, left, refused = fixed(text, "DP203")
    assert (left, refused) == (set(), [])
    assert 'sees = ["elder-neglect", "help-for-the-poor"]   # proposed by glasstown review: DP203' in after
    more, left, refused = fixed(after, "EX301")
    assert (left, refused) == (set(), [])
    assert '    "rule:elder-care", "rule:' in more


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit("drop-key", At("source", "courts", "context")), "cannot take a single key of it out"),
        (Edit("set", At("source", "police-station", "watch.urban"), "2"), "can only change watch as a whole"),
        (Edit("drop-table", At("rule", "no-such-rule")), "is not in this file"),
    ],
    ids=("one-key", "inner-table", "nowhere"),
)
def test_a_change_of_the_base_that_a_file_cannot_write_is_refused_and_says_why(edit, told):
    base = taken_over(CHILD, parse_scheme(CHILD, "mine.toml"))
    with pytest.raises(EditError, match=told):
        carried_out(CHILD, Remedy("do it", (edit,)), "SS101", base)
