"""The day on which a scheme stopped grading, where a version of it did so within the run."""

from __future__ import annotations

from glasstown.report.summary import Summary
from glasstown.vocab.units import DAYS_IN_YEAR


def grades_ended(summary: Summary) -> tuple[str, ...]:
    """A sentence that says when the grades ended; nothing where they did not."""
    day = end_of_grades(summary)
    if day is None:
        return ()
    years = f"{day / DAYS_IN_YEAR:.1f} years in"
    return (f"The grades ended on day {day:,} ({years}): from then on nobody has one.",)


def end_of_grades(summary: Summary) -> int | None:
    """The first day without grades; None where there are grades to the end of the run, or never any."""
    manifest = summary.worlds.scheme.manifest
    score = manifest.resident_score
    if score is None or score.grades_end_day is None or not manifest.names.grades:
        return None
    return score.grades_end_day if score.grades_end_day < manifest.horizon_days else None
