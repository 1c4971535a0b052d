"""RL602: one act is answered twice: by two rules of the scheme, or here and by another law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from glasstown.review.belongs import contexts_of_consequence, contexts_of_feed, furthest
from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, Edit, Remedy, fails, missing, needs
from glasstown.review.feeds import Feed
from glasstown.review.remedies import without_feeds
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words


def decide(case: Case) -> Iterator[Answer]:
    """Look for two rules that one record answers, then for another law that punishes the same act."""
    followed = [feed for one in case.detriments for feed in case.feeds_of(one)]
    feeds = [feed for feed in case.judging if feed.at.table in {"rule", "ground"}]
    for one, other in combinations([feed for feed in feeds if feed.at.table == "rule"], 2):
        yield from _together(case, one, other)
    for feed in feeds:
        if feed in followed:
            yield from _elsewhere(case, feed)


def _together(case: Case, one: Feed, other: Feed) -> Iterator[Answer]:
    first, second = (next(rule for rule in case.scheme.rules if rule.id == feed.at.id) for feed in (one, other))
    shared = set(case.sources_of(one)) & set(case.sources_of(other))
    apart = first.group and first.group == second.group
    if first.act != second.act or not shared or apart or first.score != second.score or first.when or second.when:
        return
    less = one if first.points[0] > second.points[0] else other
    text = f"one record of {first.act} is answered by this rule and by {one.at}"
    remedy = Remedy("keep one of the two", (Edit("drop-table", less.at),), f"the {less.at} goes")
    yield fails(other.at, text, remedy)


def _elsewhere(case: Case, feed: Feed) -> Iterator[Answer]:
    at = At(feed.at.table, feed.at.id, "also_punished_elsewhere")
    punished = case.value(at)
    if punished is None:
        yield missing(at, "does another law punish the act too?")
        return
    if punished is False:
        return
    reached = [contexts_of_consequence(case, one) for one in case.detriments if feed in case.feeds_of(one)]
    bonds = [furthest(case, contexts_of_feed(case, feed), contexts) for contexts in reached]
    apart = next((bond for bond in bonds if bond and bond.is_apart), None)
    if apart:
        text = f"another law punishes {apart.one}, and here it costs something in {apart.other}: two tracks apart"
        remedy = without_feeds(case, [feed], "leave the act to the law that punishes it")
        yield fails(at, text, remedy, "a person: are the two tracks linked closely enough?")
    else:
        text = "another law punishes the act too, in the same part of life"
        yield needs(at, text, "a person: are the two tracks linked closely enough?")


RULE = Rule(
    code="RL602",
    name="punished-twice",
    status="stable",
    severity="S",
    mode=THEN_PERSON,
    words=Words(
        what="Finds two rules of one score that answer one record, and acts that another law punishes while they cost"
        " something here in an unrelated part of life. Where both are about the same, it asks a person.",
        why="Whoever has paid has paid.",
        example='[[rule]]\nid = "a"\nact = "late-bill"\n\n[[rule]]\nid = "b"\nact = "late-bill"',
        instead='[[rule]]\nid = "a"\nact = "late-bill"',
        allow="Where the two tracks are one proceeding in two parts, foreseeable and added up.",
        limits="Rules of one `group`, with other sources, or with a condition, count as one track here.",
    ),
    references=(
        Reference("coe", "Protocol 7, Article 4; A and B v Norway (2016)"),
        Reference("un", "ICCPR, Article 14(7)"),
        Reference("eu", "Charter of Fundamental Rights, Article 50"),
    ),
    decide=decide,
)
