"""The form of one metric of harm: counts that add up over worlds, and the figure that is made of them.

A metric is asked in two steps. `tally` reads one world and gives named counts; they add up over replicate worlds, so
that a rate is that of all of them together and thin cells fill. `measure` makes the figure of such counts, of one world
or of many; what it says of all worlds but one gives the interval (see `studies.replicates`).

The text of a metric is the docstring of its file, under the headings of `HEADINGS`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from glasstown.audit.case import Case
from glasstown.audit.contract import MIN_DENOMINATOR

Counts: TypeAlias = Mapping[str, float]
"""Named counts of one world or of several together; parts of a name are put together by `named`."""

HEADINGS: Final = ("What it says", "Definition", "Unit", "How to read it", "Limits", "Sources")
"""What every metric's text tells, in this order."""

THEMES: Final = (
    "between groups", "error and misidentification", "guilt by association", "traps and mobility", "generations",
    "chilling", "gaming and feedback", "due process", "breach and tamper", "price",
)  # fmt: skip
"""Parts of the audit, in the order in which it tells them."""

ASSOCIATION: Final = "association"
NO_RESPONSES: Final = "reactions"
GROUP_WATCH: Final = "group-watch"
SWITCHED: Final = (ASSOCIATION, NO_RESPONSES, GROUP_WATCH)
"""Without what the same people may be lived once more for a metric."""

REACTIONS: Final = (
    "awareness", "chilling", "deterrence", "displacement", "dropping", "fading", "favour", "gaming", "protest",
    "pursuit", "self-restraint",
)  # fmt: skip
"""Responses to a scheme. Bills that a shortage makes late, and gifts that bring one, are there without any."""


def causes_of(switched: str) -> tuple[str, ...]:
    """The causes, as a change names them, that stand behind one name of `SWITCHED`."""
    return tuple(f"response:{one}" for one in REACTIONS) if switched == NO_RESPONSES else (switched,)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a metric reads: one world that was judged, with its pair, and the same people without single causes.

    Attributes:
        case: the world of the scheme, and the world without it.
        switched: the same people under the scheme without a cause of `SWITCHED`, by cause; only those that were lived.
    """

    case: Case
    switched: Mapping[str, Case]


@dataclass(frozen=True, slots=True)
class Undefined:
    """Why a world gives no counts for a metric, in a clause."""

    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """A figure beside the main one: of one group, grade, act or reading.

    Attributes:
        label: its address within the metric, such as `minority-a`.
        value: None where it is undefined, and then `reason` says why.
        n: residents (or cases, as the metric's text says) behind it.
    """

    label: str
    value: float | None
    n: int
    reason: str | None = None
    unit: str = ""
    """Its unit, where that is another than the metric's."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a metric comes to: a value or the reason for none, how many are behind it, and a plain sentence."""

    value: float | None
    n: int
    says: str
    reason: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of harm.

    Attributes:
        code: M01 to M40; never reused.
        slug: its address in words.
        title: its name.
        theme: one of `THEMES`.
        unit: unit of the value.
        tally: counts of one world.
        measure: the figure of counts.
        shown_by: a scheme of the library in which it has a value.
        moved_by: what to switch in it so that the value moves.
        needs: causes of `SWITCHED` whose worlds `tally` wants.
        room: dotted name of its file, whose docstring is its text.
    """

    code: str
    slug: str
    title: str
    theme: str
    unit: str
    tally: Callable[[Bundle], Counts | Undefined]
    measure: Callable[[Counts], Figure]
    shown_by: str
    moved_by: str
    room: str
    needs: tuple[str, ...] = ()
    signed: bool = False
    """Whether the value, or one of its parts, can lie below 0: then an interval is not cut off there."""

    @property
    def text(self) -> Mapping[str, str]:
        """The text under each heading, from the docstring of its file."""
        return sections(sys.modules[self.room].__doc__ or "")


def sections(docstring: str) -> dict[str, str]:
    """The paragraphs of a docstring that begin with a heading, by heading; lines are joined."""
    found: dict[str, str] = {}
    for paragraph in docstring.split("\n\n"):
        heading, _, rest = paragraph.strip().partition(": ")
        if heading in HEADINGS:
            found[heading] = " ".join(rest.split())
    return found


def named(*parts: object) -> str:
    """The name of a count."""
    return "/".join(str(part) for part in parts)


def under(counts: Counts, *parts: object) -> dict[tuple[str, ...], float]:
    """The counts whose names begin with these parts, by the parts that follow."""
    head = named(*parts) + "/"
    return {tuple(name.removeprefix(head).split("/")): one for name, one in counts.items() if name.startswith(head)}


def too_thin(n: float, of: str = "residents") -> str | None:
    """Why `n` of something give no rate, or None where they do."""
    return f"fewer than {MIN_DENOMINATOR} {of} ({n:,.0f})" if n < MIN_DENOMINATOR else None


def nothing(reason: str, n: float = 0, *, counted: str = "", parts: tuple[Part, ...] = ()) -> Figure:
    """A figure without a value; `counted` is a sentence of what was counted all the same."""
    return Figure(None, int(n), " ".join(one for one in (counted, f"No value: {reason}.") if one), reason, parts)


def ratio(label: str, number: float, of: float, *, what: str = "residents", unit: str = "") -> Part:
    """A share, undefined where fewer than 30 stand below it."""
    if reason := too_thin(of, what):
        return Part(label, None, int(of), reason, unit)
    return Part(label, number / of, int(of), None, unit)


def gap(parts: tuple[Part, ...]) -> float | None:
    """The largest value less the smallest; None where fewer than two are defined."""
    values = [part.value for part in parts if part.value is not None]
    return max(values) - min(values) if len(values) > 1 else None
