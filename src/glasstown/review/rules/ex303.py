"""EX303: nobody can tell beforehand what is punished."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.conduct import is_lawful
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.feeds import Feed
from glasstown.review.remedies import put, quote
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words

PROPOSED = "a decision that can be contested has found that the act, as the law defines it, was done"


def decide(case: Case) -> Iterator[Answer]:
    """Read the text of each rule that takes points, and of the acts that the file declares."""
    titles = {act.id: act.title for act in case.scheme.acts}
    for feed in case.judging:
        if feed.at.table == "rule":
            said = " ".join((case.text(At("rule", feed.at.id, "title")), *(titles.get(act, "") for act in feed.acts)))
            yield from _judge(case, feed, said)


def _judge(case: Case, feed: Feed, said: str) -> Iterator[Answer]:
    test, title = At("rule", feed.at.id, "test"), At("rule", feed.at.id, "title")
    vague, tested = hits("vague_conduct", said), case.text(test)
    at = title if case.value(title) else feed.at
    if vague and tested:
        yield needs(at, f'"{vague[0]}" is vague; its test is "{tested}"', "a person: is that foreseeable?")
    elif vague:
        remedy = put("name what has to be shown: act, threshold, proof", (test, quote(PROPOSED)))
        yield fails(
            at, f'nobody can tell beforehand what "{vague[0]}" covers', remedy, "a person: does a law define it?"
        )
    elif not tested and is_lawful(case, feed, feed.acts) is not False:
        yield missing(test, "no law outside defines the act; what has to be shown?")


RULE = Rule(
    code="EX303",
    name="vague-conduct",
    status="preview",
    severity="S",
    mode=THEN_PERSON,
    words=Words(
        what="Reads titles of rules and of declared acts for words that cover anything (improper, disturb, reputation),"
        " and asks for a `test` where no law outside defines the act.",
        why="A norm that nobody can foresee is none; what it means is then decided by whoever applies it, each"
        " time anew.",
        example='[[rule]]\ntitle = "Improper behaviour"',
        instead='[[rule]]\ntitle = "Late bill"\ntest = "a bill unpaid 60 days after a written reminder"',
        allow="Where the statute defines the word.",
        limits="It knows words, not meanings; a clear title may stand for a wide practice.",
    ),
    references=(
        Reference("coe", "ECHR, Articles 7 and 10(2): prescribed by law"),
        Reference("un", "ICCPR, Article 15"),
        Reference("coe", "Venice Commission, Rule of Law Checklist (2016)"),
    ),
    decide=decide,
)
