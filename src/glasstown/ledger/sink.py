"""Where rows of a world go: into a run folder, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol


class Sink(Protocol):
    """Takes rows of tables as they are lived."""

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Take rows of one table, as columns of one length."""


class Nowhere:
    """A sink that keeps nothing: a world that is lived in memory."""

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Take rows, and forget them."""
