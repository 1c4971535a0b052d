"""SS102: a consequence hits harder than what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.feeds import Feed
from glasstown.review.reach import reaches_alone
from glasstown.review.remedies import without_consequence
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.scheme.model_lists import Consequence

GAP: Final = 2
"""Steps by which a consequence may not outweigh the act: both are judged from 0 to 5."""

WITH_GRAVITY: Final = ("rule", "ground")
"""Tables that can say how grave the act is."""


def decide(case: Case) -> Iterator[Answer]:
    """Compare the severity of each consequence with the gravity of what can lead to it."""
    for one in case.detriments:
        feeds = [feed for feed in case.feeds_of(one) if feed.takes and feed.at.table in WITH_GRAVITY]
        at = At("consequence", one.id, "severity")
        severity = case.number(at)
        if feeds and severity is None:
            yield missing(at, "how hard does it hit?")
        elif feeds and severity is not None:
            yield from _weigh(case, one, severity, feeds)
        elif case.feeds_of(one) and severity != 0:
            text = "what leads to it has no gravity that the grammar could hold: facts, quantities or an index"
            yield needs(At("consequence", one.id), text, "a person, and the burden by act in a run")


def _weigh(case: Case, consequence: Consequence, severity: int, feeds: list[Feed]) -> Iterator[Answer]:
    at = At("consequence", consequence.id, "severity")
    known = {feed: case.number(At(feed.at.table, feed.at.id, "gravity")) for feed in feeds}
    silent = [feed for feed, gravity in known.items() if gravity is None]
    graves = {feed: gravity for feed, gravity in known.items() if gravity is not None}
    alone = {f: g for f, g in graves.items() if severity - g >= GAP and reaches_alone(case, f, consequence)}
    remedy = without_consequence(consequence.id, "no such consequence for acts of this gravity")
    if alone:
        feed = min(alone, key=lambda one: alone[one])
        text = f"severity {severity}, and {feed.at} of gravity {alone[feed]} leads to it alone"
        yield fails(at, text, remedy, "the burden that each act brought, in a run")
    elif silent:
        for feed in silent:
            yield missing(At(feed.at.table, feed.at.id, "gravity"), f"how grave is what can lead to {at.id}?")
    elif severity - max(graves.values()) >= GAP:
        text = f"severity {severity}, and the gravest act that can lead to it has gravity {max(graves.values())}"
        yield fails(at, text, remedy, "the burden that each act brought, in a run")
    elif severity - min(graves.values()) >= GAP:
        feed = min(graves, key=lambda one: graves[one])
        text = f"severity {severity}; acts such as {feed.at} of gravity {graves[feed]} can add up to it"
        yield needs(at, text, "how much burden lesser acts brought, in a run")


RULE = Rule(
    code="SS102",
    name="detriment-outweighs-act",
    status="preview",
    severity="B",
    mode=THEN_OUTCOME,
    words=Words(
        what="Sets the severity of each consequence (0 to 5) beside the gravity of what can lead to it. It fails"
        " where the gravest act is two steps lighter, or where a single record of an act so light is enough."
        " Where lighter acts only add up to it, an outcome is asked for.",
        why="Treatment out of proportion to the behaviour is the second limb of the ban, and a penalty has to fit its"
        " ground in every legal order that this review knows.",
        example='[[rule]]\ngravity = 1\n\n[[consequence]]\ndeny = ["public-job"]\nseverity = 4',
        instead="[[rule]]\ngravity = 1\n\n[[consequence]]\ndegree = { deposit = -1 }\nseverity = 1",
        allow="Where gravity or severity was judged otherwise by somebody who knows the case; write the reason.",
        limits="Gravity and severity are judgements and marked so. Facts, quantities and categories of an index have"
        " none: a person has to weigh them.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2024/1689, Article 5(1)(c)(ii)", "seen"),
        Reference("eu", "Charter of Fundamental Rights, Article 49(3)"),
        Reference("cn", "Guobanfa [2020] No. 49: consequence fits the conduct", "seen"),
        Reference("coe", "ECHR, Articles 8 and 10: necessary in a democratic society"),
    ),
    decide=decide,
    figures=("M36.worst-light-over-median-grave",),
)
