"""A score of a scheme, and the grades that it is cut into."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from glasstown.scheme.model_index import Index
from glasstown.scheme.model_ranks import Rank
from glasstown.scheme.model_returns import STAYS, Returns
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Score:
    """A sum of points: where it starts, between which ends it stays, and how it adds up.

    `hidden`: nobody is told their own. `cap` is "each-entry" (what a bonus cannot add is gone) or "on-reading" (the
    open sum is kept and cut when read). `stack` is "act" (one act counts once) or "record" (every record of it counts).
    """

    start: Figure
    lowest: Figure
    highest: Figure
    cap: str
    stack: str
    span: Span
    index: Index | None = None
    """How it is worked out anew on certain days; None where it comes about entry by entry."""
    of: str = "resident"
    """Whose score it is: one of `vocab.organisations.SUBJECTS`."""
    id: str = ""
    title: str = ""
    hidden: bool = False
    rank: Rank | None = None
    """By what and among whom it ranks; None where it does not."""
    returns: Returns = STAYS

    @property
    def kind(self) -> str:
        """How it comes about: one of `scheme.grammar_index.KINDS`."""
        return "rank" if self.rank else self.index.kind if self.index else "points"

    @property
    def start_points(self) -> Decimal:
        """Points on the day a resident becomes a subject."""
        return self.start.value

    @property
    def low_points(self) -> Decimal:
        """The least score."""
        return self.lowest.value

    @property
    def high_points(self) -> Decimal:
        """The greatest score."""
        return self.highest.value


@dataclass(frozen=True, slots=True)
class Grade:
    """A class of scores, best first in the file; the lowest has no threshold."""

    id: str
    at_least: Figure | None
    label: str
    label_zh: str
    span: Span
    score: str = ""
    """The score of which it is a class; "" for the only one."""
    by_override: bool = False
    """Whether overrides alone lead to it; its edge is then that of the grade above, so that no points do."""
