"""What an audit answers with: a finding, its unit, and the reason where there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

MIN_DENOMINATOR: Final = 30
"""Fewer residents than this give no rate."""

ONE_WORLD: Final = "one world was lived: an interval needs replicate worlds"
"""Why a finding of a single run has no interval."""

Value = int | float | None


@dataclass(frozen=True, slots=True)
class FindingTable:
    """Rows behind a finding: column titles with units, and values (None where undefined)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer in the model.

    `value` is None where it is undefined, never 0, and then `reason` says why, only then. `interval` is None where
    one world was lived or there is no value; `interval_reason` says why.
    """

    slug: str
    title: str
    value: Value
    unit: str
    interval: tuple[float, float] | None
    n: int
    reason: str | None
    text: str
    interval_reason: str | None
    table: FindingTable | None = None

    def to_plain(self) -> dict[str, Any]:
        """The finding as JSON holds it: value, unit, interval, n, and why the first or the third is missing."""
        return {
            "value": self.value,
            "unit": self.unit,
            "interval": None if self.interval is None else list(self.interval),
            "n": self.n,
            "reason": self.reason,
            "interval_reason": self.interval_reason,
        }


def found(
    slug: str,
    title: str,
    value: Value,
    unit: str,
    n: int,
    text: str,
    *,
    interval_reason: str = ONE_WORLD,
    table: FindingTable | None = None,
) -> Finding:
    """A finding of one world: it has a value and no interval, and says why."""
    return Finding(slug, title, value, unit, None, n, None, text, interval_reason, table)


def undefined(
    slug: str, title: str, unit: str, n: int, reason: str, *, counted: str = "", table: FindingTable | None = None
) -> Finding:
    """A finding without a value: the reason stands in its place.

    Args:
        slug: address of the finding.
        title: its title.
        unit: the unit it would have.
        n: residents asked about.
        reason: why there is no value, in a clause.
        counted: a sentence of what was counted all the same; counts need no denominator.
        table: counts behind it.
    """
    text = " ".join(part for part in (counted, f"{title}: not given, because {reason}.") if part)
    return Finding(slug, title, None, unit, None, n, reason, text, reason, table)


def too_few(n: int) -> str | None:
    """Why a denominator of `n` residents gives no rate, or None where it does."""
    return f"fewer than {MIN_DENOMINATOR} residents ({n})" if n < MIN_DENOMINATOR else None


def per_1000(slug: str, title: str, count: int, n: int, unit: str, text: str) -> Finding:
    """A rate per 1,000 residents, undefined where there are fewer than 30.

    Args:
        slug: address of the finding.
        title: its title.
        count: residents counted.
        n: residents asked about.
        unit: the unit in words.
        text: a sentence with `{value}`, `{count}` and `{n}` in it.
    """
    if reason := too_few(n):
        return undefined(slug, title, unit, n, reason)
    value = round(1000 * count / n, 3)
    return found(slug, title, value, unit, n, text.format(value=f"{value:,.1f}", count=f"{count:,}", n=f"{n:,}"))


def findings_to_plain(findings: tuple[Finding, ...]) -> dict[str, dict[str, Any]]:
    """All findings as one JSON object, by slug."""
    return {finding.slug: finding.to_plain() for finding in findings}
