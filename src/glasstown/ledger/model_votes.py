"""What a run folder says about votes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote on the points of some rules, by code."""

    code: int
    id: str
    title: str
    method: str
    """`median` of all wishes, or `borda`: the option with most points of rank."""
    rules: tuple[int, ...]
