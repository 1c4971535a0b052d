"""SS104: what somebody is taken to be counts, instead of what they did."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import without_feeds, without_source
from glasstown.review.rule import TEXT, Reference, Rule, Words


def decide(case: Case) -> Iterator[Answer]:
    """Look for sources that guess, for conclusions that a formula uses, and for stars about what somebody is like."""
    for source in case.person_sources:
        at = At("source", source.id, "inferred")
        guessed = case.value(at)
        kinds = At("source", source.id, "categories")
        traits = [word for one in case.texts(kinds) or () for word in hits("traits", one)]
        if guessed is True or traits:
            what = "it guesses what it records" if guessed is True else f"it holds {', '.join(traits)}"
            remedy = without_source(case, source.id, "judge by acts that somebody has found to have happened")
            yield fails(at if guessed is True else kinds, what, remedy)
        elif guessed is None:
            yield missing(at, "does it record what was seen, or what it guesses?")
    for feed in case.feeds:
        for name in feed.asks:
            if name.startswith("inferred."):
                text = f"{feed.at} goes by {name}: a conclusion about people, not an act"
                yield fails(feed.at, text, without_feeds(case, [feed], "do not score what is concluded"))


RULE = Rule(
    code="SS104",
    name="character-input",
    status="stable",
    severity="S",
    mode=TEXT,
    words=Words(
        what="Finds sources that guess what they record (`inferred`), kinds of data that are traits, and"
        " formulas that go by an [[inference]].",
        why="Known, inferred or predicted traits bring a score within the ban on social scoring as behaviour does, and"
        " nobody can show that a guess about them is untrue.",
        example='[[source]]\nid = "profiling"\ninferred = true',
        instead='[[source]]\nid = "court"\ninferred = false\nverified_by = "court"',
        allow="Where what is called inferred is arithmetic on seen acts, such as a sum.",
        limits="Whether a source that says it guesses nothing does guess, the text does not show.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2024/1689, Article 5(1)(c): personal or personality characteristics", "seen"),
        Reference("eu", "Regulation (EU) 2024/1689, Article 5(1)(d): prediction of crime from profiling alone"),
        Reference("un", "ICCPR, Article 17"),
    ),
    decide=decide,
)
