"""How a number is shown, the same on every face."""

from __future__ import annotations

from typing import Final

from glasstown.report.contract import Cell

_LARGE: Final = 100
"""From here on one digit behind the point is enough."""


def cell_text(value: Cell) -> str:
    """A cell as people read it: a dash for what is undefined, thousands apart, no needless digits."""
    if value is None:
        return "\u2013"
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, int):
        return f"{value:,}"
    text = f"{value:,.1f}" if abs(value) >= _LARGE else f"{value:,.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
