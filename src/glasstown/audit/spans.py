"""Spans of days: first day and first day after, rising and apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]


def merge(spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans in any order, overlapping or touching, as rising spans that are apart; empty ones are dropped."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def days_in(spans: Spans) -> int:
    """Days in all spans."""
    return sum(end - start for start, end in spans)


def in_both(one: Spans, other: Spans) -> Spans:
    """The days that lie in a span of each of two lists."""
    return merge((max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other)


def days_in_both(one: Spans, other: Spans) -> int:
    """Days that lie in a span of each of two lists."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
