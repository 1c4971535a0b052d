"""M28, Goodhart divergence: how much less the score tells of what people do once they react to being scored.

What it says: A measure that becomes a target may stop being a measure. Here the same people are scored once more in
secret, where nobody reacts to it: what the score then says of them is compared.

Definition: the correlation of the score at the end with what a resident truly did, in the world where nobody reacts,
less the same correlation in the run. What somebody truly did is the sum, over acts done, seen or not, of the points
in the middle of what the first score's rules for that act give or take; rules that ask for a repetition are left out.

Unit: difference of two correlations, -2 to 2.

How to read it: Above 0 the score tells less about what people do because they react to it. Beside it stand both
correlations, and in points the rise of the mean score beyond the rise of what was done.

Limits: Of residents whose every act is kept, and who are subjects in both worlds. Limits, expiry and edges of a score
bend it away from the plain sum in both worlds. What lives do without any scheme, such as bills that come late of a
shortage of money, they do in both. Only a score moved by rules for acts has it, not one that is worked out.

Sources: Manheim and Garrabrant 2018 (arXiv:1803.04585); Goodhart 1975.
"""

from __future__ import annotations

from math import sqrt
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.harm.contract import (
    NO_RESPONSES,
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
)  # fmt: skip
from glasstown.audit.harm.reading import acts_done, lives_kept, without_scheme

MILLI: Final = 1000
RUN, SHADOW = "run", "shadow"
WORLDS: Final = (SHADOW, RUN)
POINTS: Final = "points"
NO_SHADOW: Final = Undefined("the same people were not lived without anybody reacting to the scheme")
NO_RULES: Final = Undefined("no rule of a first score gives or takes points for an act")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Sums of score and deeds, and of their squares and products, in both worlds."""
    if reason := without_scheme(bundle):
        return reason
    worth = points_of_acts(bundle.case)
    if not worth:
        return NO_RULES
    if NO_RESPONSES not in bundle.switched:
        return NO_SHADOW
    cases = {RUN: bundle.case, SHADOW: bundle.switched[NO_RESPONSES]}
    both = [case.people.filter("is_subject").select("resident") for case in cases.values()]
    counts: dict[str, float] = {}
    for world, case in cases.items():
        rows = scored(case, worth)
        for who in both:
            rows = rows.join(who, on="resident", how="semi")
        s, t = pl.col("score"), pl.col("deeds")
        sums = rows.select(n=pl.len(), s=s.sum(), t=t.sum(), ss=(s * s).sum(), tt=(t * t).sum(), st=(s * t).sum())
        counts |= {named(world, name): number for name, number in sums.row(0, named=True).items()}
    return counts


def points_of_acts(case: Case) -> dict[int, float]:
    """Points by act: the middle of what the first score's rules for it move, but for rules on repetition."""
    worth: dict[int, float] = {}
    for row in case.worlds.scheme.manifest.names.rules:
        if row.score == 0 and row.repeat_count is None:
            worth[row.act] = worth.get(row.act, 0) + (row.points_low_milli + row.points_high_milli) / 2 / MILLI
    return {act: points for act, points in worth.items() if points}


def scored(case: Case, worth: dict[int, float]) -> pl.DataFrame:
    """Residents whose lives are kept, with `score` at the end, counted from its start, and `deeds` in points."""
    ledger = case.worlds.scheme
    first = ledger.manifest.resident_score
    start = first.start_milli if first is not None else 0
    panel = ledger.table("panel")
    last = panel.filter(pl.col("day") == panel["day"].max())
    score = ((pl.col("score_milli").cast(pl.Float64) - start) / MILLI).alias("score")
    points = pl.DataFrame({"act": list(worth), "worth": list(worth.values())}, {"act": pl.UInt8, "worth": pl.Float64})
    done = acts_done(ledger).join(points, on="act").sort("resident", "act")  # sums of fractions hang on their order
    deeds = done.group_by("resident", maintain_order=True).agg(deeds=pl.col("worth").sum())
    rows = last.select("resident", score).join(lives_kept(ledger), on="resident", how="semi")
    return rows.join(deeds, on="resident", how="left").with_columns(pl.col("deeds").fill_null(0.0)).sort("resident")


def measure(counts: Counts) -> Figure:
    """The correlation nobody reacts to less that of the run, both of them, and the rise of score beyond deeds."""
    n = counts[named(RUN, "n")]
    shadow, run = (_correlation(counts, world) for world in WORLDS)
    parts = (*(Part(f"{world}-correlation", each, int(n), None if each is not None else "somebody differs in nothing")
               for world, each in ((SHADOW, shadow), (RUN, run))),)  # fmt: skip
    if reason := too_thin(n, "subjects whose acts are kept"):
        return nothing(reason, n)
    rise = {what: (counts[named(RUN, what)] - counts[named(SHADOW, what)]) / n for what in ("s", "t")}
    rises = {"rise-of-score": rise["s"], "rise-of-deeds": rise["t"], "rise-beyond-deeds": rise["s"] - rise["t"]}
    parts += tuple(Part(label, each, int(n), unit=POINTS) for label, each in rises.items())
    if shadow is None or run is None:
        return nothing("in one of the worlds all scores, or all deeds, are alike", n, parts=parts)
    says = (
        f"Score and deeds go together by {shadow:.3f} where nobody reacts, and by {run:.3f} where people do. "
        f"The mean score is {rise['s']:+.2f} points against that world, what was done {rise['t']:+.2f}."
    )
    return Figure(shadow - run, int(n), says, parts=parts)


def _correlation(counts: Counts, world: str) -> float | None:
    n, s, t, ss, tt, st = (counts[named(world, name)] for name in ("n", "s", "t", "ss", "tt", "st"))
    spread_s, spread_t = n * ss - s * s, n * tt - t * t
    if min(spread_s, spread_t) <= 1e-9 * max(n * ss, n * tt, 1):
        return None
    return (n * st - s * t) / sqrt(spread_s * spread_t)


METRIC: Final = Metric(
    code="M28",
    slug="goodhart-divergence",
    title="Goodhart divergence",
    theme="gaming and feedback",
    unit="difference of correlations",
    tally=tally,
    measure=measure,
    shown_by="rongcheng-2016",
    moved_by="--without misses",
    needs=(NO_RESPONSES,),
    room=__name__,
    signed=True,
)
