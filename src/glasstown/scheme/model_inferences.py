"""Inferences of a scheme, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.formula import Node
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Inference:
    """What is concluded where `evidence` holds, or where `about` does if None, but for the two chances of error."""

    id: str
    title: str
    about: Node
    evidence: Node | None
    wrong_yes: Figure
    wrong_no: Figure
    holds_days: Figure
    span: Span
