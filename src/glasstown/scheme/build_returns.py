"""How scores go back to their start, from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.model_returns import Returns
from glasstown.scheme.sheet import Sheet


def build_returns(sheet: Sheet) -> Returns:
    """How one score goes back."""
    every = _days(sheet, "reset_days")
    return Returns(
        share=sheet.figure("decay_share"),
        points=sheet.figure("decay_points"),
        decay_days=_days(sheet, "decay_days"),
        reset_days=every,
        reset_first=_days(sheet, "reset_offset") or every,
    )


def _days(sheet: Sheet, key: str) -> int:
    figure = sheet.figure(key)
    return int(figure.value) if figure else 0
