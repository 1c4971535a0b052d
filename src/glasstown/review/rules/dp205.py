"""DP205: a record that nobody has checked leads to something heavy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.scheme.model_lists import Consequence
from glasstown.scheme.model_sources import Source

HEAVY: Final = 3
"""Severity from which on a record has to be found true first."""

UNCHECKED: Final = ("none", "neighbour", "sensor")
"""Who finds nothing out: a tip, a neighbour's word, a machine."""


def decide(case: Case) -> Iterator[Answer]:
    """Follow each source to the heaviest consequence that its records can lead to."""
    told: set[str] = set()
    for one in case.detriments:
        at = At("consequence", one.id, "severity")
        severity = case.number(at)
        feeds = [feed for feed in case.feeds_of(one) if feed.takes]
        sources = [source for feed in feeds for source in case.sources_of(feed)]
        if severity is None and sources:
            yield missing(at, "how hard does it hit, and so how well must its ground be known?")
        elif severity is not None and severity >= HEAVY:
            for source in dict.fromkeys(sources):
                if source.id not in told:
                    told.add(source.id)
                    yield from _checked(case, source, one, severity)


def _checked(case: Case, source: Source, consequence: Consequence, severity: int) -> Iterator[Answer]:
    at = At("source", source.id, "verified_by")
    by = case.value(at)
    if source.own_word:
        text = f"a person's own word is a record, and leads to {consequence.id} of severity {severity}"
        yield needs(at, text, "how often such a record is untrue, in a run")
    elif by is None:
        yield missing(at, f"who finds that the act happened, before {consequence.id}?")
    elif by in UNCHECKED:
        text = f"verified by {by}, and it leads to {consequence.id} of severity {severity}"
        remedy = put("let a court find it first", (at, '"court"'))
        yield fails(at, text, remedy, "the share of those punished who had done nothing, in a run")
    elif by == "employer":
        text = f"an employer's word leads to {consequence.id} of severity {severity}"
        yield needs(at, text, "how often such a record is untrue, in a run")


RULE = Rule(
    code="DP205",
    name="unverified-source-heavy-outcome",
    status="stable",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Follows each source over rule, score and grade: where nobody, a neighbour or a sensor verifies a"
        " record and it can lead to a consequence of severity 3 or more, it fails.",
        why="A tip can be malice, and a sensor sees shapes. Heavy treatment needs a ground that somebody has"
        " found, in a way that the person could contest.",
        example='[[source]]\nverified_by = "none"\n\n[[consequence]]\nseverity = 4',
        instead='[[source]]\nverified_by = "court"',
        allow="Where another step of the scheme verifies the record before anything follows.",
        limits="Whether an agency that is said to verify does so, the wrongful share of a run shows under assumptions.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 5(1)(d)"),
        Reference("us", "15 USC 1681e(b): maximum possible accuracy"),
        Reference("cn", "Guobanfa [2020] No. 49: found in a legally effective document", "seen"),
    ),
    decide=decide,
    figures=("punished-wrongly",),
)
