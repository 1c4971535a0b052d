"""The societies that come with the package, by the names under which schemes and the command line ask for them."""

from __future__ import annotations

from typing import Final

SOCIETIES: Final = ("china-2020",)
"""Folders of tables: aggregates of their own."""

SOCIETY_FILES: Final = ("differential-watch", "differential-watch-blind")
"""Files that change one of them."""

USUAL: Final = SOCIETIES[0]
"""The society of a run that names none."""
