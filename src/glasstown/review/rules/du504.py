"""DU504: what is wrong cannot be corrected, or is corrected in one place only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.review.silence import has_to_hold

RECTIFIES: Final = At("appeal", "", "rectifies")
PROPAGATES: Final = At("appeal", "", "propagates")
REACHES: Final = At("appeal", "", "reaches")


def decide(case: Case) -> Iterator[Answer]:
    """Read whether people can correct what is written of them, and whether recipients hear of it."""
    if not case.detriments:
        return
    yield from has_to_hold(
        case, RECTIFIES, "people cannot correct what is written of them",
        "can people see and correct what is written of them?", "let people see and correct what is written of them",
    )  # fmt: skip
    recipients = [setting.id for setting in case.scheme.settings if (setting.table, setting.key) == ("recipient", "id")]
    keeping = [one.id for one in case.scheme.process.recipients if not one.forgets]
    if keeping and case.value(REACHES) is not True:
        text = f"{', '.join(keeping)} keep what has ended, and hear of no correction"
        yield fails(
            At("recipient", keeping[0], "forgets"), text, put("tell them", (REACHES, "true"), (PROPAGATES, "true"))
        )
    elif recipients and case.value(REACHES) is not True:
        yield from has_to_hold(
            case, PROPAGATES, f"{', '.join(recipients)} are not told of corrections",
            f"are {', '.join(recipients)} told of corrections?", "tell recipients of each correction",
        )  # fmt: skip


RULE = Rule(
    code="DU504",
    name="no-correction-propagation",
    status="stable",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Reads whether people can see and correct what is written of them (`appeal.rectifies`), and whether"
        " those to whom it was given are told (`appeal.propagates`, `appeal.reaches`).",
        why="A correction that stays in one office leaves the person barred by all the others.",
        example="[appeal]\npropagates = false",
        instead="[appeal]\nrectifies = true\npropagates = true",
        allow="Where nothing was given to anybody.",
        limits="How long a correction takes to arrive, the recipients' figures of a run show.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Articles 15, 16 and 19"),
        Reference("us", "15 USC 1681i: reinvestigation"),
        Reference("cn", "Personal Information Protection Law, Article 46"),
    ),
    decide=decide,
)
