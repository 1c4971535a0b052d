"""Gauges: hours, purchases, bills, savings, read as one quantity a month.

A gauge is a pure function of who somebody is, how they stand, and one draw: for every month anew, or once for all where
the quantity stands. The ledger holds those of the keyed sample of lives; a scheme reads what it has meters for
(`simulate.meters`). What is logged is less than what was done.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

import numpy as np

from glasstown.behaviours.act import Act
from glasstown.behaviours.acts.gauges import GAUGE_LOADINGS
from glasstown.behaviours.acts.quantities import BY_FIFTH, QUANTITIES, QUANTITY_LOADINGS, STANDS
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import Classes, People
from glasstown.kernels.tables import exponential_quantiles, log_rate, relative_rates
from glasstown.simulate.cell_rates import Shares, TraitOdds, base_row, loading_row, mean_factor
from glasstown.simulate.class_shifts import private_row
from glasstown.vocab.arrays import I16, I32, I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision
from glasstown.vocab.gauges import GAUGE_CODES
from glasstown.vocab.units import DAYS_IN_YEAR

GAUGE: Final = int(Decision.GAUGE)
ONCE: Final = 1
"""Last bit of the third word of an address: what is drawn once, whatever the step."""

MONTH_DAYS: Final = 30
"""Days between two readings."""

NEVER_BELOW: Final = -16_000
ZERO: Final = 1024
TOP: Final = 2047
FACTOR_BITS: Final = 16
QUANTILE_BITS: Final = 12

READING: Final = np.dtype([("slot", np.int32), ("act", np.uint8), ("milli", np.int64), ("logged_milli", np.int64)])
"""One quantity of one resident in one month, true and as it is logged, in thousandths of its unit."""


class Gauges(NamedTuple):
    """Tables of all gauges, one row a gauge.

    `act`: codes. `mean_milli`: mean a month, or of what stands. `base`: (gauges, cells), `private`: (gauges, private
    classes), `loading`: (gauges, 3) and `by_fifth`: (gauges, 5) in 1/128 octave. `needs`: standing bits. `stands`: 1
    for what is drawn once. `logged`: share that is logged, threshold of 32 bits. `factor`: (2048,)
    2**((i - 1024) / 128) in 1/65,536. `quantile`: (4096,) of an exponential, in 1/4,096.
    """

    act: U8
    mean_milli: I64
    base: I16
    private: I16
    loading: I16
    by_fifth: I16
    needs: U16
    stands: U8
    logged: U64
    factor: U32
    quantile: U32


class Quantities(NamedTuple):
    """What quantities hang on beside classes: `fifth` (residents,) of income on day 0, the poorest 0."""

    fifth: U8


def gauges_of(acts: tuple[Act, ...], shares: Shares, odds: TraitOdds, without: frozenset[str]) -> Gauges:
    """Tables of every gauge of a society."""
    rows = [act for act in (*acts, *QUANTITIES) if act.kind == "gauge"]
    loadings = [loading_row((GAUGE_LOADINGS | QUANTITY_LOADINGS)[act.id]) for act in rows]
    spreads = [mean_factor(loading, tuple(odds)) for loading in loadings]
    means = [_mean(act) for act in rows]
    logged = [act.detected.value if act.detected else Decimal(1) for act in rows]
    return Gauges(
        act=np.array([GAUGE_CODES[act.id] for act in rows], np.uint8),
        mean_milli=np.array([int(mean) for mean in means], np.int64),
        base=np.array([_base(act, shares, spread) for act, spread in zip(rows, spreads, strict=True)], np.int16),
        private=np.array([private_row(act, without) for act in rows], np.int16),
        loading=np.array(loadings, np.int16),
        by_fifth=np.array([[log_rate(one.value) for one in BY_FIFTH.get(act.id, ())] or [0] * 5 for act in rows],
                          np.int16),
        needs=np.array([int(act.needs) for act in rows], np.uint16),
        stands=np.array([act.id in STANDS for act in rows], np.uint8),
        logged=np.array([int(Fraction(share) * 2**32) for share in logged], np.uint64),
        factor=relative_rates(FACTOR_BITS),
        quantile=exponential_quantiles(QUANTILE_BITS),
    )


def _mean(act: Act) -> Decimal:
    """Thousandths that somebody it is about has on average: in a month, or at any time of what stands."""
    if act.id in STANDS:
        return act.rate.value * 1000
    return act.rate.value * MONTH_DAYS / DAYS_IN_YEAR * 1000


def _base(act: Act, shares: Shares, spread: Decimal) -> I16:
    """How the mean goes with age and sex: as for an act of that rate."""
    return base_row(replace(act, kind="listed"), shares, act.rate.value * spread)


@inner
def quantities_of(gauges: Gauges, quantities: Quantities, people: People, classes: Classes, g: Whole, chosen: I32,
                  first: Whole, step: Whole, keys: U64, found: I64) -> None:
    """Write one quantity of each of some residents in the month that begins in a step, in thousandths; -1 for none.

    All of them at once: handing the tables over for each resident would take longer than the quantity itself.
    """
    needs, act = gauges.needs[g], np.uint64(gauges.act[g])
    place = np.uint64(ONCE) if gauges.stands[g] != 0 else np.uint64(step << 16)
    for c in range(chosen.size):
        i = np.int64(chosen[c])
        found[c] = -1
        if people.standing[i] & needs != needs:
            continue
        index = np.int64(gauges.base[g, np.int64(people.cell[i])])
        index += np.int64(gauges.private[g, np.int64(classes.private[i])])
        index += np.int64(gauges.by_fifth[g, np.int64(quantities.fifth[i])])
        if index < NEVER_BELOW:
            continue
        shift = np.int64(0)
        for t in range(3):
            shift += np.int64(gauges.loading[g, t]) * np.int64(people.traits[t, i])
        index += ZERO + (((shift + 16) >> 5) if shift >= 0 else -((16 - shift) >> 5))
        w0, _, _, _ = philox4x32(np.uint64(first + i), act, place, np.uint64(GAUGE << 24), keys[0], keys[1])
        mean = (gauges.mean_milli[g] * np.int64(gauges.factor[min(max(index, 0), TOP)])) >> FACTOR_BITS
        found[c] = (mean * np.int64(gauges.quantile[np.int64(w0 >> np.uint64(20))])) >> QUANTILE_BITS


@kernel
def read_gauges(gauges: Gauges, quantities: Quantities, people: People, classes: Classes, chosen: I32, first: Whole,
                step: Whole, keys: U64, readings: AnyArray) -> Whole:
    """Read every gauge of the residents chosen.

    Args:
        gauges: the tables.
        quantities: what quantities hang on beside classes.
        people: static columns.
        classes: classes at the start of the step.
        chosen: slots of residents.
        first: number of the first resident.
        step: number of the step in which the month begins.
        keys: luck key.
        readings: buffer of `READING` rows with room for every gauge of everybody chosen.

    Returns:
        Rows written.
    """
    count, found = np.int64(0), np.empty((gauges.act.size, chosen.size), np.int64)
    for g in range(gauges.act.size):
        quantities_of(gauges, quantities, people, classes, np.int64(g), chosen, first, step, keys, found[g])
    for c in range(chosen.size):
        for g in range(gauges.act.size):
            milli = found[g, c]
            if milli < 0:
                continue
            readings[count]["slot"] = chosen[c]
            readings[count]["act"] = gauges.act[g]
            readings[count]["milli"] = milli
            readings[count]["logged_milli"] = np.int64((np.uint64(milli) * gauges.logged[g]) >> np.uint64(32))
            count += 1
    return count
