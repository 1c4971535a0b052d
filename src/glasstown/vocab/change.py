"""In what a second world differs from a run: causes that are switched off, what is added, and from which day on.

A change names parts of the run and numbers in it, never content: nothing comes in from outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, NamedTuple

EVERY: Final = "*"
"""In place of a name: all of its kind."""

MOST_WORLDS_OF_A_LIFE: Final = 500
"""Worlds that are lived at most to find what would have spared somebody, where nobody says how many."""

LONGEST_SLUG: Final = 120
"""Letters that causes may take in the name of a folder, which systems allow 255 of."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One kind of cause that can be switched off, or added.

    Attributes:
        word: what it is called on the command line.
        named: what stands behind the colon; empty for a word that stands alone.
        says: what is otherwise in the world without it, or with it, in one line.
        has_every: whether `*` may stand in place of a name.
    """

    word: str
    named: str
    says: str
    has_every: bool = False

    @property
    def form(self) -> str:
        """How it is written."""
        return f"{self.word}:{self.named}" if self.named else self.word


CAUSES: Final[tuple[Cause, ...]] = (
    Cause("scheme", "", "the scheme ends: nobody is scored, listed, denied or told of anything by it"),
    Cause("rule", "ID", "a rule of the scheme moves nobody"),
    Cause("source", "ID", "a source sees nothing and alleges nothing; what it saw before still arrives"),
    Cause("consequence", "ID", "a consequence takes and gives nothing", has_every=True),
    Cause(
        "association",
        "",
        "nobody feels what others did: no points are passed on, what hits a household hits whoever"
        " earned it, what hits children, firms or offices for others hits nobody, and formulas find nobody around",
    ),
    Cause("ties", "KIND", "likewise along household, kin, colleague, neighbour, friend or organisation alone"),
    Cause("sighting", "N", "one look of one source is never made: N as `glasstown life` tells it"),
    Cause("tie", "A-B", "two residents do not know each other, as kin, at work or as friends: their numbers"),
    Cause("response", "ID", "residents do not respond to the scheme in one way", has_every=True),
    Cause("false-sightings", "", "no source records what never happened, and no group is taken for the doer"),
    Cause("misses", "", "sources see every act that can be seen, of everybody, and err as before in what they write"),
    Cause("wrong-persons", "", "whatever a source sees goes to whoever did it"),
    Cause("delay", "", "no source is late: a record counts on the day of the act"),
    Cause("sensor-errors", "", "false sightings, wrong persons, delay and acts taken for others, all together"),
    Cause("group-watch", "", "sources look at every group as they look at the mean of all"),
)
"""Every cause, in the order in which it is told."""

ADDITIONS: Final[tuple[Cause, ...]] = (
    Cause(
        "appeals",
        "",
        "whoever learns of what is held against them may appeal: against an untrue record 0.5 do (assumed, 0.1 to 0.9)"
        " and 0.8 of these are upheld (assumed, 0.5 to 0.98), against a true one 0.03 (assumed, 0 to 0.2) and 0.05"
        " (assumed, 0 to 0.2), decided after 30 days (assumed, 10 to 45)",
    ),
    Cause("upheld", "N", "what one record did to whom it is about is appealed against as before, and upheld: N as"
          " `glasstown life` tells it"),
    Cause("label", "WHO=GROUP", "sources look at a resident as at one of another group; who they are stays",
          has_every=True),
    Cause("attributes", "WHO=GROUP", "a resident is of another group, for sources, for conditions on it, and when"
          " they consent; people, ties and luck stay", has_every=True),
)  # fmt: skip
"""Everything that can be added, in the order in which it is told."""

SWITCHED: Final = {cause.word: cause for cause in CAUSES}
ADDED: Final = {cause.word: cause for cause in ADDITIONS}
BY_WORD: Final = SWITCHED | ADDED


class Part(NamedTuple):
    """One thing that is switched off or added: the word of its cause, and which one of the kind."""

    word: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What is switched off and added in a second world, in one form: sorted, each once.

    Attributes:
        without: causes as they are written, such as "rule:late-bill".
        from_day: the first step that begins on this day or later is the first one in which it is so.
        added: what is added, as it is written, such as "appeals".
    """

    without: tuple[str, ...] = ()
    from_day: int = 0
    added: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Bring what is otherwise into its one form; what is no text is refused by `change_faults`."""
        for field in ("without", "added"):
            texts = getattr(self, field)
            if type(texts) is tuple and all(type(name) is str for name in texts):
                object.__setattr__(self, field, tuple(sorted(set(texts))))

    def __bool__(self) -> bool:
        """Whether anything is otherwise."""
        return bool(self.without or self.added)

    @property
    def texts(self) -> tuple[str, ...]:
        """Each thing that is otherwise, as it is written: what is switched off, then what is added."""
        return (*self.without, *self.added)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Each thing that is switched off, and each that is added, in order."""
        return tuple(part for one in self.texts if (part := part_of(one)))

    def named(self, word: str) -> frozenset[str]:
        """Names of one kind that are switched off, or added."""
        return frozenset(part.name for part in self.parts if part.word == word)

    def has(self, words: Iterable[str]) -> bool:
        """Whether anything of some words is switched off, or added."""
        return any(part.word in set(words) for part in self.parts)

    def then(self, other: Change) -> Change:
        """Both changes at once.

        Raises:
            ValueError: they begin on different days.
        """
        if self and other and self.from_day != other.from_day:
            raise ValueError(f"one begins on day {self.from_day:,} and the other on day {other.from_day:,}")
        day = other.from_day if other else self.from_day
        return Change((*self.without, *other.without), day, (*self.added, *other.added))

    @property
    def words(self) -> str:
        """The change in plain words."""
        since = f", from day {self.from_day:,}" if self.from_day else ""
        said = [f"{how} {' and '.join(texts)}" for how, texts in self._both if texts]
        return f"{', '.join(said)}{since}" if self else "nothing changed"

    @property
    def slug(self) -> str:
        """The change as a piece of a folder's name; of very many causes their number and a hash."""
        said = "-".join(f"{how}-{'+'.join(texts)}" for how, texts in self._both if texts or not (self or how == "with"))
        plain = said.replace(":", "-").replace(EVERY, "all")
        if len(plain) > LONGEST_SLUG:
            number = len(self.texts)
            plain = f"without-{number}-causes-{blake2b(plain.encode(), digest_size=8).hexdigest()}"
        return plain + (f"-from-day-{self.from_day}" if self.from_day else "")

    @property
    def _both(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return ("without", self.without), ("with", self.added)


NOTHING: Final = Change()
"""No change: the same world again."""


def part_of(text: str) -> Part | None:
    """The part that a text names; None where it is not written as any cause, or anything added, is."""
    word, colon, name = text.partition(":")
    cause = BY_WORD.get(word)
    if cause is None or bool(colon) != bool(cause.named) or (cause.named and not name):
        return None
    return None if name.partition("=")[0] == EVERY and not cause.has_every else Part(word, name)
