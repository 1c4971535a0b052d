"""What a source of a known kind does not say itself: filled in from the catalogue before anything is read.

What runs, and what a run folder keeps, is the whole, so that a later catalogue changes no run that was made. Every
figure filled in is assumed, has a band, and cites the catalogue; its place in a message is that of `kind`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from glasstown.scheme.places import Path
from glasstown.scheme.source_kinds import CITE, SourceKind, source_kinds
from glasstown.scheme.text import Document, Raw

KIND: Final = "kind"

Entries = dict[str, Raw]


def fill_kinds(document: Document) -> Document:
    """The document with every source of a known kind made whole; the same document where there is none.

    A kind that is not known is refused where it is read. What is missing beside it is filled in all the same, so that
    one wrong name is one fault.
    """
    raw = document.values.get("source")
    tables = cast("list[Raw]", raw) if isinstance(raw, list) else []
    whole: list[Raw] = []
    places = dict(document.places)
    for number, one in enumerate(tables):
        keys = cast("Entries", one) if isinstance(one, dict) else {}
        added = {key: value for key, value in _given_by(keys.get(KIND)).items() if key not in keys}
        path: Path = ("source", number)
        if added:
            places |= {(*path, key): places[(*path, KIND)] for key in added if (*path, KIND) in places}
        whole.append({**keys, **added} if added else one)
    if whole == tables:
        return document
    return replace(document, values={**document.values, "source": whole}, places=places, merged=True)


def _given_by(name: Raw) -> Entries:
    """What a kind says of a source, as TOML would give it; nothing where the source names none."""
    if not isinstance(name, str):
        return {}
    kinds = source_kinds()
    return _keys(kinds.get(name) or next(iter(kinds.values())))


def _keys(kind: SourceKind) -> Entries:
    figures = {
        key: {"value": value, "band": [low, high], "mark": "assumed", "cite": [CITE]}
        for key, (value, low, high) in kind.figures.items()
    }
    words = {"title": kind.title, "context": kind.context, "match": kind.match, "delay": kind.delay}
    return {**words, **({"sees": list(kind.sees)} if kind.sees else {}), **figures, "special": kind.special}
