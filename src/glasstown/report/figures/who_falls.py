"""Who falls: subjects who fell a grade and subjects punished, side by side; provinces apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from glasstown.audit.contract import Finding
from glasstown.report.contract import Figure
from glasstown.report.figures.sheet import Sheet, titled
from glasstown.report.figures.style import INK, QUIET, WIDTH
from glasstown.report.summary import Summary

_VIEWS: Final = (
    ("group", "By invented group"),
    ("age", "By age at day 0"),
    ("income-fifth", "By income fifth of the nation"),
    ("place", "By neighbourhood"),
)
_MEASURES: Final = (("who-falls", "fell-rate", "Fell a grade, ", "fell a grade, per 1,000 subjects"),
                    ("who-is-punished", "punished-rate", "Punished, ", "punished, per 1,000 subjects"))  # fmt: skip
_CAPTION: Final = (
    "Rates within one world, per 1,000 subjects of the cell; n is how many there are. The dashed line is the rate of "
    "all. A cell of fewer than 30 is given no rate. Groups are invented and stand for nobody real."
)
_ROW: Final = 18
_LEFT: Final = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of the picture: a cell with its two findings, at a height."""

    label: str
    findings: tuple[Finding, Finding]
    y: int


def who_falls(summary: Summary) -> Figure | None:
    """Draw the rates of four views under one another; None where nobody fell and nobody was punished."""
    return _draw(summary, "who-falls", "Who falls", _VIEWS, is_ranked=False)


def provinces(summary: Summary) -> Figure | None:
    """Draw the rates of the provinces the town meets; None where all of their rates are zero."""
    views = (("province", "Highest first"),)
    return _draw(summary, "provinces", "Who falls, by province", views, is_ranked=True)


def _draw(
    summary: Summary, name: str, title: str, views: tuple[tuple[str, str], ...], *, is_ranked: bool
) -> Figure | None:
    """A panel for each measure that this world has, with the same rows; each measure has its own scale."""
    headings, cells, height = _laid_out(summary, views, is_ranked=is_ranked)
    if not any(finding.value for cell in cells for finding in cell.findings):
        return None
    shown = _measured(summary)
    width = (WIDTH - _LEFT) // len(shown)
    panels = [_panel(summary, headings, cells, (width, height), place) for place in shown]
    chart = alt.hconcat(*panels, spacing=14)
    title = title if shown[0] == 0 else title.replace("falls", "is punished")
    return Figure(name, title, _words(cells, shown), _CAPTION, titled(chart, title))


def _measured(summary: Summary) -> tuple[int, ...]:
    """The measures that this world has: who fell is undefined where there are no grades."""
    rates = [summary.finding(overall) for _, overall, _, _ in _MEASURES]
    found = tuple(place for place, rate in enumerate(rates) if rate is not None and rate.value is not None)
    return found or tuple(range(len(_MEASURES)))


def _laid_out(
    summary: Summary, views: tuple[tuple[str, str], ...], *, is_ranked: bool
) -> tuple[list[dict[str, Any]], list[Cell], int]:
    """Headings and cells from the top down, and the height they take."""
    headings: list[dict[str, Any]] = []
    cells: list[Cell] = []
    y = 10
    for view, heading in views:
        fell, punished = (summary.under(f"{measure}.{view}.") for measure, *_ in _MEASURES)
        pairs = [(one, other) for one, other in zip(fell, punished, strict=True) if one.n or one.value is not None]
        if is_ranked:
            first = _measured(summary)[0]
            pairs = sorted(
                (pair for pair in pairs if pair[first].value is not None), key=lambda pair: -(pair[first].value or 0)
            )
        if not pairs:
            continue
        headings.append({"x": 0, "y": y, "text": heading})
        y += _ROW
        for one, other in pairs:
            cells.append(Cell(one.title.removeprefix(_MEASURES[0][2]), (one, other), y))
            y += _ROW
        y += 8
    return headings, cells, y


def _panel(
    summary: Summary, headings: list[dict[str, Any]], cells: list[Cell], size: tuple[int, int], place: int
) -> Any:
    """One measure: a bar and its number for each cell that has a rate, words for one that has none."""
    _, overall, _, axis = _MEASURES[place]
    values = [(cell, cell.findings[place].value) for cell in cells]
    rates = [(cell, float(value)) for cell, value in values if value is not None]
    top = max((rate for _, rate in rates), default=0)
    width, height = size
    sheet = Sheet(width, height, 0, top * 1.28 or 1, axis, ticks=4)
    everybody = summary.finding(overall)
    if everybody is not None and everybody.value and cells:
        mean = {"x": everybody.value, "x2": everybody.value, "y": cells[0].y - 10, "y2": height}
        sheet.rules([mean], color=QUIET, strokeDash=[4, 3])
        sheet.texts(
            [{"x": everybody.value, "y": 10, "text": f"all {everybody.value:,.1f}"}], align="center", fontSize=10
        )
    bars = [{"x": 0, "x2": rate, "y": cell.y - 6, "y2": cell.y + 6} for cell, rate in rates if rate]
    sheet.bars(bars, color=INK, opacity=0.9)
    sheet.texts([{"x": rate, "y": cell.y, "text": f"{rate:,.1f}"} for cell, rate in rates], dx=5)
    refused = [{"x": 0, "y": cell.y, "text": "no rate: fewer than 30"} for cell, value in values if value is None]
    sheet.texts(refused, dx=4, fontSize=10, fontStyle="italic")
    if place == _measured(summary)[0]:
        sheet.texts(headings, at=-_LEFT, fontWeight="bold")
        sheet.texts([{"x": 0, "y": cell.y, "text": cell.label} for cell in cells], at=-_LEFT, limit=_LEFT - 70)
        counts = [{"x": 0, "y": cell.y, "text": f"n {cell.findings[0].n:,}"} for cell in cells]
        sheet.texts(counts, at=-8, align="right", fontSize=10)
    return sheet.chart()


def _words(cells: list[Cell], shown: tuple[int, ...]) -> str:
    """All numbers of a figure in words."""
    parts: list[str] = []
    for place in shown:
        axis = _MEASURES[place][3]
        told = [(cell.label, cell.findings[place].value) for cell in cells]
        rates = ", ".join(f"{label} {value:.1f}" if value is not None else f"{label} no rate" for label, value in told)
        parts.append(f"{axis[:1].upper()}{axis[1:]}: {rates}")
    return "; ".join(parts) + "."
