"""EQ401: sex, origin, belief or another protected ground is used itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, Edit, Remedy, fails, missing, needs
from glasstown.review.feeds import Feed, asks_of
from glasstown.review.remedies import put, without_feeds, without_source
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.scheme.model_sources import Source
from glasstown.vocab.watching import WATCH_NAMES

GROUNDS: Final = {"woman": "sex", "group": "membership of a group", "sick": "health"}
"""Facts of a life that are protected grounds."""

WATCHED: Final = ("majority", "minority_a", "minority_b")
"""Keys by which a source watches some groups more closely."""


def decide(case: Case) -> Iterator[Answer]:
    """Read formulas, kinds of data, and whom sources watch more closely."""
    for feed in case.feeds:
        yield from _of_formula(case, feed.at, feed.asks, feed)
    for one in case.scheme.consequences:
        yield from _of_formula(case, At("consequence", one.id, "when"), asks_of(one.when), None)
    for source in case.person_sources:
        yield from _of_source(case, source)


def _of_formula(case: Case, at: At, asks: tuple[str, ...], feed: Feed | None) -> Iterator[Answer]:
    for name in asks:
        if name in GROUNDS:
            drop = Remedy("do not ask it", (Edit("drop-key", at),), f"the condition {at} goes")
            remedy = without_feeds(case, [feed], "do not score it") if feed else drop
            yield fails(at, f"it goes by {GROUNDS[name]} ({name})", remedy)
        elif name == "age":
            yield needs(at, "it goes by age", "a person: is there a reason for it, and does it hold?")


def _of_source(case: Case, source: Source) -> Iterator[Answer]:
    kinds = At("source", source.id, "categories")
    held = case.texts(kinds)
    words = [word for one in held or () for word in hits("protected", one)]
    for key in WATCHED:
        times = source.watch.times[WATCH_NAMES.index(key)].value
        if times != 1:
            at = At("source", source.id, f"watch.{key}")
            remedy = put("watch everybody alike", (at, '{ value = 1, band = [1, 1], mark = "assumed" }'))
            yield fails(at, f"it watches one invented group {times} times as closely", remedy)
    if words:
        remedy = without_source(case, source.id, "do not use such data")
        yield fails(kinds, f"it holds a protected ground ({', '.join(words)})", remedy)
    elif held is None:
        yield missing(kinds, "which kinds of data does it hold?")


RULE = Rule(
    code="EQ401",
    name="protected-trait",
    status="stable",
    severity="B",
    mode=TEXT,
    words=Words(
        what="Reads every formula and condition for sex, group and health, the kinds of data of each source that"
        " is used, and whether a source watches one group more closely. Age is a question for a person.",
        why="To be treated worse for what one is, and cannot change, is what equality before the law forbids first.",
        example='[[state_rule]]\nwhen = "woman"\npoints = -10',
        instead="Take the rule out.",
        allow="Where a measure makes up for a disadvantage, under a law that says so.",
        limits="What stands in for a trait without being one is looked at by EQ402, and by the group figures of a run.",
    ),
    references=(
        Reference("coe", "ECHR, Article 14; Protocol 12"),
        Reference("un", "ICCPR, Article 26"),
        Reference("us", "12 CFR 1002 (Regulation B)"),
        Reference("eu", "Charter of Fundamental Rights, Article 21"),
    ),
    decide=decide,
)
