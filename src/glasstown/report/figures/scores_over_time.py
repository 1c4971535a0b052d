"""Scores over time: median, tenths and hundredths of all scores, and the share of residents in each grade."""

from __future__ import annotations

from typing import Any

import altair as alt

from glasstown.ledger.model_scores import ScoreFacts
from glasstown.report.cells import cell_text
from glasstown.report.contract import Figure
from glasstown.report.figures.grade_shares import draw_grades, grade_shares
from glasstown.report.figures.score_spread import (
    FEWEST_FOR_HUNDREDTHS,
    LABELS,
    Record,
    draw_spread,
    quantile_name,
    quantiles,
)
from glasstown.report.figures.sheet import titled
from glasstown.report.grades_ended import grades_ended
from glasstown.report.summary import Summary


def scores_over_time(summary: Summary) -> Figure | None:
    """Draw how each score spreads, one below the other; None where nobody has a score."""
    scores = summary.worlds.scheme.manifest.resident_scores
    drawn = [(code, days) for code, _ in enumerate(scores) if (days := quantiles(summary, code))]
    if not drawn:
        return None
    ended = grades_ended(summary)
    names = {code: _name(score) for code, score in enumerate(scores)} if len(scores) > 1 else {}
    charts = [_of_score(summary, code, days, names.get(code, ""), has_end=not ended) for code, days in drawn]
    words = [_in_words(summary, code, days[-1], names.get(code, ""), has_end=not ended) for code, days in drawn]
    caption = (
        "Half of the subjects stand below the line. The bands hold the middle 20, 40, 60, 80, 90 and, in towns of "
        f"{FEWEST_FOR_HUNDREDTHS} and more, 98 of every hundred. Each grade has its own scale, so that small ones show."
    )
    return Figure(
        "scores-over-time",
        "Scores over time",
        " ".join((*words, *ended)),
        " ".join((caption, *ended)),
        titled(alt.vconcat(*charts, spacing=40), "Scores over time"),
    )


def _name(score: ScoreFacts) -> str:
    """A score as it is spoken of, where there are several."""
    return (score.title or score.id) + (" (hidden from those whom it judges)" if score.hidden else "")


def _of_score(summary: Summary, code: int, days: list[Record], name: str, *, has_end: bool) -> Any:
    """The spread of one score over the shares of its grades, under its name where there are several."""
    parts = [draw_spread(summary, code, days)]
    if shares := grade_shares(summary, code):
        parts.append(draw_grades(shares, has_end=has_end))
    chart = alt.vconcat(*parts, spacing=34).resolve_scale(x="shared")
    return chart.properties(title=alt.TitleParams(f"Score: {name}", anchor="start", fontSize=13)) if name else chart


def _in_words(summary: Summary, code: int, last: Record, name: str, *, has_end: bool) -> str:
    """What one score has come to, as a sentence."""
    what = f"scores of {name}" if name else "scores"
    words = [
        f"the {text} of {what} is {cell_text(last[quantile_name(share)])}"
        for share, text in LABELS
        if quantile_name(share) in last
    ]
    end = {row["grade"]: row["share"] for row in grade_shares(summary, code)} if has_end else {}
    words += [f"{share:.2f} % stand in grade {grade}" for grade, share in end.items()]
    return f"At the end {', '.join(words)}."
