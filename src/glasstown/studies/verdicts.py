"""What the model makes of one published figure: a verdict for every row, with the reason where there is none.

*Holds* asks for the tolerance itself; noise makes no row hold. Where the value lies outside, but by no more than three
standard errors, the run cannot tell (*within noise*), and the row says how large a town could. What is written in a
scheme or in the tables of the society, or follows from them alone, is *by construction* and never counts as holding.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from glasstown.society.check import NOTHING_HOLDS, SIGMAS, Target
from glasstown.studies.measured import Measured
from glasstown.studies.published import INVARIANT, SIGN, PublishedFigure, published

HOLDS, WITHIN_NOISE, MISSED, BY_CONSTRUCTION = "holds", "within noise", "missed", "by construction"
UNDEFINED, NOT_MODELLED = "undefined", "not modelled"
VERDICTS: Final = (HOLDS, WITHIN_NOISE, MISSED, BY_CONSTRUCTION, UNDEFINED, NOT_MODELLED)

CANNOT_TELL: Final = "outside its tolerance by less than three standard errors"
AT_THE_BORDER: Final = "within three standard errors of the border between the two sides"
TOO_SMALL: Final = "the town is so small that even a draw of nothing would lie within the noise"
NO_CHANGE: Final = "the town is so small that no change at all would lie within the noise"
WRITTEN: Final = "it is written in the scheme or the tables, or follows from them alone"


@dataclass(frozen=True, slots=True)
class Checked:
    """One published figure and what the model makes of it.

    Attributes:
        figure: the row of the table of published figures.
        modelled: the same in the model; None where there is nothing of the kind or too little of it.
        noise: one standard error of it.
        verdict: one of `VERDICTS`.
        reason: why the verdict is neither holding nor missing; empty where it is one of the two.
        lived: what was lived for it, in plain words; empty where it was read off the text or not at all.
        said: a remark on the modelled value, or nothing.
        people_to_tell: residents of a town in which the same value would be no longer within the noise; None where
            it is not within it, or no town was named.
    """

    figure: PublishedFigure
    modelled: float | None
    noise: float
    verdict: str
    reason: str = ""
    lived: str = ""
    said: str = ""
    people_to_tell: int | None = None


def with_town_to_tell(row: Checked, people: int) -> Checked:
    """A row within the noise with the size of town that could tell; any other as it is.

    Noise falls with the root of the residents, so a town must be as many times larger as the square of three standard
    errors over the distance from the tolerance (of a sign test: from the border).

    Args:
        row: a row lived in the town.
        people: residents of the town it was lived in.
    """
    if row.verdict != WITHIN_NOISE or row.modelled is None:
        return row
    away = _distance(row.figure, row.modelled)
    if away == 0:
        return row
    needed = people * (SIGMAS * row.noise / away) ** 2
    unit = 10 ** max(0, math.floor(math.log10(needed)) - 1)
    size = math.ceil(needed / unit) * unit
    return replace(row, people_to_tell=size, reason=f"{row.reason}; a town of some {size:,} residents could tell")


def _distance(figure: PublishedFigure, modelled: float) -> float:
    """How far a value lies from the edge that the verdict turns on."""
    if figure.use == SIGN:
        return abs(modelled - figure.value)
    return max(figure.low - modelled, modelled - figure.high, 0.0)


def not_modelled(id: str, reason: str) -> Checked:  # noqa: A002  the word of the list
    """A figure of which the model has nothing."""
    return Checked(published()[id], None, 0.0, NOT_MODELLED, reason)


def compared(id: str, found: Measured, lived: str = "", said: str = "") -> Checked:  # noqa: A002  likewise
    """A measured value against its published figure."""
    row = published()[id]
    if found.value is None and not found.units:
        return Checked(row, None, 0.0, UNDEFINED, f"there are no {found.unit} in so small a town", lived)
    target = Target(row.id, row.what, row.value, row.low, row.high, found.value, found.noise, "", found.units,
                    found.unit)  # fmt: skip
    return judged(target, lived, said)


def judged(target: Target, lived: str, said: str = "") -> Checked:
    """A target of a study, by the number of its published figure."""
    row = published()[target.id]
    if target.drawn is None and not target.is_too_few:
        return Checked(row, None, 0.0, NOT_MODELLED, target.basis, lived)
    if target.is_too_few:
        return Checked(row, None, 0.0, UNDEFINED, str(target.undefined), lived)
    verdict, reason = (_sided if row.use == SIGN else _written if row.use == INVARIANT else _inside)(target)
    return Checked(row, target.drawn, target.noise, verdict, reason, lived, said)


def _inside(target: Target) -> tuple[str, str]:
    """Whether a value lies inside the tolerance itself, or outside it by less than the run can tell."""
    room = SIGMAS * target.noise
    if target.wanted < 0 <= target.high + room:
        return UNDEFINED, NO_CHANGE
    if target.wanted > 0 and target.undefined:
        return UNDEFINED, TOO_SMALL if target.undefined == NOTHING_HOLDS else target.undefined
    assert target.drawn is not None  # noqa: S101  told apart before
    if target.low <= target.drawn <= target.high:
        return HOLDS, ""
    return (WITHIN_NOISE, CANNOT_TELL) if target.low - room <= target.drawn <= target.high + room else (MISSED, "")


def _written(target: Target) -> tuple[str, str]:
    """Whether what is written agrees with what was published: that is no finding, but that it does not is a miss."""
    assert target.drawn is not None  # noqa: S101  told apart before
    return (BY_CONSTRUCTION, WRITTEN) if target.low <= target.drawn <= target.high else (MISSED, "")


def _sided(target: Target) -> tuple[str, str]:
    """Whether a value lies on the side that was published, by more than three standard errors."""
    assert target.drawn is not None  # noqa: S101  told apart before
    room = SIGMAS * target.noise
    if abs(target.drawn - target.wanted) <= room:
        return WITHIN_NOISE, AT_THE_BORDER
    return (HOLDS if target.low < target.drawn <= target.high else MISSED), ""
