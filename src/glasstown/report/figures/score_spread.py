"""How the scores of all residents spread over time: a median, and bands that hold tenths and hundredths."""

from __future__ import annotations

from typing import Any, Final

import altair as alt
import polars as pl

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.ledger.model_scores import GradeRow
from glasstown.ledger.reader import Ledger
from glasstown.report.cells import cell_text
from glasstown.report.figures.style import INK, QUIET, WIDTH
from glasstown.report.summary import Summary
from glasstown.vocab.codes import Flag
from glasstown.vocab.units import DAYS_IN_YEAR

FEWEST_FOR_HUNDREDTHS: Final = 300
"""Subjects below which the lowest and the highest hundredth are not drawn."""

LABELS: Final = ((0.5, "median"), (0.1, "lowest tenth"), (0.01, "lowest hundredth"))
"""Quantiles that are named beside the picture."""

PLOT: Final = WIDTH - 150
"""Width of what is drawn, beside its labels."""

_BANDS: Final = ((0.01, 0.09), (0.05, 0.10), (0.1, 0.16), (0.2, 0.22), (0.3, 0.28), (0.4, 0.34))
"""Share that lies below a band (and above it), and how strongly it is drawn."""

_HUNDREDTH: Final = 0.01

Record = dict[str, Any]


def quantiles(summary: Summary, code: int) -> list[Record]:
    """One record per day of the panel with enough subjects: years, and each quantile of a score in points."""
    covered = _scored(summary.worlds.scheme, code)
    shares = sorted({0.5, *(share for low, _ in _BANDS for share in (low, 1 - low))})
    wanted = [(pl.col("score_milli").quantile(q, "nearest") / 1000).alias(quantile_name(q)) for q in shares]
    frame = covered.group_by("day").agg(pl.len().alias("n"), *wanted).sort("day")
    rows = [row for row in frame.iter_rows(named=True) if row["n"] >= MIN_DENOMINATOR]
    for row in rows:
        row["years"] = row["day"] / DAYS_IN_YEAR
        if row["n"] < FEWEST_FOR_HUNDREDTHS:
            del row[quantile_name(_HUNDREDTH)], row[quantile_name(1 - _HUNDREDTH)]
    return rows


def quantile_name(share: float) -> str:
    """The column of a quantile, such as q50."""
    return f"q{round(100 * share)}"


def draw_spread(summary: Summary, code: int, days: list[Record]) -> Any:
    """Bands between quantiles, the median over them, thresholds of grades behind."""
    bands = [
        (low, opacity) for low, opacity in _BANDS if quantile_name(low) in days[-1] and quantile_name(low) in days[0]
    ]
    names = [quantile_name(share) for low, _ in bands for share in (low, 1 - low)]
    low, high = min(row[name] for row in days for name in names), max(row[name] for row in days for name in names)
    room = (high - low) * 0.08 or max(abs(high) * 0.02, 1)
    scale = alt.Scale(domain=[low - room, high + room], nice=False, zero=False)
    base = alt.Chart(alt.Data(values=days), width=PLOT, height=200).encode(
        x=alt.X(
            "years:Q", title=None if _grades(summary, code) else "years since day 0", axis=years_axis(days[-1]["years"])
        )
    )
    y = alt.Y(f"{quantile_name(0.5)}:Q", title="points", scale=scale, axis=alt.Axis(tickCount=6, format=",~f"))
    layers = [
        base.mark_area(color=INK, opacity=opacity).encode(
            y=alt.Y(f"{quantile_name(share)}:Q", title="points", scale=scale), y2=f"{quantile_name(1 - share)}:Q"
        )
        for share, opacity in bands
    ]
    layers += _thresholds(_grades(summary, code), days, scale, (low - room, high + room))
    layers += [base.mark_line(color=INK, strokeWidth=2.5).encode(y=y), *_labels(days[-1], scale)]
    return alt.layer(*layers)


def _grades(summary: Summary, code: int) -> list[GradeRow]:
    """The grades of a score."""
    return [row for row in summary.worlds.scheme.manifest.names.grades if row.score == code]


def _scored(ledger: Ledger, code: int) -> pl.DataFrame:
    """Rows of the panel of everybody whom the scheme covers, with what they have of one score."""
    covered = ledger.table("panel").filter((pl.col("flags") & int(Flag.COVERED)) > 0)
    if not code:
        return covered
    further = ledger.table("scores_panel").filter(pl.col("score") == code)
    return further.join(covered.select("resident", "day"), on=["resident", "day"], how="semi")


def _thresholds(grades: list[GradeRow], days: list[Record], scale: Any, seen: tuple[float, float]) -> list[Any]:
    """The least score of each grade as a dashed line with the grade's name, where it lies in the picture."""
    least = [(row.id, row.at_least_milli) for row in grades]
    rows = [
        {"y": milli / 1000, "text": f"grade {name} from here up", "x": days[0]["years"]}
        for name, milli in least
        if milli is not None and seen[0] < milli / 1000 < seen[1]
    ]
    if not rows:
        return []
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("y:Q", title="points", scale=scale))
    text = base.mark_text(align="left", baseline="bottom", dx=4, dy=-2, fontSize=10).encode(x="x:Q", text="text:N")
    return [base.mark_rule(color=QUIET, strokeDash=[4, 3]), text]


def _labels(last: Record, scale: Any) -> list[Any]:
    """What each line ends at, beside the picture; lines that end together share one label."""
    said: dict[float, list[str]] = {}
    for share, text in LABELS:
        if quantile_name(share) in last:
            said.setdefault(last[quantile_name(share)], []).append(text)
    rows = [{"x": last["years"], "y": y, "text": [*names, cell_text(y)]} for y, names in said.items()]
    base = alt.Chart(alt.Data(values=rows)).encode(x="x:Q", y=alt.Y("y:Q", title="points", scale=scale), text="text:N")
    return [base.mark_text(align="left", baseline="middle", dx=8, fontSize=11, lineHeight=13)]


def years_axis(last: float, *, has_labels: bool = True) -> Any:
    """Ticks at whole years, or at quarters of a short run."""
    step = 0.25 if last < 2 else 1 if last < 9 else 2  # noqa: PLR2004  years of a run
    return alt.Axis(values=[step * place for place in range(int(last / step) + 1)], format=".2~f", labels=has_labels)
