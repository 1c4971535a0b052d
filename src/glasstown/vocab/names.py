"""Names that enter the address of luck, and the form every name of a file must have."""

from __future__ import annotations

import hashlib
import re
from typing import Final

NAME_FORM: Final = re.compile(r"[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*")
"""Letters, digits and single hyphens: the whole name must match."""

LONGEST_NAME: Final = 64
"""Characters in the longest name."""


def name_digest(name: str) -> int:
    """The 24-bit digest by which a source, rule or declared act enters the address of its luck."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=3).digest(), "little")


def is_name(text: str) -> bool:
    """Say whether `text` may name a thing in a file."""
    return len(text) <= LONGEST_NAME and NAME_FORM.fullmatch(text) is not None
