"""Grades over time: the share of residents in each grade, one small panel per grade."""

from __future__ import annotations

from typing import Any

import altair as alt

from glasstown.report.contract import NOTICE, Figure
from glasstown.report.figures.style import INK, WIDTH
from glasstown.report.summary import Summary


def grades_over_time(summary: Summary) -> Figure | None:
    """Draw the shares of all grades; None where the world has no grades."""
    finding = summary.finding("grades-denied-share")
    if finding is None or finding.table is None:
        return None
    labels = {row.id: row.label for row in summary.worlds.scheme.manifest.names.grades}
    data = _shares(finding.table.columns[1:], finding.table.rows, labels)
    order = [f"{grade} {labels[grade]}".strip() for grade in finding.table.columns[1:]]
    line = (
        alt.Chart(alt.Data(values=data), width=WIDTH - 110, height=70)
        .mark_line(point=True, color=INK)
        .encode(
            x=alt.X("years:Q", title="years since day 0", axis=alt.Axis(tickCount=6, format="~f")),
            y=alt.Y("share:Q", title=None, axis=alt.Axis(tickCount=3, format=",.3~f")),
            row=alt.Row("grade:N", sort=order, title="% of graded residents", header=_header()),
        )
        .resolve_scale(y="independent")
        .properties(title=alt.TitleParams("Residents in each grade", subtitle=NOTICE, anchor="start"))
    )
    last = {row["grade"]: row["share"] for row in data}
    alt_text = "At the end " + ", ".join(f"{last[grade]:.2f} % stand in grade {grade}" for grade in order) + "."
    caption = "Each panel has its own scale, so that small grades can be seen."
    return Figure("grades-over-time", "Grades over time", alt_text, caption, line.to_dict())


def _header() -> alt.Header:
    """Labels of the panels, lying flat and long enough to be read."""
    return alt.Header(labelAngle=0, labelAlign="left", labelLimit=100)


def _shares(grades: tuple[str, ...], rows: tuple[tuple[Any, ...], ...], labels: dict[str, str]) -> list[dict[str, Any]]:
    """One record per grade and day: years since day 0 and the share in percent."""
    return [
        {"grade": f"{grade} {labels[grade]}".strip(), "years": day / 365, "share": 100 * number / sum(counts)}
        for day, *counts in rows
        for grade, number in zip(grades, counts, strict=True)
        if sum(counts)
    ]
