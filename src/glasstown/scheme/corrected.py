"""A scheme whose sources do not err in some way, and a society that does not watch in some way.

Only what sources and meters do is put otherwise: rules, grades and consequences stay as they are written.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_meters import Meter
from glasstown.scheme.model_sources import Source
from glasstown.vocab.change import Change
from glasstown.vocab.evidence import Figure
from glasstown.vocab.society_watch import MEAN, OWN, SocietyWatch

MISSES: Final = "misses"
ERRORS: Final = ("false-sightings", "wrong-persons", "delay", "mistaken-acts")
"""What "sensor-errors" stands for."""

GROUP_WATCH: Final = "group-watch"
FLAWS: Final = (*ERRORS[:3], MISSES, "sensor-errors", GROUP_WATCH)
"""Words of causes that are put right here."""

_NOTHING: Final = Figure(Decimal(0), "derived", None, None, ())
_ALL: Final = Figure(Decimal(1), "derived", None, None, ())


def flaws_of(change: Change) -> frozenset[str]:
    """Flaws that a change puts right."""
    words = {part.word for part in change.parts}
    return frozenset(words & set(FLAWS) - {"sensor-errors"} | (set(ERRORS) if "sensor-errors" in words else set()))


def corrected(scheme: Scheme, flaws: frozenset[str]) -> Scheme:
    """The scheme with sources and meters that do not err in some ways."""
    return replace(
        scheme,
        sources=tuple(_corrected(source, flaws) for source in scheme.sources),
        meters=tuple(_read_right(meter, flaws) for meter in scheme.meters),
    )


def corrected_watch(society: SocietyWatch, flaws: frozenset[str], shares: tuple[Fraction, ...]) -> SocietyWatch:
    """How a society watches, with some flaws put right.

    Args:
        society: as it is written.
        flaws: what is put right.
        shares: shares of the groups in the society, over which the mean is taken.
    """
    if "false-sightings" in flaws:
        society = replace(society, markers=())
    if "mistaken-acts" in flaws:
        society = replace(society, misread=())
    if GROUP_WATCH in flaws and society.groups == OWN:
        society = replace(society, groups=MEAN, group_shares=shares)
    return society


def _read_right(meter: Meter, flaws: frozenset[str]) -> Meter:
    """A meter that misses nothing of its quantity, or reads what it sees as it was."""
    if MISSES in flaws:
        meter = replace(meter, share=_ALL, missing=_NOTHING)
    return replace(meter, error=_NOTHING) if "false-sightings" in flaws else meter


def _corrected(source: Source, flaws: frozenset[str]) -> Source:
    if "false-sightings" in flaws:
        source = replace(source, false_per_year=_NOTHING)
    if "wrong-persons" in flaws:
        source = replace(source, wrong_person=_NOTHING)
    if "delay" in flaws:
        source = replace(source, delay_days=_NOTHING, delay="fixed")
    if MISSES in flaws:
        source = replace(source, sees_all=True)
    if "mistaken-acts" in flaws:
        source = replace(source, wrong_act=None)
    return source
