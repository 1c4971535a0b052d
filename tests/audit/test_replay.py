"""The replay of a book, by hand and by law."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.audit.denied import denied_spans, grade_of
from glasstown.audit.replay import Movement, scores_by_step
from glasstown.audit.spans import days_in, days_in_both, merge
from glasstown.audit.terms import terms_of
from glasstown.ledger.model_names import RuleRow
from glasstown.vocab.codes import Entry
from towns import MANIFEST

TERMS = terms_of(MANIFEST)
OPEN = replace(TERMS, score=replace(TERMS.score, cap="on-reading"))


def with_rules(terms, *rules):
    return replace(terms, rules={rule.code: rule for rule in rules})


def rule(code=0, expires=None, count=None, within=None):
    return RuleRow(code, f"rule-{code}", 0, -1, -1, (), expires, count, within)


def move(day, points, code=0, ref=0):
    return Movement(day, (day // 7) << 20 | ref, 1, code, points * 1000)


def by_day(movements, terms):
    return [(step, reading // 1000) for step, reading in scores_by_step(movements, terms)]


def test_what_a_bonus_cannot_add_is_gone_when_each_entry_is_clamped():
    terms = with_rules(TERMS, rule())
    assert by_day([move(1, 200), move(8, -50)], terms) == [(0, 1000), (1, 950)]


def test_a_cap_on_reading_keeps_the_open_sum():
    terms = with_rules(OPEN, rule())
    assert by_day([move(1, 200), move(8, -50)], terms) == [(0, 1000), (1, 1000)]
    assert by_day([move(1, 200), move(8, -150)], terms) == [(0, 1000), (1, 950)]


def test_expiry_gives_back_what_was_applied():
    terms = with_rules(TERMS, rule(expires=14))
    assert by_day([move(1, 150)], terms) == [(0, 1000), (2, 900)]
    assert by_day([move(1, 150)], with_rules(OPEN, rule(expires=14))) == [(0, 1000), (2, 900)]


def test_expiry_cannot_lift_a_score_over_its_range():
    terms = with_rules(TERMS, rule(expires=14), rule(1))
    assert by_day([move(1, -50), move(8, 150, code=1)], terms) == [(0, 850), (1, 1000), (2, 1000)]


def test_what_expires_after_the_horizon_never_does():
    terms = with_rules(TERMS, rule(expires=14))
    assert by_day([move(349, -50)], terms) == [(49, 850), (51, 900)]
    assert by_day([move(350, -50)], terms) == [(50, 850)]


def test_an_expiry_within_the_step_that_made_it_comes_on_its_day():
    terms = with_rules(TERMS, rule(expires=2))
    assert by_day([move(1, -50)], terms) == [(0, 900)]
    assert by_day([move(1, -50), move(2, -10), move(6, -20)], terms) == [(0, 880), (1, 900)]


def stands(day, points, code=0):
    return Movement(day, 0, 1, code, points * 1000, kind=int(Entry.STATE))


def test_points_that_stand_give_back_what_was_applied():
    """950 + 80 is cut at 1,000: 50 were given. The end takes 50 back, whatever the ledger took there."""
    terms = with_rules(TERMS, rule())
    terms = replace(terms, score=replace(terms.score, start_milli=950_000))
    assert by_day([stands(6, 80), stands(20, -50)], terms) == [(0, 1000), (2, 950)]
    assert by_day([move(1, -60), stands(6, 80), stands(20, -50)], terms) == [(0, 970), (2, 890)]


def test_two_rules_of_points_that_stand_are_kept_apart_and_come_after_the_records_of_their_day():
    """990 + 30 is cut at 1,000 before 80 and 10 are taken: 910. The other way round it would be 930."""
    terms = with_rules(TERMS, rule())
    terms = replace(terms, score=replace(terms.score, start_milli=990_000))
    path = by_day([stands(6, -80), stands(6, -10, code=1), move(6, 30), stands(13, 80), stands(20, -80)], terms)
    assert path == [(0, 910), (1, 990), (2, 910)]


def test_on_one_day_expiries_come_before_records():
    terms = with_rules(TERMS, rule(expires=7), rule(1))
    score = replace(terms.score, start_milli=980_000)
    terms = replace(terms, score=score)
    # -50 expires on day 8 (980 again) and then +40 is cut at 1,000; the other way round it would be 970 + 50.
    assert by_day([move(1, -50), move(8, 40, code=1)], terms) == [(0, 930), (1, 1000)]


def test_a_repeat_bites_from_the_kth_record_within_its_days():
    terms = with_rules(TERMS, rule(count=2, within=30))
    assert dict(by_day([move(1, 0), move(20, -50)], terms))[2] == 850
    assert dict(by_day([move(1, 0), move(31, -50)], terms))[4] == 900, "the first record counts for 30 days"
    assert dict(by_day([move(1, 0), move(30, -50)], terms))[4] == 850
    assert dict(by_day([move(20, -50)], terms))[2] == 900, "alone it does not bite"


def test_a_grade_is_read_at_the_end_of_a_step_and_holds_from_the_next_day():
    terms = with_rules(TERMS, rule(), rule(1))
    assert denied_spans([move(3, -51)], terms) == ((7, 364),)
    assert denied_spans([move(3, -51), move(5, 51, code=1)], terms) == (), "back within the step: never in force"
    assert denied_spans([move(3, -51), move(20, 51, code=1)], terms) == ((7, 21),)
    assert denied_spans([move(363, -51)], terms) == (), "in force after the horizon"


@pytest.mark.parametrize(("score", "grade"), [(1000, 1), (900, 1), (899.999, 2), (850, 2), (849.999, 3), (0, 3)])
def test_thresholds_are_reached_from_above(score, grade):
    assert grade_of(round(score * 1000), TERMS) == grade


def test_the_order_in_which_movements_are_named_does_not_matter():
    terms = with_rules(TERMS, rule(expires=60), rule(1, count=2, within=90))
    movements = [move(1, -50), move(9, -50), move(9, -20, code=1), move(50, -20, code=1), move(70, 30, ref=8)]
    assert by_day(movements, terms) == by_day(movements[::-1], terms)


MOVEMENTS = st.lists(
    st.builds(
        lambda day, ref, code, points: Movement(day, (day // 7) << 20 | ref << 3, 1, code, points * 500),
        st.integers(0, 363),
        st.integers(0, 3),
        st.integers(0, 2),
        st.integers(-300, 300),
    ),
    max_size=25,
    unique=True,
)
SOME_RULES = (rule(0, expires=40), rule(1), rule(2, expires=9, count=3, within=70))


@given(movements=MOVEMENTS, is_open=st.booleans())
def test_a_score_never_leaves_its_range(movements, is_open):
    terms = with_rules(OPEN if is_open else TERMS, *SOME_RULES)
    assert all(0 <= reading <= 1_000_000 for _, reading in scores_by_step(movements, terms))


@given(movements=MOVEMENTS)
def test_an_open_sum_is_the_sum_of_what_has_not_expired(movements):
    terms = with_rules(OPEN, *SOME_RULES[:2])
    movements = [m for m in movements if m.rule < 2]
    path = scores_by_step(movements, terms)
    left = sum(m.points_milli for m in movements if m.rule == 1 or m.day + 40 >= 364)
    if path:
        assert path[-1][1] == min(max(900_000 + left, 0), 1_000_000)


@given(movements=MOVEMENTS)
def test_taking_points_away_never_lifts_anybody(movements):
    """With an open sum. A clamp on each entry forgives what it cuts, so there a loss can shield from another."""
    terms = with_rules(OPEN, *SOME_RULES)
    losses = [m for m in movements if m.points_milli <= 0]
    fewer = losses[::2]
    denied, denied_fewer = denied_spans(losses, terms), denied_spans(fewer, terms)
    assert days_in_both(denied, denied_fewer) == days_in(denied_fewer)


@given(movements=MOVEMENTS)
def test_days_denied_come_in_whole_steps(movements):
    for start, end in denied_spans(movements, with_rules(TERMS, *SOME_RULES)):
        assert start % 7 == 0
        assert end % 7 == 0
        assert 0 <= start < end <= 364


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


@given(one=SPANS, other=SPANS)
def test_spans_count_days_like_sets_of_days(one, other):
    days, others = ({d for a, b in spans for d in range(a, b)} for spans in (one, other))
    assert days_in(merge(one)) == len(days)
    assert days_in_both(merge(one), merge(other)) == len(days & others)


def upheld(day, of, code=0):
    """An appeal against the record of another movement, upheld on a day."""
    return of._replace(day=day, rule=code, points_milli=0, kind=int(Entry.APPEAL))


def test_an_appeal_takes_back_what_was_applied_at_the_end_of_its_step():
    """850 + 150 is cut at 1,000, so 100 go again: 900; an expiry of day 30 gives back nothing more."""
    terms = with_rules(TERMS, rule(expires=22), rule(1))
    bonus = move(8, 150)
    assert by_day([bonus, upheld(16, bonus)], terms) == [(1, 1000), (2, 900), (4, 900)]
    assert by_day([bonus, upheld(16, bonus), move(20, -30, code=1)], terms) == [(1, 1000), (2, 870), (4, 870)]
    assert by_day([upheld(16, bonus)], terms) == [(2, 900)], "what is left out is not taken back"


def test_an_appeal_after_the_points_have_come_back_takes_back_nothing():
    terms = with_rules(TERMS, rule(expires=14))
    debit = move(1, -50)
    assert by_day([debit, upheld(20, debit)], terms) == [(0, 850), (2, 900)]


def test_a_record_that_was_taken_back_counts_for_no_repeat():
    terms = with_rules(TERMS, rule(count=2, within=60))
    first, second = move(1, -50), move(8, -50, ref=1 << 9)
    third = move(22, -50, ref=2 << 9)
    assert (3, 800) in by_day([first, second, third], terms)
    assert (3, 900) in by_day([first, second, third, upheld(15, first), upheld(16, second)], terms)
