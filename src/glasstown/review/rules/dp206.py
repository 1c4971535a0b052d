"""DP206: somebody is taken for the right person by name alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.scheme.model_sources import Source

WEAK: Final = ("none", "description", "name", "name+dob")
MADE_UP: Final = ("constructed", "fiction", "as-told")
"""Kinds of accounts in which an assumption is what the scheme is."""


def decide(case: Case) -> Iterator[Answer]:
    """Read how each source that is used takes a person for the right one."""
    for source in case.person_sources:
        yield from _matched(case, source)


def _matched(case: Case, source: Source) -> Iterator[Answer]:
    rules, practice = At("source", source.id, "id_match"), At("source", source.id, "match")
    said = case.value(rules)
    known = case.mark(practice) != "assumed" or case.scheme.evidence in MADE_UP
    remedy = put("ask for a number that one person has, and have the match confirmed", (rules, '"id-code"'),
                 (practice, '"id-code"'))  # fmt: skip
    if said in WEAK:
        yield fails(rules, f"its rules identify people by {said}", remedy, "how many records hit the wrong person")
    elif said == "id-code" and source.match != "id-code":
        text = f"its rules ask for an identity number; in the model records are matched by {source.match}"
        yield needs(rules, text, "how many records hit the wrong person, in a run")
    elif said is None and source.match != "id-code" and known:
        yield fails(practice, f"records are matched by {source.match}", remedy, "how many hit the wrong person")
    elif said is None and not known:
        yield missing(rules, "by what do its rules say that a person is identified?")


RULE = Rule(
    code="DP206",
    name="name-only-match",
    status="stable",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Reads by what a source takes a person for the right one: name, name and birthday, description or nothing"
        " fail. Where only the model's assumption is known, the field `id_match` is asked for.",
        why="In a large country thousands share a name. Whoever is mistaken for somebody else is punished for an act"
        " that they cannot even name.",
        example='[[source]]\nid_match = "name"',
        instead='[[source]]\nid_match = "id-code"\nmatch = "id-code"',
        allow="Where every match is confirmed with the person before it counts.",
        limits="A strong identifier exposes people as well: see SC801. How many are hit, a run shows.",
    ),
    references=(
        Reference("us", "15 USC 1681e(b): maximum possible accuracy"),
        Reference("eu", "Regulation (EU) 2016/679, Article 5(1)(d)"),
    ),
    decide=decide,
    figures=("punished-wrongly",),
)
