"""Remedies as edits of the text: set a key, or take out what feeds a score, with the sources that nothing then uses."""

from __future__ import annotations

from collections.abc import Iterable

from glasstown.review.case import Case
from glasstown.review.contract import At, Edit, Remedy
from glasstown.review.feeds import Feed


def put(text: str, *pairs: tuple[At, str]) -> Remedy:
    """Set keys to TOML values; what the scheme is for stays."""
    return Remedy(text, tuple(Edit("set", at, value) for at, value in pairs))


def days(number: int) -> str:
    """A number of days as a figure of our own: a proposal is nobody's documented fact."""
    return f'{{ value = {number}, band = [{number}, {number}], mark = "assumed" }}'


def quote(text: str) -> str:
    """A text as TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def without_consequence(name: str, text: str) -> Remedy:
    """Take a consequence out."""
    at = At("consequence", name)
    return Remedy(text, (Edit("drop-table", at),), f"the {at} goes")


def without_feeds(case: Case, feeds: Iterable[Feed], text: str) -> Remedy:
    """Take feeds out, and of sources whatever nothing then answers."""
    gone = tuple(dict.fromkeys(feed.at for feed in feeds))
    edits = [Edit("drop-table", at) for at in gone]
    edits += _named_elsewhere(case, gone)
    left = [feed for feed in case.answering if feed.at not in gone]
    deleted = [str(at) for at in gone]
    for source in case.used_sources:
        before = case.answered_acts(source)
        after = tuple(act for act in before if any(source in case.sources_of(feed, act) for feed in left))
        place = At("source", source.id)
        if not after:
            edits.append(Edit("drop-table", place))
            deleted.append(str(place))
        else:
            unused = [act for act in before if act not in after]
            edits += [Edit("drop-item", At("source", source.id, "sees"), act) for act in unused]
    return Remedy(text, tuple(edits), f"out go {', '.join(deleted)}")


def without_source(case: Case, name: str, text: str) -> Remedy:
    """Take a source out, with every feed that then has none left."""
    source = next(one for one in case.scheme.sources if one.id == name)
    alone = [feed for feed in case.answering if case.sources_of(feed) == (source,)]
    named = [
        Edit("drop-item", At(feed.at.table, feed.at.id, "sources"), name)
        for feed in case.answering
        if feed not in alone and name in feed.sources
    ]
    if not alone:
        place = At("source", name)
        return Remedy(text, (Edit("drop-table", place), *named), f"the {place} goes")
    found = without_feeds(case, alone, text)
    dropped = {edit.at for edit in found.edits if edit.what == "drop-table"}
    extra = () if At("source", name) in dropped else (Edit("drop-table", At("source", name)),)
    kept = tuple(edit for edit in found.edits if edit.at != At("source", name, "sees"))
    return Remedy(text, (*kept, *extra, *named), found.deletes)


def _named_elsewhere(case: Case, gone: tuple[At, ...]) -> list[Edit]:
    """Places that name a rule which goes: lists of rules in associations, repairs and caps."""
    rules = {at.id for at in gone if at.table == "rule"}
    keys = (("association", "rules"), ("repair", "rules"), ("cap", "rules"), ("version", "drop_rules"))
    return [
        Edit("drop-item", At(setting.table, setting.id, setting.key), str(name))
        for setting in case.scheme.settings
        if (setting.table, setting.key) in keys and isinstance(setting.value, tuple)
        for name in setting.value
        if name in rules
    ]
