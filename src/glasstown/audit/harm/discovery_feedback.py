"""M30, discovery feedback: whether acts are found where they are done, or where one looks.

What it says: Where many were found, one looks again. What is known of places then tells of the looking, not of the
acts.

Definition: over districts of the town, the relative entropy of the shares of acts that were found against the shares
of acts that were done: the sum of f ln (f / d). Acts that the scheme counts against somebody, of residents whose
every act is kept; found is an act with a true record that was taken up. Over worlds the mean, weighted by acts found,
for it is not the number of a district that matters.

Unit: nats of relative entropy.

How to read it: 0 is found as done. Beside it stand both halves of the run: where it does not shrink, looking does not
correct itself. It is never quite 0, and what luck alone would give stands beside it.

Limits: Districts with fewer than 30 such acts are left out. The model looks alike in all districts unless a scheme's
sources do otherwise, so that a low value says little of real patrols.

Sources: Ensign and others 2018 (PMLR 81:160-171); Lum and Isaac 2016 (doi:10.1111/j.1740-9713.2016.00960.x).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Final

import polars as pl

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.reading import acts_done, counted_against, without_scheme
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Fate, Truth
from glasstown.vocab.geography import DISTRICT

ADDRESS: Final = ("step", "family", "ordinal", "child", "act")
WHOLE, FIRST, SECOND = "whole", "first-half", "second-half"
SPANS: Final = (WHOLE, FIRST, SECOND)
NOTHING_COUNTED: Final = Undefined("the scheme counts no act against anybody")
ONE_DISTRICT: Final = "fewer than two districts with 30 acts that count"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Per span of the run: acts done and found, the entropy times the acts found, and what luck would give of it."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    if not counted_against(ledger):
        return NOTHING_COUNTED
    rows, half = done_and_found(ledger), ledger.manifest.horizon_days / 2
    spans = {WHOLE: rows, FIRST: rows.filter(pl.col("day") < half), SECOND: rows.filter(pl.col("day") >= half)}
    counts: dict[str, float] = {}
    for span, mine in spans.items():
        cells = mine.group_by("district").agg(done=pl.len(), found=pl.col("is_found").sum()).sort("district")
        counts |= divergence(span, cells.select("done", "found").rows())
    return counts


def done_and_found(ledger: Ledger) -> pl.DataFrame:
    """One row per act that counts, of lives that are kept, with `day`, `district` and `is_found`."""
    counted = sorted(counted_against(ledger))
    looks = ledger.table("sightings").filter(
        (pl.col("truth") == int(Truth.TRUE)) & (pl.col("fate") == int(Fate.RECORDED))
    )
    found = looks.select(pl.col("origin").alias("resident"), *ADDRESS).unique().with_columns(is_found=True)
    acts = acts_done(ledger).filter(pl.col("act").is_in(counted))
    rows = acts.join(found, on=["resident", *ADDRESS], how="left")
    return rows.select("day", pl.col("is_found").fill_null(value=False), district=pl.col("resident") // DISTRICT)


def divergence(span: str, cells: Sequence[tuple[int, int]]) -> Counts:
    """What one world adds for districts of (acts done, acts found); those with too few acts are left out.

    Entropy times acts found adds up over worlds. Found by luck alone, a share q of the acts done in k districts, it
    comes to (k - 1)(1 - q) / 2 on average.
    """
    kept = [(done, found) for done, found in cells if done >= MIN_DENOMINATOR]
    done, found = (sum(each[place] for each in kept) for place in (0, 1))
    entropy = sum(f * log((f / found) / (d / done)) for d, f in kept if f)
    luck = (len(kept) - 1) * (1 - found / done) / 2 if kept else 0.0
    usable = len(kept) > 1
    return {
        named(span, "done"): done if usable else 0, named(span, "found"): found if usable else 0,
        named(span, "entropy"): entropy if usable else 0.0, named(span, "luck"): luck if usable else 0.0,
    }  # fmt: skip


def measure(counts: Counts) -> Figure:
    """The entropy over the run, in each half, and by luck alone."""
    whole, first, second = (_part(counts, span, "entropy") for span in SPANS)
    parts = (first, second, _part(counts, WHOLE, "luck", "by-luck-alone"))
    done, found = (counts[named(WHOLE, what)] for what in ("done", "found"))
    counted = f"{found:,.0f} of {done:,.0f} acts that count were found."
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, counted=counted, parts=parts)
    says = f"{counted} Where they were found differs from where they were done by {whole.value:.5f} nats"
    return Figure(whole.value, whole.n, f"{says}; by luck alone it would by {parts[2].value or 0:.5f}.", parts=parts)


def _part(counts: Counts, span: str, what: str, label: str = "") -> Part:
    done, found = (counts[named(span, each)] for each in ("done", "found"))
    reason = too_thin(found, "acts found") if done else ONE_DISTRICT
    value = None if reason else counts[named(span, what)] / found
    return Part(label or span, value, int(found), reason)


METRIC: Final = Metric(
    code="M30",
    slug="discovery-feedback",
    title="Discovery feedback",
    theme="gaming and feedback",
    unit="nats",
    tally=tally,
    measure=measure,
    shown_by="suining-2010",
    moved_by="--without misses",
    room=__name__,
)
