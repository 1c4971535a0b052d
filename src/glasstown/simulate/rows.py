"""What one district hands over after one step: rows for the ledger, totals, and its part of the digests."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from glasstown.kernels.digest import add_rows
from glasstown.simulate.agenda import Agenda
from glasstown.simulate.assess import Entries
from glasstown.simulate.sightings import Sightings
from glasstown.vocab.arrays import AnyArray, I64, U32, U64

ACTS, SIGHTINGS, ENTRIES, GRADES, BLOCKED, AGENDA = range(1, 7)
"""Registered numbers of tables in digests. Append only."""

FIRST_DECLARED = 128
DECLARED_FAMILY = 8
GHOST_FAMILY = 31

TOTALS = (
    "residents", "subjects", "acts", "blocked", "sightings", "records", "entries", "points_lost_milli", "aware",
    "out_of_work", "in_need", "punished_days",
)
"""Totals of one step, in the order of the ledger's table of steps."""


@dataclass(slots=True)
class StepRows:
    """One district's share of one step."""

    tables: dict[str, dict[str, AnyArray]] = field(default_factory=dict[str, dict[str, AnyArray]])
    totals: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TOTALS, 0))
    grades: I64 = field(default_factory=lambda: np.zeros(64, np.int64))
    done: I64 = field(default_factory=lambda: np.zeros((256, 3), np.int64))
    blocked: I64 = field(default_factory=lambda: np.zeros((256, 3), np.int64))
    life: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))
    record: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))


@dataclass(frozen=True, slots=True)
class Keys:
    """Names as they enter digests, so that the order of a file's entries leaves them alone."""

    source: U32
    rule: U32
    declared: U32

    def act(self, act: AnyArray) -> I64:
        """Shipped acts by number, declared acts by the digest of their name."""
        numbers = act.astype(np.int64)
        for d, digest in enumerate(self.declared):
            numbers[act == FIRST_DECLARED + d] = 1000 + int(digest)
        return numbers

    def family(self, family: AnyArray) -> I64:
        """Families as numbers; all declared acts share one."""
        numbers = family.astype(np.int64)
        numbers[(numbers >= DECLARED_FAMILY) & (numbers != GHOST_FAMILY)] = DECLARED_FAMILY
        return numbers


def digest_table(lanes: U64, table: int, *columns: AnyArray) -> None:
    """Add rows, given as columns of equal length, to the lanes of a digest."""
    if columns[0].size:
        add_rows(lanes, table, np.stack([column.astype(np.int64) for column in columns]))


def digest_sightings(lanes: U64, keys: Keys, s: Sightings, n: int, first: int, step: int) -> None:
    """Add looks to a digest."""
    if n:
        digest_table(
            lanes, SIGHTINGS, s.origin[:n].astype(np.int64) + first, np.full(n, step), keys.family(s.family[:n]),
            s.ordinal[:n], keys.act(s.act[:n]), keys.source[s.source[:n]], s.truth[:n],
            s.on[:n].astype(np.int64) + first, s.act_day[:n], s.due_day[:n], s.fate[:n],
        )


def digest_entries(lanes: U64, keys: Keys, e: Entries, n: int, first: int) -> None:
    """Add movements of scores to a digest."""
    if n:
        family = keys.family((e.ref[:n] >> 15) & 31)
        digest_table(
            lanes, ENTRIES, e.who[:n].astype(np.int64) + first, e.day[:n], e.kind[:n], keys.rule[e.rule[:n]],
            keys.act(e.act[:n]), keys.source[e.source[:n]], e.truth[:n], e.origin[:n], e.ref[:n] >> 20, family,
            (e.ref[:n] >> 9) & 63, e.delta[:n], e.after[:n],
        )


def digest_agenda(lanes: U64, keys: Keys, a: Agenda, n: int, first: int) -> None:
    """Add what is still due to a digest."""
    if n:
        family = keys.family((a.ref[:n] >> 15) & 31)
        digest_table(
            lanes, AGENDA, a.who[:n].astype(np.int64) + first, a.due[:n], a.kind[:n], keys.act(a.act[:n]),
            keys.source[a.source[:n]], a.truth[:n], a.amount[:n], a.ref[:n] >> 20, family, (a.ref[:n] >> 9) & 63,
            a.origin[:n],
        )
