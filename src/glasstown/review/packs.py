"""Law packs: whose norms are printed, and how heavy a finding is there. They never decide what is looked at."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from glasstown.review.contexts import data_text
from glasstown.review.contract import SEVERITIES
from glasstown.review.faults import unknown_pack
from glasstown.review.rule import Reference, Rule
from glasstown.vocab.errors import InputFaultsError


@dataclass(frozen=True, slots=True)
class Pack:
    """The law of one place: when it was read, how well, and which rules weigh otherwise there."""

    id: str
    title: str
    dated: dt.date
    reading: str
    severity: dict[str, str]

    @property
    def line(self) -> str:
        """The pack in one line, with its date and the state of its reading."""
        return f"{self.id}: {self.title}, as of {self.dated:%Y-%m-%d}; {self.reading}"


@cache
def packs() -> tuple[Pack, ...]:
    """Every pack."""
    read: dict[str, Any] = tomllib.loads(data_text("packs.toml"))
    return tuple(
        Pack(name, one["title"], one["dated"], one["reading"], dict(one["severity"])) for name, one in read.items()
    )


def packs_named(names: tuple[str, ...]) -> tuple[Pack, ...]:
    """The packs of those names; all where none is named.

    Raises:
        InputFaultsError: a name is that of no pack.
    """
    known = {one.id: one for one in packs()}
    faults = tuple(unknown_pack(name, known) for name in names if name not in known)
    if faults:
        raise InputFaultsError(faults)
    return tuple(known[name] for name in dict.fromkeys(names)) or packs()


def severity_in(rule: Rule, chosen: tuple[Pack, ...]) -> str:
    """How heavy a finding is: as the rule says where all packs are asked, else the heaviest of those chosen."""
    if len(chosen) == len(packs()):
        return rule.severity
    order = tuple(SEVERITIES)
    return min((one.severity.get(rule.code, rule.severity) for one in chosen), key=order.index)


def references_in(rule: Rule, chosen: tuple[Pack, ...]) -> tuple[Reference, ...]:
    """The norms of a rule that belong to the packs chosen."""
    names = {one.id for one in chosen}
    return tuple(one for one in rule.references if one.pack in names)
