"""An index that is fitted anew: what its records taught it, beside what was true of the same residents."""

from __future__ import annotations

from math import exp, log
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import MIN_DENOMINATOR, Finding, FindingTable, found, undefined
from glasstown.ledger.model_fits import CategoryRow

MILLI: Final = 1_000
MOVED: Final = "of the weight of the categories that share it, 0 to 1"
RATIO: Final = "odds ratio by records, divided by that by what was done"
_COUNTS: Final = (
    "low", "low_recorded", "low_did", "low_found", "high", "high_recorded", "high_did", "high_found"
)  # fmt: skip
_COLUMNS: Final = (
    "holds from day", "category", "weight before", "weight", "low", "recorded", "did it", "high", "recorded", "did it",
    "odds ratio by records", "by what was done",
)  # fmt: skip


def weights_fitted(case: Case) -> tuple[Finding, ...]:
    """What each fit made of the weights, and how far records said otherwise than what was true; nothing without one."""
    ledger = case.worlds.scheme
    categories, fits = ledger.manifest.names.fitted, ledger.table("fits")
    if not categories or fits.is_empty():
        return ()
    cells = _pooled(fits)
    table = FindingTable(_COLUMNS, tuple(_row(cell, categories) for cell in cells.iter_rows(named=True)))
    return (_weights(cells, categories, table), *(_gap(cells, one) for one in categories))


def _pooled(fits: pl.DataFrame) -> pl.DataFrame:
    """Counts of all counties together, and the mean of their weights, by day and category."""
    weight = [pl.col(name).mean() for name in ("before_milli", "weight_milli")]
    totals = [pl.col(name).sum() for name in (*_COUNTS, "recorded", "did", "residents")]
    return fits.group_by("day", "category").agg(*weight, *totals).sort("day", "category")


def _odds(cell: dict[str, int], what: str) -> float | None:
    """Odds ratio of the low against the high, a half added to each count; None where one of them is nobody."""
    if not cell["low"] or not cell["high"]:
        return None
    low, high = cell[f"low_{what}"] + 0.5, cell[f"high_{what}"] + 0.5
    return exp(log(low / (cell["low"] + 1 - low)) - log(high / (cell["high"] + 1 - high)))


def _row(cell: dict[str, int], categories: tuple[CategoryRow, ...]) -> tuple[str | float | None, ...]:
    names = {one.code: one.id for one in categories}
    ratios = (None if ratio is None else round(ratio, 2) for ratio in (_odds(cell, "recorded"), _odds(cell, "did")))
    weights = (round(cell[name] / MILLI, 3) for name in ("before_milli", "weight_milli"))
    counts = (cell[name] for name in ("low", "low_recorded", "low_did", "high", "high_recorded", "high_did"))
    return (cell["day"], names[cell["category"]], *weights, *counts, *ratios)


def _weights(cells: pl.DataFrame, categories: tuple[CategoryRow, ...], table: FindingTable) -> Finding:
    """Which share of the weight stands elsewhere after the last fit than in the file."""
    last = cells.filter(pl.col("day") == cells["day"].max())
    now = {row["category"]: row["weight_milli"] / MILLI for row in last.iter_rows(named=True)}
    of_file = {one.code: one.weight_milli / MILLI for one in categories}
    moved = sum(abs(now[code] - weight) for code, weight in of_file.items()) / 2 / sum(of_file.values())
    said = ", ".join(f"{one.id} {of_file[one.code]:g} to {now[one.code]:g}" for one in categories)
    times, recorded = cells["day"].n_unique(), int(last["recorded"][0])
    text = (
        f"Weights were fitted {times:,} times, the last time from {recorded:,} residents of whom there was a record. "
        f"From the file to day {last['day'][0]:,}: {said}."
    )
    return found("refit", "Weights that follow the records", round(moved, 3), MOVED, recorded, text, table=table)


def _gap(cells: pl.DataFrame, category: CategoryRow) -> Finding:
    """Of one category and all fits: what records said of low and high, beside what these did."""
    mine = cells.filter(pl.col("category") == category.code).select(_COUNTS).sum().row(0, named=True)
    slug, title = f"refit.{category.id}", f"What records said and what was true: {category.id}"
    residents = mine["low_recorded"] + mine["high_recorded"]
    low, high = (f"{mine[f'{side}_recorded']:,} of {mine[side]:,}" for side in ("low", "high"))
    counted = (
        f"{category.id}, over all fits: {low} low were recorded and {mine['low_did']:,} did it; "
        f"{high} high and {mine['high_did']:,}."
    )
    said, true = _odds(mine, "recorded"), _odds(mine, "did")
    if said is None or true is None:
        return undefined(slug, title, RATIO, residents, "nobody was low, or nobody high", counted=counted)
    if min(mine["low_did"], mine["high_did"]) < MIN_DENOMINATOR:
        reason = f"fewer than {MIN_DENOMINATOR} of the low, or of the high, did it"
        return undefined(slug, title, RATIO, residents, reason, counted=counted)
    found_of = [mine[f"{side}_found"] / mine[f"{side}_did"] for side in ("low", "high")]
    text = (
        f"{counted} Odds ratio {said:.2f} by records and {true:.2f} by what was done. Of those who did it "
        f"{100 * found_of[0]:.0f} of 100 low were recorded, and {100 * found_of[1]:.0f} of 100 high."
    )
    return found(slug, title, round(said / true, 3), RATIO, residents, text)
