"""Grammar of rewards that can be gamed."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.key import RUNNING, Key

REWARD_KEYS: Final = (
    Key("source", "own_word", RUNNING, "flag",
        "whether a person's own word is enough for a record, so that deeds that earn points can be logged undone"),
)  # fmt: skip
"""Keys of rewards that can be gamed."""
