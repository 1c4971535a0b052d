"""RL604: something is punished that the law allows."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.conduct import is_lawful
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.feeds import Feed
from glasstown.review.remedies import without_feeds
from glasstown.review.rule import TEXT, Reference, Rule, Words


def decide(case: Case) -> Iterator[Answer]:
    """Look at everything that takes points or lists, for whether a law outside forbids it."""
    for feed in case.judging:
        if feed.at.table in {"rule", "ground"}:
            yield from _of_act(case, feed)
        elif feed.at.table in {"state_rule", "quantity_rule"}:
            what = "what somebody is" if feed.at.table == "state_rule" else "a quantity of life"
            yield fails(
                feed.at,
                f"it takes points for {what}, which breaks no law",
                without_feeds(case, [feed], "do not score it"),
            )


def _of_act(case: Case, feed: Feed) -> Iterator[Answer]:
    at = At(feed.at.table, feed.at.id, "breaches_law")
    lawful = is_lawful(case, feed, feed.acts)
    if lawful is None:
        yield missing(at, "does the act breach a law outside?")
    elif lawful:
        place = at if case.value(at) is not None else feed.at
        text = f"{', '.join(feed.acts)}: the law outside allows it"
        yield fails(place, text, without_feeds(case, [feed], "leave it to people"))


RULE = Rule(
    code="RL604",
    name="lawful-act-punished",
    status="stable",
    severity="S",
    mode=TEXT,
    words=Words(
        what="Finds rules and grounds about acts that no law outside forbids (`breaches_law`, or `lawful` of a declared"
        " act), and points taken for what somebody is or how much of something they do.",
        why="What is not forbidden is free. A scheme that takes points for it makes law without being a lawgiver.",
        example='[[rule]]\nact = "civil-dispute"\npoints = -20\nbreaches_law = false',
        instead="Take the rule out.",
        allow="Where a contract that people chose freely says so, about what the contract is about.",
        limits="What a law forbids may itself be a right: EX301 and EX302 look at that. Categories of an index are not"
        " looked at.",
    ),
    references=(
        Reference("coe", "ECHR, Article 7; Venice Commission, Rule of Law Checklist (2016)"),
        Reference("cn", "Guobanfa [2020] No. 49: by law; no penalty added by oneself", "seen"),
        Reference("un", "ICCPR, Article 15"),
    ),
    decide=decide,
)
