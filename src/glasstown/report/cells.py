"""How a number is shown, the same on every face."""

from __future__ import annotations

from glasstown.report.contract import Cell


def cell_text(value: Cell) -> str:
    """A cell as people read it: a dash for what is undefined, thousands apart, no needless digits."""
    if value is None:
        return "\u2013"
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, int):
        return f"{value:,}"
    text = f"{value:,.3f}"
    return text.rstrip("0").rstrip(".")
