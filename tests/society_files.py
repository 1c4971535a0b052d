"""A society file for a test: its head, rows to put under it, and what reading it tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from glasstown.vocab.errors import Diagnostic, InputFaultsError

HEAD = """\
[society]
id = "mine"
title = "a society of mine"
base = "china-2020"
mark = "documented"
cite = ["S12"]
"""
"""Six lines: the first row of a text that follows begins on line 7, its value stands on line 9 in `scalars`."""


def scalar(name: str, value: object, more: str = "") -> str:
    """One row of `scalars`."""
    return f'[[scalars]]\nvariable = "{name}"\nvalue = {value}\n{more}'


def decile(number: int, value: object) -> str:
    """One row of `income_deciles`, of town."""
    return f'[[income_deciles]]\narea = "urban"\ndecile = {number}\nvalue = {value}\n'


def refused(read: Callable[[Path], object], folder: Path, text: str, head: str = HEAD) -> tuple[Diagnostic, ...]:
    """The faults that reading a society file tells: all of them, each with its reason and its remedy."""
    path = folder / "mine.toml"
    path.write_text(head + text, encoding="utf-8")
    with pytest.raises(InputFaultsError) as refusal:
        read(path)
    faults = refusal.value.diagnostics
    assert all(fault.span and fault.why and fault.fix for fault in faults)
    return faults
