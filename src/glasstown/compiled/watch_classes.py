"""Watch classes: which kinds of residents the sources of a scheme tell apart in a society, and how closely each looks.

Whoever no source and no society tells apart shares a class, so that most schemes have few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

import numpy as np

from glasstown.scheme.model_sources import Source
from glasstown.scheme.model_watch import Watch
from glasstown.vocab.arrays import U8
from glasstown.vocab.society_watch import ALIKE, OWN, SocietyWatch, Whom
from glasstown.vocab.watching import KINDS, SIZES, Kind

CERTAIN: Final = Fraction(1)
"""The chance of what is certain."""

Seen: TypeAlias = Callable[[Kind], Fraction]


@dataclass(frozen=True, slots=True)
class WatchClasses:
    """Classes of residents who are watched alike.

    Attributes:
        of_kind: (162,) u8, the class of each kind of resident (`vocab.watching.KINDS`).
        members: one kind of each class.
    """

    of_kind: U8
    members: tuple[Kind, ...]


def watch_classes(watches: Iterable[Watch], society: SocietyWatch) -> WatchClasses:
    """The classes that some sources tell apart in a society."""
    watches = tuple(watches)
    rows = tuple(row.whom for row in (*society.extra, *society.markers, *society.misread))
    first = [_first_alike(place, size, watches, society, rows) for place, size in enumerate(SIZES)]
    stands_for = [(first[0][g], first[1][a], first[2][r], first[3][d]) for g, a, r, d in KINDS]
    members = tuple(dict.fromkeys(stands_for))
    number = {kind: n for n, kind in enumerate(members)}
    return WatchClasses(np.array([number[kind] for kind in stands_for], dtype=np.uint8), members)


def _first_alike(
    place: int, size: int, watches: Sequence[Watch], society: SocietyWatch, rows: Sequence[Whom]
) -> list[int]:
    """For each group, area, role or digital use: the first one that is watched like it."""
    if (place == 0 and society.groups != OWN) or (place == 2 and society.roles != OWN):
        return [0] * size
    looks = [
        (
            tuple(watch.factor(_only(place, number, ALIKE)) for watch in watches),
            tuple(_picks(row, place, number) for row in rows),
        )
        for number in range(size)
    ]
    return [looks.index(look) for look in looks]


def _only(place: int, number: int, rest: int) -> Kind:
    """A kind that is something in one respect, and the same as anybody in the others."""
    group, area, role, digital = (number if one == place else rest for one in range(len(SIZES)))
    return group, area, role, digital


def _picks(row: Whom, place: int, number: int) -> bool:
    only = (Whom(group=row.group), Whom(area=row.area), Whom(role=row.role), Whom(digital=row.digital))[place]
    return only.has(_only(place, number, 0))


def detection(value: Fraction, watch: Watch, act: str, society: SocietyWatch) -> Seen:
    """The chance that a source sees one act, by kind of resident; more than 1 where a scheme asks for too much.

    Whatever the society adds comes after the multipliers: `1 - (1 - own) (1 - extra)`, so that nothing is lost by it.
    What it multiplies ends at 1: a society must not keep a scheme from being run.
    """
    extra = [one for one in society.extra if act in one.acts]

    def of(kind: Kind) -> Fraction:
        own = value * watch.factor(kind)
        for one in extra:
            if one.factor and one.whom.has(kind):
                own = min(own * Fraction(one.factor.value), max(own, Fraction(1)))
        for one in extra:
            if one.detection and one.whom.has(kind) and own < 1:
                own = 1 - (1 - own) * (1 - Fraction(one.detection.value))
        return own

    return lambda kind: sum((weight * of(face) for weight, face in society.faces(kind)), Fraction(0))


def chance_seen(source: Source, seen: Fraction, share: Fraction = CERTAIN) -> Fraction:
    """The chance that a source records an act that it looks at; no source sees more than all.

    Args:
        source: the source.
        seen: the chance that is told of it, of all such acts.
        share: part of such acts that any source can see; who sees all sees all of these.
    """
    return CERTAIN if source.sees_all else min(seen / share, CERTAIN)


def invention(value: Fraction, watch: Watch, act: str, society: SocietyWatch) -> Seen:
    """False records of one act a year by one source, by kind of resident."""
    extra = [one for one in society.extra if act in one.acts and one.factor]
    markers = [one for one in society.markers if act in one.acts]

    def of(kind: Kind) -> Fraction:
        rate = value * watch.factor(kind)
        for one in extra:
            if one.factor and one.whom.has(kind):
                rate *= Fraction(one.factor.value)
        return rate + sum((Fraction(one.false_per_year.value) for one in markers if one.whom.has(kind)), Fraction(0))

    return lambda kind: sum((weight * of(face) for weight, face in society.faces(kind)), Fraction(0))


def mistaking(act: str, society: SocietyWatch) -> Seen:
    """The chance that a record of one act is of another one instead, as the society has it, by kind of resident."""
    rows = [one for one in society.misread if act in one.acts]

    def of(kind: Kind) -> Fraction:
        right = Fraction(1)
        for one in rows:
            if one.whom.has(kind):
                right *= 1 - Fraction(one.chance.value)
        return 1 - right

    return lambda kind: sum((weight * of(face) for weight, face in society.faces(kind)), Fraction(0))
