"""SS105: nobody can say what the scheme is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.belongs import contexts_of_feed
from glasstown.review.case import Case
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import put, quote
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words

MOST: Final = 2
"""Purposes from which on a person has to say whether they are one."""


def decide(case: Case) -> Iterator[Answer]:
    """Read the stated purposes."""
    at = At("scheme", case.scheme.id, "purposes")
    purposes = case.texts(at)
    if purposes is None:
        yield missing(at, "what is it for?")
        return
    vague = [(one, word) for one in purposes for word in hits("vague_purposes", one)]
    clear = [one for one in purposes if not hits("vague_purposes", one)]
    if not purposes:
        yield fails(at, "the list of purposes is empty", put(*_proposed(case, at, clear)))
    elif vague:
        text = f'"{vague[0][0]}" names no end that could be reached or missed ("{vague[0][1]}")'
        yield fails(at, text, put(*_proposed(case, at, clear)), "a person: is there a specific purpose under a law?")
    elif len(purposes) > MOST:
        yield needs(at, f"{len(purposes)} purposes stand side by side", "a person: is this one purpose or several?")


def _proposed(case: Case, at: At, clear: list[str]) -> tuple[str, tuple[At, str]]:
    """Keep the purposes that say something; else name the part of life that most rules are about."""
    if clear:
        return "leave out what names no end; the other purposes stay", (at, f"[{', '.join(map(quote, clear))}]")
    found = [context for feed in case.judging for context in contexts_of_feed(case, feed)]
    main = max(found, key=found.count, default="")
    proposed = f"to enforce the rules on {main}" if main else "to enforce one rule, which is named here"
    return "name one purpose, and the law that it serves", (at, f"[{quote(proposed)}]")


RULE = Rule(
    code="SS105",
    name="no-specific-purpose",
    status="stable",
    severity="S",
    mode=THEN_PERSON,
    words=Words(
        what="Reads `purposes`: none in the list, or words such as trust, civility, harmony or morality that"
        " name no end.",
        why="Only evaluation for a specific purpose under law is left out of the ban, and nothing can be held against a"
        " purpose that fits everything.",
        example='purposes = ["to build a harmonious society of trust"]',
        instead='purposes = ["to keep drivers who break the rules again and again off the roads"]',
        allow="Where the statute itself uses the word and defines it.",
        limits="It reads words. A clear sentence can hide another purpose; what a scheme is used for, its edges show.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2024/1689, recital 31, last sentence", "seen"),
        Reference("eu", "Regulation (EU) 2016/679, Article 5(1)(b)"),
        Reference("coe", "ECHR, Article 8(2): a legitimate aim"),
        Reference("cn", "Personal Information Protection Law, Article 6"),
    ),
    decide=decide,
)
