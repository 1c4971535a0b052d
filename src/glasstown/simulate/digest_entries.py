"""Movements of scores as they enter digests: by records, through others, counted, given by others, or read."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.simulate.rows import (
    COUNTED,
    ENTRIES,
    FURTHER_COUNTED,
    FURTHER_ENTRIES,
    FURTHER_SHARED,
    FURTHER_STANDING,
    QUANTITIES,
    RATED,
    SHARED_ENTRIES,
    STANDING,
    Keys,
    digest_table,
)
from glasstown.vocab.arrays import U64, AnyArray
from glasstown.vocab.codes import NO_SOURCE, Entry

_OF_OVERRIDES: Final = (int(Entry.OVERRIDE), int(Entry.LIFTED))
"""Kinds of entries whose `rule` is an override."""


def digest_entries(lanes: U64, keys: Keys, entries: AnyArray, first: int) -> None:
    """Add movements of scores to a digest: those of the first score, and those of further ones with its number."""
    _digest_rated(lanes, entries[entries["kind"] == int(Entry.PEER)], first)
    entries = entries[entries["kind"] != int(Entry.PEER)]
    stands = entries["source"] == NO_SOURCE
    _digest_standing(lanes, keys, entries[stands], first)
    entries = entries[~stands]
    further = entries["score"] != 0
    _digest_movements(lanes, (ENTRIES, SHARED_ENTRIES, COUNTED), keys, entries[~further], first)
    if further.any():
        tables = FURTHER_ENTRIES, FURTHER_SHARED, FURTHER_COUNTED
        _digest_movements(lanes, tables, keys, entries[further], first, numbered=True)


def _digest_movements(
    lanes: U64, tables: tuple[int, int, int], keys: Keys, entries: AnyArray, first: int, *, numbered: bool = False
) -> None:
    """Movements of one's own, those that came through others with the name of the association, and what was counted."""
    counted, shared = np.isin(entries["kind"], _OF_OVERRIDES), entries["via"] != 0
    own, through, held = entries[~counted & ~shared], entries[shared], entries[counted]
    whose = keys.association[through["via"] - 1]
    of_own, of_through, of_held = ((rows["score"],) if numbered else () for rows in (own, through, held))
    _digest_entries(lanes, tables[0], keys, own, first, keys.rule[own["rule"]], *of_own)
    _digest_entries(lanes, tables[1], keys, through, first, keys.rule[through["rule"]], whose, *of_through)
    _digest_entries(lanes, tables[2], keys, held, first, keys.override[held["rule"]], *of_held)


def _digest_rated(lanes: U64, entries: AnyArray, first: int) -> None:
    """Add movements by what others gave to a digest."""
    who = entries["who"].astype(np.int64) + first
    digest_table(lanes, RATED, who, entries["day"], entries["delta"], entries["after"])


def _digest_standing(lanes: U64, keys: Keys, entries: AnyArray, first: int) -> None:
    """Add movements of points that stand while something is so, behind which there is no record."""
    who = entries["who"].astype(np.int64) + first
    names = np.zeros(entries.size, np.uint32)
    kinds = entries["kind"]
    moved = np.where(kinds == int(Entry.CAP), np.roll(kinds, 1), kinds)  # a clamp follows the movement that it clamps
    read = moved == int(Entry.QUANTITY)
    _digest_quantities(lanes, keys, entries[read], first)
    who, entries, kinds, moved, names = who[~read], entries[~read], kinds[~read], moved[~read], names[~read]
    of_rule = moved == int(Entry.STATE)
    names[of_rule] = keys.state_rule[entries["rule"][of_rule]]
    columns = who, entries["day"], entries["kind"], names, entries["delta"], entries["after"]
    further = entries["score"] != 0
    digest_table(lanes, STANDING, *(column[~further] for column in columns))
    digest_table(lanes, FURTHER_STANDING, *(column[further] for column in (*columns, entries["score"])))


def _digest_quantities(lanes: U64, keys: Keys, entries: AnyArray, first: int) -> None:
    """Add movements for quantities that were read, with whether the true quantity is behind them."""
    who, names = entries["who"].astype(np.int64) + first, keys.quantity_rule[entries["rule"]]
    digest_table(lanes, QUANTITIES, who, entries["day"], entries["kind"], names, entries["truth"], entries["delta"],
                 entries["after"], entries["score"])


def _digest_entries(
    lanes: U64, table: int, keys: Keys, entries: AnyArray, first: int, names: AnyArray, *more: AnyArray
) -> None:
    ref = entries["ref"]
    digest_table(
        lanes, table, entries["who"].astype(np.int64) + first, entries["day"], entries["kind"],
        names, keys.act[entries["act"]], keys.source[entries["source"]], entries["truth"],
        entries["origin"], ref >> 20, keys.family[(ref >> 15) & 31], (ref >> 9) & 63, ref & 7, entries["delta"],
        entries["after"], *more,
    )
