"""What a run folder says about its scores and their grades."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoreFacts:
    """How the score of this scheme moves, in thousandths of a point."""

    start_milli: int
    low_milli: int
    high_milli: int
    cap: str
    """`each-entry`: every entry is clamped, expiry gives back what was applied. `on-reading`: open sum."""
    stack: str
    """`act`: one record of an act counts per person. `record`: every record counts."""
    kind: str = "points"
    """`points`: it comes about entry by entry. `index`, `class`: it is worked out anew on certain days.
    `rank`: likewise, per cent of those ranked with somebody who stand no higher by another score."""
    grades_end_day: int | None = None
    """First day without grades, where a version of the scheme ends them within the run."""
    id: str = ""
    """Its name, where it has one."""
    title: str = ""
    hidden: bool = False
    """Whether nobody in the town is told their own; this folder tells it all the same."""
    decay_days: int = 0
    """Days from one day on which it goes back toward its start to the next; 0 never."""
    decay_micro: int = 0
    """Millionths of the way that it goes back each time; 0 where it goes by points."""
    decay_milli: int = 0
    reset_days: int = 0
    """Days from one day on which it is set to its start to the next; 0 never."""
    reset_first: int = 0
    of: str = "resident"
    """Whose score it is: one of `vocab.organisations.SUBJECTS`."""
    by_others: bool = False
    """Whether others move it beside what they share: by stars, by their own scores, or as it ranks somebody."""


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A grade. Code 0 is `not graded` and has no row; rows stand from best to worst, score after score."""

    code: int
    id: str
    label: str
    at_least_milli: int | None
    """The least score (as read) that earns it; None for the lowest grade."""
    score: int = 0
    """Code of the score of which it is a class."""


@dataclass(frozen=True, slots=True)
class StateRow:
    """Points that stand while something is so of a resident; `score` is the code of the score."""

    code: int
    id: str
    points_milli: int
    score: int = 0


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """Points for a quantity that a meter reads."""

    code: int
    id: str
    title: str
    meter: str


@dataclass(frozen=True, slots=True)
class InferenceRow:
    """Something that is concluded about residents."""

    code: int
    id: str
    title: str = ""
