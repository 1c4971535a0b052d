"""Scores that go back to their start, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Returns:
    """How a score goes back to its start.

    Every `decay_days` it goes a `share` of the way, or so many `points` of it (one of the two is None). On day
    `reset_first`, and every `reset_days` from then on, it is set to the start. None where it does not.
    """

    share: Figure | None = None
    points: Figure | None = None
    decay_days: int = 0
    """0 where it goes back by nothing."""
    reset_days: int = 0
    """0 where it is never set."""
    reset_first: int = 0


STAYS = Returns()
"""A score that stays where it is until something moves it."""
