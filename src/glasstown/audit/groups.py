"""How the invented groups are called. They stand for nobody real."""

from __future__ import annotations

from glasstown.vocab.codes import Group


def group_words(group: Group) -> str:
    """A group as people read it: `majority`, `minority A`."""
    word, _, letter = group.name.lower().partition("_")
    return f"{word} {letter.upper()}".strip()


def group_slug(group: Group) -> str:
    """A group as part of the address of a finding."""
    return group.name.lower().replace("_", "-")
