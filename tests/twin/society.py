"""Another society in the twin: its people, its factors on rates, its shocks, and what sources could see of its acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from glasstown.society.spec import load_spec
from twin import rates
from twin.dense_acts import forget
from twin.world import SIGHTABLE


@contextmanager
def lived_in(society: Path | None) -> Iterator[None]:
    """Whatever the twin lives meanwhile, it lives in this society; None leaves it where it is."""
    if society is None:
        yield
        return
    before, shares = rates.SPEC, dict(SIGHTABLE)
    sightable = {name: rates.ACT[name].sightable for name in rates.ACT}
    try:
        rates.SPEC = load_spec(society)
        for one in rates.SPEC.overlays.sightable:
            object.__setattr__(rates.ACT[one.act], "sightable", one.share)
            SIGHTABLE[one.act] = Fraction(one.share.value)
        forget()
        yield
    finally:
        for name, share in sightable.items():
            object.__setattr__(rates.ACT[name], "sightable", share)
        rates.SPEC = before
        SIGHTABLE.update(shares)
        forget()
