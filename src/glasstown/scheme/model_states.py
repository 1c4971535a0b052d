"""Points that stand while something is so of a resident, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.formula import Node
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class StateRule:
    """`points` stand while `when` holds; it is looked at on day 0 and every `refresh_days` from then on."""

    id: str
    title: str
    when: Node
    points: Figure
    refresh_days: Figure
    span: Span
    score: str = ""
    """The score that it moves; "" for the only one."""
