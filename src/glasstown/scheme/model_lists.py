"""What a scheme file says of lists, decisions, consequences and versions, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.scheme.formula import Node
from glasstown.scheme.model_favour import Favour
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule or ground bites from the `count`-th matching record within `within_days` days on."""

    count_figure: Figure
    within_figure: Figure

    @property
    def count(self) -> int:
        """Records needed, the biting one included."""
        return int(self.count_figure.value)

    @property
    def within_days(self) -> int:
        """Length of the window, in days."""
        return int(self.within_figure.value)


@dataclass(frozen=True, slots=True)
class Decision:
    """An official decides on each case.

    Not before `delay_days`; with probability `override` the person is let off; `per_thousand_year` counts
    the decisions that the officials of a district can take per 1,000 residents and year (None: any number).
    `same_case_as` names the ground by whose luck this one is decided ("": its own). `favour`: how much oftener those
    tied to an official are decided for.
    """

    delay: Figure
    override: Figure
    per_thousand_year: Figure | None
    same_case_as: str = ""
    favour: Favour = ()

    @property
    def delay_days(self) -> int:
        """Least days from the case to its decision."""
        return int(self.delay.value)


@dataclass(frozen=True, slots=True)
class PublicList:
    """A list that people stand on while any ground for it is open."""

    id: str
    title: str
    span: Span
    holder: str = ""
    """Who keeps it, and so which records its grounds know: a holder, or "" for the scorer."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time in days: all of them, or ("working-days") Monday to Friday."""

    figure: Figure
    kind: str

    @property
    def days(self) -> int:
        """Days that the clock counts."""
        return int(self.figure.value)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a resident is put on a list, for how long, and how they get off it.

    A record of one of `acts` opens it after `entry`. It closes after `term_days` (None: it is open-ended),
    which a record of one of `extend_acts` lengthens by `extend_by_days`, up to `longest_days`; or when the
    person does one of `exit_acts` and `exit` has passed since they did, or since one of `exit_seen_by` saw it.
    """

    id: str
    on_list: str
    acts: tuple[str, ...]
    sources: tuple[str, ...]
    repeat: Repeat | None
    min_age: Figure
    entry: Clock
    term_days: Figure | None
    extend_by_days: Figure | None
    extend_acts: tuple[str, ...]
    longest_days: Figure | None
    exit_acts: tuple[str, ...]
    exit_seen_by: tuple[str, ...]
    exit: Clock
    decision: Decision | None
    exit_override: Figure | None
    """Probability that an official finds an exit not to do; None where every exit does."""
    span: Span
    when: Node | None = None
    """What must be so of a resident for a record to count; None where nothing must."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a grade or a list takes away or favours, by whose hand, and whom it hits.

    `grade` or `on_list` is empty: it follows from the other. `degree` holds pairs of a name and a level from
    -3 to 3. `through` is "direct", or "look-up" with the chance `look_up` that the other side looks.
    """

    id: str
    grade: str
    on_list: str
    deny: tuple[str, ...]
    favour: tuple[str, ...]
    degree: tuple[tuple[str, int], ...]
    brings: tuple[str, ...]
    through: str
    look_up: Figure | None
    scope: str
    notice: str
    decision: Decision | None
    span: Span
    recipient: str = ""
    """By whose knowledge it holds; empty where it holds at once."""
    terms: tuple[tuple[str, int], ...] = ()
    """Pairs of a degree of organisations and a level from -3 to 3."""
    when: Node | None = None
    """What must be so of whoever earned it; None where nothing must."""


NO_DAY: Final = 100_000
"""A day that no run reaches."""


@dataclass(frozen=True, slots=True)
class Version:
    """A day from which parts of the scheme end: whole kinds of parts, and parts by name; None for a trigger's."""

    id: str
    from_figure: Figure | None
    drop: tuple[str, ...]
    drop_rules: tuple[str, ...]
    drop_sources: tuple[str, ...]
    drop_lists: tuple[str, ...]
    drop_consequences: tuple[str, ...]
    drop_associations: tuple[str, ...]
    drop_overrides: tuple[str, ...]
    drop_state_rules: tuple[str, ...]
    drop_quantity_rules: tuple[str, ...]
    span: Span

    @property
    def from_day(self) -> int:
        """The first step that begins on this day or later is the first of the version; `NO_DAY` for a trigger's."""
        return int(self.from_figure.value) if self.from_figure else NO_DAY
