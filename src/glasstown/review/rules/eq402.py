"""EQ402: something that stands in for origin or status is used: where one lives, what one speaks, whom one knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, Edit, Remedy, fails, missing
from glasstown.review.feeds import asks_of_ties
from glasstown.review.remedies import without_feeds, without_source
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.scheme.model_sources import Source

STAND_INS: Final = {"urban": "town or country, which goes with household registration", "education": "schooling"}
"""Facts of a life that go with origin or status."""


def decide(case: Case) -> Iterator[Answer]:
    """Read formulas and kinds of data for what stands in for a trait."""
    for feed in case.feeds:
        ties = asks_of_ties(feed.asks)
        named = [f"{name} ({STAND_INS[name]})" for name in feed.asks if name in STAND_INS]
        found = [*named, *(f"{name} (whom one knows)" for name in ties)]
        if found:
            remedy = without_feeds(case, [feed], "do not score it")
            yield fails(feed.at, f"it goes by {', '.join(found)}", remedy, "how much group and burden go together")
    for source in case.person_sources:
        yield from _of_source(case, source)


def _of_source(case: Case, source: Source) -> Iterator[Answer]:
    at = At("source", source.id, "categories")
    held = case.texts(at)
    if held is None:
        yield missing(at, "which kinds of data does it hold?")
        return
    named = [one for one in held if hits("proxies", one)]
    if named and len(named) < len(held):
        edits = tuple(Edit("drop-item", at, one) for one in named)
        remedy = Remedy("do not hold it", edits, f"{', '.join(named)} go from what it holds")
        yield fails(at, f"it holds {', '.join(named)}", remedy, "how much group and burden go together, in a run")
    elif named:
        remedy = without_source(case, source.id, "do not use it")
        yield fails(
            at, f"it holds {', '.join(named)} and nothing else", remedy, "how much group and burden go together"
        )


RULE = Rule(
    code="EQ402",
    name="declared-proxy",
    status="stable",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Reads formulas for town or country, schooling and the scores of those one knows, and kinds of data for"
        " addresses, language, surname, contacts, devices or citizenship.",
        why="A rule that names no group can still single one out. Statistics can then shift the burden onto whoever"
        " made it.",
        example='[[source]]\ncategories = ["debts", "home address"]',
        instead='[[source]]\ncategories = ["debts"]',
        allow="Where it was tested that it does not single out a group, or there is a reason that nothing else serves.",
        limits="How far it stands in for a group, only a run with groups shows, in the model.",
    ),
    references=(
        Reference("coe", "ECHR, Article 14; D.H. v the Czech Republic (2007)"),
        Reference("un", "ICCPR, Article 26; General Comment 18"),
        Reference("us", "29 CFR 1607.4(D), on employment"),
    ),
    decide=decide,
)
