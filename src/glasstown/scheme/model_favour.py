"""What a scheme file says of officials who are kinder to some, as frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from glasstown.vocab.evidence import Figure

if TYPE_CHECKING:
    from glasstown.scheme.model import Scheme

Favour: TypeAlias = tuple[tuple[str, Figure], ...]
"""Pairs of a kind of tie to an official (`vocab.officials`) and a share from 0 to 1; empty for no favour."""


def favours_any(scheme: Scheme) -> bool:
    """Whether some decision of a scheme is kinder to those tied to officials."""
    decisions = (one.decision for one in (*scheme.grounds, *scheme.consequences))
    return any(rule.favour for rule in scheme.rules) or any(one.favour for one in decisions if one)
