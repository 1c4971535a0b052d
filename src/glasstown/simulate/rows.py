"""What one district hands over after one step: rows for the ledger, totals, and its part of the digests."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from glasstown.kernels.digest import add_rows
from glasstown.vocab.arrays import I64, U32, U64, AnyArray

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


def digest_sightings(lanes: U64, keys: Keys, looks: AnyArray, first: int, step: int) -> None:
    """Add looks to a digest."""
    digest_table(
        lanes, SIGHTINGS, looks["origin"].astype(np.int64) + first, np.full(looks.size, step),
        keys.family(looks["family"]), looks["ordinal"], keys.act(looks["act"]), keys.source[looks["source"]],
        looks["truth"], looks["on"].astype(np.int64) + first, looks["act_day"], looks["due_day"], looks["fate"],
    )


def digest_entries(lanes: U64, keys: Keys, entries: AnyArray, first: int) -> None:
    """Add movements of scores to a digest."""
    ref = entries["ref"]
    digest_table(
        lanes, ENTRIES, entries["who"].astype(np.int64) + first, entries["day"], entries["kind"],
        keys.rule[entries["rule"]], keys.act(entries["act"]), keys.source[entries["source"]], entries["truth"],
        entries["origin"], ref >> 20, keys.family((ref >> 15) & 31), (ref >> 9) & 63, entries["delta"],
        entries["after"],
    )


def digest_agenda(lanes: U64, keys: Keys, agenda: AnyArray, first: int) -> None:
    """Add what is still due to a digest."""
    ref = agenda["ref"]
    digest_table(
        lanes, AGENDA, agenda["who"].astype(np.int64) + first, agenda["due"], agenda["kind"],
        keys.act(agenda["act"]), keys.source[agenda["source"]], agenda["truth"], agenda["amount"], ref >> 20,
        keys.family((ref >> 15) & 31), (ref >> 9) & 63, agenda["origin"],
    )
