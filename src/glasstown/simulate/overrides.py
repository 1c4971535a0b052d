"""What is otherwise at single addresses: sightings never made, ties that are not there, appeals, groups.

Luck has addresses, so one look of one source, one tie between two residents, or one appeal can be named without its
world. Only the stretch that holds an address is changed; everything else in it is as it was, and follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.simulate.sightings import AFTER_HORIZON, DUPLICATE, RECORDED, mark_duplicates
from glasstown.vocab.arrays import U16, AnyArray, Bools
from glasstown.vocab.change import Change
from glasstown.vocab.geography import VOID
from glasstown.vocab.overridden import ATTRIBUTES, LABEL, SIGHTING, TIE, UPHELD, ends_of, label_in
from glasstown.vocab.sighting_numbers import FALSE_FAMILY, SightingAddress, address_of

if TYPE_CHECKING:  # settings hold overrides themselves
    from glasstown.simulate.span import Span
    from glasstown.simulate.stretch import Stretch
    from glasstown.simulate.watchers import Watchers


@dataclass(frozen=True, slots=True)
class Overrides:
    """Addresses at which a world is otherwise: each sighting falls in its own step, ties are away from a day on.

    Attributes:
        sightings: those that are never made.
        ties: residents who do not know each other.
        from_day: the first step that begins on this day or later is the first one in which it is so.
        upheld: sightings of whose records appeals are upheld.
        labels: residents, and the group as one of which sources look at them; `EVERYBODY` first.
        groups: residents, and the group of which they are.
    """

    sightings: tuple[SightingAddress, ...] = ()
    ties: tuple[tuple[int, int], ...] = ()
    from_day: int = 0
    upheld: tuple[SightingAddress, ...] = ()
    labels: tuple[tuple[int, int], ...] = ()
    groups: tuple[tuple[int, int], ...] = ()


NONE: Final = Overrides()


def overrides_of(change: Change) -> Overrides:
    """The addresses that a change names; those that are written wrongly have been refused before."""
    sightings = tuple(address_of(int(name)) for name in sorted(change.named(SIGHTING)))
    ties = tuple(both for name in sorted(change.named(TIE)) if (both := ends_of(name)))
    upheld = tuple(address_of(int(name)) for name in sorted(change.named(UPHELD)))
    return Overrides(sightings, ties, change.from_day, upheld, _labels(change, LABEL), _labels(change, ATTRIBUTES))


def _labels(change: Change, word: str) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(one for name in change.named(word) if (one := label_in(name))))


def cut_ties(stretch: Stretch, overrides: Overrides, span: Span) -> None:
    """Let some residents not know each other, as kin, at work, or as friends; once done it stays so."""
    if span.day < overrides.from_day:
        return
    for one, other in overrides.ties:
        ends = (one - stretch.first, other - stretch.first)
        if all(0 <= slot < stretch.size for slot in ends):
            for ties in (stretch.circle.kin, stretch.circle.colleague, stretch.circle.friend):
                _cut(ties, *ends)
                _cut(ties, *ends[::-1])


def _cut(ties: U16, slot: int, other: int) -> None:
    """Take one resident out of the ties of another."""
    mine = ties[:, slot]
    mine[mine == other] = VOID


def uphold(appeals: AnyArray, overrides: Overrides, span: Span) -> None:
    """Uphold the appeals of a step, of `OBJECTION` rows, that are against what some records did to whom they are about.

    What of such a record was passed on to somebody else is not meant.
    """
    for address in overrides.upheld if span.day >= overrides.from_day else ():
        meant = (appeals["origin"] == address.origin) & (appeals["ref"] == address.ref) & (appeals["via"] == 0)
        if address.family == FALSE_FAMILY:
            meant &= appeals["act"] == address.act
        appeals["upheld"][meant] = 1


def unseen(looks: AnyArray, overrides: Overrides, stretch: Stretch, span: Span, watchers: Watchers) -> AnyArray:
    """The looks of a step without those that are never made; another record of the act may then be the first.

    Args:
        looks: `LOOK` rows, those of one act one after the other.
        overrides: which are never made.
        stretch: the stretch.
        span: the step.
        watchers: the sources, by whose names and rule of one record an act duplicates are told.
    """
    for address in overrides.sightings:
        slot = address.origin - stretch.first
        if address.step != span.step or not 0 <= slot < stretch.size or span.day < overrides.from_day:
            continue
        of_act = _of_act(looks, slot, address)
        struck = of_act & (looks["source"] == address.source)
        kept = looks[~struck]
        if struck.any() and watchers.by_act and address.family != FALSE_FAMILY:
            _tell_anew(kept, of_act[~struck], watchers, span)
        looks = kept
    return looks


def _of_act(looks: AnyArray, slot: int, address: SightingAddress) -> Bools:
    """Looks at the act behind an address; what never happened has an act of its own."""
    found = (looks["origin"] == slot) & (looks["family"] == address.family) & (looks["ordinal"] == address.ordinal)
    found &= looks["child"] == address.child
    return found & (looks["act"] == address.act) if address.family == FALSE_FAMILY else found


def _tell_anew(looks: AnyArray, of_act: Bools, watchers: Watchers, span: Span) -> None:
    """Of the records of one act about one person, tell anew which is the first."""
    rows = np.flatnonzero(of_act)
    again = rows[looks["fate"][rows] == int(DUPLICATE)]
    late = looks["due_day"][again] >= span.horizon
    looks["fate"][again] = np.where(late, int(AFTER_HORIZON), int(RECORDED))
    if rows.size:
        mark_duplicates(watchers.digest, looks, np.int64(rows[0]), np.int64(rows[-1] + 1))
