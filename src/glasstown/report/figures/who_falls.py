"""Who falls: subjects who fell a grade and subjects punished, side by side; provinces apart."""

from __future__ import annotations

from typing import Any

import altair as alt

from glasstown.report.contract import NOTICE, Figure
from glasstown.report.figures.style import INK, WIDTH
from glasstown.report.summary import Summary

_VIEWS = (("group", "by invented group"), ("income-fifth", "by income fifth"), ("age", "by age at day 0"))
_MEASURES = (("who-falls", "Fell a grade, ", "fell a grade, per 1,000 subjects"),
             ("who-is-punished", "Punished, ", "punished, per 1,000 subjects"))  # fmt: skip
_CAPTION = "Rates within one world; a cell of fewer than 30 residents is left out. Groups stand for nobody real."

Point = dict[str, Any]


def who_falls(summary: Summary) -> Figure | None:
    """Draw both rates of three views under one another; None where no cell has a rate."""
    return _draw(summary, "who-falls", "Who falls", _VIEWS, is_ranked=False)


def provinces(summary: Summary) -> Figure | None:
    """Draw both rates of the provinces the town meets; None where none has a rate."""
    views = (("province", "highest first"),)
    return _draw(summary, "provinces", "Who falls, by province", views, is_ranked=True)


def _draw(
    summary: Summary, name: str, title: str, views: tuple[tuple[str, str], ...], *, is_ranked: bool
) -> Figure | None:
    """Rows of panels, one a view; in each row the two measures side by side, each with its own scale."""
    points = {
        (view, measure): _points(summary, f"{measure}.{view}.", prefix)
        for view, _ in views
        for measure, prefix, _ in _MEASURES
    }
    shown = [(view, heading) for view, heading in views if points[view, _MEASURES[0][0]]]
    if not shown:
        return None
    tops = {m: max(p["rate"] for view, _ in shown for p in points[view, m]) for m, _, _ in _MEASURES}
    rows: list[Any] = []
    for view, heading in shown:
        cells = points[view, _MEASURES[0][0]]
        order = [p["cell"] for p in (sorted(cells, key=lambda p: -p["rate"]) if is_ranked else cells)]
        panels = [_panel(points[view, m], order, axis, tops[m]) for m, _, axis in _MEASURES]
        rows.append(alt.hconcat(*panels, title=alt.TitleParams(heading, anchor="start", fontSize=12)))
    chart = alt.vconcat(*rows, title=alt.TitleParams(title, subtitle=NOTICE, anchor="start"))
    return Figure(name, title, _words(points, shown), _CAPTION, chart.to_dict())


def _points(summary: Summary, prefix: str, words: str) -> list[Point]:
    """One record per cell that has a rate."""
    return [
        {"cell": finding.title.removeprefix(words), "rate": finding.value}
        for finding in summary.under(prefix)
        if finding.value is not None
    ]


def _panel(points: list[Point], order: list[str], axis: str, top: float) -> Any:
    """One measure of one view: a bar and its number for each cell, in the order given."""
    base = alt.Chart(alt.Data(values=points), width=(WIDTH - 240) // 2, height=18 * len(points)).encode(
        y=alt.Y("cell:N", sort=order, title=None, axis=alt.Axis(labelLimit=130)),
        x=alt.X("rate:Q", title=axis, scale=alt.Scale(domain=[0, top * 1.25 or 1]), axis=alt.Axis(tickCount=4)),
    )
    number = base.mark_text(align="left", dx=4).encode(text=alt.Text("rate:Q", format=",.1f"))
    return base.mark_bar(color=INK, height=11) + number


def _words(points: dict[tuple[str, str], list[Point]], shown: list[tuple[str, str]]) -> str:
    """All numbers of a figure in words."""
    parts = [
        f"{axis}, {heading}: " + ", ".join(f"{p['cell']} {p['rate']:.1f}" for p in points[view, measure])
        for view, heading in shown
        for measure, _, axis in _MEASURES
    ]
    return "; ".join(parts) + "."
