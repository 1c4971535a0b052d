"""M11, consistency: whether people who are alike and did alike are punished alike.

What it says: Of somebody's five nearest by age, income, place and what they did, this share met the same fate.

Definition: 1 - mean |punished - mean punished of the five nearest other residents|, by distance in age (tens of
years), income fifth, urban or rural, and how often each act was done that the scheme counts. Beside it, among
residents who are exactly alike in these, the share of pairs of whom one was punished and the other not.

Unit: a share, 0 to 1.

How to read it: 1 is alike for like. Where few are punished it is near 1 whatever happens: read it against the pairs.

Limits: Only subjects whose lives are kept. Which of several at the same distance are nearest is decided by how they
are found in the tree, the same in every run. What else tells people apart, such as a household, is not asked.

Sources: Zemel and others 2013 (Proceedings of Machine Learning Research 28); Dwork and others 2012
(doi:10.1145/2090236.2090255).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, nothing, too_thin
from glasstown.audit.harm.reading import acts_done, counted_against, lives_kept, subjects, without_scheme
from glasstown.vocab.units import DAYS_IN_YEAR

NEAREST: Final = 5


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents, the sum of how far each is from the five nearest, and pairs exactly alike by whether they agree."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    rows = subjects(bundle.case).join(lives_kept(ledger), on="resident", how="semi").sort("resident")
    done = acts_done(ledger).filter(pl.col("act").is_in(sorted(counted_against(ledger))))
    often = done.group_by("resident", "act").len().sort("act", "resident")
    often = often.pivot("act", index="resident", values="len")
    rows = rows.join(often, on="resident", how="left").fill_null(0)
    acts = [pl.col(name).cast(pl.Float64) for name in often.columns if name != "resident"]
    tens = (-pl.col("birth_day")) // (10 * DAYS_IN_YEAR)
    chosen = rows.select(
        tens.cast(pl.Float64), *(pl.col(name).cast(pl.Float64) for name in ("income_fifth", "urban")), *acts
    )
    features, fate = chosen.to_numpy(), rows["is_punished"].cast(pl.Float64).to_numpy()
    return {"residents": len(fate), "apart": _apart(features, fate)} | _alike(chosen, fate)


def _apart(features: np.ndarray, fate: np.ndarray) -> float:  # type: ignore[type-arg]
    """Sum over residents of how far their fate is from the mean of the nearest others."""
    from scipy.spatial import KDTree  # noqa: PLC0415  slow to load

    if len(fate) <= NEAREST:
        return 0.0
    found: list[list[int]] = np.asarray(KDTree(features).query(features, k=NEAREST + 1)[1]).tolist()
    others = np.array([[o for o in near if o != i][:NEAREST] for i, near in enumerate(found)])
    return float(np.abs(fate - fate[others].mean(axis=1)).sum())


def _alike(features: pl.DataFrame, fate: np.ndarray) -> dict[str, float]:  # type: ignore[type-arg]
    """Pairs of residents with the same features, and those of them with unlike fates."""
    names = features.columns
    cells = features.with_columns(fate=pl.Series(fate)).group_by(names).agg(pl.len().alias("k"), pl.col("fate").sum())
    k, hit = cells["k"].to_numpy().astype(float), cells["fate"].to_numpy()
    return {"pairs": float((k * (k - 1) / 2).sum()), "unlike": float((hit * (k - hit)).sum())}


def measure(counts: Counts) -> Figure:
    """Consistency, and the share of like pairs with unlike fates."""
    n = counts["residents"]
    if reason := too_thin(n):
        return nothing(reason, n)
    pairs = counts["pairs"]
    share, why = (counts["unlike"] / pairs, None) if pairs else (None, "no two are exactly alike")
    unlike = Part("like-pairs-unlike", share, int(pairs), why, "share of pairs")
    says = (
        f"{counts['unlike']:,.0f} of {counts['pairs']:,.0f} pairs of residents who are exactly alike met unlike fates."
    )
    return Figure(1 - counts["apart"] / n, int(n), says, parts=(unlike,))


METRIC: Final = Metric(
    code="M11",
    slug="consistency",
    title="Consistency",
    theme="between groups",
    unit="share, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without sensor-errors",
    room=__name__,
)
