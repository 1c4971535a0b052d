"""Scores over time: median, tenths and hundredths of all scores, and the share of residents in each grade."""

from __future__ import annotations

from typing import Any, Final

import altair as alt
import polars as pl

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.report.cells import cell_text
from glasstown.report.contract import Figure
from glasstown.report.figures.sheet import titled
from glasstown.report.figures.style import INK, QUIET, WIDTH
from glasstown.report.grades_ended import grades_ended
from glasstown.report.summary import Summary
from glasstown.vocab.codes import Flag
from glasstown.vocab.units import DAYS_IN_YEAR

FEWEST_FOR_HUNDREDTHS: Final = 300
"""Subjects below which the lowest and the highest hundredth are not drawn."""

_BANDS: Final = ((0.01, 0.09), (0.05, 0.10), (0.1, 0.16), (0.2, 0.22), (0.3, 0.28), (0.4, 0.34))
"""Share that lies below a band (and above it), and how strongly it is drawn."""

_HUNDREDTH: Final = 0.01
_LABELS: Final = ((0.5, "median"), (0.1, "lowest tenth"), (_HUNDREDTH, "lowest hundredth"))
_PLOT: Final = WIDTH - 150

Record = dict[str, Any]


def scores_over_time(summary: Summary) -> Figure | None:
    """Draw how scores spread; None where the world has no score or nobody whom it scores."""
    days = _quantiles(summary)
    if not days:
        return None
    parts = [_spread(summary, days)]
    shares = _shares(summary)
    ended = grades_ended(summary)
    if shares:
        parts.append(_grades(shares, has_end=not ended))
    chart = alt.vconcat(*parts, spacing=34).resolve_scale(x="shared")
    last = days[-1]
    words = [f"the {text} of scores is {cell_text(last[_name(q)])}" for q, text in _LABELS if _name(q) in last]
    end = {} if ended else {row["grade"]: row["share"] for row in shares}
    words += [f"{share:.2f} % stand in grade {grade}" for grade, share in end.items()]
    caption = (
        "Half of the subjects stand below the line. The bands hold the middle 20, 40, 60, 80, 90 and, in towns of "
        f"{FEWEST_FOR_HUNDREDTHS} and more, 98 of every hundred. Each grade has its own scale, so that small ones show."
    )
    return Figure(
        "scores-over-time",
        "Scores over time",
        " ".join((f"At the end {', '.join(words)}.", *ended)),
        " ".join((caption, *ended)),
        titled(chart, "Scores over time"),
    )


def _quantiles(summary: Summary) -> list[Record]:
    """One record per day of the panel with enough subjects: years, and each quantile in points."""
    ledger = summary.worlds.scheme
    if ledger.manifest.score is None:
        return []
    covered = ledger.table("panel").filter((pl.col("flags") & int(Flag.COVERED)) > 0)
    shares = sorted({0.5, *(share for low, _ in _BANDS for share in (low, 1 - low))})
    wanted = [(pl.col("score_milli").quantile(q, "nearest") / 1000).alias(_name(q)) for q in shares]
    frame = covered.group_by("day").agg(pl.len().alias("n"), *wanted).sort("day")
    rows = [row for row in frame.iter_rows(named=True) if row["n"] >= MIN_DENOMINATOR]
    for row in rows:
        row["years"] = row["day"] / DAYS_IN_YEAR
        if row["n"] < FEWEST_FOR_HUNDREDTHS:
            del row[_name(_HUNDREDTH)], row[_name(1 - _HUNDREDTH)]
    return rows


def _name(share: float) -> str:
    """The column of a quantile."""
    return f"q{round(100 * share)}"


def _spread(summary: Summary, days: list[Record]) -> Any:
    """Bands between quantiles, the median over them, thresholds of grades behind."""
    bands = [(low, opacity) for low, opacity in _BANDS if _name(low) in days[-1] and _name(low) in days[0]]
    names = [_name(share) for low, _ in bands for share in (low, 1 - low)]
    low, high = min(row[name] for row in days for name in names), max(row[name] for row in days for name in names)
    room = (high - low) * 0.08 or max(abs(high) * 0.02, 1)
    scale = alt.Scale(domain=[low - room, high + room], nice=False, zero=False)
    base = alt.Chart(alt.Data(values=days), width=_PLOT, height=200).encode(
        x=alt.X("years:Q", title=None if _has_grades(summary) else "years since day 0", axis=_years(days[-1]["years"]))
    )
    y = alt.Y(f"{_name(0.5)}:Q", title="points", scale=scale, axis=alt.Axis(tickCount=6, format=",~f"))
    layers = [
        base.mark_area(color=INK, opacity=opacity).encode(
            y=alt.Y(f"{_name(share)}:Q", title="points", scale=scale), y2=f"{_name(1 - share)}:Q"
        )
        for share, opacity in bands
    ]
    layers += _thresholds(summary, days, scale, (low - room, high + room))
    layers += [base.mark_line(color=INK, strokeWidth=2.5).encode(y=y), *_labels(days[-1], scale)]
    return alt.layer(*layers)


