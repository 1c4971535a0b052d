"""EX302: somebody is treated worse for what they believe, or with whom they meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.conduct import is_silent, place_of, punishing, rights_of
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import without_feeds
from glasstown.review.rule import TEXT, Reference, Rule, Words

BELONGING: Final = ("religion", "association", "assembly", "union")


def decide(case: Case) -> Iterator[Answer]:
    """Look at everything that takes points or lists for what it punishes; what a law outside says changes nothing."""
    for feed, acts in punishing(case):
        rights = [one for one in rights_of(case, feed, acts) if one in BELONGING]
        if rights:
            remedy = without_feeds(case, [feed], "do not score belief or meeting")
            yield fails(place_of(case, feed), f"it punishes {' and '.join(rights)}", remedy)
        elif is_silent(case, feed, acts):
            yield missing(At(feed.at.table, feed.at.id, "protected_conduct"), "which rights does it touch?")


RULE = Rule(
    code="EX302",
    name="punishes-belief-assembly",
    status="stable",
    severity="B",
    mode=TEXT,
    words=Words(
        what="Looks at what can do harm for religion, association, assembly and unions: by what acts are, and by"
        " `protected_conduct`.",
        why="To believe needs nobody's leave, and people who may not meet cannot object to anything else.",
        example='[[rule]]\nact = "worship"\npoints = -50',
        instead="Take the rule out.",
        allow="Where what is punished is violence at a meeting, and the rule says so: name that act instead.",
        limits="A breach of law is no defence here: laws that forbid a creed are what the norms are about.",
    ),
    references=(
        Reference("coe", "ECHR, Articles 9 and 11"),
        Reference("un", "ICCPR, Articles 18, 21 and 22"),
        Reference("eu", "Charter of Fundamental Rights, Articles 10 and 12"),
    ),
    decide=decide,
)
