"""Kinds of ties between people, and of people to firms and offices, along which what one did is felt by another."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.change import EVERY, Change

TIES: Final = ("household", "kin", "colleague", "neighbour", "friend")
"""Kinds of ties between residents, in the order of their numbers."""

ORGANISATION: Final = "organisation"

KINDS: Final = (*TIES, ORGANISATION)
"""Kinds of ties that can be switched off."""

SHARED: Final = "household"
"""The scope of a consequence that hits whoever earned it as well as others."""

TIE_OF_SCOPE: Final = {
    SHARED: "household", "children": "household", "firms": ORGANISATION, "officers": ORGANISATION,
    "officials": ORGANISATION,
}  # fmt: skip
"""By the scope of a consequence, the ties along which it hits others."""

ASSOCIATION: Final = "association"
TIES_WORD: Final = "ties"


def kinds_off(change: Change) -> frozenset[str]:
    """Kinds of ties that a change switches off."""
    named = change.named(TIES_WORD)
    return frozenset(KINDS) if change.has((ASSOCIATION,)) or EVERY in named else named
