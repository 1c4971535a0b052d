"""DP201: nothing that the public could read allows the scheme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, Remedy, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words

KIND: Final = At("legal_basis", "", "kind")
OPERATOR: Final = At("operator", "", "kind")

AUTHORITIES: Final = ("local-government", "national-government", "court")
"""Bodies to which nobody can say no, so that consent given to them rests on nothing."""

OF_BODIES: Final = {"contract": "a contract", "consent": "consent"}


def decide(case: Case) -> Iterator[Answer]:
    """Read on what law the scheme stands, and who runs it."""
    kind = case.value(KIND)
    if kind is None:
        yield missing(KIND, "on what law does it stand?")
    elif kind in {"none", "policy"}:
        text = "it stands on a policy, which is no law" if kind == "policy" else "it stands on no law"
        yield fails(KIND, text, _statute(), "a person: is there an act of law that the file does not name?")
    elif kind in OF_BODIES:
        yield from _private(case, OF_BODIES[str(kind)])
    elif kind == "local-measure":
        text = "it stands on a measure of a local body: is that law, and did the body have the power?"
        yield needs(KIND, text, "a person who knows the law of the place")
    elif case.mark(KIND) == "contested":
        yield needs(KIND, f"that it stands on a {kind} is contested", "a person who knows what is said against it")


def _private(case: Case, words: str) -> Iterator[Answer]:
    operator = case.value(OPERATOR)
    if operator is None:
        yield missing(OPERATOR, f"it stands on {words}: could people say no to whoever runs it?")
    elif operator in AUTHORITIES:
        yield fails(KIND, f"an authority rests it on {words}, and nobody can say no to an authority", _statute())
    elif case.mark(KIND) == "contested":
        yield needs(KIND, f"that it stands on {words} is contested", "a person: did people agree freely, and to what?")
    elif case.scheme.consent == "compulsory":
        yield needs(KIND, f"it stands on {words}, and people cannot refuse", "a person: is there any other basis?")


def _statute() -> Remedy:
    return put("rest it on a statute that the public can read, or end it", (KIND, '"statute"'))


RULE = Rule(
    code="DP201",
    name="no-legal-basis",
    status="stable",
    severity="B",
    mode=THEN_PERSON,
    words=Words(
        what="Reads `legal_basis.kind`: none, a policy, or a contract or consent between people and an authority."
        " Where accounts contradict each other on it, a person is asked.",
        why="An interference that no law allows is over before its aim is looked at; and whoever cannot refuse has"
        " consented to nothing.",
        example='[legal_basis]\nkind = "policy"',
        instead='[legal_basis]\nkind = "statute"\ntitle = "Road Traffic Act"',
        allow="Where there is a law that the file does not name; name it.",
        limits="Whether a statute is clear, valid and covers what is done, a person has to say. Setting the key"
        " in a file makes no law: the remedy is a proposal to a lawgiver.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 6"),
        Reference("coe", "ECHR, Article 8(2): in accordance with the law"),
        Reference("un", "ICCPR, Article 17: no unlawful interference"),
        Reference("cn", "Guobanfa [2020] No. 49: by law", "seen"),
        Reference("cn", "Personal Information Protection Law, Article 13"),
    ),
    decide=decide,
)
