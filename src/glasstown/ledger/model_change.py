"""What a run folder says of the run that it is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """In what a world differs from another run: what was switched off or added, since when, and which run that is."""

    without: tuple[str, ...]
    """Causes as they are written, such as "rule:late-bill"."""
    from_day: int
    of: str
    """Digest of the run that it is held against."""
    added: tuple[str, ...] = ()
    """What was added, as it is written, such as "appeals"."""
