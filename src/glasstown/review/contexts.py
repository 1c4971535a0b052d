"""Contexts of life: to which one something belongs, and how related two are. The review says so, never a scheme.

Two contexts are "same", "related" (nothing to say), "arguable" (a person must say) or "unrelated". Pairs that the table
does not name are unrelated. A scheme may claim that two are related, with a reason; a claim turns a failure into a
question for a person and never into a pass.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Final, cast

from glasstown.vocab.contexts import CONTEXTS

SAME: Final = "same"
RELATED: Final = "related"
ARGUABLE: Final = "arguable"
UNRELATED: Final = "unrelated"

LEVELS: Final = (SAME, RELATED, ARGUABLE, UNRELATED)
"""How related two contexts can be, nearest first."""


def data_text(name: str) -> str:
    """The text of one of the tables of the review."""
    return resources.files("glasstown.review.data").joinpath(name).read_text(encoding="utf-8")


@cache
def _tables() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each table of the taxonomy: of each name the words under which it stands."""
    read = cast("dict[str, dict[str, list[str]]]", tomllib.loads(data_text("contexts.toml")))
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for table, words in read.items():
        of_name: dict[str, tuple[str, ...]] = {}
        for word, names in words.items():
            for name in names:
                of_name[name] = (*of_name.get(name, ()), word)
        found[table] = of_name
    return found


def words_of(table: str, name: str) -> tuple[str, ...]:
    """What a table of the taxonomy says of a name: its contexts, the rights it touches, what it costs or needs."""
    return _tables()[table].get(name, ())


def names_of(table: str) -> tuple[str, ...]:
    """Every name that a table of the taxonomy knows."""
    return tuple(_tables()[table])


@cache
def _pairs() -> dict[frozenset[str], tuple[str, str]]:
    rows = csv.DictReader(data_text("relatedness.csv").splitlines())
    return {frozenset((row["one"], row["other"])): (row["level"], row["why"]) for row in rows}


def relatedness(one: str, other: str) -> str:
    """How related two contexts are: one of `LEVELS`."""
    return SAME if one == other else _pairs().get(frozenset((one, other)), (UNRELATED, ""))[0]


def reason_of(one: str, other: str) -> str:
    """Why two contexts have something to do with each other, where the table says that they do."""
    return _pairs().get(frozenset((one, other)), ("", ""))[1]


def matrix() -> tuple[tuple[str, ...], ...]:
    """The whole matrix: a row for each context, its name first, then the level for each context."""
    return tuple((one, *(relatedness(one, other) for other in CONTEXTS)) for one in CONTEXTS)


@cache
def lexicon(name: str) -> tuple[str, ...]:
    """Beginnings of words that the review looks for in what a file says in plain text."""
    return tuple(cast("list[str]", tomllib.loads(data_text("lexicon.toml"))[name]))


def hits(name: str, text: str) -> tuple[str, ...]:
    """Which of them a text holds, each at the beginning of a word."""
    padded = f" {text.lower()} "
    return tuple(word.strip() for word in lexicon(name) if f" {word}" in padded or f'"{word}' in padded)
