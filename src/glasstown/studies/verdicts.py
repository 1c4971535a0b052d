"""Whether one published figure holds in the model: a verdict for every row, with the reason where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.society.check import SIGMAS, Target
from glasstown.studies.measured import Measured
from glasstown.studies.published import SIGN, PublishedFigure, published

HOLDS, MISSED, UNDEFINED, NOT_MODELLED = "holds", "missed", "undefined", "not modelled"
VERDICTS: Final = (HOLDS, MISSED, UNDEFINED, NOT_MODELLED)


@dataclass(frozen=True, slots=True)
class Checked:
    """One published figure and what the model makes of it.

    Attributes:
        figure: the row of the table of published figures.
        modelled: the same in the model; None where there is nothing of the kind or too little of it.
        noise: one standard error of it.
        verdict: one of `VERDICTS`.
        reason: why there is no verdict of holding or missing; empty where there is one.
        lived: what was lived for it, in plain words; empty where it was read off the text or not at all.
        said: a remark on the modelled value, or nothing.
    """

    figure: PublishedFigure
    modelled: float | None
    noise: float
    verdict: str
    reason: str = ""
    lived: str = ""
    said: str = ""


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
    verdict, reason = _sided(target) if row.use == SIGN else _inside(target)
    return Checked(row, target.drawn, target.noise, verdict, reason, lived, said)


def _inside(target: Target) -> tuple[str, str]:
    """Whether a value lies inside the band, widened by three standard errors."""
    room = SIGMAS * target.noise
    if target.wanted < 0 <= target.high + room:
        return UNDEFINED, "the town is so small that no change at all would hold"
    if target.wanted > 0 and target.undefined:  # an invariant may be 0
        return UNDEFINED, target.undefined
    assert target.drawn is not None  # noqa: S101  told apart before
    return (HOLDS if target.low - room <= target.drawn <= target.high + room else MISSED), ""


def _sided(target: Target) -> tuple[str, str]:
    """Whether a value lies on the side that was published, by more than three standard errors."""
    assert target.drawn is not None  # noqa: S101  told apart before
    room = SIGMAS * target.noise
    if abs(target.drawn - target.wanted) <= room:
        return UNDEFINED, "within three standard errors of the border between the two sides"
    return (HOLDS if target.low < target.drawn <= target.high else MISSED), ""
