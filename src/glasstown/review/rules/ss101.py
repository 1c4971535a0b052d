"""SS101: what is held against somebody in one part of life bites in another that has nothing to do with it."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.belongs import Bond, contexts_of_consequence, contexts_of_feed, furthest
from glasstown.review.case import Case
from glasstown.review.contexts import reason_of
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.feeds import Feed
from glasstown.review.remedies import without_consequence
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words
from glasstown.scheme.model_lists import Consequence

SHOWN = 3
"""Feeds that a message names."""


def bonds_of(case: Case, consequence: Consequence) -> tuple[tuple[Feed, Bond], ...]:
    """For each feed of a consequence, how little the two have to do with each other at most."""
    reached = contexts_of_consequence(case, consequence)
    pairs = ((feed, furthest(case, contexts_of_feed(case, feed), reached)) for feed in case.feeds_of(consequence))
    return tuple((feed, bond) for feed, bond in pairs if bond is not None)


def decide(case: Case) -> Iterator[Answer]:
    """Follow source, rule, score and grade to each consequence, and compare the two ends."""
    for one in case.detriments:
        at = At("consequence", one.id, "deny" if one.deny else "degree" if one.degree else "")
        if not contexts_of_consequence(case, one):
            yield missing(At("consequence", one.id, "domain"), "which part of life does it reach?")
            continue
        yield from _unknown(case, one)
        bonds = bonds_of(case, one)
        apart = [(feed, bond) for feed, bond in bonds if bond.is_apart]
        asked = [(feed, bond) for feed, bond in bonds if bond.is_open]
        if apart:
            text = f"it reaches {apart[0][1].other}, and follows also from {_listed(apart)}"
            remedy = without_consequence(one.id, "end the edge from there to here: no such consequence")
            yield fails(at, text, remedy, "a person: is the context truly unrelated?")
        elif asked:
            yield needs(at, _question(asked), "a person: do the two parts of life have to do with each other?")
    yield from _favours(case)


def _favours(case: Case) -> Iterator[Answer]:
    """Going first in something leaves others behind: whether that is a detriment, outcomes say."""
    for one in case.favours:
        apart = [(feed, bond) for feed, bond in bonds_of(case, one) if bond.is_apart]
        if apart and one.favour:
            text = f"who goes first in {apart[0][1].other} is chosen also by {_listed(apart)}: who is left behind?"
            yield needs(At("consequence", one.id, "favour"), text, "how many found no place because others went first")


def _unknown(case: Case, consequence: Consequence) -> Iterator[Answer]:
    for feed in case.feeds_of(consequence):
        if feed.acts and not contexts_of_feed(case, feed):
            yield missing(At(feed.at.table, feed.at.id, "context"), "to which part of life does what it judges belong?")


def _listed(bonds: list[tuple[Feed, Bond]]) -> str:
    shown = ", ".join(f"{feed.at} ({bond.one})" for feed, bond in bonds[:SHOWN])
    more = len(bonds) - SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _question(bonds: list[tuple[Feed, Bond]]) -> str:
    feed, bond = bonds[0]
    if bond.claim:
        return f'the file claims that {bond.one} and {bond.other} are related: "{bond.claim}". Are they?'
    return f"{feed.at} is about {bond.one}, this reaches {bond.other}; {reason_of(bond.one, bond.other)}. Enough?"


RULE = Rule(
    code="SS101",
    name="cross-context-detriment",
    status="stable",
    severity="B",
    mode=THEN_PERSON,
    words=Words(
        what="Follows every consequence that takes something back over grade, score and rule to the source, and"
        " compares the part of life at both ends by the review's own matrix. What the file calls itself does not"
        " count.",
        why="Who can lose a job for what they wrote, or a flight for how they live, can nowhere act without thinking of"
        " everything else. Treatment in a context unrelated to that of the data is the first limb of the ban on social"
        " scoring.",
        example='[[rule]]\nact = "petition"\npoints = -50\n\n[[consequence]]\ngrade = "D"\ndeny = ["public-job"]',
        instead='[[rule]]\nact = "drunk-driving"\npoints = -50\n\n[[consequence]]\ngrade = "D"\ndeny = ["driving"]',
        allow="Where a person with knowledge of both fields has found that the two have to do with each other;"
        " say why.",
        limits="The matrix is ours. How decisive the score is for the treatment, and how much worse off people"
        " are, only a run shows. Favours are not counted as detriments; where they cross contexts, the check"
        " asks for an outcome.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2024/1689, Article 5(1)(c)(i), recital 31", "seen"),
        Reference("un", "UNESCO Recommendation on the Ethics of AI (2021), on social scoring"),
        Reference("cn", "Guobanfa [2020] No. 49: scope strictly drawn, consequence fits the conduct", "seen"),
    ),
    decide=decide,
    figures=("places-lost",),
)
