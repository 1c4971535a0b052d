"""DU502: nobody outside can be asked to look at it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import put
from glasstown.review.rule import TEXT, Reference, Rule, Words

EXISTS: Final = At("appeal", "", "exists")
INDEPENDENT: Final = At("appeal", "", "independent")


def decide(case: Case) -> Iterator[Answer]:
    """Read whether there is an appeal, and who decides it."""
    if not case.detriments:
        return
    exists, independent = case.value(EXISTS), case.value(INDEPENDENT)
    files = case.scheme.process.appeal is not None and case.value(At("appeal", "", "filed")) is not None
    remedy = put("let a body outside decide on objections", (EXISTS, "true"), (INDEPENDENT, "true"))
    if exists is False:
        yield fails(EXISTS, "there is no appeal", remedy)
    elif exists is None and not files and independent is None:
        yield missing(EXISTS, "is there any appeal?")
    elif independent is False:
        yield fails(INDEPENDENT, "the body that decided looks at its own decision", remedy)
    elif independent is None:
        yield missing(INDEPENDENT, "who decides on appeals: the same body, or another?")


RULE = Rule(
    code="DU502",
    name="no-independent-appeal",
    status="stable",
    severity="B",
    mode=TEXT,
    words=Words(
        what="Reads whether there is an appeal, and whether a body outside decides on it.",
        why="A right without a remedy is a hope. Who judges their own decision finds it good.",
        example="[appeal]\nexists = true\nindependent = false",
        instead="[appeal]\nexists = true\nindependent = true",
        allow="Where courts are open to everybody against every decision, and the file does not say so.",
        limits="How many know of it, use it and win, the appeal figures of a run show under assumptions.",
    ),
    references=(
        Reference("coe", "ECHR, Articles 6 and 13"),
        Reference("un", "ICCPR, Articles 2(3) and 14"),
        Reference("eu", "Charter of Fundamental Rights, Article 47"),
        Reference("cn", "Guobanfa [2020] No. 49: objection and repair", "seen"),
    ),
    decide=decide,
)
