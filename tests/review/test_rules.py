"""Every rule: what it passes, what it fails with one field otherwise, and where it cannot tell."""

from __future__ import annotations

import pytest

from glasstown.review.case import Case
from glasstown.review.catalogue import CODES, RETIRED_CODES, RULES
from glasstown.review.contract import FAILS, MISSING, NEEDS, PASSES, SEVERITIES, STATUSES, VERDICTS
from glasstown.review.packs import packs
from glasstown.review.reviewed import Asked, Review, review_scheme
from glasstown.review.rules import eq403
from glasstown.scheme.read import parse_scheme
from review.clean import CLEAN
from review.fixtures import FIXTURES, JOB, changed
from scheme.dense_business import BUSINESS


def review(text: str, *codes: str) -> Review:
    return review_scheme(parse_scheme(text, "mine.toml"), text, "mine.toml", Asked(select=codes))


def test_a_scheme_that_gives_every_field_and_keeps_to_one_thing_passes_every_check():
    assert [one.answer.message for one in review(CLEAN).findings if one.verdict != PASSES] == []


def test_every_rule_has_its_fixtures_and_a_code_of_its_own():
    assert len(CODES) == len(set(CODES)) == 37
    assert sorted(fixture.code for fixture in FIXTURES) == sorted(CODES)
    assert not set(RETIRED_CODES) & set(CODES)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.code)
def test_a_rule_passes_fails_with_one_field_otherwise_and_says_where_it_cannot_tell(fixture):
    assert review(fixture.passing, fixture.code).verdict_of(fixture.code) == PASSES
    failing = review(fixture.failing, fixture.code)
    assert failing.verdict_of(fixture.code) == FAILS
    assert all(one.span is not None and one.span.line > 1 for one in failing.findings if one.verdict == FAILS)
    if fixture.cannot_tell:
        assert review(fixture.silent, fixture.code).verdict_of(fixture.code) == fixture.verdict


def test_silence_itself_is_given_or_not_so_its_rule_never_says_that_it_cannot_tell():
    verdicts = {review(one.silent, "XX001").verdict_of("XX001") for one in FIXTURES if one.verdict == MISSING}
    assert verdicts == {FAILS, PASSES}, "XX001's own row has no silent text, and leaves the clean scheme as it is"
    unknown = changed(CLEAN, ("[log]", 'kind = "tamper-evident"', 'kind = "unknown"'))
    assert review(unknown, "XX001").verdict_of("XX001") == FAILS


CLAIM = """
[[relatedness]]
id = "drivers-of-the-state"
contexts = ["{one}", "{other}"]
reason = "who drives for an office has to be able to drive"
"""


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [("traffic", "employment", NEEDS), ("employment", "traffic", NEEDS), ("traffic", "housing", FAILS)],
)
def test_who_claims_more_relatedness_gets_a_question_for_a_person_and_never_a_pass(one, other, verdict):
    apart = changed(CLEAN, JOB)
    assert review(apart, "SS101").verdict_of("SS101") == FAILS
    claimed = review(apart + CLAIM.format(one=one, other=other), "SS101")
    assert claimed.verdict_of("SS101") == verdict
    asked = [f for f in claimed.findings if f.verdict == NEEDS]
    assert bool(asked) == (verdict == NEEDS)
    assert all('"who drives for an office has to be able to drive". Are they?' in f.answer.message for f in asked)
    assert all(f.answer.settle.startswith("a person: ") for f in asked)


@pytest.mark.parametrize("kind", ["statute", "consent"])
def test_a_basis_on_which_accounts_contradict_each_other_is_a_question(kind):
    freely = changed(CLEAN, ("[scheme]", '"compulsory"', '"opt-in"'), ("[operator]", '"national-government"', '"firm"'))
    told = changed(freely, ("[legal_basis]", 'kind = "statute"', f'kind = "{kind}"'))
    contested = changed(told, ("[legal_basis]", f'kind = "{kind}"', f'kind = "{kind}"\nmark = "contested"'))
    assert review(told, "DP201").verdict_of("DP201") == PASSES
    assert review(contested, "DP201").verdict_of("DP201") == NEEDS


def test_a_missing_field_is_named():
    for fixture in FIXTURES:
        if fixture.verdict == MISSING and fixture.cannot_tell:
            silent = [one for one in review(fixture.silent, fixture.code).findings if one.verdict == MISSING]
            assert all(one.answer.field and one.answer.field.key in one.answer.message for one in silent), fixture.code


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_page(rule):
    words = rule.words
    assert rule.status in STATUSES
    assert rule.severity in SEVERITIES
    assert all((words.what, words.why, words.example, words.instead, words.allow, words.limits))
    assert rule.name.replace("-", "").isalpha()
    assert {one.pack for one in rule.references} <= {pack.id for pack in packs()}
    assert bool(rule.references) == (rule.code != "XX001")


def test_packs_change_references_and_weights_and_never_what_is_found():
    text = changed(CLEAN, *(fixture.fires for fixture in FIXTURES if fixture.code in {"DP208", "DU502", "SS101"}))
    scheme = parse_scheme(text, "mine.toml")
    seen = set()
    for pack in ((), ("eu",), ("coe",), ("un",), ("cn",), ("us",), ("eu", "us")):
        found = review_scheme(scheme, text, "mine.toml", Asked(packs=pack))
        seen.add(tuple((one.rule.code, one.verdict, one.answer.at) for one in found.findings))
        assert {ref.pack for one in found.findings for ref in one.references} <= set(pack) or not pack
    assert len(seen) == 1
    assert all(pack.dated and pack.reading for pack in packs())
    assert {code for pack in packs() for code in pack.severity} <= set(CODES)


def test_every_verdict_is_one_of_four():
    assert set(VERDICTS) == {"fails", "passes", "missing-field", "needs-outcome"}
    for fixture in FIXTURES:
        case = Case(parse_scheme(fixture.failing, "mine.toml"))
        assert {answer.verdict for rule in RULES for answer in rule.decide(case)} <= set(VERDICTS) - {PASSES}


def test_what_firms_and_governments_do_is_judged_of_no_person_also_where_the_file_declares_it():
    case = Case(parse_scheme(BUSINESS))
    assert {source.id for source in case.used_sources} >= {"walkers", "court"}
    assert case.person_sources == ()
    assert case.judging == ()
    assert any(rule.points[1] > 0 for rule in case.scheme.rules)
    assert list(eq403.RULE.decide(case)) == [], "firms have no income that points could favour"


def test_what_a_table_says_of_the_law_goes_before_what_its_act_is():
    free = ('id = "flag-ignored"', "lawful = false", "lawful = true")
    said = changed(CLEAN, free)
    silent = changed(said, ('id = "flag"', "breaches_law = true\n", ""))
    assert review(said, "RL604").verdict_of("RL604") == PASSES
    assert review(silent, "RL604").verdict_of("RL604") == FAILS
