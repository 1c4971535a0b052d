"""Times on lists in the picture of a life: a row for each list, a bar for the days on it."""

from __future__ import annotations

from typing import Final

from glasstown.audit.spans import merge
from glasstown.ledger.model import Manifest
from glasstown.report.figures.sheet import Sheet
from glasstown.report.figures.style import ALERT, INK, QUIET
from glasstown.report.lives.life import Life
from glasstown.vocab.codes import Truth
from glasstown.vocab.units import DAYS_IN_YEAR

MOST_LISTS: Final = 4
"""Lists that have a row; what follows from others stands below all the same."""


def draw_list_times(sheet: Sheet, life: Life, manifest: Manifest, top: int, height: int) -> None:
    """Draw on which lists a resident stood when.

    Args:
        sheet: where to.
        life: the life.
        manifest: names the lists, also those on which the resident never stood.
        top: upper edge, in pixels.
        height: room for all rows, in pixels.
    """
    lists = [row.id for row in manifest.names.lists][:MOST_LISTS]
    room = height / max(len(lists), 1)
    for number, name in enumerate(lists):
        y = top + (number + 0.5) * room
        sheet.bars([_bar((0, manifest.horizon_days), y, room)], color=QUIET, opacity=0.12)
        mine = [stay for stay in life.stays if stay.list == name]
        days = merge((stay.start_day, stay.end_day) for stay in mine)
        true = merge((stay.start_day, stay.end_day) for stay in mine if stay.truth == Truth.TRUE)
        sheet.bars([_bar(span, y, room) for span in days], color=ALERT, opacity=0.9)
        sheet.bars([_bar(span, y, room) for span in true], color=INK, opacity=1)
        sheet.texts([{"x": 0, "y": y, "text": name}], at=-6, align="right", fontSize=10, limit=112)


def _bar(span: tuple[int, int], y: float, room: float) -> dict[str, float]:
    half = min(room * 0.35, 8)
    return {"x": span[0] / DAYS_IN_YEAR, "x2": span[1] / DAYS_IN_YEAR, "y": y - half, "y2": y + half}
