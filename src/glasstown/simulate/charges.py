"""The tables of lists, officials and consequences of one world, in the form the kernels read."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from glasstown.vocab.arrays import I8, I32, U8, U32, U64


class Grounds(NamedTuple):
    """Grounds as kernels read them; see `compiled.model_lists.GroundTables`.

    `reported`: 1 where an exit that the person reports closes it. `closes`, `touches`: (acts,) 1 where doing it, or a
    record of it, may change a ground that is open. `rules`: number of tallies that belong to rules and overrides.
    `weekday`: of day 0, Monday 0. `refuse_high`, `refuse_low`: chance that an official finds an exit not to do.
    `when`: number of the formula that must hold, -1 for none.
    """

    on_list: U8
    holder: U8
    first: I32
    number: I32
    order: I32
    sources: U64
    tally: I32
    repeat: I32
    within: I32
    min_age: I32
    entry: I32
    entry_working: U8
    term: I32
    extend: I32
    longest: I32
    extends: U8
    exits: U8
    exit_sources: U64
    reported: U8
    exit: I32
    exit_working: U8
    officer: U8
    digest: U32
    refuse_high: U64
    refuse_low: U64
    closes: U8
    touches: U8
    rules: int
    weekday: int
    when: I32


class Officers(NamedTuple):
    """Officials as kernels read them, by number of the ground or consequence; see `compiled.model_lists`."""

    digest: U32
    delay: I32
    override_high: U64
    override_low: U64
    favoured: U64
    """(2, cases, ties) words of that chance by ties to officials; one column where nobody is favoured."""


class Consequences(NamedTuple):
    """Consequences of one world; see `compiled.model_lists`. Words of 64 have bit c for consequence c.

    `officer`, `own`, `household`, `children`, `told`: words of those that pass an official, and by scope, and of which
    notice is given; `by_refusal` of those that one hears of by being refused. `harms`: of those that
    deny, or make something worse; `shown`: of those that hit only who shows a score; `conditional`: of those that hold
    only while formula `when` does (-1 for none); `passed`: of those that hold by what a recipient knows, who
    `hears` after so many days (-1 for none) and lets go of what has ended where it `forgets`. `punishing`: word of the
    lists on which to stand is a punishment, bit l for list l.
    """

    digest: U32
    grade: U8
    on_list: U8
    deny: U64
    favour: U64
    degree: I8
    looked: U8
    by_grade: U64
    by_list: U64
    officers: Officers
    limits: tuple[Fraction | None, ...]
    officer: np.uint64
    own: np.uint64
    household: np.uint64
    children: np.uint64
    told: np.uint64
    by_refusal: np.uint64
    harms: np.uint64
    shown: np.uint64
    conditional: np.uint64
    when: I32
    passed: np.uint64
    hears: I32
    forgets: U8
    punishing: np.uint16
