"""RL605: from somewhere in the scheme there is no way out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, Edit, Remedy, fails, needs
from glasstown.review.exits import HORIZON, Exits, State, Way
from glasstown.review.feeds import days_counted, feeds_of_score
from glasstown.review.reach import grades_of
from glasstown.review.remedies import days
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.scheme.model_rules import Rule as PointRule
from glasstown.scheme.model_scores import Score
from glasstown.vocab.organisations import OF_RESIDENTS

TERM: Final = 730
"""Days that a remedy proposes: two years."""

MOST_RECORDS: Final = 1_000
"""Records of one rule that are tried to bring somebody down."""

_OPEN = "how long people stand there, and how many never leave, in a run"


def decide(case: Case) -> Iterator[Answer]:
    """Search for a way out from every open ground, every override, and every grade that a rule can bring people to."""
    reached = {one.on_list for one in case.detriments if one.on_list}
    for ground in case.scheme.grounds:
        if ground.on_list in reached:
            way = Exits(case).search(State(frozenset({("ground", ground.id)})))
            yield from _told(At("ground", ground.id), "term_days", way)
    for score in case.scheme.scores:
        if score.of in OF_RESIDENTS and any(case.score_of(one) == score for one in case.detriments):
            yield from _of_score(case, score)


def _of_score(case: Case, score: Score) -> Iterator[Answer]:
    slot = case.scheme.slot_of(score.id)
    grades = grades_of(case.scheme, slot)
    for one in case.scheme.overrides:
        if any(grade.id == one.grade for grade in grades) and not one.on_list:
            start = State(frozenset({("override", one.id)}), score.high_points)
            yield from _told(At("override", one.id), "within_days", Exits(case, score).search(start))
    if score.kind == "points":
        for rule in case.scheme.rules:
            if case.scheme.slot_of(rule.score) == slot and rule.points[0] < 0:
                yield from _of_rule(case, score, rule)
    elif not _waits_out(case, score):
        text = f"the score is worked out anew ({score.kind}) from more than records that lapse: is there a way up?"
        yield needs(At("score", score.id), text, _OPEN)


def _of_rule(case: Case, score: Score, rule: PointRule) -> Iterator[Answer]:
    """Bring somebody down by records of one rule alone, to the first grade that takes something, and search."""
    exits, debit = Exits(case, score), Decimal(0)
    for _ in range(MOST_RECORDS):
        debit -= rule.points[0]
        points = max(score.low_points, score.start_points - debit)
        start = State(frozenset({("rule", rule.id)}), points)
        if exits.in_force(start):
            way = Exits(case, score, debit).search(start)
            yield from _told(At("rule", rule.id), "expires_days", way)
            return
        if points == score.low_points:
            return


def _waits_out(case: Case, score: Score) -> bool:
    """Whether everything that lowers a score lapses by itself: counts of records of the last so many days."""
    asked = [name for feed in feeds_of_score(case.scheme, score) for name in feed.asks]
    return bool(asked) and all(0 < days_counted(name) <= HORIZON for name in asked)


def _told(at: At, key: str, way: Way) -> Iterator[Answer]:
    if way.cut_short:
        yield needs(at, "there are too many states to look at each", _OPEN)
    elif not way.free:
        text = f"no sequence of permitted acts ends it within {HORIZON:,} days"
        edit = Edit("set", At(at.table, at.id, key), days(TERM))
        yield fails(at, text, Remedy("let it end by itself", (edit,)))
    elif way.earned:
        text = f"the way out takes money ({', '.join(way.steps)}), and work is denied to whoever stands here"
        yield needs(at, text, _OPEN)


RULE = Rule(
    code="RL605",
    name="no-exit",
    status="stable",
    severity="B",
    mode=TEXT,
    words=Words(
        what="Searches, from every ground of a list, every override and every grade to which a rule can bring somebody,"
        " for a sequence of waits and permitted acts that ends in a state without any consequence. An act that needs"
        " what a consequence in force denies is not permitted.",
        why="A penalty without an end is not a penalty for an act any more: it is what somebody is from then on.",
        example='[[ground]]\nlist = "black"\nacts = ["drive-for-work"]   # no term, no exit_acts',
        instead="[[ground]]\nterm_days = 730",
        allow="Where another body lifts it on application, and the file cannot say so.",
        limits="Conditions (`when`), caps and what others decide are not followed; one ground or rule is taken"
        " at a time. Where the way out takes money and work is denied, or the score comes from a formula, an"
        " outcome is asked for. Ten years are the horizon.",
    ),
    references=(
        Reference("us", "15 USC 1681c: items lapse"),
        Reference("cn", "Guobanfa [2020] No. 49: repair after correction", "seen"),
        Reference("coe", "ECHR, Article 8; Khlyustov v Russia (2013)"),
    ),
    decide=decide,
    figures=("M19",),
)
