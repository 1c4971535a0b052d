"""Movements of a score as the ledger has them: what a book is kept again from."""

from __future__ import annotations

from typing import Final, NamedTuple

from glasstown.vocab.codes import Entry

_WORKED_OUT: Final = int(Entry.REFRESH)


class Movement(NamedTuple):
    """One record that a rule answered: when, at which address, and the points it drew (0: it did not bite).

    `via` is 0, or 1 + the association through which the points of somebody else came. Of a record that an override
    counts, `kind` says so and `rule` is the override; likewise of points that begin or cease to stand, and of what an
    appeal takes back.
    """

    day: int
    ref: int
    origin: int
    rule: int
    points_milli: int
    via: int = 0
    kind: int = int(Entry.RULE)
    true_milli: int = 0
    """Of a score that was worked out: what it would be by what is true."""
    alone_milli: int = 0
    """Likewise, were nobody tied to anybody."""
    score: int = 0
    """Code of the score that it is of."""

    @property
    def as_true(self) -> Movement:
        """The movement by what is true: of a score that was worked out, that score; else itself."""
        return self._replace(points_milli=self.true_milli) if self.kind == _WORKED_OUT else self

    @property
    def as_own(self) -> Movement:
        """The movement by what is true of oneself alone: of a score that was worked out, that score; else itself."""
        return self._replace(points_milli=self.alone_milli) if self.kind == _WORKED_OUT else self
