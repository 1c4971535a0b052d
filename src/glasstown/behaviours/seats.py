"""How many places come up: for every kind of thing that many ask for and some get.

No figure is published for any of them in the form that a town needs; each is assumed, chosen so that without a
scheme somewhat fewer are served than ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Capacity
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Seat:
    """One kind of place: what it is called, what a consequence calls it, and seats per resident and year."""

    place: str
    capacity: Capacity
    per_resident_year: Figure | None


SEATS: Final[tuple[Seat, ...]] = (
    Seat("hospital-queue", Capacity.HOSPITAL, assumed("0.12", "0.08", "0.2")),
    Seat("private-school", Capacity.PRIVATE_SCHOOL, assumed("0.004", "0.001", "0.01")),
    Seat("public-job", Capacity.PUBLIC_JOB, assumed("0.004", "0.002", "0.01")),
    Seat("prestige-job", Capacity.PRESTIGE_JOB, assumed("0.002", "0.0005", "0.005")),
    Seat("promotion", Capacity.PROMOTION, assumed("0.02", "0.01", "0.05")),
    Seat("match", Capacity.DATING, None),
    Seat("top-school", Capacity.TOP_SCHOOL, assumed("0.003", "0.001", "0.01")),
)
"""Every kind of place, in the order of `behaviours.act.PLACES`; matches pair those who seek, without seats."""
