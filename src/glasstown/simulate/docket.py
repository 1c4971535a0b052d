"""What a scheme holds against the residents of one stretch: open grounds, cases, and consequences in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.simulate.decisions import CASE
from glasstown.simulate.grounds import OPENED
from glasstown.simulate.objections import OBJECTION
from glasstown.simulate.repairs import DEBITED
from glasstown.vocab.arrays import I8, U8, U16, U64, AnyArray
from glasstown.vocab.codes import Degree

NOT_IN_FORCE: Final = 65_535
"""`since` of a consequence that does not hold."""


@dataclass(slots=True)
class Docket:
    """Grounds and cases, row by row; consequences by resident, bit c of a word of 64 for consequence c.

    Attributes:
        opened: rows of `grounds.OPENED`, one for each open ground.
        cases: rows of `decisions.CASE`.
        objections: rows of `objections.OBJECTION`, appeals that are filed and that would be.
        debited: rows of `repairs.DEBITED`, debits that can be repaired, by resident.
        earned: (residents,) consequences that each has earned and that no official holds up.
        in_force: (residents,) consequences that hit each, also through others of the household.
        since: (consequences, residents) first day on which one is in force, `NOT_IN_FORCE` otherwise.
        may: (residents,) 1 for those whom the scheme covers, whether or not they have consented.
        qualifies: (residents,) 1 for those of whom the condition holds that the scheme asks of whoever it scores.
        shows: (residents,) 1 for those who show their score where asked.
        level: (degrees, residents) levels from -3 to 3 of `vocab.codes.Degree`.
        tied: (residents,) bits of ties to officials at the beginning of the step, where they matter.
        by_scheme: (residents,) consequences that each has earned, whatever recipients know.
        heard: (residents,) those that recipients know of.
        cleared: (residents,) 1 for those of whom recipients are told what has ended.
        hears: (consequences that hold by what a recipient knows, residents) day on which it hears of a change.
        favours: cases of the step that were decided as they were because of such ties.
    """

    opened: AnyArray
    cases: AnyArray
    objections: AnyArray
    debited: AnyArray
    earned: U64
    in_force: U64
    since: U16
    level: I8
    may: U8
    qualifies: U8
    shows: U8
    tied: U8
    favours: list[AnyArray]
    by_scheme: U64
    heard: U64
    cleared: U8
    hears: U16


def empty_docket(size: int, consequences: int, passed: int = 0) -> Docket:
    """Nothing is held against anybody yet; `passed` consequences hold by what a recipient knows."""
    return Docket(
        opened=np.zeros(0, dtype=OPENED),
        cases=np.zeros(0, dtype=CASE),
        objections=np.zeros(0, dtype=OBJECTION),
        debited=np.zeros(0, dtype=DEBITED),
        earned=np.zeros(size, np.uint64),
        in_force=np.zeros(size, np.uint64),
        since=np.full((consequences, size), NOT_IN_FORCE, np.uint16),
        level=np.zeros((len(Degree), size), np.int8),
        may=np.zeros(size, np.uint8),
        qualifies=np.ones(size, np.uint8),
        shows=np.ones(size, np.uint8),
        tied=np.zeros(size, np.uint8),
        favours=[],
        by_scheme=np.zeros(size, np.uint64),
        heard=np.zeros(size, np.uint64),
        cleared=np.zeros(size, np.uint8),
        hears=np.full((passed, size), NOT_IN_FORCE, np.uint16),
    )
