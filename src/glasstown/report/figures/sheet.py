"""A sheet to draw on: values run across, and rows are laid out downwards in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from glasstown.report.contract import NOTICE

Rows = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One drawing with a scale across and pixels downwards; what is put on it lies in the order of the calls.

    Records have `x` and `y`, rectangles `x2` and `y2` too, texts `text`.
    """

    width: int
    height: int
    low: float
    high: float
    title: str
    ticks: int = 6
    layers: list[Any] = field(default_factory=list[Any])

    def bars(self, rows: Rows, **style: Any) -> None:
        """Rectangles between (x, y) and (x2, y2)."""
        self._put(rows, alt.Chart.mark_rect, style, x2="x2:Q", y2="y2:Q")

    def points(self, rows: Rows, **style: Any) -> None:
        """One mark at each place."""
        self._put(rows, alt.Chart.mark_point, {"filled": True, **style})

    def line(self, rows: Rows, *, of: str | None = None, **style: Any) -> None:
        """Lines through places in the order given, one for each value of the column `of`."""
        more = {"detail": f"{of}:N"} if of else {}
        self._put(rows, alt.Chart.mark_line, style, order="order:Q", **more)

    def rules(self, rows: Rows, **style: Any) -> None:
        """Straight lines from (x, y) to (x2, y2)."""
        self._put(rows, alt.Chart.mark_rule, style, x2="x2:Q", y2="y2:Q")

    def texts(self, rows: Rows, *, at: float | None = None, **style: Any) -> None:
        """Texts at their places, or all of them `at` pixels from the left edge."""
        more: dict[str, Any] = {} if at is None else {"x": alt.value(at)}
        style = {"baseline": "middle", "align": "left", "fontSize": 11, **style}
        self._put(rows, alt.Chart.mark_text, style, text="text:N", **more)

    def at(self, pixels: float) -> float:
        """The value that lies some pixels from the left edge."""
        return self.low + pixels * (self.high - self.low) / self.width

    def chart(self, **properties: Any) -> Any:
        """The drawing as a chart."""
        return alt.layer(*self.layers).properties(width=self.width, height=self.height, **properties)

    def _put(self, rows: Rows, mark: Any, style: dict[str, Any], **encoding: Any) -> None:
        """Put marks of one kind on the sheet, if there are any."""
        if not rows:
            return
        scale = alt.Scale(domain=[self.low, self.high], nice=False, zero=False)
        axis = alt.Axis(tickCount=self.ticks, format=",.2~f", grid=True)
        across = {"x": alt.X("x:Q", title=self.title, scale=scale, axis=axis)}
        down = {"y": alt.Y("y:Q", scale=alt.Scale(domain=[self.height, 0], nice=False), axis=None)}
        chart = alt.Chart(alt.Data(values=list(rows)))
        self.layers.append(mark(chart, **style).encode(**(across | down | encoding)))


def titled(chart: Any, title: str, *more: str) -> dict[str, Any]:
    """A whole figure: its title, and under it that nobody in it exists."""
    heading = alt.TitleParams(title, subtitle=[NOTICE, *more], anchor="start", offset=12)
    return chart.properties(title=heading).to_dict()
