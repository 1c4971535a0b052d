"""Which rights a rule or ground touches: by what it says, and by what its acts are."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contexts import names_of, words_of
from glasstown.review.contract import At
from glasstown.review.feeds import Feed, acts_that_lower
from glasstown.vocab.acts import ACT_IDS


def punishing(case: Case) -> Iterator[tuple[Feed, tuple[str, ...]]]:
    """Everything that can be held against people, with the acts for which it is."""
    categories = {one.id: one for score in case.scheme.scores if score.index for one in score.index.categories}
    for feed in case.judging:
        if feed.at.table == "category":
            yield feed, acts_that_lower(categories[feed.at.id])
        elif feed.acts:
            yield feed, feed.acts


def rights_of(case: Case, feed: Feed, acts: tuple[str, ...]) -> tuple[str, ...]:
    """Rights that a feed touches: those its table names, and those that its acts touch by what they are."""
    said = case.texts(At(feed.at.table, feed.at.id, "protected_conduct")) or ()
    return tuple(dict.fromkeys((*said, *(right for act in acts for right in words_of("conduct", act)))))


def is_silent(case: Case, feed: Feed, acts: tuple[str, ...]) -> bool:
    """Whether nothing says what rights are touched: acts that the file declares, and no word about rights."""
    said = case.texts(At(feed.at.table, feed.at.id, "protected_conduct"))
    own = [act for act in acts if act not in ACT_IDS and act not in names_of("acts")]
    return said is None and bool(own) and feed.at.table in {"rule", "ground"}


def place_of(case: Case, feed: Feed) -> At:
    """Where a finding about rights stands: the key that names them, else the act, else the table."""
    for key in ("protected_conduct", "act", "acts"):
        at = At(feed.at.table, feed.at.id, key)
        if case.value(at) is not None:
            return at
    return feed.at


def is_lawful(case: Case, feed: Feed, acts: tuple[str, ...]) -> bool | None:
    """Whether law allows what a feed is about: by `breaches_law` of its table, else by acts that the file declares."""
    breaches = case.value(At(feed.at.table, feed.at.id, "breaches_law"))
    if breaches is not None:
        return breaches is False
    declared = {act.id: act.lawful for act in case.scheme.acts}
    own = [declared[act] for act in acts if act in declared]
    return any(own) if own and len(own) == len(acts) else None
