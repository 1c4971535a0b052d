"""Who falls: punished subjects per 1,000, by group, income and age; and by province, apart."""

from __future__ import annotations

from typing import Any

import altair as alt

from glasstown.audit.contract import Finding
from glasstown.report.contract import NOTICE, Figure
from glasstown.report.figures.style import INK, WIDTH
from glasstown.report.summary import Summary

_VIEWS = (("group", "by invented group"), ("income-fifth", "by income fifth"), ("age", "by age at day 0"))
_AXIS = "punished per 1,000 subjects"


def who_falls(summary: Summary) -> Figure | None:
    """Draw the rates of three views under one another; None where no cell has a rate."""
    panels = [(title, _points(summary.under(f"who-falls.{view}."))) for view, title in _VIEWS]
    drawn = [(title, points) for title, points in panels if points]
    if not drawn:
        return None
    top = max(point["rate"] for _, points in drawn for point in points)
    charts = [_panel(title, points, top) for title, points in drawn]
    title = alt.TitleParams("Who is punished", subtitle=NOTICE, anchor="start")
    return _figure("who-falls", "Who falls", alt.vconcat(*charts, title=title), [p for _, ps in drawn for p in ps])


def provinces(summary: Summary) -> Figure | None:
    """Draw the rates of the provinces the town meets; None where none has a rate."""
    points = sorted(_points(summary.under("who-falls.province.")), key=lambda point: -point["rate"])
    if not points:
        return None
    chart = _panel("highest first", points, max(point["rate"] for point in points))
    title = alt.TitleParams("Who is punished, by province", subtitle=NOTICE, anchor="start")
    return _figure("provinces", "Who falls, by province", alt.vconcat(chart, title=title), points)


def _points(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """One record per cell that has a rate."""
    return [
        {"cell": finding.title.removeprefix("Punished, "), "rate": finding.value, "n": finding.n}
        for finding in findings
        if finding.value is not None
    ]


def _panel(title: str, points: list[dict[str, Any]], top: float) -> Any:
    """One view: a bar and its number for each cell, in the order given."""
    order = [point["cell"] for point in points]
    base = alt.Chart(alt.Data(values=points), width=WIDTH - 200, height=18 * len(points)).encode(
        y=alt.Y("cell:N", sort=order, title=None, axis=alt.Axis(labelLimit=150)),
        x=alt.X("rate:Q", title=_AXIS, scale=alt.Scale(domain=[0, top * 1.12 or 1])),
    )
    number = base.mark_text(align="left", dx=4).encode(text=alt.Text("rate:Q", format=",.1f"))
    heading = alt.TitleParams(title, anchor="start", fontSize=12, fontWeight="normal")
    return (base.mark_bar(color=INK, height=11) + number).properties(title=heading)


def _figure(name: str, title: str, chart: Any, points: list[dict[str, Any]]) -> Figure:
    """A figure with its words."""
    words = "; ".join(f"{point['cell']} {point['rate']:.1f}" for point in points)
    caption = "Rates within one world; a cell of fewer than 30 residents is left out. Groups stand for nobody real."
    return Figure(name, title, f"Punished per 1,000 subjects: {words}.", caption, chart.to_dict())
