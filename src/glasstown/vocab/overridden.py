"""Single addresses that a change can name: how each is written, and how many there can be."""

from __future__ import annotations

import re
from typing import Final

from glasstown.vocab.change import EVERY
from glasstown.vocab.watching import GROUP_NAMES

SIGHTING: Final = "sighting"
TIE: Final = "tie"
UPHELD: Final = "upheld"
LABEL: Final = "label"
ATTRIBUTES: Final = "attributes"

OF_SINGLE: Final = frozenset((SIGHTING, TIE, UPHELD, LABEL, ATTRIBUTES))
"""Words of what is otherwise of single residents."""

EVERYBODY: Final = -1
"""In place of a resident: each of them."""

MOST: Final = 64
"""Addresses that one change can name."""

LARGEST: Final = 1 << 72
"""No number of a sighting is as large: who, act, and the 32 bits of a record's address."""


_LABEL: Final = re.compile("(0|[1-9][0-9]{0,10}|[*])=(.*)")
_TIE: Final = re.compile("([0-9]{1,11})-([0-9]{1,11})")


def number_in(text: str) -> int | None:
    """The number of a sighting as it is written, in digits alone; None where it is not."""
    is_number = text.isascii() and text.isdigit() and len(text) < len(str(LARGEST)) and text == str(int(text))
    return int(text) if is_number else None


def ends_of(text: str) -> tuple[int, int] | None:
    """The two residents of a tie as it is written, such as "12-345"; None where it is not."""
    found = _TIE.fullmatch(text)
    if found is None:
        return None
    one, other = int(found[1]), int(found[2])
    return (one, other) if one != other else None


def label_in(text: str) -> tuple[int, int] | None:
    """Whom a label is put on (`EVERYBODY` for "*") and the number of its group; None where it is not so written."""
    found = _LABEL.fullmatch(text)
    if found is None or found[2] not in GROUP_NAMES:
        return None
    return (EVERYBODY if found[1] == EVERY else int(found[1]), GROUP_NAMES.index(found[2]))


def of_everybody(name: str) -> bool:
    """Whether what stands behind the colon is put on everybody."""
    return name.partition("=")[0] == EVERY
