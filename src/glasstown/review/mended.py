"""Remedies tried one after the other: each is kept only if the file still reads and its finding alone is gone."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.review.contract import FAILS, At
from glasstown.review.edits import EditError, carried_out
from glasstown.review.reviewed import Asked, Finding, Review, review_scheme
from glasstown.review.taken_over import taken_over
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import InputFaultsError

ABOUT_OTHERS = ("SS106", "XX001")
"""Rules that speak of what others found: what they say may change with any remedy."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One remedy: the finding, and why it was not carried out ("" where it was)."""

    finding: Finding
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after remedies, and what became of each."""

    text: str
    tried: tuple[Tried, ...]


def mend(review: Review, text: str, asked: Asked | None = None) -> Mended:
    """Carry out every remedy that clears its finding and brings no other."""
    tried: dict[tuple[str, At], Tried] = {}
    now = review
    while True:
        wanted = (one for one in now.findings if one.counts and _key(one) not in tried)
        finding = next(wanted, None)
        if finding is None:
            return Mended(text, tuple(tried.values()))
        after, refused = _try(now, finding, text, asked)
        tried[_key(finding)] = Tried(finding, refused)
        if after is not None:
            text = after
            now = review_scheme(parse_scheme(text, review.file), text, review.file, asked)


def failing(review: Review) -> set[tuple[str, At]]:
    """What fails, without what only speaks of other findings."""
    fails = (one for one in review.findings if one.verdict == FAILS)
    return {_key(one) for one in fails if one.rule.code not in ABOUT_OTHERS}


def _key(finding: Finding) -> tuple[str, At]:
    return finding.rule.code, finding.answer.at


def _try(now: Review, finding: Finding, text: str, asked: Asked | None) -> tuple[str | None, str]:
    """The text after one remedy; nothing, and why, where it does not do."""
    remedy = finding.answer.remedy
    if remedy is None:
        return None, "no edit of the text clears it"
    try:
        after = carried_out(text, remedy, finding.rule.code, taken_over(text, now.scheme))
        found = review_scheme(parse_scheme(after, now.file), after, now.file, asked)
    except EditError as error:
        return None, str(error)
    except InputFaultsError as error:
        return None, f"the file would not read any more: {error.diagnostics[0].message}"
    left = failing(found)
    if _key(finding) in left:
        return None, "the edit alone does not clear it"
    new = left - failing(now)
    if new:
        code, at = min(new, key=lambda one: (one[0], str(one[1])))
        return None, f"it would bring {code} at {at}"
    return after, ""
