"""What is wrong with ties that a change cuts: residents who are not there, and those who are not tied in such a way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.simulate.plan import PlanError
from glasstown.society.population import Population
from glasstown.vocab.change import Change
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.overridden import TIE, ends_of

_KINDS: Final = ("kin", "colleague", "friend")
"""Ties that can be cut: who lives together, or next door, does so in both worlds."""


def check_ties(people: Population, change: Change) -> None:
    """Refuse to cut ties that are not there.

    Raises:
        PlanError: with every such tie, and whom the first of the two is tied to.
    """
    pairs = [(name, both) for name in sorted(change.named(TIE)) if (both := ends_of(name))]
    if faults := tuple(fault for name, both in pairs for fault in _faults(people, name, *both)):
        raise PlanError(faults)


def known_to(people: Population, resident: int) -> dict[str, tuple[int, ...]]:
    """Numbers of those tied to a resident, by each kind of ties that can be cut."""
    base = resident // DISTRICT * DISTRICT
    tied = {kind: getattr(people, kind)[:, resident] for kind in _KINDS}
    return {kind: tuple(sorted({base + int(slot) for slot in slots if slot != VOID})) for kind, slots in tied.items()}


def _faults(people: Population, name: str, one: int, other: int) -> Iterator[Diagnostic]:
    where = f"--without tie:{name}"
    if unknown := [who for who in (one, other) if who >= people.people]:
        numbers = " and ".join(f"{who:,}" for who in unknown)
        yield Diagnostic(
            "WIF-resident", f"there is no resident {numbers}", "a tie has two residents of this town as its ends",
            f"name residents from 0 to {people.people - 1:,}", where=where,
        )  # fmt: skip
        return
    tied = known_to(people, one)
    if any(other in numbers for numbers in tied.values()):
        return
    lives = people.household[one] == people.household[other]
    why = "they live together, and do so in both worlds" if lives else "they are no kin, colleagues or friends"
    said = "; ".join(f"{kind}: {', '.join(map(str, numbers)) or 'nobody'}" for kind, numbers in tied.items())
    yield Diagnostic("WIF-tie", f"residents {one:,} and {other:,} have no tie that can be cut", why,
                     f"name another tie. Resident {one:,} is tied to {said}", where=where)  # fmt: skip
