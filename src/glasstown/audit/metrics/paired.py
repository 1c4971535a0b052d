"""What the scheme changed in lives, against the same people with the same luck without it."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, too_few, undefined
from glasstown.ledger.reader import Ledger
from glasstown.vocab.units import DAYS_IN_YEAR

_DAYS_IN_MONTH = DAYS_IN_YEAR / 12
_BILL = "late-bill"


def paired_differences(case: Case) -> tuple[Finding, ...]:
    """Months out of work, late bills, days of need, lapsed friendships, harm: with the scheme less without it."""
    per = "per 1,000 person-years"
    return (
        _difference(case, "months-out-of-work", "Months out of work", f"months {per}", _months_out_of_work),
        _difference(case, "late-bills", "Late bills", f"bills {per}", _late_bills),
        _difference(case, "need-days", "Days in need of support", f"days {per}", _need_days),
        _difference(case, "friendships-lapsed", "Friendships that have lapsed", f"ties {per}", _lapsed),
        _difference(case, "harms", "Harm done to other residents", f"times {per}", _harms),
    )


def _difference(case: Case, slug: str, title: str, unit: str, measure: Callable[[Ledger], float | None]) -> Finding:
    """One rate in two worlds, and the gap."""
    scheme, baseline = case.worlds.scheme, case.worlds.baseline
    n = scheme.manifest.residents_lived
    reason = no_pair(case) or too_few(n)
    if reason or baseline is None:
        return undefined(slug, title, unit, n, str(reason))
    with_it, without_it = measure(scheme), measure(baseline)
    if with_it is None or without_it is None:
        return undefined(slug, title, unit, n, "this world has no such act")
    value = round(with_it - without_it, 4)
    text = f"{title} {unit.split(' ', 1)[1]}: {with_it:,.1f} with the scheme, {without_it:,.1f} without it."
    return found(slug, title, value, unit, n, text)


def no_pair(case: Case) -> str | None:
    """Why this run cannot be held against a world without its scheme, or None where it can."""
    scheme, baseline = case.worlds.scheme, case.worlds.baseline
    if baseline is None:
        return "the paired world without the scheme was not lived"
    if baseline.manifest.residents_lived != scheme.manifest.residents_lived:
        return "the paired world was lived by a sample of the residents only"
    return None


def per_1000_years(ledger: Ledger, total: float) -> float:
    """A total of a world as a rate per 1,000 person-years."""
    person_days = ledger.manifest.residents_lived * ledger.manifest.horizon_days
    return 1000 * DAYS_IN_YEAR * total / person_days


def _resident_days(ledger: Ledger, column: str) -> int:
    """Sum over steps of residents in a state at its end, times its days."""
    steps = ledger.table("steps")
    return int((steps[column] * steps["days"].cast(pl.Int64)).sum())


def _months_out_of_work(ledger: Ledger) -> float | None:
    """Months out of work."""
    return per_1000_years(ledger, _resident_days(ledger, "out_of_work") / _DAYS_IN_MONTH)


def _need_days(ledger: Ledger) -> float | None:
    """Days in need of support."""
    return per_1000_years(ledger, _resident_days(ledger, "in_need"))


def _lapsed(ledger: Ledger) -> float | None:
    """Friendships that do not stand at the end, one for each of the two who were dropped or lost the other."""
    panel, kept = ledger.table("panel"), ledger.manifest.kept.residents
    last = panel.filter(pl.col("day") == pl.col("day").max())
    lapsed = int(last["ties_cut"].bitwise_count_ones().sum())
    return per_1000_years(ledger, lapsed * ledger.manifest.residents_lived / kept)


def _harms(ledger: Ledger) -> float | None:
    """How often an act of one resident reached another and did harm; of kept residents, as victims."""
    kept = ledger.manifest.kept.residents
    return per_1000_years(ledger, ledger.table("harms").height * ledger.manifest.residents_lived / kept)


def _late_bills(ledger: Ledger) -> float | None:
    """Bills paid late; None where the act is not part of the world."""
    codes = [row.code for row in ledger.manifest.names.acts if row.id == _BILL]
    done = ledger.table("act_counts").filter(pl.col("act").is_in(codes))["done"].sum()
    return per_1000_years(ledger, float(done)) if codes else None
