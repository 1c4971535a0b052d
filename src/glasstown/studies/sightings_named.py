"""Whether the sightings that a change names were made in a run."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.life.names import number_seen
from glasstown.ledger.reader import Ledger
from glasstown.simulate.plan import PlanError
from glasstown.vocab.change import Change
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.overridden import SIGHTING, number_in
from glasstown.vocab.sighting_numbers import address_of

_SHOWN: Final = 5
"""Sightings that are offered in place of one that is not there."""


def check_sightings(base: Ledger, change: Change) -> None:
    """Refuse sightings that were not made in a run, or before the day from which a world is otherwise.

    Of residents whose rows are not kept nothing is known, so theirs are taken as they are.

    Raises:
        PlanError: with every such sighting, and some that were made of the same resident.
    """
    numbers = [number for name in sorted(change.named(SIGHTING)) if (number := number_in(name)) is not None]
    if faults := tuple(fault for one in numbers for fault in _faults(base, one, change.from_day)):
        raise PlanError(faults)


def whom_about(base: Ledger, number: int) -> frozenset[int]:
    """Whose act a sighting was of, or who was accused, and whom its record was about as far as that is kept."""
    origin = address_of(number).origin
    seen = base.table("sightings").filter(pl.col("origin") == origin)
    about = {row["on_resident"] for row in seen.iter_rows(named=True) if number_seen(row) == number}
    return frozenset({origin, *about})


def _faults(base: Ledger, number: int, from_day: int) -> list[Diagnostic]:
    where = f"--without {SIGHTING}:{number}"
    address, manifest = address_of(number), base.manifest
    is_kept = manifest.kept.rule == "all" or base.table("people").filter(pl.col("resident") == address.origin).height
    if not is_kept and address.origin < manifest.people:
        return []
    seen = base.table("sightings").filter(pl.col("origin") == address.origin).sort("step")
    known = [number_seen(row) for row in seen.iter_rows(named=True)]
    if number not in known:
        some = ", ".join(str(one) for one in known[:_SHOWN])
        fix = "take a number from `glasstown life RUN NUMBER`" + (f"; of resident {address.origin:,} there are {some}"
                                                                  if some else "")  # fmt: skip
        why = f"no source made it of resident {address.origin:,}" if address.origin < manifest.people else (
            f"there is no resident {address.origin:,}, whom it would be of")  # fmt: skip
        return [Diagnostic("WIF-sighting", f"there is no sighting {number} in this run", why, fix, where=where)]
    if address.step * manifest.step_days < from_day:
        return [Diagnostic(
            "WIF-day", f"sighting {number} was made on day {address.step * manifest.step_days:,} or a little later",
            f"the worlds part on day {from_day:,} only", "name no day, or one before it", where=where,
        )]  # fmt: skip
    return []
