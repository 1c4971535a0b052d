"""DP207: the score decides, and no human does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, Remedy, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words

DECISION: Final = At("automation", "", "decision")
POWER: Final = At("automation", "", "override_power")
BASIS: Final = At("legal_basis", "", "kind")

SIGNIFICANT: Final = 2
"""Severity from which on a consequence is taken to affect somebody significantly."""

GATEWAYS: Final = ("statute", "regulation", "contract", "consent")
"""Bases on which a decision without a human may rest, with safeguards."""


def decide(case: Case) -> Iterator[Answer]:
    """Read who decides, where a consequence affects people significantly."""
    heavy = [one for one in case.detriments if (case.number(At("consequence", one.id, "severity")) or 0) >= SIGNIFICANT]
    if not heavy:
        return
    decision = case.value(DECISION)
    by_machine = [one.id for one in heavy if case.value(At("consequence", one.id, "automatic")) is True
                  and one.decision is None]  # fmt: skip
    if decision == "machine" or (decision is None and by_machine):
        yield from _alone(case, DECISION if decision else At("consequence", by_machine[0], "automatic"))
    elif decision == "machine-then-human":
        yield from _stamped(case)
    elif decision is None and not all(one.decision for one in heavy):
        yield missing(DECISION, f"who decides on {heavy[0].id}?")


def _alone(case: Case, at: At) -> Iterator[Answer]:
    relying = [s.id for s in case.scheme.settings if s.table == "recipient" and s.value == "decisive"]
    text = "no human decides" + (f", and {', '.join(relying)} go by it decisively" if relying else "")
    basis = case.value(BASIS)
    if basis is None:
        yield missing(BASIS, f"{text}: does a law, a contract or consent allow that?")
    elif basis in GATEWAYS:
        yield needs(at, f"{text}; it may rest on a {basis}", "a person: does it lay down safeguards?")
    else:
        yield fails(at, f"{text}, and a {basis} opens no way to that", _human(), "how often the score is decisive")


def _stamped(case: Case) -> Iterator[Answer]:
    power = case.value(POWER)
    if power is None:
        yield missing(POWER, "may the human in between decide otherwise?")
    elif power is False:
        yield fails(POWER, "the human in between may not decide otherwise: the score is the decision", _human())
    else:
        yield needs(POWER, "a human may decide otherwise: do they?", "the share of cases decided otherwise than scored")


def _human() -> Remedy:
    step = At("automation", "", "human_step")
    return put("let a human decide, with the power to decide otherwise", (DECISION, '"human"'), (POWER, "true"),
               (step, '"an official decides on each case and may decide otherwise"'))  # fmt: skip


RULE = Rule(
    code="DP207",
    name="score-is-the-decision",
    status="stable",
    severity="B",
    mode=THEN_PERSON,
    words=Words(
        what="Where a consequence has severity 2 or more, reads whether a machine decides alone, whether the human in"
        " between has any power, and on what basis. Without `automation.decision` it goes by `automatic`.",
        why="A score on which others draw strongly is itself the decision. Whoever meets it has a right to a human who"
        " can decide otherwise.",
        example='[automation]\ndecision = "machine"\n\n[legal_basis]\nkind = "policy"',
        instead='[automation]\ndecision = "human"\nhuman_step = "an officer looks at the case"\noverride_power = true',
        allow="Where a law lays down such decisions together with safeguards; name it.",
        limits="Whether a human step means anything, the share of cases decided otherwise shows.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 22; Court of Justice, C-634/21 (SCHUFA)", "seen"),
        Reference("cn", "Personal Information Protection Law, Article 24"),
    ),
    decide=decide,
)
