"""DP208: people are not told how their score came about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails
from glasstown.review.remedies import put
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.review.silence import has_to_hold
from glasstown.vocab.organisations import OF_RESIDENTS

LOGIC: Final = At("explanation", "", "logic")
OWN: Final = At("explanation", "", "own_score")


def decide(case: Case) -> Iterator[Answer]:
    """Read whether weights and the own score are told; a hidden score is not."""
    if not case.detriments:
        return
    hidden = [one for one in case.scheme.scores if one.hidden and one.of in OF_RESIDENTS]
    for score in hidden:
        at = At("score", score.id, "hidden")
        yield fails(at, "nobody is told their own score", put("tell people their score", (at, "false")))
    yield from has_to_hold(
        case, LOGIC, "weights and procedure are not told", "are weights and procedure told to everybody it judges?",
        "publish weights and procedure",
    )  # fmt: skip
    if not hidden:
        yield from has_to_hold(
            case, OWN, "people are not told what made their own score", "are people told what made their own score?",
            "give reasons for each case",
        )  # fmt: skip


RULE = Rule(
    code="DP208",
    name="no-explanation",
    status="stable",
    severity="S",
    mode=TEXT,
    words=Words(
        what="Reads whether weights and procedure are told (`explanation.logic`), whether people learn what made their"
        " own score or listing (`explanation.own_score`), and whether a score is hidden.",
        why="Nobody can contest, or live by, a number of which they do not know how it comes about.",
        example="[explanation]\nlogic = false",
        instead="[explanation]\nlogic = true\nown_score = true",
        allow="Where a court or authority has weighed a secret against it and found for the secret.",
        limits="Whether an explanation is understood, or true, a reader has to try.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 15(1)(h); Court of Justice, C-203/22", "seen"),
        Reference("cn", "Personal Information Protection Law, Article 24"),
        Reference("us", "15 USC 1681g and 1681m: disclosure, key factors"),
        Reference("coe", "District Court of The Hague, 5 February 2020 (SyRI)", "seen"),
        Reference("un", "ICCPR, Article 17; General Comment 16"),
    ),
    decide=decide,
)
