"""DU505: whoever was listed wrongly gets nothing for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.review.silence import has_to_hold

REDRESS: Final = At("appeal", "", "redress")


def decide(case: Case) -> Iterator[Answer]:
    """Read whether wrong is made good."""
    if case.detriments:
        yield from has_to_hold(
            case, REDRESS, "wrong is not made good", "is wrong made good?", "make good what was done wrongly"
        )


RULE = Rule(
    code="DU505",
    name="no-redress",
    status="preview",
    severity="M",
    mode=TEXT,
    words=Words(
        what="Reads whether somebody who was wrongly treated is compensated (`appeal.redress`).",
        why="Mistakes that cost nobody anything are not mended.",
        example="[appeal]\nredress = false",
        instead="[appeal]\nredress = true",
        allow="Where the general law of the place gives damages against whoever runs the scheme.",
        limits="The covenant speaks of detention and conviction; it stands here by analogy, and is in doubt.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 82"),
        Reference("un", "ICCPR, Articles 9(5) and 14(6), by analogy"),
    ),
    decide=decide,
)
