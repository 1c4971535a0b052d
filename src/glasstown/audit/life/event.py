"""One line of a life: a day, what kind of thing happened, the thing by name, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

Part: TypeAlias = tuple[str, str]
"""A part of a scheme file: name of its table in the grammar, and the id under which it stands there."""

KINDS: Final = (
    ("quarter", "how the resident stands on a day of the panel, before anything of that day"),
    ("grade", "a grade holds from this day on"),
    ("consequence-ended", "first day on which a consequence holds no more"),
    ("consequence-begun", "first day on which a consequence holds"),
    ("notice", "the resident is told, or hears by being refused, and so learns of it"),
    ("inference", "the scheme concludes something, or no longer does"),
    ("gauge", "a quantity of a month"),
    ("harm", "an act of somebody else reaches the resident"),
    ("act", "something done, tried or held back"),
    ("denied", "an attempt that came to nothing because of the scheme"),
    ("place", "a place got, or lost to another, because of the scheme"),
    ("due", "something came to be owed, or was over"),
    ("sighting", "a source saw an act of the resident"),
    ("record", "a record about the resident takes effect, or fails to"),
    ("telling", "a holder is told of a record, or a file is exposed"),
    ("points", "a score moves, or a record is counted"),
    ("standing", "whether the condition of points that stand holds, and whether it would by what is true"),
    ("worked-out", "a score is worked out anew"),
    ("listed", "first day on a list on some ground"),
    ("unlisted", "first day off it"),
    ("appeal", "an appeal is filed"),
    ("appeal-decided", "an appeal is decided"),
    ("corrected", "first day on which what was appealed against counts no more"),
    ("consent", "the resident joins or leaves, or a record of somebody outside is taken"),
    ("favour", "a decision is kinder for a tie to an official"),
)
"""Every kind of line and what it says, in the order in which those of one day are told."""

_ORDER: Final = {kind: place for place, (kind, _) in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a life."""

    day: int
    kind: str
    name: str
    """The act, rule, grade, list or consequence by its name in the scheme or the model."""
    text: str
    table: str
    """The table of the ledger that holds it."""
    number: int | None = None
    """The number of the sighting behind it (`vocab.sighting_numbers`); None where there is none."""
    part: Part | None = None
    """The part of the scheme by which it happened."""
    truth: str | None = None
    """How the record behind it stands to the truth: a name of `vocab.codes.Truth` in small letters."""
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    """Numbers behind the words, with their unit in the name."""

    def to_plain(self) -> dict[str, Any]:
        """The line as JSON holds it."""
        return {
            "day": self.day,
            "kind": self.kind,
            "name": self.name,
            "text": self.text,
            "sighting": self.number,
            "part": list(self.part) if self.part else None,
            "truth": self.truth,
            "table": self.table,
            "facts": self.facts,
        }


def by_day(events: list[Event]) -> tuple[Event, ...]:
    """The lines of a life in order of their days; on one day in the order of `KINDS`, then as the ledger has them."""
    return tuple(sorted(events, key=lambda one: (one.day, _ORDER[one.kind])))
