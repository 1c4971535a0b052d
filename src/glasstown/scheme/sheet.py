"""One table of a scheme file after reading: its values by key, and how the table as a whole is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, cast

from glasstown.scheme.faults import fault
from glasstown.scheme.model import Value
from glasstown.scheme.model_rules import PointRange
from glasstown.scheme.places import Path
from glasstown.scheme.text import Document
from glasstown.scheme.words import meant
from glasstown.vocab.errors import Diagnostic, Span
from glasstown.vocab.evidence import Figure

MOST_FAULTS: Final = 1_000
"""Faults told at once."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How the figures of a table are known, unless they say otherwise."""

    mark: str | None = None
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a rule with what is known about them."""

    range: PointRange
    mark: str
    cite: tuple[str, ...]
    band: PointRange | None


@dataclass(slots=True)
class Reading:
    """A document being read: what was found wrong so far, and every source that was cited, with its place."""

    document: Document
    faults: list[Diagnostic] = field(default_factory=list[Diagnostic])
    cited: list[tuple[Path, str]] = field(default_factory=list[tuple[Path, str]])

    @property
    def quotes(self) -> bool:
        """Whether the file quotes contested figures as they were told."""
        head = self.document.values.get("scheme")
        return isinstance(head, dict) and cast("dict[str, object]", head).get("quoted") is True

    def note(self, code: str, message: str, fix: str, path: Path, *, at_key: bool = False) -> None:
        """Note one fault of the value at `path`, or of its key."""
        place = self.document.key_span(path) if at_key else self.document.span(path)
        self.faults.append(fault(code, message, fix, place))

    def note_unknown(
        self, code: str, message: str, name: str, known: Iterable[str], what: str, path: Path, *, at_key: bool = False
    ) -> None:
        """Note a name that nothing has, with the nearest known one; a flood of them gets no suggestions."""
        fix = meant(name, known, what) if len(self.faults) < MOST_FAULTS else f"use one of the {what}"
        self.note(code, message, fix, path, at_key=at_key)


@dataclass(slots=True)
class Sheet:
    """One table as read. A key that is absent here was absent, or was faulty and has been reported."""

    table: str
    path: Path
    span: Span
    evidence: Evidence
    values: dict[str, Value | Points | Sheet] = field(default_factory=dict[str, "Value | Points | Sheet"])
    given: set[str] = field(default_factory=set[str])

    @property
    def id(self) -> str:
        """The name of the thing the table describes, or nothing."""
        return self.text("id")

    def text(self, key: str) -> str:
        """A text, a name or a choice; empty where there is none."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool:
        """A truth value; false where there is none."""
        return self.values.get(key) is True

    def names(self, key: str) -> tuple[str, ...]:
        """A list of texts or names; empty where there is none."""
        value = self.values.get(key)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()

    def figure(self, key: str) -> Figure | None:
        """A figure, where there is one."""
        value = self.values.get(key)
        return value if isinstance(value, Figure) else None

    def points(self, key: str) -> Points | None:
        """The points of a rule, where there are any."""
        value = self.values.get(key)
        return value if isinstance(value, Points) else None

    def inner(self, key: str) -> Sheet | None:
        """A table inside this one, where there is one."""
        value = self.values.get(key)
        return value if isinstance(value, Sheet) else None


def need(sheet: Sheet, key: str) -> Figure:
    """A figure that is there: a missing one was refused before."""
    figure = sheet.figure(key)
    assert figure is not None, key  # noqa: S101 (a missing figure was refused before)
    return figure
