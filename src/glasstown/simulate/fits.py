"""The barrier after a fit: what the records of a county, or of the nation, say becomes the weights of its index.

A category weighs by the logarithm of its odds ratio: how much likelier a record is where its value is low than where it
is high, with a half added to each of the four counts (Haldane 1956, Anscombe 1956), so that none is nothing. What is
fitted holds from the next step on, for everybody of the county; so what one resident does, or is said to have done, can
reach all of them, one step later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import reduce
from typing import Any, Final

import numpy as np

from glasstown.compiled.fits import FitTables
from glasstown.ledger.sink import Sink
from glasstown.simulate.rows import FITS, StepRows, digest_table
from glasstown.simulate.sample import Fit, both
from glasstown.simulate.span import Span
from glasstown.simulate.votes import NATION
from glasstown.vocab.arrays import I64, U64

DIGITS: Final = Context(prec=40, rounding=ROUND_HALF_EVEN)
"""Decimal logarithms are rounded correctly, so they are the same on every machine."""

WITH, WITHOUT = 1, 0
"""Places in a count of one bin: those of whom it is so, and the others."""


def log_odds(low: Sequence[int], high: Sequence[int]) -> int:
    """Thousandths of the log odds ratio of a low value against a high one, to the nearest; above 0 where it is low.

    Args:
        low, high: residents (without, with) what is to be foretold. Where nobody is low, or nobody high, there is
            nothing to compare, and the ratio counts as 1: the halves alone would say how common it is, not for whom.
    """
    if not sum(low) or not sum(high):
        return 0
    above = (2 * low[WITH] + 1) * (2 * high[WITHOUT] + 1)
    below = (2 * low[WITHOUT] + 1) * (2 * high[WITH] + 1)
    ratio = DIGITS.divide(Decimal(above), Decimal(below))
    return int(DIGITS.ln(ratio).scaleb(3).to_integral_value(ROUND_HALF_EVEN))


def shared(total: int, odds: Sequence[int]) -> list[int] | None:
    """Shares of a total in proportion to what of the log odds lies above 0, halves up; None where nothing does."""
    above = [max(one, 0) for one in odds]
    whole = sum(above)
    return [(2 * total * one + whole) // (2 * whole) for one in above] if whole else None


@dataclass(slots=True)
class Fits:
    """The weights of an index, county by county.

    Attributes:
        tables: when they are fitted, and from what.
        weight: (categories, counties) i64 thousandths.
    """

    tables: FitTables
    weight: I64

    def fitted(self, place: int) -> tuple[int, ...]:
        """Weights that hold in a county, in thousandths; none where they are those of the file."""
        mine = self.weight[:, place]
        return () if np.array_equal(mine, self.tables.declared) else tuple(mine.tolist())

    def arrays(self) -> dict[str, Any]:
        """State as arrays of a checkpoint."""
        return {"fitted_weight": self.weight}

    def restore(self, arrays: Mapping[str, Any]) -> None:
        """Take up the state of a checkpoint."""
        self.weight = arrays["fitted_weight"]

    def hold(
        self, lived: Sequence[int], places: Sequence[int], results: Sequence[StepRows], span: Span, writer: Sink,
        record: U64,
    ) -> None:
        """Add up what a step counted, and let the weights that follow hold.

        Args:
            lived: numbers of the counties.
            places: place of each stretch's county among them.
            results: what the stretches handed over.
            span: the step.
            writer: of the ledger.
            record: lanes of the digest.
        """
        found = [(place, rows.fit) for place, rows in zip(places, results, strict=True) if rows.fit is not None]
        if not found:
            return
        counties = {NATION: list(range(len(lived)))} if self.tables.nation else {lived[p]: [p] for p, _ in found}
        for county, held in sorted(counties.items()):
            counted = reduce(both, [one for place, one in found if place in held])
            before = self.weight[:, held[0]].copy()
            self.weight[:, held] = self._after(counted, before)[:, None]
            self._write(county, counted, before, self.weight[:, held[0]], span, writer, record)

    def _after(self, counted: Fit, before: I64) -> I64:
        """The weights after a fit: as before where too few were recorded, or no low value went with records."""
        mine, after = self.tables.categories, before.copy()
        odds = [log_odds(*_by_bin(counted.counts[c].sum(axis=2))) for c in mine]
        weights = shared(int(self.tables.declared[mine].sum()), odds) if counted.recorded >= self.tables.least else None
        if weights is not None:
            after[mine] = weights
        return after

    def _write(
        self, county: int, counted: Fit, before: I64, after: I64, span: Span, writer: Sink, record: U64
    ) -> None:
        """A row for each category; which one it is the digest does not hold, as names of categories are no luck."""
        mine = self.tables.categories
        counts, number = counted.counts[mine], mine.size
        said, true = counts.sum(axis=3), counts.sum(axis=2)
        columns = {
            "step": np.full(number, span.step), "day": np.full(number, span.end), "county": np.full(number, county),
            "residents": np.full(number, counted.residents), "recorded": np.full(number, counted.recorded),
            "did": np.full(number, counted.did),
            "low": said[:, 0].sum(axis=1), "low_recorded": said[:, 0, WITH], "low_did": true[:, 0, WITH],
            "low_found": counts[:, 0, WITH, WITH], "high": said[:, 1].sum(axis=1), "high_recorded": said[:, 1, WITH],
            "high_did": true[:, 1, WITH], "high_found": counts[:, 1, WITH, WITH],
            "odds_milli": np.array([log_odds(*_by_bin(one)) for one in said]),
            "true_odds_milli": np.array([log_odds(*_by_bin(one)) for one in true]),
            "before_milli": before[mine], "weight_milli": after[mine],
        }  # fmt: skip
        writer.append("fits", columns | {"category": mine})
        digest_table(record, FITS, *columns.values())


def _by_bin(counts: I64) -> tuple[list[int], list[int]]:
    """(low, high) counts of one category, each (without, with)."""
    low, high = counts.tolist()
    return low, high


def fits_of(tables: FitTables | None, counties: int) -> Fits | None:
    """The weights before anything is fitted: those of the file. None where they stay."""
    return Fits(tables, np.repeat(tables.declared[:, None], counties, axis=1)) if tables else None
