"""What a case says is so of its resident, and letting formulas be told so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from glasstown.compiled.states import conditions_of
from glasstown.scheme.formula_meaning import names_in
from glasstown.scheme.model import Scheme
from glasstown.scheme.words import meant, quoted
from glasstown.simulate import judging
from glasstown.simulate.variables import facts_of

Said = tuple[int, Mapping[str, int]]
"""A day, and thousandths by variable from that day on."""


def read_told(
    scheme: Scheme, said: Sequence[Any], path: tuple[Any, ...], note: Callable[..., None]
) -> tuple[Said, ...]:
    """What is so of the resident, from which days on; only what some formula of the scheme asks for."""
    asked = tuple(sorted({name for root in conditions_of(scheme) for name in names_in(root)}))
    found: list[Said] = []
    for place, row in enumerate(said):
        if not isinstance(row, dict) or not isinstance(row.get("day"), int):
            note((*path, place), 'what is so is a table with "day", from which on it is')
            continue
        for name in set(row) - {"day", *asked}:
            note((*path, place, name), f"no formula asks for {quoted(name)}; {meant(name, asked, 'variables')}")
        found.append((row["day"], {name: int(Decimal(row[name]) * 1000) for name in asked if name in row}))
    return tuple(found)


@contextmanager
def told_so(slot: int, so: Sequence[Said], end: int) -> Iterator[None]:
    """Let formulas be told of one resident what a case says, whatever is so of who stands for it."""
    said = {name: milli for day, row in so if day < end for name, milli in row.items()}

    def told(names: Any, stretch: Any, day: int) -> Any:
        facts = facts_of(names, stretch, day)
        for row, (name, _) in enumerate(names):
            facts[row, slot] = said.get(name, facts[row, slot])
        return facts

    with patch.object(judging, "facts_of", told):
        yield
