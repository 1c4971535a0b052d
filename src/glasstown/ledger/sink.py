"""Where rows of a world go: into a run folder, into memory, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol


class Sink(Protocol):
    """Takes rows of tables as they are lived."""

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Take rows of one table, as columns of one length."""


class StepSink(Sink, Protocol):
    """Takes rows, and hears of every step."""

    def log_step(self, summary: Mapping[str, Any]) -> None:
        """Hear what one step came to."""

    def checkpoint(self, step: int, arrays: Mapping[str, Any], meta: Mapping[str, Any]) -> None:
        """Hear of the state from which a step and all after it can be lived again."""


class Nowhere:
    """A sink that keeps nothing: a world that is lived in memory."""

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Take rows, and forget them."""
