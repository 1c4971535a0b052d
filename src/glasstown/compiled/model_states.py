"""Conditions, and points that stand while they hold, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I32, I64, U32


@dataclass(frozen=True, slots=True)
class FormulaTables:
    """All formulas of a scheme.

    Attributes:
        pairs: (pairs, 2) i64, the programs one after the other: `kernels.postfix.Operation` and operand.
        start: (formulas + 1,) i32, first pair of each program, and the end of the last.
        facts: name of each fact that programs read, in the order of their rows, and the number of the list that it is
            about (0 for any other).
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
        every: (state rules,) i32 days from one look to the next.
    """

    digest: U32
    formula: I32
    points: I64
    every: I32

    @property
    def number(self) -> int:
        """How many there are."""
        return int(self.digest.size)
