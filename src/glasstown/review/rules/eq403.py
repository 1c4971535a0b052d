"""EQ403: points can be had for money or unpaid time, and there is no other way to as many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from glasstown.review.case import Case
from glasstown.review.contexts import names_of, words_of
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import put, without_feeds
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.vocab.organisations import OF_RESIDENTS


def decide(case: Case) -> Iterator[Answer]:
    """Look at each rule that gives points for what costs money or time, and for another way to as many."""
    for rule in case.scheme.rules:
        if rule.points[1] <= 0 or case.scheme.scores[case.scheme.slot_of(rule.score)].of not in OF_RESIDENTS:
            continue
        at, cost = At("rule", rule.id, "free_path"), words_of("costs", rule.act)
        free = case.value(at)
        if free is True or (not cost and rule.act in names_of("acts")):
            continue
        if not cost and free is None:
            yield missing(at, "it gives points for an act of its own: can as many be had without money or unpaid time?")
        elif free is False or not _other_way(case, rule.score, rule.points[1]):
            takes = " and ".join(cost) or "money or time"
            text = f"points for {rule.act}, which takes {takes}; no other way to as many"
            remedy = put("open a way to as many points that takes neither money nor unpaid time", (at, "true"))
            yield fails(at if free is False else At("rule", rule.id, "points"), text, remedy, _OPEN)
    yield from _quantities(case)


_OPEN = "what it costs to reach a good score, by income, in a run"


def _other_way(case: Case, score: str, points: Decimal) -> bool:
    """Whether another rule of the score gives as many points for something that costs nothing."""
    return any(
        one.points[1] >= points and not words_of("costs", one.act) and one.act in names_of("acts")
        for one in case.scheme.rules
        if one.score == score
    )


def _quantities(case: Case) -> Iterator[Answer]:
    gauge = {meter.id: meter.gauge for meter in case.scheme.meters}
    feeds = {feed.at.id: feed for feed in case.feeds if feed.at.table == "quantity_rule"}
    for one in case.scheme.quantity_rules:
        cost = words_of("costs", gauge[one.meter])
        if one.points.value > 0 and cost and not _other_way(case, one.score, one.points.value):
            text = f"points for {gauge[one.meter]}, which takes {' and '.join(cost)}; no other way to as many"
            remedy = without_feeds(case, [feeds[one.id]], "do not give points for it")
            yield fails(At("quantity_rule", one.id, "points"), text, remedy, _OPEN)


RULE = Rule(
    code="EQ403",
    name="wealth-buys-points",
    status="preview",
    severity="M",
    mode=THEN_OUTCOME,
    words=Words(
        what="Finds points for gifts, purchases or unpaid time where no other rule of the score gives as many for"
        " something that takes neither.",
        why="Whoever can pay then buys back what others lose for good.",
        example='[[rule]]\nact = "charity-gift"\npoints = 50',
        instead='[[rule]]\nact = "charity-gift"\npoints = 50\nfree_path = true',
        allow="Where the points lead to nothing but thanks.",
        limits="Scores of residents alone. Which acts cost something, is a table of ours. What it comes to, by"
        " income, a run shows.",
    ),
    references=(Reference("un", "ICCPR, Article 26: property"), Reference("coe", "ECHR, Article 14: property")),
    decide=decide,
)
