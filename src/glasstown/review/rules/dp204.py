"""DP204: data on health, belief, origin, opinion or sex life are used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contexts import hits, words_of
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import without_feeds, without_source
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words
from glasstown.scheme.model_sources import Source

SPECIAL_CONDUCT: Final = ("religion", "association")
"""Rights of which an act gives away what somebody believes or where they belong."""

SPECIAL_FACTS: Final = ("sick",)
"""Facts that a formula may ask and that are health."""


def decide(case: Case) -> Iterator[Answer]:
    """Read what sources hold, what their acts give away, and which facts formulas ask."""
    for source in case.person_sources:
        yield from _of_source(case, source)
    for feed in case.feeds:
        for name in feed.asks:
            if name in SPECIAL_FACTS:
                text = f"{feed.at} goes by whether somebody is {name}"
                yield fails(feed.at, text, without_feeds(case, [feed], "do not score health"))


def _of_source(case: Case, source: Source) -> Iterator[Answer]:
    flag, kinds = At("source", source.id, "special"), At("source", source.id, "categories")
    said, held = case.value(flag), case.texts(kinds)
    words = tuple(word for one in held or () for word in hits("special", one))
    telling = [act for act in case.answered_acts(source) if set(words_of("conduct", act)) & set(SPECIAL_CONDUCT)]
    remedy = without_source(case, source.id, "do not use such data")
    open_question = "a person: does one of the narrow grounds hold?"
    if said is True:
        yield fails(flag, "it holds data of a special category", remedy, open_question)
    elif words:
        yield fails(kinds, f"it holds data of a special category ({', '.join(words)})", remedy, open_question)
    elif telling:
        text = f"records of {telling[0]} tell what somebody believes or where they belong"
        yield fails(At("source", source.id, "sees"), text, remedy, open_question)
    elif said is None and held is None:
        yield missing(flag, "does it hold data on health, belief, origin, opinion or sex life?")


RULE = Rule(
    code="DP204",
    name="special-category",
    status="stable",
    severity="B",
    mode=THEN_PERSON,
    words=Words(
        what="Reads `special` and the kinds of data of each source that is used, what its acts give away"
        " (worship, sect, party), and whether a formula asks who is sick.",
        why="Such data are barred from use save for listed grounds, and what is concluded about them counts as well.",
        example='[[source]]\ncategories = ["health"]\nspecial = true',
        instead='[[source]]\ncategories = ["debts"]\nspecial = false',
        allow="Where one of the listed grounds holds; name it.",
        limits="Ordinary data can give such things away; a run shows how far. Data on crimes have a regime of their"
        " own, which this check does not look at.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 9; Court of Justice, C-184/20"),
        Reference("eu", "Directive (EU) 2023/2225, Article 18(3), on creditworthiness"),
        Reference("coe", "ECHR, Articles 8 and 9"),
        Reference("cn", "Personal Information Protection Law, Articles 28 to 31"),
    ),
    decide=decide,
)
