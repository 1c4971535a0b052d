"""Causes of loss: for each rule, the share of all lost points, apart by whether the record behind it was true.

Where a world has no score but keeps lists: for each ground, the share of all days on lists.
"""

from __future__ import annotations

from typing import Any, Final

import altair as alt

from glasstown.report.causes import LISTING, LOSS
from glasstown.report.contract import Figure
from glasstown.report.figures.sheet import Sheet, titled
from glasstown.report.figures.style import ALERT, INK, WIDTH
from glasstown.report.listing_causes import keeps_lists, listing_causes
from glasstown.report.losses import TRUTHS, Loss, Losses, losses
from glasstown.report.summary import Summary

MOST_ROWS: Final = 14
"""Rules or grounds with a row of their own; the others stand together in a last row."""

_ROW: Final = 19
_PANEL: Final = (WIDTH - 190) // 3
_LAW: Final = (("forbids it", "Acts the law forbids"), ("allows it", "Acts the law allows"), ("does not say", "Others"))

Record = dict[str, Any]


def causes_of_loss(summary: Summary) -> Figure | None:
    """Draw what was lost through what; None where nobody lost anything, or no share is given."""
    is_scored = summary.worlds.scheme.manifest.resident_score is not None
    if not is_scored and not keeps_lists(summary):
        return None
    title, found = (LOSS, losses(summary)) if is_scored else (LISTING, listing_causes(summary))
    if not found.total or found.no_shares:
        return None
    rows, height = _laid_out(found)
    top = max(100 * points / found.total for _, loss in rows if loss for points in loss.points)
    panels = [_panel(rows, found, place, height, top) for place in found.places]
    more = (f"of every 100 of the {found.total:,.0f} {found.unit}", *_apart(found))
    words = "; ".join(
        f"{loss.rule} ({loss.act}, the law {loss.law}): "
        + ", ".join(f"{_share(loss, place, found):.1f} % {TRUTHS[place][1]}" for place in found.places)
        for _, loss in rows
        if loss
    )
    caption = (
        "Blue: the resident did what was recorded. Orange: the record was not true of the resident. All panels "
        "have one scale. What the law says is said of the act as recorded, apart from any scheme."
    )
    drawn = titled(alt.hconcat(*panels, spacing=8), title, *more)
    return Figure("causes-of-loss", title, f"{words}.", caption, drawn)


def _apart(found: Losses) -> tuple[str, ...]:
    """What moved scores and was no rule, a line each."""
    return tuple(f"apart from rules: {abs(points):,.0f} points of {text}" for text, points, _ in found.apart)


def _laid_out(found: Losses) -> tuple[list[tuple[Record, Loss | None]], int]:
    """Rows from the top down, each a heading or a rule, and the height they take."""
    shown, rest = found.rows[:MOST_ROWS], found.rows[MOST_ROWS:]
    rows: list[tuple[Record, Loss | None]] = []
    y = 34
    for law, heading in _LAW:
        losses_of = [row for row in shown if row.law == law]
        if losses_of:
            rows.append(({"x": 0, "y": y, "text": heading}, None))
            y += _ROW
        for row in losses_of:
            rows.append(({"x": 0, "y": y, "text": _short(row.rule)}, row))
            y += _ROW
        y += 6 if losses_of else 0
    if rest:
        points = tuple(sum(row.points[place] for row in rest) for place in range(len(TRUTHS)))
        both = Loss(f"{len(rest)} others", "several acts", "does not say", points, 0)
        rows.append(({"x": 0, "y": y, "text": both.rule}, both))
        y += _ROW
    return rows, y


def _panel(rows: list[tuple[Record, Loss | None]], found: Losses, place: int, height: int, top: float) -> Any:
    """One kind of record: a bar and its number for each rule."""
    sheet = Sheet(_PANEL, height, 0, top * 1.3, f"% of all {found.unit.split()[0]}", ticks=3)
    colour = ALERT if place else INK
    drawn = [(at, _share(loss, place, found)) for at, loss in rows if loss]
    bars = [{"x": 0, "x2": share, "y": at["y"] - 6, "y2": at["y"] + 6} for at, share in drawn if share]
    numbers = [{"x": share, "y": at["y"], "text": _number(share)} for at, share in drawn]
    sheet.bars(bars, color=colour, opacity=0.9)
    sheet.texts(numbers, dx=4)
    if place == 0:
        labels = [at for at, loss in rows if loss]
        sheet.texts(labels, at=-8, align="right", limit=180)
        sheet.texts([at for at, loss in rows if loss is None], at=-8, align="right", fontWeight="bold")
    text = TRUTHS[place][1]
    sheet.texts([{"x": 0, "y": 6, "text": text}], fontWeight="bold")
    sheet.texts([{"x": 0, "y": 20, "text": f"{100 * found.of(place) / found.total:.1f} % in all"}])
    return sheet.chart()


def _share(loss: Loss, place: int, found: Losses) -> float:
    """Of every hundred points lost, how many one rule took on records of one kind."""
    return 100 * loss.points[place] / found.total


def _number(share: float) -> str:
    """A share in percent; what is too small for its last digit is not called nothing."""
    return "0" if not share else "< 0.1" if share < 0.05 else f"{share:.1f}"  # noqa: PLR2004  half of the last digit


def _short(text: str) -> str:
    """A name that fits its column."""
    return text if len(text) <= 30 else f"{text[:29]}…"  # noqa: PLR2004  letters of a column
