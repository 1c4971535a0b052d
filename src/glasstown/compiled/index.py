"""The tables of a score that is worked out anew on certain days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import gcd

import numpy as np

from glasstown.compiled.model_states import CountTables, FormulaTables, IndexTables
from glasstown.scheme.formula import Node
from glasstown.scheme.formula_direction import ways_of
from glasstown.scheme.formula_meaning import names_in
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_index import Index
from glasstown.scheme.model_refit import Refit
from glasstown.vocab.gauges import MOST_OF_A_GAUGE
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import milli
from glasstown.vocab.variables import GAUGE, LIFE_VARIABLES, MOST_COUNTED, NUMBER, Variable

KINDS = ("points", "index", "class")


def lower_index(scheme: Scheme, first: int, codes: Mapping[str, int]) -> IndexTables:
    """Lower the index or class of a scheme.

    Args:
        scheme: the scheme.
        first: number of the first of its formulas.
        codes: numbers of all acts.
    """
    index = scheme.score.index if scheme.score else None
    if index is None:
        none = np.zeros(0, np.int64)
        return IndexTables(0, -1, 1, 0, 0, 0, none.astype(np.int32), none.astype(np.int32), none, none, ())
    numbers = {id(root): first + place for place, root in enumerate(formulas_of(index))}
    weights = [milli(one.weight.value) for one in index.categories]
    common = gcd(*weights) or 1
    return IndexTables(
        kind=KINDS.index(index.kind),
        formula=_number(numbers, index.value),
        every=int(index.every.value),
        offset=int(index.offset.value),
        least=int(index.thin.least.value) if index.thin else 0,
        thin_milli=milli(index.thin.default.value) if index.thin else 0,
        value=np.array([_number(numbers, one.value) for one in index.categories], dtype=np.int32),
        needs=np.array([_number(numbers, one.needs) for one in index.categories], dtype=np.int32),
        weight=np.array([weight // common for weight in weights], dtype=np.int64),
        default=np.array([milli(one.default.value) for one in index.categories], dtype=np.int64),
        lowering=lowering_acts(scheme, codes),
    )


def lowering_acts(scheme: Scheme, codes: Mapping[str, int]) -> tuple[int, ...]:
    """Numbers of the acts of which a record can lower a score that is worked out anew."""
    index = scheme.score.index if scheme.score else None
    return tuple(sorted({codes[act] for act in _lowering(index, scheme.refit)})) if index else ()


def _lowering(index: Index, refit: Refit | None) -> Iterator[str]:
    """Acts whose records can lower a score: their count lowers a value, or decides whether enough is known.

    A category to which a fit can give weight counts, whatever it weighs now: nobody is told what it does.
    """
    fitted = refit.categories if refit else ()
    weighing = [one for one in index.categories if one.weight.value or one.id in fitted]
    values = [one.value for one in weighing] if index.value is None else [index.value]
    needs = [one.needs for one in weighing if one.needs is not None]
    names = {name for root in (*values, *needs) for name in names_in(root)}
    # a truth has no other range than a number from 0 to 1, so that facts need not be told apart here
    known = {one.name: one for one in LIFE_VARIABLES}
    known |= {name: Variable(name, NUMBER, 0, _most(name), "", "") for name in names - {*known}}
    for name in names:
        if " " in name:
            asked = any(name in names_in(root) for root in needs)
            if asked or any(ways_of(root, name, known).falls for root in values):
                yield name.split()[1]


def _most(name: str) -> int:
    """The end of the range of what the scheme itself counts, reads, or says of a resident."""
    if " " in name:
        return MOST_COUNTED
    return MOST_OF_A_GAUGE if name.startswith(GAUGE) else 1


def formulas_of(index: Index | None) -> tuple[Node, ...]:
    """The formulas of an index or class, in the order of their numbers."""
    if index is None:
        return ()
    found = [index.value, *(one.value for one in index.categories), *(one.needs for one in index.categories)]
    return tuple(root for root in found if root is not None)


def _number(numbers: Mapping[int, int], root: Node | None) -> int:
    """The number of a formula by its place in memory: two that read alike are two."""
    return -1 if root is None else numbers[id(root)]


def lower_counts(formulas: FormulaTables, codes: Mapping[str, int]) -> CountTables:
    """The counts of records that formulas ask for, in the order of their facts."""
    asked = [name for name, _ in formulas.facts if " " in name]
    return CountTables(
        digest=np.array([name_digest(name) for name in asked], dtype=np.uint32),
        act=np.array([codes[name.split()[1]] for name in asked], dtype=np.int32),
        days=np.array([int(name.split()[2]) for name in asked], dtype=np.int32),
    )
