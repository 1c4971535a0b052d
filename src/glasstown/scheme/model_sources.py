"""Who writes records for a scheme: what a source sees, and how it errs."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.model_watch import Patrol, Watch, WrongAct
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Source:
    """A keeper of records: what it sees, how often it misses, invents, mistakes a person, and how late it is.

    `detection` is a probability per act; `false_per_year` counts false records per subject-year for each
    act it sees; `wrong_person` is a probability per detected act; `delay_days` is the median of the
    `delay` ("fixed" or "exponential"); `match` says by what a person is taken for the right one.
    """

    id: str
    context: str
    sees: tuple[str, ...]
    detection: Figure
    false_per_year: Figure
    wrong_person: Figure
    match: str
    delay_days: Figure
    delay: str
    watch: Watch
    wrong_act: WrongAct | None
    patrol: Patrol | None
    trust: Figure
    span: Span
    inspects: bool = False
    """Whether it looks at organisations as often as their inspection level says."""
    sensors: bool = False
    """Whether it sees only those that are measured all the time."""
    sees_all: bool = False
    """Whether it misses nothing that can be seen: never so in a file, but in a world without misses."""
    own_word: bool = False
    """Whether a person's own word is enough for a record."""
