"""Since when something of the scheme's has lasted: the grade in force, and days without a debit."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.simulate.assess import BY_RULE
from glasstown.vocab.arrays import I32, I64, AnyArray
from glasstown.vocab.codes import Truth


class Lasting(NamedTuple):
    """Days, of each resident; all of length residents, and 0 until something happens.

    `graded_day`: first day with the grade in force. `debited_day`: day of the last debit of a rule, and
    `truly_debited_day` that of the last one for a record that was true.
    """

    graded_day: I32
    debited_day: I32
    truly_debited_day: I32


def since_day_0(size: int) -> Lasting:
    """Nothing has happened to anybody."""
    return Lasting(*(np.zeros(size, np.int32) for _ in Lasting._fields))


def note_grades(lasting: Lasting, changed: I64, day: int) -> None:
    """Some residents have another grade from a day on."""
    lasting.graded_day[changed] = day


def note_debits(lasting: Lasting, entries: AnyArray) -> None:
    """Rules took points from some residents."""
    debits = entries[(entries["kind"] == BY_RULE) & (entries["delta"] < 0)]
    np.maximum.at(lasting.debited_day, debits["who"], debits["day"])
    true = debits[debits["truth"] == int(Truth.TRUE)]
    np.maximum.at(lasting.truly_debited_day, true["who"], true["day"])
