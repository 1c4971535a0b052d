"""SS106: the ban on social scoring by AI may not attach, though what it describes is there."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contract import FAILS, Answer, At, fails, missing, needs
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words, answers
from glasstown.review.rules import ss101, ss102, ss103

BASES = (ss101.RULE, ss102.RULE, ss103.RULE)


def decide(case: Case) -> Iterator[Answer]:
    """Ask whether an AI system takes part, once one of the limbs of the ban is met."""
    met = [rule.code for rule in BASES if any(answer.verdict == FAILS for answer in answers(rule, case))]
    if not met:
        return
    at = At("automation", "", "ai")
    uses = case.value(at)
    if uses is None:
        yield missing(at, f"{', '.join(met)} fail; does a machine that learns or infers take part?")
    elif uses is False:
        text = f"{', '.join(met)} fail, and no AI system takes part: the same mischief, but this ban may not attach"
        yield fails(at, text, None, "a person: is the points table an AI system, and which other norms hold?")
    else:
        yield needs(at, "an AI system takes part: the ban may attach", "a person: all elements of Article 5(1)(c)")


RULE = Rule(
    code="SS106",
    name="ban-may-not-attach",
    status="stable",
    severity="N",
    mode=THEN_PERSON,
    words=Words(
        what="Where SS101, SS102 or SS103 fail, reads whether an AI system takes part at all.",
        why="A table of points that people fixed may be no AI system, and then the ban says nothing about it."
        " Every other norm does: data protection, rights, and the rule of law.",
        example="[automation]\nai = false",
        instead="No edit of the text clears this note; ending what SS101, SS102 and SS103 found does.",
        allow="Where the reader knows that other norms apply.",
        limits="What an AI system is, Article 3(1) and recital 12 say, and courts will.",
    ),
    references=(Reference("eu", "Regulation (EU) 2024/1689, Article 3(1), recital 12"),),
    decide=decide,
)
