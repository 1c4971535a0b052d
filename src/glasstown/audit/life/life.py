"""One life out of a sealed run: read for whoever the run kept, refused by name for everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from glasstown.audit.life.comparable import Comparable, next_comparable
from glasstown.audit.life.decisions import Decision, decisions_of
from glasstown.audit.life.event import Event
from glasstown.audit.life.names import Whose
from glasstown.audit.life.rows import events_of
from glasstown.audit.life.sums import Sum, sums_of
from glasstown.audit.life.who import Who, read_who
from glasstown.ledger.kept import keyed_sample
from glasstown.ledger.model import KEEP_ALL_UP_TO
from glasstown.ledger.reader import Ledger, open_run
from glasstown.vocab.errors import RunFolderError

QUIET: Final = ("quarter", "act", "gauge", "place", "harm", "due")
"""Kinds of lines that are no record and no answer of a scheme."""


@dataclass(frozen=True, slots=True)
class Life:
    """Everything the ledger holds about one resident."""

    ledger: Ledger
    resident: int
    who: Who
    events: tuple[Event, ...]
    decisions: tuple[Decision, ...]
    sums: tuple[Sum, ...]
    comparable: Comparable
    every_act_reason: str | None
    """Why some acts are missing; None where the run kept every act of the resident."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing was recorded about the resident, and no scheme answered anything."""
        return all(event.kind in QUIET for event in self.events)


def read_life(folder: Path, resident: int) -> Life:
    """Read one life from a run folder.

    Args:
        folder: a finished run, of a scheme or without one.
        resident: the number of a resident whom the run kept.

    Raises:
        RunFolderError: the folder is missing, unfinished, damaged or touched, or the run holds no such resident.
    """
    return life_of(open_run(folder), resident)


def life_of(ledger: Ledger, resident: int, *, whole: bool = False) -> Life:
    """Read one life from a ledger; `whole` says that it holds every act of the resident.

    Raises:
        RunFolderError: there is no such resident, or the run did not keep their rows.
    """
    refuse_unkept(ledger, resident)
    whose = Whose(ledger, resident)
    return Life(
        ledger, resident, read_who(ledger, resident), events_of(whose), decisions_of(whose), sums_of(ledger, resident),
        next_comparable(ledger, resident), None if whole else _acts_missing(ledger, resident),
    )  # fmt: skip


def refuse_unkept(ledger: Ledger, resident: int) -> None:
    """Refuse a resident of whom the run holds nothing, and say of whom it does.

    Raises:
        RunFolderError: there is no such resident, or the run did not keep their rows.
    """
    refuse_unknown(ledger, resident)
    manifest, people = ledger.manifest, ledger.table("people")
    if rows_of_people(ledger, resident):
        return
    known = people["resident"].head(3).to_list()
    some = f"the first of them: {', '.join(map(str, known))}" if known else "there are none"
    raise RunFolderError(
        f"this run did not keep the life of resident {resident}",
        where=str(ledger.folder),
        why=f"it lived {manifest.residents_lived:,} of {manifest.people:,} residents and kept the rows of "
        f"{people.height:,} (up to {KEEP_ALL_UP_TO:,} a town keeps everybody, a larger one a keyed sample); {some}",
        fix=f"name a resident whom it kept, or live it again: glasstown life {ledger.folder} {resident} --whole",
    )


def rows_of_people(ledger: Ledger, resident: int) -> int:
    """How many rows a run holds of who a resident is: one where it kept the resident, else none."""
    return ledger.table("people").filter(pl.col("resident") == resident).height


def refuse_unknown(ledger: Ledger, resident: int) -> None:
    """Refuse a number that is nobody's.

    Raises:
        RunFolderError: there is no such resident.
    """
    manifest = ledger.manifest
    last = manifest.people - 1
    if not 0 <= resident <= last:
        raise RunFolderError(
            f"there is no resident {resident} in this town",
            where=str(ledger.folder),
            why=f"its {manifest.people:,} residents have the numbers 0 to {last:,}",
            fix=f"name one of them, such as: glasstown life {ledger.folder} 0",
        )


def _acts_missing(ledger: Ledger, resident: int) -> str | None:
    """Why the run has not every act of a resident; of a nation the sample is known by its acts alone."""
    manifest = ledger.manifest
    if ledger.table("acts").filter(pl.col("resident") == resident).height:
        return None
    if manifest.people <= KEEP_ALL_UP_TO and resident in keyed_sample(
        "lives", people=manifest.people, size=manifest.kept.lives, seed=manifest.seed, replicate=manifest.replicate
    ):
        return None
    return (
        f"the run kept every act of {manifest.kept.lives:,} residents by a keyed draw, and this is none of them: "
        "acts that no source saw, and that nothing stopped, are not told, nor are quantities of months; --whole lives "
        "the run again in memory and tells all"
    )
