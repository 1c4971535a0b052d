"""Every figure, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from glasstown.report.contract import Figure
from glasstown.report.figures.causes_of_loss import causes_of_loss
from glasstown.report.figures.scores_over_time import scores_over_time
from glasstown.report.figures.six_lives import six_lives
from glasstown.report.figures.who_falls import provinces, who_falls
from glasstown.report.summary import Summary

FIGURES: Final[tuple[tuple[str, Callable[[Summary], Figure | None]], ...]] = (
    ("scores-over-time", scores_over_time),
    ("who-falls", who_falls),
    ("provinces", provinces),
    ("causes-of-loss", causes_of_loss),
    ("six-lives", six_lives),
)
"""Name, and the function that draws it or says None where there is nothing to draw."""
