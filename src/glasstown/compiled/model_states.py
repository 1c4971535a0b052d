"""Conditions, and points that stand while they hold, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I32, I64, U8, U32


@dataclass(frozen=True, slots=True)
class FormulaTables:
    """All formulas of a scheme.

    Attributes:
        pairs: (pairs, 2) i64, the programs one after the other: `kernels.postfix.Operation` and operand.
        start: (formulas + 1,) i32, first pair of each program, and the end of the last.
        facts: name of each fact that programs read, in the order of their rows, and the number of the list or meter
            that it is about (0 for any other).
        of_rule: (rules,) i32 number of the condition of each rule, -1 for none.
    """

    pairs: I64
    start: I32
    facts: tuple[tuple[str, int], ...]
    of_rule: I32


@dataclass(frozen=True, slots=True)
class StateTables:
    """Points that stand while a condition holds.

    Attributes:
        digest: (state rules,) u32 name digests.
        formula: (state rules,) i32 number of the condition; -1 where the rule has ended, so that nothing stands.
        points: (state rules,) i64 thousandths.
        slot: (state rules,) u8 the score that each moves.
        every: (state rules,) i32 days from one look to the next.
    """

    digest: U32
    formula: I32
    points: I64
    slot: U8
    every: I32

    @property
    def number(self) -> int:
        """How many there are."""
        return int(self.digest.size)


@dataclass(frozen=True, slots=True)
class CountTables:
    """Counts of records that formulas ask for.

    Attributes:
        digest: (counts,) u32 digests of their names, such as "count late-bill 365".
        act: (counts,) i32 number of the act.
        days: (counts,) i32 days for which a record counts.
    """

    digest: U32
    act: I32
    days: I32


@dataclass(frozen=True, slots=True)
class IndexTables:
    """A score that is worked out anew on certain days. Formulas by number, -1 for none.

    Attributes:
        kind: 0 for a score of points, 1 for an index, 2 for a class.
        formula: the formula of a class.
        every, offset: days from one such day to the next, and the first.
        least, thin_milli: categories of which enough must be known, and the score where it is of fewer.
        value, needs: (categories,) i32 formulas.
        weight: (categories,) i64 whole weights without a common divisor.
        default: (categories,) i64 thousandths, the value where too little is known.
        lowering: numbers of the acts whose records can lower the score.
    """

    kind: int
    formula: int
    every: int
    offset: int
    least: int
    thin_milli: int
    value: I32
    needs: I32
    weight: I64
    default: I64
    lowering: tuple[int, ...]
