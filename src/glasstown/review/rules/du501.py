"""DU501: somebody learns of a consequence only when it bites, or never."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words

SIGNIFICANT: Final = 2
"""Severity from which on people have to be told beforehand."""

HOW: Final = {"none": "nobody is told", "on-refusal": "people learn of it by being refused"}


def decide(case: Case) -> Iterator[Answer]:
    """Read when people are told of each consequence that takes something."""
    for one in case.detriments:
        at = At("consequence", one.id, "severity")
        severity = case.number(at)
        if one.notice == "given":
            continue
        if severity is None:
            yield missing(at, f"{HOW[one.notice]}; how hard does it hit?")
        elif severity >= SIGNIFICANT:
            place = At("consequence", one.id, "notice")
            known = " (as assumed)" if case.mark(place) == "assumed" else ""
            remedy = put("tell people before it takes effect", (place, '"given"'))
            yield fails(place, f"severity {severity}, and {HOW[one.notice]}{known}", remedy, _OPEN)


_OPEN = "the share of consequences of which people knew in time, in a run"

RULE = Rule(
    code="DU501",
    name="no-prior-notice",
    status="stable",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Finds consequences of severity 2 or more of which people are not told, or learn by being refused.",
        why="Who does not know that they are listed can neither object nor make good what they did.",
        example='[[consequence]]\nseverity = 3\nnotice = "none"',
        instead='[[consequence]]\nseverity = 3\nnotice = "given"',
        allow="Where telling beforehand would defeat a measure of a court, and telling after is ordered.",
        limits="Whether letters arrive, and say the true reason, the text does not show.",
    ),
    references=(
        Reference("us", "15 USC 1681m; 12 CFR 1002.9: adverse action notice"),
        Reference("coe", "ECHR, Article 6"),
        Reference("cn", "Guobanfa [2020] No. 49: told before a listing", "recalled"),
    ),
    decide=decide,
)
