"""The share of residents in each grade over time: one small panel per grade."""

from __future__ import annotations

from typing import Any

import altair as alt

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.report.figures.score_spread import PLOT, Record, years_axis
from glasstown.report.figures.style import INK
from glasstown.report.summary import Summary
from glasstown.vocab.units import DAYS_IN_YEAR


def grade_shares(summary: Summary, code: int) -> list[Record]:
    """One record per grade of a score and quarter with enough graded: years since day 0, share in percent."""
    manifest = summary.worlds.scheme.manifest
    finding = summary.finding("grades-denied-share" + (f".{manifest.scores[code].id}" if code else ""))
    if finding is None or finding.table is None:
        return []
    labels = {row.id: row.label for row in manifest.names.grades if row.score == code}
    quarters: tuple[tuple[Any, ...], ...] = finding.table.rows
    return [
        {"grade": f"{grade} {labels[grade]}".strip(), "years": day / DAYS_IN_YEAR, "share": 100 * number / sum(counts)}
        for day, *counts in quarters
        for grade, number in zip(finding.table.columns[1:], counts, strict=True)
        if sum(counts) >= MIN_DENOMINATOR
    ]


def draw_grades(shares: list[Record], *, has_end: bool) -> Any:
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
    axis = years_axis(rows[-1]["years"], has_labels=is_last)
    x = alt.X("years:Q", title="years since day 0" if is_last else None, axis=axis)
    base = alt.Chart(alt.Data(values=rows), width=PLOT, height=44).encode(x=x, y=y)
    end = rows[-1] | {"text": f"{rows[-1]['share']:.2f} %"}
    number = alt.Chart(alt.Data(values=[end])).mark_text(align="left", dx=8).encode(x="years:Q", y=y, text="text:N")
    words = f"Grade {grade}, % of graded residents"
    heading = alt.TitleParams(words, anchor="start", frame="group", fontSize=11, fontWeight="normal", offset=4)
    line = base.mark_line(color=INK, point={"color": INK, "size": 18})
    return (line + number if has_end else alt.layer(line)).properties(title=heading)
