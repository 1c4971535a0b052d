"""Agreement of sources, as a rule asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Agreement:
    """At least `count` different sources, whose trust adds up to `trust`, have recorded the act in `within_days`."""

    count: Figure
    within_days: Figure
    trust: Figure
