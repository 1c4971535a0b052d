"""SS103: parts of life that have nothing to do with each other are added up into one number that has consequences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from glasstown.review.belongs import Bond, contexts_of_feed, furthest
from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.feeds import Feed
from glasstown.review.remedies import without_feeds
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.scheme.model_scores import Score
from glasstown.vocab.organisations import OF_RESIDENTS


def decide(case: Case) -> Iterator[Answer]:
    """Look at each score of people that has any consequence for the contexts that it sums."""
    followed = [case.score_of(one) for one in case.scheme.consequences]
    for score in case.scheme.scores:
        if score in followed and score.of in OF_RESIDENTS:
            yield from _summed(case, score)


def _summed(case: Case, score: Score) -> Iterator[Answer]:
    of_feed = {feed: contexts_of_feed(case, feed) for feed in dict.fromkeys(case.feeds_into(score))}
    for feed, contexts in of_feed.items():
        if feed.acts and not contexts:
            yield missing(At(feed.at.table, feed.at.id, "context"), "what does it add to the sum?")
    contexts = tuple(dict.fromkeys(one for found in of_feed.values() for one in found))
    bonds = [bond for one, other in combinations(contexts, 2) if (bond := furthest(case, (one,), (other,)))]
    apart = [bond for bond in bonds if bond.is_apart]
    asked = [bond for bond in bonds if bond.is_open]
    at = At("score", score.id)
    if apart:
        text = f"one number sums {_joined(contexts)}; {apart[0].one} and {apart[0].other} are unrelated"
        yield fails(at, text, without_feeds(case, _outside(of_feed), _said(of_feed)))
    elif asked:
        yield needs(at, _question(asked[0]), "a person: is this one thing that is measured, or several?")


def _question(bond: Bond) -> str:
    if bond.claim:
        return f'one number sums {bond.one} and {bond.other}; the file says "{bond.claim}". Is it so?'
    return f"one number sums {bond.one} and {bond.other}, which have something to do with each other: enough?"


def _main(of_feed: dict[Feed, tuple[str, ...]]) -> str:
    """The context of most feeds; of several the first."""
    counts: dict[str, int] = {}
    for contexts in of_feed.values():
        for one in contexts:
            counts[one] = counts.get(one, 0) + 1
    return max(counts, key=lambda one: counts[one])


def _outside(of_feed: dict[Feed, tuple[str, ...]]) -> list[Feed]:
    main = _main(of_feed)
    return [feed for feed, contexts in of_feed.items() if contexts and main not in contexts]


def _said(of_feed: dict[Feed, tuple[str, ...]]) -> str:
    return f"keep {_main(of_feed)} in this score and nothing else; whatever else is to count needs a score of its own"


def _joined(contexts: tuple[str, ...]) -> str:
    return ", ".join(contexts[:-1]) + " and " + contexts[-1]


RULE = Rule(
    code="SS103",
    name="general-trust-score",
    status="stable",
    severity="B",
    mode=TEXT,
    words=Words(
        what="Collects the contexts of everything that moves a score with any consequence, over ranks and formulas that"
        " go by other scores, and fails where two of them are unrelated.",
        why="One number for the whole of a life is what recital 31 of the AI Act describes and what UNESCO asks not to"
        " build: nobody can tell any more for what they are treated as they are.",
        example='[[rule]]\nact = "red-light"\n\n[[rule]]\nact = "elder-neglect"',
        instead='[[score]]\nid = "driving"\n\n[[rule]]\nact = "red-light"\nscore = "driving"',
        allow="Where a person has found that the parts measure one thing; say which.",
        limits="A sum without any consequence passes: being rated is not yet being treated. The matrix is ours.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2024/1689, Article 5(1)(c), recital 31", "seen"),
        Reference("un", "UNESCO Recommendation on the Ethics of AI (2021), paragraph 26"),
    ),
    decide=decide,
)
