"""Formulas as programs of whole numbers: thousandths on a small stack, without faults and without overflow.

A program is a row of pairs (operation, operand). Every formula is proved beforehand to stay below 2**61 at each of its
parts, so nothing is checked here.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

import numpy as np

from glasstown.kernels.jit import inlined, inner
from glasstown.vocab.arrays import I64, Whole

THOUSAND: Final = 1000
MOST_ON_STACK: Final = 96
"""Numbers on the stack at once: a formula has no more parts, and `step` keeps none."""


class Operation(IntEnum):
    """Operations of a program. Truths are 0 and 1,000. `EDGE` takes two pairs: where it holds from, and what then."""

    NUMBER = 0
    FACT = 1
    SCORE = 2
    ADD = 3
    SUBTRACT = 4
    MULTIPLY = 5
    DIVIDE = 6
    LEAST = 7
    MOST = 8
    LESS = 9
    AT_MOST = 10
    EQUAL = 11
    NOT = 12
    CHOOSE = 13
    STEP = 14
    EDGE = 15
    NEGATIVE = 16


NUMBER, FACT, SCORE = int(Operation.NUMBER), int(Operation.FACT), int(Operation.SCORE)
ADD, SUBTRACT, MULTIPLY = int(Operation.ADD), int(Operation.SUBTRACT), int(Operation.MULTIPLY)
DIVIDE, LEAST, MOST = int(Operation.DIVIDE), int(Operation.LEAST), int(Operation.MOST)
LESS, AT_MOST, EQUAL = int(Operation.LESS), int(Operation.AT_MOST), int(Operation.EQUAL)
NOT, CHOOSE, STEP, EDGE = int(Operation.NOT), int(Operation.CHOOSE), int(Operation.STEP), int(Operation.EDGE)
NEGATIVE: Final = int(Operation.NEGATIVE)


@inlined
def nearest(over: Whole, by: Whole) -> Whole:
    """A quotient to the nearest whole number, halves away from zero."""
    size = (2 * abs(over) + abs(by)) // (2 * abs(by))
    return size if (over < 0) == (by < 0) else -size


@inlined
def _of_two(operation: Whole, left: Whole, right: Whole) -> Whole:
    """What an operation makes of the two numbers on top: the last, 1,000 where they are equal."""
    found = np.int64(0)
    if operation == ADD:
        found = left + right
    elif operation == SUBTRACT:
        found = left - right
    elif operation == MULTIPLY:
        found = nearest(left * right, THOUSAND)
    elif operation == LEAST:
        found = min(left, right)
    elif operation == MOST:
        found = max(left, right)
    elif operation == LESS:
        found = np.int64(THOUSAND) if left < right else found
    elif operation == AT_MOST:
        found = np.int64(THOUSAND) if left <= right else found
    elif left == right:
        found = np.int64(THOUSAND)
    return found


@inlined
def _of_one(operation: Whole, number: Whole, operand: Whole) -> Whole:
    """What an operation makes of the number on top."""
    if operation == DIVIDE:
        return nearest(number * THOUSAND, operand)
    return -number if operation == NEGATIVE else THOUSAND - number


@inner
def evaluate(program: I64, start: Whole, end: Whole, facts: I64, score: Whole, i: Whole, stack: I64) -> Whole:
    """What a formula comes to for one resident.

    Args:
        program: pairs of all programs, one after the other: (operation, operand).
        start: first pair of the program.
        end: first pair after it.
        facts: (facts, residents) what `FACT` reads, in thousandths.
        score: what `SCORE` reads, in thousandths.
        i: the resident.
        stack: room for `MOST_ON_STACK` numbers.

    Returns:
        Thousandths; of a truth 0 or 1,000.
    """
    top = np.int64(-1)
    for p in range(start, end):
        operation, operand = program[p, 0], program[p, 1]
        if NUMBER <= operation <= SCORE:
            top += 1
            stack[top] = operand if operation == NUMBER else (facts[operand, i] if operation == FACT else score)
        elif ADD <= operation <= EQUAL and operation != DIVIDE:
            top -= 1
            stack[top] = _of_two(operation, stack[top], stack[top + 1])
        elif operation == CHOOSE:
            top -= 2
            stack[top] = stack[top + 1] if stack[top] != 0 else stack[top + 2]
        elif operation == STEP:
            stack[top + 1] = stack[top]
            stack[top] = np.int64(0)
        elif operation == EDGE:
            stack[top] = program[p + 1, 1] if stack[top + 1] >= operand else stack[top]
        elif operation > SCORE:
            stack[top] = _of_one(operation, stack[top], operand)
    return stack[0]
