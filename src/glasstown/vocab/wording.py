"""Words for diagnostics: what kind of value was found, and which name was probably meant."""

from __future__ import annotations

import datetime as dt
import difflib
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

LONGEST_QUOTE: Final = 40
"""Characters of a text that a message repeats."""

_JOINERS: Final = "\u200c\u200d"
"""Letters without a width that words of some scripts need."""

_CONTROLS: Final = {
    0x00: "null", 0x07: "bell", 0x08: "backspace", 0x09: "tab", 0x0A: "new line", 0x0D: "carriage return",
    0x1B: "escape", 0x7F: "delete", 0x85: "next line", 0x9B: "control sequence introducer",
}  # fmt: skip
"""Names of control characters that people may have met; Unicode names none."""

_CLOSE: Final = 0.5
_MOST_LISTED: Final = 12


def kind_of(raw: object) -> str:
    """What kind of TOML value this is, in plain words."""
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "true or false"),
        ((int, Decimal), "a number"),
        (str, "text"),
        (list, "a list"),
        (dict, "a table"),
        ((dt.date, dt.time), "a date or time"),
    )
    return next((words for types, words in kinds if isinstance(raw, types)), "something else")


def short(raw: object) -> str:
    """A scalar as written, cut where it is long."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return str(raw) if abs(raw) < 10**LONGEST_QUOTE else "a number of very many digits"
    text = str(raw)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def quoted(text: str) -> str:
    """A text in quotation marks, on one line, cut where it is long."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f'"{short(clean)}"'


def shown(text: str) -> str:
    """A text for a terminal, one letter for one letter: nothing in it moves the cursor or turns the writing round."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}" for letter in text)


def hidden_in(text: str, *, lines: bool) -> str | None:
    """The first character of a text that steers a terminal or the order of letters, by number and name; None if none.

    Args:
        text: what is read.
        lines: whether it may go over several lines, and so hold line ends and tabs.
    """
    for letter in text:
        kind = unicodedata.category(letter)
        if kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} and letter not in _JOINERS and not (lines and letter in "\n\t"):
            name = unicodedata.name(letter, _CONTROLS.get(ord(letter), "control character"))
            return f"U+{ord(letter):04X} {name.lower()}"
    return None


def meant(name: str, known: Iterable[str], what: str) -> str:
    """A fix for an unknown name: the nearest known one, and what there is."""
    names = list(dict.fromkeys(known))
    close = difflib.get_close_matches(name[:100], names, n=1, cutoff=_CLOSE)
    if not names:
        return f"there are no {what}; declare one, or take this out"
    listed = ", ".join(f'"{one}"' for one in names[:_MOST_LISTED])
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    there = f"{what} are: {listed}{more}"
    return f'did you mean "{close[0]}"? ({there})' if close else there
