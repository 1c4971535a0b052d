"""The reference page of kinds of source, written from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.scheme.citations import library_citations
from glasstown.scheme.source_kinds import SourceKind, Triple, profile_titles, source_kinds

_HEAD: Final = """\
# Kinds of source

Whatever watches in a scheme is a source: a chance of noticing an act, errors, a delay, and nothing of what was said,
written or seen. These are the kinds that the documents tell of, or whose conduct they tell of, and a few more that
schemes of the library have. Nobody has published how well any of them sees: **every figure is assumed**, and its band
says how far off it may be.

A scheme that says `kind = "blood-bank"` of a source takes from here what it does not say itself, `sees` included; its
page then cites `source-kinds` for those figures. Acts that are very common are drawn only as far as somebody could have
seen them, so a chance of seeing them is small here. Where no act is named, none of the model stands for what is
watched: a scheme declares acts of its own and names them. A trader in data and an intruder also stand here; what is
bought, stolen or changed while it lies with somebody is said of that holder.
"""


def source_kinds_page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "| kind | what it is | in Chinese | told in | sees | chance that it records what it sees | profile |"
    yield "|---|---|---|---|---|---|---|"
    for kind in source_kinds().values():
        cells = (f"`{kind.id}`", kind.title, kind.title_zh, _told(kind), _sees(kind),
                 _figure(kind.figures["detection"]), kind.profile)  # fmt: skip
        yield f"| {' | '.join(cells)} |"
    yield "\n## Profiles\n"
    yield "| profile | what it is | false records a year, of each act | of the wrong person | goes by | days, median |"
    yield "|---|---|---|---|---|---|"
    one_of = {kind.profile: kind for kind in source_kinds().values()}
    for profile, title in profile_titles().items():
        kind = one_of[profile]
        rates = [_figure(kind.figures[key]) for key in ("false_per_year", "wrong_person")]
        delay = f"{_figure(kind.figures['delay_days'])}, {kind.delay}"
        yield f"| {profile} | {title} | {' | '.join(rates)} | {kind.match} | {delay} |"
    yield "\n## Where they are told\n"
    told = dict.fromkeys(key for kind in source_kinds().values() for key in kind.told_in)
    yield "\n".join(f"- `{key}`: {library_citations()[key]}" for key in sorted(told))


def _told(kind: SourceKind) -> str:
    return ", ".join(f"`{key}`" for key in kind.told_in) or "not in them"


def _sees(kind: SourceKind) -> str:
    return ", ".join(f"`{act}`" for act in kind.sees) or "acts that the file declares"


def _figure(triple: Triple) -> str:
    value, low, high = triple
    return f"{value:f} ({low:f} to {high:f})"
