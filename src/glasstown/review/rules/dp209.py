"""DP209: records are kept longer than anything uses them, or for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.feeds import Feed, days_counted
from glasstown.review.remedies import days, put
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.scheme.model_sources import Source

THREE_YEARS: Final = 1095
"""Days that a remedy proposes where nothing in the file says how long a record is of use."""


def decide(case: Case) -> Iterator[Answer]:
    """Compare how long each source keeps a record with its register, and with how long anything uses it."""
    for source in case.person_sources:
        yield from _kept(case, source)


def _kept(case: Case, source: Source) -> Iterator[Answer]:
    at, register = At("source", source.id, "retention_days"), At("source", source.id, "register_days")
    kept, held = case.number(at), case.number(register)
    feeds = [feed for feed in case.feeds if feed.takes and source in case.sources_of(feed)]
    uses = [_used(case, feed) for feed in feeds]
    longest = None if not uses or None in uses else max(one for one in uses if one is not None)
    if kept is None and uses and all(one is None for one in uses):
        text = f"the file names no end: what {feeds[0].at} takes is never given back"
        yield fails(at, text, put("let records go", (at, days(held or THREE_YEARS))))
    elif kept is None:
        yield missing(at, "how long is a record kept?")
    elif held is not None and kept > held:
        text = f"kept for {kept:,} days; the register from which it comes lets go after {held:,}"
        yield fails(at, text, put("keep it no longer than the register does", (at, days(held))))
    elif longest is not None and kept > longest:
        text = f"kept for {kept:,} days; nothing uses it after {longest:,}"
        yield fails(at, text, put("keep it no longer than it is used", (at, days(longest))))


def _used(case: Case, feed: Feed) -> int | None:
    """Days for which a feed uses a record; None for good, or as long as something lasts that has no term."""
    scheme, name = case.scheme, feed.at.id
    if feed.at.table == "rule":
        ends = next(one.expires_days for one in scheme.rules if one.id == name)
    elif feed.at.table == "override":
        ends = next(one.within_days for one in scheme.overrides if one.id == name)
    elif feed.at.table == "ground":
        ends = next(one.term_days for one in scheme.grounds if one.id == name)
    else:
        return max((days_counted(one) for one in feed.asks), default=0) or None
    return int(ends.value) if ends else None


RULE = Rule(
    code="DP209",
    name="keeps-too-long",
    status="stable",
    severity="S",
    mode=TEXT,
    words=Words(
        what="Compares `retention_days` of each source with how long the register keeps what it comes from, and"
        " with how long rules, formulas and lists use a record. A file without any end, whose points never"
        " expire either, fails.",
        why="What is kept for good is held against somebody for good. A bureau may not remember what the public"
        " register has forgotten.",
        example="[[source]]\nretention_days = 3650\nregister_days = 1095",
        instead="[[source]]\nretention_days = 1095",
        allow="Where a law orders that the record is kept, and kept apart.",
        limits="Copies with recipients are looked at by DU504 and SC801.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Articles 5(1)(e) and 17; Court of Justice, C-26/22", "seen"),
        Reference("us", "15 USC 1681c: generally seven years"),
        Reference("coe", "S. and Marper v the United Kingdom (2008)"),
    ),
    decide=decide,
)
