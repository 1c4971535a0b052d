"""What a society says of how its residents are watched, for every scheme alike: probabilities, never content."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from glasstown.vocab.evidence import Figure
from glasstown.vocab.places import Path as Keys
from glasstown.vocab.watching import AREA_NAMES, DIGITAL_NAMES, GROUP_NAMES, ROLE_NAMES, Kind

OWN, MEAN, OFF = "own", "mean", "off"
"""Whether what goes by group stands as written, is spread evenly over the groups, or is left out."""

ALIKE: Final = -1
"""In place of the number of a group or role: nobody asks for it."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Which residents a row is about; an empty word is anybody."""

    group: str = ""
    area: str = ""
    role: str = ""
    digital: str = ""

    def text(self) -> str:
        """Who they are, in plain words."""
        return " and ".join(word for word in (self.group, self.area, self.role, self.digital) if word) or "everybody"

    def has(self, kind: Kind) -> bool:
        """Whether residents of a kind belong to them; who is `ALIKE` in something is never picked out by it."""
        names = (GROUP_NAMES, AREA_NAMES, ROLE_NAMES, DIGITAL_NAMES)
        words = (self.group, self.area, self.role, self.digital)
        return all(
            not word or (number != ALIKE and known[number] == word)
            for word, number, known in zip(words, kind, names, strict=True)
        )


@dataclass(frozen=True, slots=True)
class ExtraWatch:
    """Some acts of some residents are seen more: `factor` times, and besides with the chance `detection` a source."""

    id: str
    acts: tuple[str, ...]
    whom: Whom
    factor: Figure | None
    detection: Figure | None
    title: str = ""
    at: Keys = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Marker:
    """Some residents are taken for people who do some acts: false records a year more, by each source and act."""

    id: str
    acts: tuple[str, ...]
    whom: Whom
    false_per_year: Figure
    title: str = ""
    at: Keys = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Misread:
    """Some acts of some residents are now and then written down as another act, by any source that sees them."""

    id: str
    acts: tuple[str, ...]
    taken_for: str
    whom: Whom
    chance: Figure
    title: str = ""
    at: Keys = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class SocietyWatch:
    """Everything that a society says of being watched.

    Attributes:
        extra: acts that are seen more.
        markers: false records that go by who somebody is.
        misread: acts that are written down as others; of one act always as the same.
        groups: `OWN`, `MEAN` or `OFF`, for whatever goes by group, also in the sources of a scheme.
        roles: `OWN` or `OFF`, likewise.
        group_shares: shares of the groups in the society; empty where no mean is asked for.
    """

    extra: tuple[ExtraWatch, ...] = ()
    markers: tuple[Marker, ...] = ()
    misread: tuple[Misread, ...] = ()
    groups: str = OWN
    roles: str = OWN
    group_shares: tuple[Fraction, ...] = ()

    def faces(self, kind: Kind) -> tuple[tuple[Fraction, Kind], ...]:
        """As whom residents of a kind are watched: kinds with their weights, which add up to 1."""
        group, area, role, digital = kind
        role = ALIKE if self.roles == OFF else role
        if self.groups == MEAN:
            return tuple((share, (number, area, role, digital)) for number, share in enumerate(self.group_shares))
        return ((Fraction(1), (ALIKE if self.groups == OFF else group, area, role, digital)),)

    def lines(self) -> tuple[str, ...]:
        """Every row as one line of text, for the digest of the society."""
        return (
            *(f"extra_watch|{_of(one.acts, one.whom)}|{_number(one.factor)}|{_number(one.detection)}"
              for one in self.extra),
            *(f"marker|{_of(one.acts, one.whom)}|{_number(one.false_per_year)}" for one in self.markers),
            *(f"misread|{_of(one.acts, one.whom)}|{one.taken_for}|{_number(one.chance)}" for one in self.misread),
            *(f"{what}|{how}" for what, how in (("groups", self.groups), ("roles", self.roles)) if how != OWN),
        )  # fmt: skip


def _of(acts: tuple[str, ...], whom: Whom) -> str:
    return "|".join((",".join(acts), whom.group, whom.area, whom.role, whom.digital))


def _number(figure: Figure | None) -> str:
    return "" if figure is None else str(figure.value.normalize())


AS_WRITTEN: Final = SocietyWatch()
"""A society that says nothing of being watched."""
