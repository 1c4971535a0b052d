"""How a number is shown, the same on every face."""

from __future__ import annotations

from glasstown.report.contract import Cell


def cell_text(value: Cell) -> str:
    """A cell as people read it: a dash for what is undefined, thousands apart, about three digits that count."""
    if value is None:
        return "\u2013"
    if isinstance(value, bool | str):
        return str(value)
    if float(value).is_integer():
        return f"{int(value):,}"
    digits = 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3  # noqa: PLR2004  powers of ten
    return f"{value:,.{digits}f}"
