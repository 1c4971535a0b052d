"""DU503: an appeal is decided when most of the harm is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.scheme.model_lists import Consequence

EXISTS: Final = At("appeal", "", "exists")
SUSPENSIVE: Final = At("appeal", "", "suspensive")
DECISION: Final = At("appeal", "", "decision_days")
LEAST: Final = At("appeal", "", "days")


def decide(case: Case) -> Iterator[Answer]:
    """Compare the time to a decision with how long each consequence lasts, unless it waits."""
    appeal = case.scheme.process.appeal
    if case.value(EXISTS) is False or not case.has_table("appeal"):
        return
    if case.value(SUSPENSIVE) is True or (appeal is not None and appeal.suspends):
        return
    time = case.number(DECISION) or case.number(LEAST)
    for one in case.detriments:
        yield from _waits(case, one, time)


def _waits(case: Case, one: Consequence, time: int | None) -> Iterator[Answer]:
    remedy = put("let the consequence wait while an appeal does", (SUSPENSIVE, "true"))
    at, lasts = At("consequence", one.id, "reversible"), _longest(case, one)
    if case.value(at) is False:
        text = f"{one.id} cannot be undone, and does not wait for an appeal"
        yield fails(at, text, remedy, "how much of the harm was served before a decision, in a run")
    elif time is None:
        yield missing(DECISION, f"how long does a decision take, while {one.id} lasts?")
    elif lasts is None:
        text = f"{one.id} has no end; a decision takes {time:,} days and it does not wait"
        yield needs(At("consequence", one.id), text, "how much of the harm was served before a decision, in a run")
    elif 2 * time >= lasts:
        text = f"a decision takes {time:,} days, {one.id} lasts {lasts:,} and does not wait"
        yield fails(At("consequence", one.id), text, remedy, "how much of the harm was served before a decision")


def _longest(case: Case, one: Consequence) -> int | None:
    """Days that a consequence lasts by the file; None where it is open-ended."""
    said = case.number(At("consequence", one.id, "duration_days"))
    if said is not None:
        return said
    terms = [ground.term_days for ground in case.scheme.grounds if ground.on_list and ground.on_list == one.on_list]
    return None if not terms or None in terms else max(int(term.value) for term in terms if term)


RULE = Rule(
    code="DU503",
    name="appeal-too-slow",
    status="preview",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Where a consequence does not wait for an appeal: fails if it cannot be undone, or if a decision"
        " takes half of its duration or more.",
        why="Being right after the term is over is no remedy.",
        example="[appeal]\nsuspensive = false\ndecision_days = 90\n\n[[consequence]]\nduration_days = 120",
        instead="[appeal]\nsuspensive = true",
        allow="Where waiting would endanger somebody, and harm is made good.",
        limits="Without an appeal DU502 speaks. Where a consequence has no end, an outcome is asked for.",
    ),
    references=(Reference("coe", "ECHR, Article 13"), Reference("un", "ICCPR, Article 2(3)")),
    decide=decide,
    figures=("M34",),
)
