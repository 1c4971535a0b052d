"""A scheme in which some parts end on a day: numbers of parts stay as they are, and so does its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Final

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import Dated
from glasstown.scheme.model_lists import Version
from glasstown.scheme.untied import associations_along, hits_others_alone
from glasstown.vocab.change import EVERY, Change
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure
from glasstown.vocab.tie_kinds import kinds_off

TABLES: Final = ("rule", "source", "consequence")
"""Kinds of parts that can be switched off by name."""

SCHEME: Final = "scheme"
OFF: Final = "switched-off"
"""Name of the version with which a scheme ends that is switched off."""

NOWHERE: Final = Span("", 1, 1, 1)
"""What is switched off stands in no file."""


_TABLES_OF: Final = {"rule": ("rule", "quantity_rule"), "source": ("source",), "consequence": ("consequence",)}
"""Tables of a file that hold the parts of each kind."""


def names_in(scheme: Scheme, table: str) -> tuple[str, ...]:
    """Names of the parts of one of `TABLES`, in order."""
    return tuple(name for _, name in _parts_of(scheme, table))


def _parts_of(scheme: Scheme, table: str) -> list[tuple[str, str]]:
    """Table in the file, and name, of each part of one kind: rules on records, and on quantities."""
    by_table = {
        "rule": scheme.rules, "quantity_rule": scheme.quantity_rules, "source": scheme.sources,
        "consequence": scheme.consequences,
    }  # fmt: skip
    return [(name, one.id) for name in _TABLES_OF[table] for one in by_table[name]]


def switched(scheme: Scheme, change: Change, start: dt.date) -> Scheme:
    """The scheme with every part that a change names ended on its day.

    Args:
        scheme: the scheme as written.
        change: what is switched off; causes that are no part of the text change nothing here.
        start: the date of day 0, on which dated parts depend.
    """
    for table in TABLES:
        named = change.named(table)
        for part, names in groupby(sorted(_parts_of(scheme, table)), key=itemgetter(0)):
            chosen = [name for _, name in names if EVERY in named or name in named]
            scheme = _ended(scheme, part, chosen, change.from_day, start)
    if kinds := kinds_off(change):
        scheme = _ended(scheme, "association", associations_along(scheme, kinds), change.from_day, start)
        scheme = _ended(scheme, "consequence", hits_others_alone(scheme, kinds), change.from_day, start)
    if change.has((SCHEME,)):
        end = Version(OFF, _day(change.from_day), (SCHEME,), (), (), (), (), (), (), (), (), NOWHERE)
        scheme = replace(scheme, versions=(*scheme.versions, end))
    return scheme


def _ended(scheme: Scheme, table: str, names: Iterable[str], day: int, start: dt.date) -> Scheme:
    """Parts of one table end on a day, or sooner where they say so themselves."""
    dated = list(scheme.dated)
    for name in names:
        places = [place for place, one in enumerate(dated) if (one.table, one.id) == (table, name)]
        for place in places:
            one = dated[place]
            dated[place] = replace(one, until_day=_day(min(day, one.end_day(start))), until_date=None)
        if not places:
            dated.append(Dated(table, name, None, _day(day), None, None))
    return replace(scheme, dated=tuple(dated))


def _day(day: int) -> Figure:
    return Figure(Decimal(day), "derived", None, None, ())
