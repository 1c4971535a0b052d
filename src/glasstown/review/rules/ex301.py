"""EX301: somebody is treated worse for what they said, wrote, complained of or petitioned for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.conduct import is_lawful, is_silent, place_of, punishing, rights_of
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import without_feeds
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words

EXPRESSION: Final = ("speech", "opinion", "press", "complaint", "petition")
"""Conduct that freedom of expression protects, and the ways of complaining."""


def decide(case: Case) -> Iterator[Answer]:
    """Look at everything that takes points or lists for what it punishes."""
    for feed, acts in punishing(case):
        rights = [one for one in rights_of(case, feed, acts) if one in EXPRESSION]
        at, lawful = place_of(case, feed), is_lawful(case, feed, acts)
        if rights and ("opinion" in rights or lawful is True):
            text = f"it punishes {' and '.join(rights)}" + (" that the law allows" if lawful else "")
            remedy = without_feeds(case, [feed], "do not score expression")
            yield fails(at, text, remedy, "how much lawful speech is held back, in a run")
        elif rights and lawful is None and feed.at.table in {"rule", "ground"}:
            yield missing(At(feed.at.table, feed.at.id, "breaches_law"), f"it punishes {rights[0]}: is it lawful?")
        elif rights:
            text = f"it punishes {' and '.join(rights)} that a law forbids: is that law itself narrow enough?"
            yield needs(at, text, "a person; and how much lawful speech is held back, in a run")
        elif is_silent(case, feed, acts):
            yield missing(At(feed.at.table, feed.at.id, "protected_conduct"), "which rights does it touch?")


RULE = Rule(
    code="EX301",
    name="punishes-expression",
    status="stable",
    severity="B",
    mode=THEN_OUTCOME,
    words=Words(
        what="Looks at rules, grounds, overrides and categories that can do harm: by what their acts are and by"
        " `protected_conduct`, whether they are about speech, opinion, press, complaints or petitions.",
        why="An opinion may never be punished, and expression only by a clear law, for one of a few aims, as far as"
        " necessary. Where points hang on it, people fall silent who had nothing to fear.",
        example='[[rule]]\nact = "petition"\npoints = -50\nbreaches_law = false',
        instead="Take the rule out.",
        allow="Where the law that forbids the expression has been found narrow enough, for instance incitement.",
        limits="Where a law forbids it the check asks a person. How much lawful speech is held back, a run shows.",
    ),
    references=(
        Reference("coe", "ECHR, Article 10; Glukhin v Russia (2023)"),
        Reference("un", "ICCPR, Article 19 (opinion without exception); General Comment 34"),
        Reference("eu", "Charter of Fundamental Rights, Articles 11 and 44"),
    ),
    decide=decide,
    figures=("held-back",),
)
