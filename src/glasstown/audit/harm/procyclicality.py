"""M23, procyclicality: whether a scheme strikes harder when work is short.

What it says: When one per cent more are out of work, this many per cent more residents begin to be punished.

Definition: the slope of least squares of the logarithm of residents on whom punishment begins in a quarter, on the
logarithm of the share out of work in that quarter in the world without the scheme, over whole quarters after the first
year. The share is taken without the scheme, so that work which the scheme itself denies is no cause here.

Unit: an elasticity, per cent for each per cent.

How to read it: 0 is that bad times change nothing. 1 is that punishments grow as fast as the share out of work. Above
it, a scheme falls hardest on those whom a shock that is nobody's fault has hit. Beside it the quarter with the most
beginnings over the median quarter, and how much the share out of work varied.

Limits: There is a value only where the share varies by a tenth at least (its standard deviation over its mean): towns
of the society that comes with the package live without a common shock. A society file can bring one (`[[shock]]` of
`job-loss`, from one day to another). Lags are not looked for, and other things may change over the years of a run. Four
quarters of 30 beginnings at least.

Sources: Gordy and Howells 2006 (doi:10.1016/j.jfi.2005.12.002), of what banks hold against bad times; the reading for
punishments is this project's.
"""

from __future__ import annotations

from collections import Counter
from math import log
from statistics import fmean, median, pstdev
from typing import Final

import polars as pl

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, under
from glasstown.audit.harm.done_less import pair_of
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.punishment import punished_days
from glasstown.vocab.units import DAYS_IN_YEAR

QUARTER: Final = 91
LEAST_QUARTERS: Final = 4
LEAST_SPREAD: Final = 0.1


def tally(bundle: Bundle) -> Counts | Undefined:
    """By whole quarter after the first year: days out of work, days of all, and on how many punishment begins."""
    if reason := without_scheme(bundle):
        return reason
    baseline = pair_of(bundle)
    if isinstance(baseline, Undefined):
        return baseline
    ledger = bundle.case.worlds.scheme
    quarters = range(-(-DAYS_IN_YEAR // QUARTER), ledger.manifest.horizon_days // QUARTER)
    if len(quarters) < LEAST_QUARTERS:
        return Undefined("the run ends before a year and four quarters are over")
    begun = Counter(
        quarter
        for spans in punished_days(ledger).denied.values()
        for quarter in {start // QUARTER for start, _ in spans}
    )
    days = pl.col("days").cast(pl.Int64)
    of = baseline.table("steps").group_by(quarter=pl.col("day") // QUARTER)
    worked = {quarter: (out, all_) for quarter, out, all_ in of.agg(
        (pl.col("out_of_work") * days).sum(), (pl.col("residents") * days).sum().alias("all")
    ).iter_rows()}  # fmt: skip
    counts: dict[str, float] = {}
    for quarter in quarters:
        out, everybody = worked.get(quarter, (0, 0))
        counts |= {
            named("out", quarter): out,
            named("days", quarter): everybody,
            named("begun", quarter): begun[quarter],
        }
    return counts


def measure(counts: Counts) -> Figure:
    """The elasticity, the worst quarter over the median one, and how much the share out of work varied."""
    begun = {int(name[0]): number for name, number in under(counts, "begun").items()}
    n = int(sum(begun.values()))
    counted = f"Punishment began {n:,} times in {len(begun)} quarters."
    used = [
        quarter for quarter in sorted(begun)
        if begun[quarter] >= MIN_DENOMINATOR and counts[named("out", quarter)] > 0
    ]  # fmt: skip
    if len(used) < LEAST_QUARTERS:
        return nothing("fewer than four quarters in which punishment began 30 times", n, counted=counted)
    shares = [counts[named("out", quarter)] / counts[named("days", quarter)] for quarter in used]
    numbers = [begun[quarter] for quarter in used]
    spread = pstdev(shares) / fmean(shares)
    parts = (
        Part("peak-over-median", max(numbers) / median(numbers), n, None, "ratio"),
        Part("spread-of-share", spread, n, None, "ratio"),
    )
    if spread < LEAST_SPREAD:
        reason = f"no common shock: the share out of work varied by {100 * spread:.1f} % only"
        return nothing(reason, n, counted=counted, parts=parts)
    value = _slope([log(share) for share in shares], [log(number) for number in numbers])
    says = f"{counted} Where one per cent more are out of work, {value:.2f} per cent more begin to be punished."
    return Figure(value, n, says, parts=parts)


def _slope(x: list[float], y: list[float]) -> float:
    """The slope of least squares of y on x, which is not all alike."""
    at, up = fmean(x), fmean(y)
    return sum((a - at) * (b - up) for a, b in zip(x, y, strict=True)) / sum((a - at) ** 2 for a in x)


METRIC: Final = Metric(
    code="M23",
    slug="procyclicality",
    title="Procyclicality",
    theme="traps and mobility",
    unit="per cent for each per cent",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="a society file with a `[[shock]]` of `job-loss`",
    room=__name__,
    signed=True,
)
