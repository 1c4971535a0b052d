"""What all figures share: one width, colours that read on white and on black."""

from __future__ import annotations

from typing import Any, Final

import vl_convert

WIDTH: Final = 640
"""Width of a figure, in pixels of its own; a page scales it."""

INK: Final = "#3b7dd8"
"""Colour of marks: contrast over 3 to 1 on white and on the dark page."""

ALERT: Final = "#d55e00"
"""Second colour, for what rests on no true record: over 3 to 1 on both, and never the only sign."""

QUIET: Final = "#7d858e"
"""Grey of marks that stand back: over 3 to 1 on both."""

CONFIG: Final[dict[str, Any]] = {
    "background": None,
    "font": "Helvetica, Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {"gridColor": "#8c8c8c", "gridOpacity": 0.25, "domainColor": "#8c8c8c", "tickColor": "#8c8c8c"},
    "axisQuantitative": {"labelFontSize": 11, "titleFontSize": 12, "titleFontWeight": "normal"},
    "title": {"fontSize": 14, "subtitleFontSize": 11},
}


def to_svg(spec: dict[str, Any]) -> str:
    """Draw a Vega-Lite specification as SVG. Everything is in the text: nothing is fetched."""
    return vl_convert.vegalite_to_svg({**spec, "config": CONFIG})
