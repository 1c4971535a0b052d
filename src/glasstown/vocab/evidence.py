"""Evidence marks: how a figure is known, and the band that says how well."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MARKS: Final = ("documented", "reported", "derived", "assumed", "contested", "fiction")
"""Every mark a figure may carry, from best known to invented."""

MARKS_THAT_NEED_A_BAND: Final = ("assumed", "contested")
"""A figure with one of these marks is refused unless it says how far it may be wrong."""

ASSUMPTION: Final = "assumption"
"""The source key of a figure that nobody has published."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what is known about it.

    The value and the band are decimals, read from text as written: no binary rounding happens before
    a table is built from them.
    """

    value: Decimal
    mark: str
    low: Decimal | None = None
    high: Decimal | None = None
    cite: tuple[str, ...] = ()

    @property
    def band_text(self) -> str:
        """The band as people read it, or an empty string where there is none."""
        if self.low is None or self.high is None:
            return ""
        return f"{self.low} to {self.high}"