def _has_grades(summary: Summary) -> bool:
    """Whether the scheme has grades."""
    return bool(summary.worlds.scheme.manifest.names.grades)


def _thresholds(summary: Summary, days: list[Record], scale: Any, seen: tuple[float, float]) -> list[Any]:
    """The least score of each grade as a dashed line with the grade's name, where it lies in the picture."""
    grades = summary.worlds.scheme.manifest.names.grades
    least = [(row.id, row.at_least_milli) for row in grades if row.score == 0]
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
    for share, text in _LABELS:
        if _name(share) in last:
            said.setdefault(last[_name(share)], []).append(text)
    rows = [{"x": last["years"], "y": y, "text": [*names, cell_text(y)]} for y, names in said.items()]
    base = alt.Chart(alt.Data(values=rows)).encode(x="x:Q", y=alt.Y("y:Q", title="points", scale=scale), text="text:N")
    return [base.mark_text(align="left", baseline="middle", dx=8, fontSize=11, lineHeight=13)]


def _shares(summary: Summary) -> list[Record]:
    """One record per grade and quarter with enough residents graded: years since day 0, share in percent."""
    finding = summary.finding("grades-denied-share")
    if finding is None or finding.table is None:
        return []
    labels = {row.id: row.label for row in summary.worlds.scheme.manifest.names.grades}
    quarters: tuple[tuple[Any, ...], ...] = finding.table.rows
    return [
        {"grade": f"{grade} {labels[grade]}".strip(), "years": day / DAYS_IN_YEAR, "share": 100 * number / sum(counts)}
        for day, *counts in quarters
        for grade, number in zip(finding.table.columns[1:], counts, strict=True)
        if sum(counts) >= MIN_DENOMINATOR
    ]


def _grades(shares: list[Record], *, has_end: bool) -> Any:
    """One small panel per grade, in the order of the scheme; the years stand under the last."""
    order = list(dict.fromkeys(row["grade"] for row in shares))
    panels = [
        _grade(grade, [row for row in shares if row["grade"] == grade], is_last=grade == order[-1], has_end=has_end)
        for grade in order
    ]
    return alt.vconcat(*panels, spacing=8)


def _grade(grade: str, rows: list[Record], *, is_last: bool, has_end: bool) -> Any:
    """The share of one grade, with its number at the end where there are grades until then."""
    top = max(row["share"] for row in rows) or 1
    ticks = alt.Axis(tickCount=2, format=".2~f")
    y = alt.Y("share:Q", title=None, scale=alt.Scale(domain=[0, top * 1.15]), axis=ticks)
    axis = _years(rows[-1]["years"], has_labels=is_last)
    x = alt.X("years:Q", title="years since day 0" if is_last else None, axis=axis)
    base = alt.Chart(alt.Data(values=rows), width=_PLOT, height=44).encode(x=x, y=y)
    end = rows[-1] | {"text": f"{rows[-1]['share']:.2f} %"}
    number = alt.Chart(alt.Data(values=[end])).mark_text(align="left", dx=8).encode(x="years:Q", y=y, text="text:N")
    words = f"Grade {grade}, % of graded residents"
    heading = alt.TitleParams(words, anchor="start", frame="group", fontSize=11, fontWeight="normal", offset=4)
    line = base.mark_line(color=INK, point={"color": INK, "size": 18})
    return (line + number if has_end else alt.layer(line)).properties(title=heading)


def _years(last: float, *, has_labels: bool = True) -> Any:
    """Ticks at whole years, or at quarters of a short run."""
    step = 0.25 if last < 2 else 1 if last < 9 else 2  # noqa: PLR2004  years of a run
    return alt.Axis(values=[step * place for place in range(int(last / step) + 1)], format=".2~f", labels=has_labels)
