"""DP210: nobody looked at what it would do to people before it began."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.review.silence import has_to_hold

DONE: Final = At("impact_assessment", "", "done")


def decide(case: Case) -> Iterator[Answer]:
    """Read whether an assessment was made, where the scheme does anything to people."""
    if case.detriments or case.favours:
        yield from has_to_hold(
            case, DONE, "no assessment of its effects was made", "was any assessment of its effects made?",
            "assess its effects on rights before it starts",
        )  # fmt: skip


RULE = Rule(
    code="DP210",
    name="no-impact-assessment",
    status="stable",
    severity="M",
    mode=TEXT,
    words=Words(
        what="Reads whether an assessment of effects on people was made, of whatever kind the law there asks for.",
        why="Systematic scoring is the first case in which the law wants its effects looked at beforehand.",
        example="[impact_assessment]\ndone = false",
        instead="[impact_assessment]\ndone = true\npublic = true",
        allow="Where the law that orders the scheme was itself assessed, for exactly this use.",
        limits="That one was made does not say that it was any good, or that anybody heeded it.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 35(3)(a)"),
        Reference("eu", "Regulation (EU) 2024/1689, Article 27"),
        Reference("cn", "Personal Information Protection Law, Articles 55 and 56"),
        Reference("coe", "Framework Convention on AI (CETS 225)"),
    ),
    decide=decide,
)
