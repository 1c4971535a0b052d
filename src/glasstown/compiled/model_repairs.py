"""Repairs, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I32, I64, U8, U32, U64


@dataclass(frozen=True, slots=True)
class RepairTables:
    """What gives back points that rules took, or ends grounds. Points in thousandths.

    Attributes:
        digest: (repairs,) u32 name digests.
        first, count, order: the repairs of an act are `order[first[act] : first[act] + count[act]]`.
        sources: (repairs,) u64 bits of the sources whose records count.
        points: (repairs,) i64 what one record gives back at most; 0 where it ends a ground.
        rules: (repairs, rules) u8, 1 for rules whose debits are lowered.
        largest: (repairs,) i64 what such a debit took at most.
        ground: (repairs,) i32 number of the ground that it ends, -1 for none.
        after: (repairs,) i32 least days from the debit, or the listing.
        within: (repairs,) i32 most days from it; -1 as long as it counts.
        most: (repairs,) i32 repairs in `per_days`.
        per_days: (repairs,) i32 days for which a repair counts; -1 where as many are taken as are done.
        tally: (repairs,) i32 count of the repairs that count; -1 for none.
        when: (repairs,) i32 number of the condition, -1 for none.
        slot: (repairs,) u8 the score that it moves.
        lasts: (rules,) i32 days for which a debit of a rule can be repaired; -1 for good, -2 where none repairs it.
        tallies: how many counts there are.
    """

    digest: U32
    first: I32
    count: I32
    order: I32
    sources: U64
    points: I64
    rules: U8
    largest: I64
    ground: I32
    after: I32
    within: I32
    most: I32
    per_days: I32
    tally: I32
    when: I32
    slot: U8
    lasts: I32
    tallies: int
