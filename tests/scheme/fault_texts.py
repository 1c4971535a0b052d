"""Pieces from which texts with faults are made, and what is told of a text."""

from __future__ import annotations

from glasstown.scheme.read import parse_scheme_bytes
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.names import name_digest
from scheme.dense import DENSE, FULL

SOURCE = (
    'context = "credit"\nsees = ["petition"]\ndetection = 0.1\nfalse_per_year = 0\nwrong_person = 0\n'
    'match = "name"\ndelay_days = 1\ndelay = "fixed"'
)
ACT = 'title = "x"\nby = "adult"\nvictim = "nobody"\nlawful = true\nrate = 1'
GROUND = 'list = "blacklist"\nacts = ["late-bill"]'
REPEAT = "repeat = { count = 2, within_days = 30 }"


def faults_of(data: str | bytes) -> tuple[Diagnostic, ...]:
    """All faults and warnings of a text."""
    raw = data.encode() if isinstance(data, str) else data
    try:
        return parse_scheme_bytes(raw, "test.toml").warnings
    except InputFaultsError as error:
        return error.diagnostics


def swap(old: str, new: str) -> str:
    """The dense scheme, with lists where `old` stands among them, with its first `old` replaced."""
    text = DENSE if old in DENSE else FULL
    assert old in text, old
    return text.replace(old, new, 1)


def clashing_names() -> tuple[str, str]:
    """Two names with one digest: found in a few thousand tries, as birthdays are."""
    seen: dict[int, str] = {}
    for number in range(100_000):
        name = f"name-{number}"
        other = seen.setdefault(name_digest(name), name)
        if other != name:
            return other, name
    raise AssertionError


def many(table: str, number: int, body: str) -> str:
    """So many tables of one name."""
    return "".join(f'\n[[{table}]]\nid = "{table}-{n}"\n{body}\n' for n in range(number))
