"""EX304: somebody is watched all the time, or everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.feeds import Feed
from glasstown.review.remedies import without_feeds, without_source
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words

MOVEMENTS: Final = ("gauge.nights-away",)
"""Quantities of a life that nobody can read without following people."""


def decide(case: Case) -> Iterator[Answer]:
    """Read whether sources watch without a break, where they hold what such watching gives."""
    for source in case.person_sources:
        at, kinds = At("source", source.id, "continuous"), At("source", source.id, "categories")
        watches, held = case.value(at), case.texts(kinds)
        words = [word for one in held or () for word in hits("watching", one)]
        if watches is True:
            remedy = without_source(case, source.id, "end it, or bind each case to a warrant")
            yield fails(at, "it watches all the time, or whoever is there", remedy, "a person: is there a warrant?")
        elif watches is None and words:
            yield missing(at, f"it holds {', '.join(words)}: does it watch all the time?")
        elif watches is None and held is None:
            yield missing(kinds, "what does it hold: places, messages, faces?")
    for feed in case.feeds:
        yield from _followed(case, feed)


def _followed(case: Case, feed: Feed) -> Iterator[Answer]:
    for name in feed.asks:
        if name in MOVEMENTS:
            remedy = without_feeds(case, [feed], "do not read where people are")
            yield fails(feed.at, f"it goes by {name}: where people spend their nights", remedy)


RULE = Rule(
    code="EX304",
    name="continuous-surveillance",
    status="stable",
    severity="S",
    mode=THEN_PERSON,
    words=Words(
        what="Reads `continuous` of each source that is used; where it is silent and the source holds places,"
        " messages or faces, the field is asked for. Quantities that follow people around fail.",
        why="Who is watched everywhere behaves everywhere as if watched. Such watching needs a law with safeguards, and"
        " a case.",
        example='[[source]]\ncategories = ["location"]\ncontinuous = true',
        instead='[[source]]\ncategories = ["offences"]\ncontinuous = false',
        allow="Where each case is bound to a warrant of a court.",
        limits="Whether the safeguards work, a person has to see.",
    ),
    references=(
        Reference("coe", "ECHR, Article 8; Big Brother Watch v the United Kingdom (2021); Catt (2019)"),
        Reference("un", "ICCPR, Article 17"),
        Reference("eu", "Regulation (EU) 2024/1689, Article 5(1)(g) and (h)"),
        Reference("cn", "Personal Information Protection Law, Article 26: cameras for public security only"),
    ),
    decide=decide,
)
