"""The part of the page of acts that tells what firms and local governments do, written from the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from glasstown.behaviours.organisations.catalogue import ORGANISED
from glasstown.vocab.evidence import Figure
from glasstown.vocab.organisation_acts import KIND_OF_ACT

_HEAD: Final = """\
## What firms and governments do

They live in the town where a scheme names them in `[organisation]`. A scheme can ask for records of these acts and \
[declare further ones](scheme-grammar.md#act), with `by = "firm"` or `by = "government"`.

| act | whose | what it is | who suffers | by law | acts a year |
| --- | --- | --- | --- | --- | --- |
"""


def organised_section(figure: Callable[[Figure], str]) -> str:
    """What firms and local governments do, in Markdown; `figure` says how a figure is written."""
    rows = (
        (f"`{act.id}`", KIND_OF_ACT[act.id], act.title, act.victim or "nobody",
         "allowed" if act.lawful else "forbidden", figure(act.rate))
        for act in ORGANISED
    )  # fmt: skip
    return _HEAD + "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
