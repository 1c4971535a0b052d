"""Every figure, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from glasstown.report.contract import Figure
from glasstown.report.figures.grades_over_time import grades_over_time
from glasstown.report.figures.who_falls import provinces, who_falls
from glasstown.report.summary import Summary

FIGURES: Final[tuple[tuple[str, Callable[[Summary], Figure | None]], ...]] = (
    ("grades-over-time", grades_over_time),
    ("who-falls", who_falls),
    ("provinces", provinces),
)
"""Name, and the function that draws it or says None where there is nothing to draw."""
